import { get } from '../api/http';
import { Problem } from '../api/problem';
import { rowOf } from '../api/row-of';
import type { CaseRow, CaseView } from '../api/types';
import { cityClock } from '../feed/city-clock';
import { Pace } from '../feed/pace';
import { pageState } from '../feed/page-state';
import { ScopeWatch } from '../feed/scope-watch';
import { keep, kept } from '../outbox/device-store';
import { checksAs, type Me } from './my-work';

/** Rows are kept on the device at most so often, real ms. */
const KEEP_EVERY_MS = 2_000;
/** What has no feed of its own is asked for so often, real ms: a citizen's reports, and what a captain is asked to check. */
const ASK_EVERY_MS = 30_000;
const MOST_REPORTS = 100;

/** Rows as the device keeps them. */
export interface KeptRows {
  rows: CaseRow[];
  /** City time, Unix ms. */
  at: number;
  /** The same instant on this device. */
  heard: number;
  speed: number;
  zone: string;
}

/** The open cases of somebody in the field: live where there is a network, else as they were last known. Sends `change`. */
export class FieldRows extends EventTarget {
  rows: readonly CaseRow[] = [];
  /** Unix ms of the city as of which the rows stand; null while they are live, or before there are any. */
  staleSince: number | null = null;
  /** Whether there has ever been an answer, now or kept. */
  known = false;
  problem: Problem | null = null;

  private watch: ScopeWatch | null = null;
  private checks: readonly CaseRow[] = [];
  private timer: ReturnType<typeof setInterval> | undefined;
  private live = false;
  private readonly pace = new Pace(() => this.dispatchEvent(new Event('change')));
  private readonly keeping = new Pace(() => void this.keep(), KEEP_EVERY_MS);

  constructor(private readonly me: Me) {
    super();
  }

  /** Takes what was kept. @returns it; null when nothing was. */
  async recall(): Promise<KeptRows | null> {
    const before = await kept<KeptRows>(this.name);
    if (before && !this.live) {
      if (!cityClock.known) {
        cityClock.set({ now: new Date(before.at + (Date.now() - before.heard) * before.speed).toISOString(), speed: before.speed, zone: before.zone });
      }
      this.rows = before.rows;
      this.staleSince = before.at;
      this.known = true;
    }
    return before;
  }

  /** Shows what there is, and follows what becomes of it. */
  begin(): void {
    this.follow();
    this.dispatchEvent(new Event('change'));
  }

  /** Takes the rows off the device: the person has signed out. */
  forget(): Promise<void> {
    this.keeping.stop();
    return keep(this.name, null);
  }

  stop(): void {
    this.watch?.stop();
    pageState.tell(null);
    clearInterval(this.timer);
    removeEventListener('online', this.look);
    this.pace.stop();
    this.keeping.stop();
  }

  /** Asks again now, where rows are asked for. */
  readonly look = (): void => {
    if (document.hidden) {
      return;
    }
    if (!this.watch) {
      void this.ask();
    } else if (this.me.role === 'captain') {
      void this.askChecks();
    }
  };

  private follow(): void {
    const { role, area, userName } = this.me;
    if (role === 'citizen' || role === 'captain') {
      this.timer = setInterval(this.look, ASK_EVERY_MS);
      addEventListener('online', this.look);
    }
    if (role === 'citizen') {
      void this.ask();
      return;
    }
    const scope = role === 'officer' || role === 'captain' ? `officer:${userName}` : area!;
    this.watch = new ScopeWatch(scope, {
      applied: () => this.merge(),
      stateChanged: () => this.stateChanged(this.watch!),
    });
    pageState.tell(this.watch);
    this.look();
  }

  private stateChanged(watch: ScopeWatch): void {
    pageState.tell(watch);
    if (watch.state === 'live') {
      this.staleSince = null;
    } else if (this.live) {
      this.live = false;
      this.staleSince = cityClock.at(watch.since);
    }
    this.dispatchEvent(new Event('change'));
  }

  /** The feed's rows with the checks beside them; the feed is newer where both have a case. */
  private merge(): void {
    const { rows } = this.watch!.board;
    this.take([...rows.values(), ...this.checks.filter((row) => !rows.has(row.id))]);
  }

  /** Cases of the whole street that wait for its own check; a captain's feed holds their own visits only. */
  private async askChecks(): Promise<void> {
    try {
      const page = await get<{ items: CaseView[] }>(`/api/cases?scope=street:${this.me.streetId}&status=AwaitingCheck&limit=200`);
      this.checks = page.items.filter((view) => String(view.responsible) === checksAs(this.me)).map(rowOf);
      if (this.live) {
        this.merge();
      }
    } catch (fault) {
      if (!(fault instanceof Problem)) {
        throw fault;
      }
      // What was asked before stands; the next round asks again.
    }
  }

  private take(rows: CaseRow[]): void {
    this.rows = rows;
    this.live = true;
    this.known = true;
    this.staleSince = null;
    this.problem = null;
    this.keeping.ask();
    this.pace.ask();
  }

  private async ask(): Promise<void> {
    try {
      if (!cityClock.known) {
        cityClock.set(await get('/api/clock'));
      }
      const page = await get<{ items: CaseView[] }>(`/api/cases?limit=${MOST_REPORTS}`);
      this.take(page.items.map(rowOf));
    } catch (fault) {
      this.problem = fault instanceof Problem ? fault : new Problem(0, 'unexpected', String(fault));
      this.staleSince ??= this.known ? cityClock.now() : null;
      this.live = false;
      this.dispatchEvent(new Event('change'));
    }
  }

  private keep(): Promise<void> {
    const value: KeptRows = { rows: [...this.rows], at: cityClock.now(), heard: Date.now(), speed: cityClock.speed, zone: cityClock.zone };
    return keep(this.name, value);
  }

  private get name(): string {
    return `rows ${this.me.userName}`;
  }
}
