import { Problem } from '../api/problem';
import type { CaseView, Choices, HistoryLine, LedgerClock, WhistleScore } from '../api/types';
import { Pace } from '../feed/pace';
import { ScopeWatch, type WatchState } from '../feed/scope-watch';
import { readCase, readChoices, readHistory, readLedger } from './case-data';

/** Changes of a case come in bursts; real ms between two looks at it. */
const LOOK_EVERY_MS = 300;

/** Pages of history fetched without being asked; a case with more is a rare one. */
const PAGES_AT_ONCE = 5;

/** Real ms before a part that could not be fetched is asked for again. */
const AGAIN_MS = 4_000;

/**
 * One case as it stands, kept fresh: its view, what the person may do, its clocks' ledger and its history. Sends `change`.
 * Parts fail apart: what could not be fetched says so and the rest stays.
 */
export class CaseWatch extends EventTarget {
  view: CaseView | null = null;
  choices: Choices | null = null;
  ledger: LedgerClock[] | null = null;
  /** Every whistle with its score. */
  whistles: readonly WhistleScore[] = [];
  history: HistoryLine[] = [];
  /** There is more history than was fetched. */
  moreHistory = false;
  /** Why the case itself cannot be shown; null while it can. */
  problem: Problem | null = null;
  /** Why a part is missing or old. */
  readonly partProblems: { choices: Problem | null; ledger: Problem | null; history: Problem | null } = { choices: null, ledger: null, history: null };

  private readonly stop = new AbortController();
  private readonly pace = new Pace(() => void this.look(), LOOK_EVERY_MS);
  private readonly watch: ScopeWatch;
  private again: ReturnType<typeof setTimeout> | undefined;
  private readingHistory: Promise<void> | null = null;

  constructor(readonly caseId: string) {
    super();
    this.watch = new ScopeWatch(`case:${caseId}`, {
      applied: () => {
        const row = this.watch.board.rows.get(caseId);
        if (!this.view || !row || Number(row.version) !== Number(this.view.version)) {
          this.pace.ask();
        }
      },
      stateChanged: () => this.changed(),
    });
    void this.look();
  }

  /** How fresh what is shown is, and since when in real ms. */
  get state(): WatchState {
    return this.watch.state;
  }

  get since(): number {
    return this.watch.since;
  }

  close(): void {
    this.stop.abort();
    this.pace.stop();
    clearTimeout(this.again);
    this.watch.stop();
  }

  /** Takes in the case that a command answered, and looks at what else it changed. */
  take(view: CaseView): void {
    if (!this.view || Number(view.version) >= Number(this.view.version)) {
      this.view = view;
      this.changed();
    }
    this.pace.ask();
  }

  /** Looks at everything again. */
  async look(): Promise<void> {
    clearTimeout(this.again);
    const { signal } = this.stop;
    const view = this.part(readCase(this.caseId, signal), (found) => {
      if (!this.view || Number(found.version) >= Number(this.view.version)) {
        this.view = found;
      }
      this.problem = null;
    }, (problem) => (this.problem = problem));
    await Promise.all([
      view,
      this.part(readChoices(this.caseId, signal), (found) => ((this.choices = found), (this.partProblems.choices = null)), (problem) => (this.partProblems.choices = problem)),
      this.part(readLedger(this.caseId, signal), (found) => ((this.ledger = found.items), (this.whistles = found.whistles), (this.partProblems.ledger = null)), (problem) => (this.partProblems.ledger = problem)),
      this.part(this.readNewHistory(), () => (this.partProblems.history = null), (problem) => (this.partProblems.history = problem)),
    ]);
  }

  /** The history that came after what is held; one reading at a time, so that no line is held twice. */
  readNewHistory(): Promise<void> {
    this.readingHistory ??= this.readPages().finally(() => (this.readingHistory = null));
    return this.readingHistory;
  }

  private async readPages(): Promise<void> {
    for (let page = 0; page < PAGES_AT_ONCE; page++) {
      const { items, next } = await readHistory(this.caseId, Number(this.history.at(-1)?.seq ?? 0), this.stop.signal);
      this.history = [...this.history, ...items];
      this.moreHistory = next !== null;
      if (!this.moreHistory) {
        break;
      }
    }
    this.changed();
  }

  private async part<T>(asked: Promise<T>, take: (found: T) => void, fail: (problem: Problem) => void): Promise<void> {
    try {
      take(await asked);
    } catch (fault) {
      if (this.stop.signal.aborted) {
        return;
      }
      if (!(fault instanceof Problem)) {
        throw fault;
      }
      fail(fault);
      if (fault.passes) {
        clearTimeout(this.again);
        this.again = setTimeout(() => void this.look(), AGAIN_MS);
      }
    }
    this.changed();
  }

  private changed(): void {
    if (!this.stop.signal.aborted) {
      this.dispatchEvent(new Event('change'));
    }
  }
}
