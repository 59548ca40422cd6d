import type { LedgerClock } from '../api/types';

/** A bar is drawn on a line of this many units, whatever its width on the screen. */
export const UNITS = 1_000;

export interface Stretch {
  from: number;
  to: number;
  kind: 'running' | 'paused' | 'over';
}

export interface BarMark {
  at: number;
  mark: number;
  fired: boolean;
}

/** One clock's life as positions on a line of `UNITS`. */
export interface Bar {
  stretches: Stretch[];
  marks: BarMark[];
  /** The deadline; null while the clock is paused. */
  due: number | null;
  /** Now, or null for a clock that has ended. */
  now: number | null;
}

/** Where everything of a clock lies on its own line, which begins with its start and ends with its end, its deadline or now, whichever is last. */
export function barOf(clock: LedgerClock, now: number): Bar {
  const start = Date.parse(clock.startedAt);
  const ended = clock.endedAt ? Date.parse(clock.endedAt) : null;
  const due = clock.dueAt ? Date.parse(clock.dueAt) : dueOfEnded(clock, start, ended);
  const marks = clock.marks.flatMap((mark) => {
    const at = mark.firedAt ?? mark.dueAt;
    return at ? [{ at: Date.parse(at), mark: mark.mark, fired: mark.firedAt !== null }] : [];
  });
  const last = Math.max(start + 1, ended ?? now, due ?? start, ...marks.map((one) => one.at));
  const place = (at: number) => Math.round((Math.min(Math.max(at, start), last) - start) / (last - start) * UNITS);
  // A clock that waited for working hours and was stopped before them used nothing.
  const unused = ended !== null && clock.spentMs <= 0;
  const stretches = clock.spans.flatMap((span) => {
    const from = Date.parse(span.from);
    const to = span.to ? Date.parse(span.to) : ended ?? Math.max(from, now);
    if (span.kind === 'running' && due !== null && to > due) {
      return [stretch(place(from), place(Math.max(from, due)), 'running'), stretch(place(Math.max(from, due)), place(to), 'over')];
    }
    return [stretch(place(from), place(to), unused ? 'paused' : span.kind)];
  });
  return {
    stretches: stretches.filter((one) => one.to > one.from),
    marks: marks.map((one) => ({ ...one, at: place(one.at) })),
    due: due === null ? null : place(due),
    now: ended === null ? place(now) : null,
  };
}

/** An ended clock has no deadline any more; on its bar it stands where its used share of the budget puts it. */
function dueOfEnded(clock: LedgerClock, start: number, ended: number | null): number | null {
  return ended === null || clock.spentMs <= 0 ? null : start + ((ended - start) * clock.budgetMs) / clock.spentMs;
}

function stretch(from: number, to: number, kind: Stretch['kind']): Stretch {
  return { from, to, kind };
}
