import type { CaseLevel, CaseRow } from '../api/types';
import type { Applied } from '../feed/board-state';
import { slackTone, type Tone } from '../parts/status-mark';
import { hasAlarm } from '../parts/alarms';
import { Axes, Urgency } from './urgency';

/** Why a case asks to be looked at: it came, or it ran out of time or reached supervision. */
export type Alert = 'new' | 'breach';

/** One case as the board holds it. The object stays while the case does, so that a row of the list can hold on to it. */
export interface Entry {
  row: CaseRow;
  urgency: Urgency;
  tone: Tone;
  /** A clock ran out: one that still runs, or one that was missed and that nobody has answered since. */
  late: boolean;
  /** New or changed since somebody here looked at it. */
  unread: boolean;
  alert: Alert | null;
  /** How the case stood when `alert` was raised: whoever acts changes that. */
  alertFooting: string;
  /** What was taken put it elsewhere, or took it away; `order` does not say so yet. */
  moves: boolean;
  /** Its words for the search, made when first asked for. */
  text: string | null;
}

/** What a strip above the board tells. */
export interface Totals {
  all: number;
  levels: Record<CaseLevel, number>;
  late: number;
  /** Nearly late, and not late on another clock. */
  near: number;
}

/** What asks for a sound or a flash after a change. */
export interface Raised {
  entry: Entry;
  alert: Alert;
}

/** Marks beyond this many are dropped, oldest first: nobody reads back further, and a busy day must not grow without end. */
export const MOST_UNREAD = 500;
export const MOST_ALERTS = 200;

/**
 * The cases of a board in the order of least slack. `take` learns what changed and costs no more than that; `tick` lets time pass;
 * `settle` puts what moved where it belongs, once for everything since the last time, without sorting what already is in order.
 */
export class BoardModel {
  /** Every case, least slack first. A new array whenever the order changed. */
  order: Entry[] = [];
  /** Another object whenever a number changed. */
  totals: Totals = noTotals();

  private readonly entries = new Map<string, Entry>();
  private unread = new Set<string>();
  private alerts = new Set<string>();
  private begun = false;
  private readonly counts = noTotals();
  private touched = new Set<Entry>();
  private gone = false;

  constructor(private readonly axesAt: (now: number) => Axes) {}

  get(id: string): Entry | null {
    return this.entries.get(id) ?? null;
  }

  get unreadCount(): number {
    return this.unread.size;
  }

  /** Takes in what an item of the watch changed. @returns what is new or breached by it; nothing for a first snapshot. */
  take(applied: Applied, rows: ReadonlyMap<string, CaseRow>, now: number, looked: string | null = null): Raised[] {
    const axes = this.axesAt(now);
    const raised: Raised[] = [];
    if (applied.all) {
      this.replaceAll(rows, axes, raised, looked);
    } else {
      for (const id of applied.removed) {
        this.forget(id);
      }
      for (const id of applied.changed) {
        const row = rows.get(id);
        if (row) {
          this.put(row, axes, raised, looked, true);
        }
      }
    }
    return raised;
  }

  /** Brings `order` and `totals` up to date with what was taken. */
  settle(): void {
    if (this.touched.size > 0 || this.gone) {
      this.merge();
      this.tell();
    }
  }

  /** Lets time pass. @returns what ran out of time by it; null when nothing that is shown changed. */
  tick(now: number, keepOrder = false): Raised[] | null {
    this.settle();
    const axes = this.axesAt(now);
    const raised: Raised[] = [];
    let changed = false;
    let sorted = true;
    let before: Entry | null = null;
    for (const entry of this.order) {
      const { tone, late } = entry;
      measure(entry, axes);
      if (entry.tone !== tone) {
        changed = true;
        this.tally({ ...entry, tone, late }, -1);
        this.tally(entry, 1);
        if (entry.late && !late) {
          this.raise(entry, 'breach', raised);
        }
      }
      sorted &&= before === null || bySlackThenNumber(before, entry) <= 0;
      before = entry;
    }
    if (!sorted && !keepOrder) {
      this.order = [...this.order].sort(bySlackThenNumber);
      changed = true;
    }
    this.tell();
    return changed ? raised : null;
  }

  /** Somebody looked at a case. @returns whether it had a mark. */
  look(id: string): boolean {
    const entry = this.entries.get(id);
    if (!entry || !(entry.unread || entry.alert)) {
      return false;
    }
    this.clear(entry);
    return true;
  }

  /** Takes every mark away. */
  lookAtAll(): void {
    for (const id of [...this.unread, ...this.alerts]) {
      this.look(id);
    }
  }

  /** The same cases in the same order, on their own: what a paused board goes on to show. */
  frozen(): BoardModel {
    this.settle();
    const copy = new BoardModel(this.axesAt);
    copy.order = this.order.map((entry) => ({ ...entry, urgency: new Urgency(entry.row) }));
    for (const entry of copy.order) {
      copy.entries.set(entry.row.id, entry);
    }
    copy.unread = new Set(this.unread);
    copy.alerts = new Set(this.alerts);
    Object.assign(copy.counts, { ...this.counts, levels: { ...this.counts.levels } });
    copy.totals = this.totals;
    return copy;
  }

  private replaceAll(rows: ReadonlyMap<string, CaseRow>, axes: Axes, raised: Raised[], looked: string | null): void {
    // The first snapshot is what one finds; after a gap, what differs is news.
    const first = !this.begun;
    this.begun = true;
    for (const id of [...this.entries.keys()]) {
      if (!rows.has(id)) {
        this.forget(id);
      }
    }
    for (const row of rows.values()) {
      this.put(row, axes, raised, looked, !first);
    }
  }

