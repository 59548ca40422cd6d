import type { CaseRow, ClockView } from '../api/types';
import { calendars } from './working-time';

/** How a clock stands at an instant. */
export interface Slack {
  clock: ClockView;
  /** What is left in the clock's own time, ms; below 0 when it has run out; null while it is paused. */
  leftMs: number | null;
}

/** What is left of a clock: of its own time where it counts working time, of real time otherwise. */
export function leftOf(clock: ClockView, now: number): number | null {
  if (clock.state !== 'Running' || !clock.dueAt) {
    return null;
  }
  const due = Date.parse(clock.dueAt);
  if (now > due) {
    return due - now;
  }
  const working = clock.calendar ? calendars.of(clock.calendar, now) : null;
  if (!working || !clock.since) {
    return due - now;
  }
  return Math.max(0, clock.budgetMs - clock.spentMs - working.between(Date.parse(clock.since), now));
}

/** The clocks about the matter: those of whoever is on site say nothing of it, and are shown on their own. */
export function ofMatter(clocks: readonly ClockView[]): ClockView[] {
  return clocks.filter((clock) => clock.name !== 'check-in' && clock.name !== 'alarm');
}

/** The clock of a case that runs out first in its own time; null when none runs. */
export function pressing(clocks: readonly ClockView[], now: number): Slack | null {
  let least: Slack | null = null;
  for (const clock of clocks) {
    const leftMs = leftOf(clock, now);
    if (leftMs !== null && (least === null || leftMs < least.leftMs!)) {
      least = { clock, leftMs };
    }
  }
  return least;
}

/** The order of a board: least slack first, late ones before all, cases without a running clock last; equals by number. */
export function bySlack(now: number): (a: CaseRow, b: CaseRow) => number {
  const left = new Map<CaseRow, number>();
  const of = (row: CaseRow): number => {
    let value = left.get(row);
    if (value === undefined) {
      value = pressing(row.clocks, now)?.leftMs ?? Infinity;
      left.set(row, value);
    }
    return value;
  };
  return (a, b) => {
    const [x, y] = [of(a), of(b)];
    return x === y ? (a.number < b.number ? -1 : a.number > b.number ? 1 : 0) : x - y;
  };
}
