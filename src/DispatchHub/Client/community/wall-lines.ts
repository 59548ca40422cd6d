import type { CaseRow } from '../api/types';
import type { Duties } from './duties';

/** What a wall shows: first what waits for somebody here, then what is being worked on; `more` did not fit. */
export function wallLines(duties: Duties, most: number): { lines: CaseRow[]; more: number } {
  const all = [...duties.acknowledge, ...duties.preControl, ...duties.check];
  return { lines: all.slice(0, most), more: Math.max(0, all.length - most) };
}