  private put(row: CaseRow, axes: Axes, raised: Raised[], looked: string | null, news: boolean): void {
    const held = this.entries.get(row.id);
    if (held && held.row.version === row.version) {
      return;
    }
    const entry = held ?? { row, urgency: new Urgency(row), tone: 'off', late: false, unread: false, alert: null, alertFooting: '', moves: false, text: null };
    const [level, late] = [entry.row.level, entry.late];
    if (held) {
      this.tally(held, -1);
      entry.row = row;
      entry.urgency = new Urgency(row);
      entry.text = null;
    } else {
      this.entries.set(row.id, entry);
    }
    measure(entry, axes);
    this.tally(entry, 1);
    entry.moves = true;
    this.touched.add(entry);
    if (entry.alert && entry.alertFooting !== footing(row)) {
      this.silence(entry);
    }
    if (!news || row.id === looked) {
      return;
    }
    this.markUnread(entry);
    if (!held) {
      this.raise(entry, 'new', raised);
    } else if ((row.level === 'Supervision' && level !== 'Supervision') || (entry.late && !late)) {
      this.raise(entry, 'breach', raised);
    }
  }

  private forget(id: string): void {
    const entry = this.entries.get(id);
    if (entry) {
      this.tally(entry, -1);
      this.entries.delete(id);
      entry.moves = true;
      this.gone = true;
    }
    this.unread.delete(id);
    this.alerts.delete(id);
  }

  private markUnread(entry: Entry): void {
    entry.unread = true;
    // Deleted and added again, so that the oldest mark is the first of the set.
    this.unread.delete(entry.row.id);
    this.unread.add(entry.row.id);
    const oldest = this.unread.size > MOST_UNREAD ? this.unread.values().next().value : undefined;
    if (oldest !== undefined) {
      this.unread.delete(oldest);
      this.entries.get(oldest)!.unread = false;
    }
  }

  private raise(entry: Entry, alert: Alert, raised: Raised[]): void {
    entry.alert = alert;
    entry.alertFooting = footing(entry.row);
    this.alerts.delete(entry.row.id);
    this.alerts.add(entry.row.id);
    raised.push({ entry, alert });
    const oldest = this.alerts.size > MOST_ALERTS ? this.alerts.values().next().value : undefined;
    if (oldest !== undefined) {
      this.silence(this.entries.get(oldest)!);
    }
  }

  private silence(entry: Entry): void {
    entry.alert = null;
    entry.alertFooting = '';
    this.alerts.delete(entry.row.id);
  }

  private clear(entry: Entry): void {
    entry.unread = false;
    this.unread.delete(entry.row.id);
    this.silence(entry);
  }

  /** Puts what was touched where it belongs now, and leaves out what is gone. */
  private merge(): void {
    // A mark on the entry: this is asked of every case, and a set would make it the dearest part of a change.
    const stayed = this.order.filter((entry) => !entry.moves);
    const moved = [...this.touched].filter((entry) => this.entries.get(entry.row.id) === entry).sort(bySlackThenNumber);
    for (const entry of moved) {
      entry.moves = false;
    }
    this.touched = new Set();
    this.gone = false;
    const merged: Entry[] = [];
    let from = 0;
    for (const entry of moved) {
      const to = placeOf(entry, stayed, from);
      for (; from < to; from++) {
        merged.push(stayed[from]!);
      }
      merged.push(entry);
    }
    for (; from < stayed.length; from++) {
      merged.push(stayed[from]!);
    }
    this.order = merged;
  }

  /** Adds a case to the totals, or takes it out again before it changes. */
  private tally({ row, tone, late }: Entry, one: 1 | -1): void {
    this.counts.levels[row.level] += one;
    this.counts.late += late ? one : 0;
    this.counts.near += tone === 'serious' && !late ? one : 0;
    this.counts.all += one;
  }

  private tell(): void {
    if (JSON.stringify(this.counts) !== JSON.stringify(this.totals)) {
      this.totals = { ...this.counts, levels: { ...this.counts.levels } };
    }
  }
}

function measure(entry: Entry, axes: Axes): void {
  entry.urgency.measure(axes);
  const { clock, leftMs } = entry.urgency;
  entry.tone = clock ? slackTone(leftMs, clock.budgetMs) : leftMs < 0 ? 'critical' : 'off';
  entry.late = leftMs < 0 || Boolean(entry.row.overdueSince);
}

/** An open alarm comes before everything: somebody may be in danger. */
function bySlackThenNumber(a: Entry, b: Entry): number {
  if (hasAlarm(a.row) !== hasAlarm(b.row)) {
    return hasAlarm(a.row) ? -1 : 1;
  }
  const [x, y] = [a.urgency.leftMs, b.urgency.leftMs];
  return x < y ? -1 : x > y ? 1 : a.row.number < b.row.number ? -1 : a.row.number > b.row.number ? 1 : 0;
}

/** Before which of the ordered entries from `low` on this one belongs. */
function placeOf(entry: Entry, ordered: readonly Entry[], low: number): number {
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (bySlackThenNumber(ordered[middle]!, entry) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** What changes when somebody acts on a case; a clock that only fires leaves it alone. */
function footing(row: CaseRow): string {
  return `${row.status} ${row.level} ${row.responsible} ${row.officerIds.join(' ')}`;
}

function noTotals(): Totals {
  return { all: 0, levels: { Grid: 0, Community: 0, Street: 0, Supervision: 0 }, late: 0, near: 0 };
}
