import type { CommitteeLine, CompetitionRow } from './types';

/** A month, such as `2026-03`, so many months later or earlier. */
export function monthBeside(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number);
  const months = year! * 12 + number! - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** Whether a text is a month that the server takes. */
export function isMonth(text: string | null): text is string {
  return text !== null && /^20\d\d-(0[1-9]|1[0-2])$/.test(text);
}

/** The share that a line is, of 1; null where it is none, or there is nothing to be a share of. */
export function shareOf(line: Pick<CommitteeLine, 'count' | 'of'>): number | null {
  const whole = Number(line.of ?? 0);
  return whole === 0 ? null : Number(line.count) / whole;
}

/** The places of a competition: managers with equal points share one. */
export function placesOf(rows: readonly Pick<CompetitionRow, 'points'>[]): number[] {
  return rows.map((row) => rows.findIndex((other) => Number(other.points) === Number(row.points)) + 1);
}
