import type { CaseRow } from '../api/types';
import { pressing } from '../clocks/slack';
import { workOf, type Me } from './my-work';

/** The rows as they were when somebody last looked. */
export interface Looked {
  rows: readonly CaseRow[];
  /** City time, Unix ms. */
  at: number;
}

/** One thing that happened while nobody looked. */
export interface Missed {
  kind: 'offered' | 'mine' | 'check' | 'late' | 'moved' | 'gone';
  row: CaseRow;
}

const ORDER: readonly Missed['kind'][] = ['offered', 'mine', 'check', 'late', 'moved', 'gone'];

/**
 * What somebody must know who looks again: what came to them, what ran out, what others did to their cases; the weightiest first, one
 * line a case.
 * @param own Cases that they acted on themselves meanwhile; where those went is no news.
 */
export function missedSince(before: Looked, after: Looked, me: Me, own: ReadonlySet<string>): Missed[] {
  const earlier = new Map(before.rows.map((row) => [row.id, row]));
  const was = places(before, me);
  const is = places(after, me);
  const missed: Missed[] = [];
  for (const row of after.rows) {
    const kind = kindOf(row, earlier.get(row.id), was.get(row.id), is.get(row.id)!, before.at, after.at, own);
    if (kind) {
      missed.push({ kind, row });
    }
  }
  const now = new Set(after.rows.map((row) => row.id));
  for (const row of before.rows) {
    if (!now.has(row.id) && was.get(row.id) !== 'others' && !own.has(row.id)) {
      missed.push({ kind: 'gone', row });
    }
  }
  return missed.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

type Part = 'offers' | 'mine' | 'checks' | 'others';

function kindOf(row: CaseRow, old: CaseRow | undefined, was: Part | undefined, is: Part, beforeAt: number, afterAt: number, own: ReadonlySet<string>): Missed['kind'] | null {
  const arrived = is !== was || (old !== undefined && old.status !== row.status);
  if (arrived && is !== 'others' && !own.has(row.id)) {
    return is === 'offers' ? 'offered' : is === 'checks' ? 'check' : 'mine';
  }
  if (is !== 'others' && isLate(row, afterAt) && !(old && isLate(old, beforeAt))) {
    return 'late';
  }
  const handled = was !== undefined && was !== 'others';
  return old && handled && old.status !== row.status && !own.has(row.id) ? 'moved' : null;
}

function isLate(row: CaseRow, at: number): boolean {
  return (pressing(row.clocks, at)?.leftMs ?? 0) < 0;
}

function places(looked: Looked, me: Me): Map<string, Part> {
  const places = new Map<string, Part>();
  for (const [part, rows] of Object.entries(workOf(looked.rows, [], me, looked.at)) as [Part, CaseRow[]][]) {
    rows.forEach((row) => places.set(row.id, part));
  }
  return places;
}
