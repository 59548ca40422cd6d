import type { CaseRow } from '../api/types';

/** Whether an alarm is open on a case. */
export function hasAlarm(row: Pick<CaseRow, 'safety'>): boolean {
  return Boolean(row.safety?.alarm);
}

/** The cases with an open alarm: those that nobody has answered first, then in the order in which they were raised. */
export function alarmed(rows: Iterable<CaseRow>): CaseRow[] {
  const found: CaseRow[] = [];
  for (const row of rows) {
    if (hasAlarm(row)) {
      found.push(row);
    }
  }
  const key = (row: CaseRow): string => `${row.safety!.alarm!.acknowledgedBy ? 1 : 0} ${row.safety!.alarm!.at} ${row.number}`;
  return found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
