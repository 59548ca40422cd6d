import type { CaseLevel, CaseRow, SessionView } from '../api/types';
import type { Applied } from '../feed/board-state';
import { filterOf, isEmpty, noFilter, testOf, type BoardFilter } from './board-filter';
import { linesOf, lineId, isGroup, type Line } from './board-lines';
import { BoardModel, type Raised } from './board-model';
import type { Axes } from './urgency';

/** Cases that ended are listed up to this many, newest first. */
export const MOST_ENDED = 20;
/** A command goes to so many cases at most. */
export const MOST_MARKS = 100;

/** A case that ended while the board was open. */
export interface Ended {
  row: CaseRow;
  /** City time at which the board heard of it, Unix ms. */
  at: number;
}

interface Pause {
  model: BoardModel;
  since: number;
  fresh: Set<string>;
  changed: Set<string>;
  gone: Set<string>;
}

/**
 * What a board shows and where its reader is. The live cases go on underneath while a paused or an earlier board is shown, so that
 * nothing that breaches goes unheard.
 */
export class BoardView {
  readonly live: BoardModel;
  filter: BoardFilter = noFilter;
  grouped = false;
  folded = new Set<CaseLevel>();
  lines: Line[] = [];
  cursor: string | null = null;
  marks: ReadonlySet<string> = new Set();
  ended: Ended[] = [];
  /** The case that is open; changes of it are seen as they come. */
  open: string | null = null;

  private pause: Pause | null = null;
  private past: { model: BoardModel; at: number } | null = null;

  constructor(
    private readonly axesAt: (now: number) => Axes,
    private readonly who: Pick<SessionView, 'userName' | 'role' | 'area' | 'streetId'>,
  ) {
    this.live = new BoardModel(axesAt);
  }

  /** The board that is shown. */
  get model(): BoardModel {
    return this.past?.model ?? this.pause?.model ?? this.live;
  }

  /** The instant of an earlier board, Unix ms; null for the live one. */
  get pastAt(): number | null {
    return this.past?.at ?? null;
  }

  get paused(): { since: number; fresh: number; changed: number; gone: number } | null {
    const pause = this.pause;
    return pause && { since: pause.since, fresh: pause.fresh.size, changed: pause.changed.size, gone: pause.gone.size };
  }

  /** Takes in what the watch told. @returns what asks for attention and passes the filter. */
  take(applied: Applied, rows: ReadonlyMap<string, CaseRow>, now: number): Raised[] {
    const raised = this.live.take(applied, rows, now, this.open);
    for (const row of applied.ended) {
      this.ended = [{ row, at: now }, ...this.ended.filter((one) => one.row.id !== row.id)].slice(0, MOST_ENDED);
    }
    if (this.pause) {
      this.wait(this.pause, applied, rows);
    }
    return this.ofFilter(raised);
  }

  /** Lets time pass. @returns what breached by it; null when nothing shown has changed. */
  tick(now: number): Raised[] | null {
    const raised = this.live.tick(now);
    const paused = this.pause?.model.tick(now, true) ?? null;
    return raised || paused ? this.ofFilter(raised ?? []) : null;
  }

  /** Makes the lines anew: after `take`, `tick`, and a change of the filter or the grouping. */
  arrange(): void {
    this.live.settle();
    this.lines = linesOf(this.model.order, testOf(this.filter, this.who), this.grouped ? this.folded : null);
    if (this.marks.size > 0) {
      const marks = new Set([...this.marks].filter((id) => this.live.get(id)));
      this.marks = marks.size === this.marks.size ? this.marks : marks;
    }
  }

  /** Reads filter and grouping out of the address. */
  read(query: URLSearchParams): void {
    this.filter = filterOf(query);
    this.grouped = query.get('group') === 'level';
    this.open = query.get('case');
    if (this.open) {
      this.look(this.open);
    }
  }

  get filtered(): boolean {
    return !isEmpty(this.filter);
  }

  hold(now: number): void {
    this.pause ??= { model: this.live.frozen(), since: now, fresh: new Set(), changed: new Set(), gone: new Set() };
  }

  letGo(): void {
    this.pause = null;
  }

  /** Shows how the board stood. */
  showPast(rows: readonly CaseRow[], at: number): void {
    const model = new BoardModel(this.axesAt);
    model.take({ all: true, changed: [], removed: [], ended: [] }, new Map(rows.map((row) => [row.id, row])), at);
    model.settle();
    this.past = { model, at };
    this.marks = new Set();
  }

  showLive(): void {
    this.past = null;
  }

  /** Moves the cursor by so many lines, as far as there are any. @returns the index of its line; -1 in an empty list. */
  move(by: number): number {
    const last = this.lines.length - 1;
    const at = this.lines.findIndex((line) => lineId(line) === this.cursor);
    // Without a cursor, down begins at the top and up at the bottom; Home and End go where they always go.
    const wanted = at >= 0 ? at + by : Number.isFinite(by) ? (by > 0 ? 0 : last) : by;
    const to = Math.min(last, Math.max(0, wanted));
    this.cursor = to < 0 ? null : lineId(this.lines[to]!);
    return to;
  }

  /** The line of the cursor. */
  get current(): Line | null {
    return this.lines.find((line) => lineId(line) === this.cursor) ?? null;
  }

  fold(level: CaseLevel): void {
    if (!this.folded.delete(level)) {
      this.folded.add(level);
    }
  }

  /** Marks a case, or takes its mark away; an earlier board has none. */
  mark(id: string): void {
    const marks = new Set(this.marks);
    if (!marks.delete(id) && marks.size < MOST_MARKS && !this.past) {
      marks.add(id);
    }
    this.marks = marks;
  }

  /** Marks the case of the cursor, or takes its mark away. */
  markCurrent(): void {
    const line = this.current;
    if (line && !isGroup(line)) {
      this.mark(line.row.id);
    }
  }

  /** Takes the marks of some cases away; of all with null. */
  unmark(ids: readonly string[] | null): void {
    this.marks = new Set(ids ? [...this.marks].filter((id) => !ids.includes(id)) : []);
  }

  /** Somebody looked at a case. @returns whether that changed a line. */
  look(id: string): boolean {
    const [live, shown] = [this.live.look(id), this.pause?.model.look(id) ?? false];
    return live || shown;
  }

  lookAtAll(): void {
    this.live.lookAtAll();
    this.pause?.model.lookAtAll();
  }

  /** The cases of the lines, for whoever shows the same ones. */
  shownRows(): Map<string, CaseRow> {
    const rows = new Map<string, CaseRow>();
    const test = testOf(this.filter, this.who);
    for (const entry of this.model.order) {
      if (!test || test(entry)) {
        rows.set(entry.row.id, entry.row);
      }
    }
    return rows;
  }

  private wait(pause: Pause, applied: Applied, rows: ReadonlyMap<string, CaseRow>): void {
    const changed = applied.all ? [...rows.keys()].filter((id) => pause.model.get(id)?.row.version !== rows.get(id)!.version) : applied.changed;
    const removed = applied.all ? pause.model.order.map((entry) => entry.row.id).filter((id) => !rows.has(id)) : applied.removed;
    for (const id of changed) {
      (pause.model.get(id) ? pause.changed : pause.fresh).add(id);
      pause.gone.delete(id);
    }
    for (const id of removed) {
      pause.changed.delete(id);
      if (!pause.fresh.delete(id) && pause.model.get(id)) {
        pause.gone.add(id);
      }
    }
  }

  private ofFilter(raised: Raised[]): Raised[] {
    const test = raised.length > 0 ? testOf(this.filter, this.who) : null;
    return test ? raised.filter((one) => test(one.entry)) : raised;
  }
}
