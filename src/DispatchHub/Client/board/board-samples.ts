import type { CaseRow, ClockView } from '../api/types';

/** 2026-03-10 10:30 in the city, a Tuesday within working hours. */
export const NOON = Date.parse('2026-03-10T10:30:00+08:00');
export const MINUTE = 60_000;

/** A running clock of real time with so much left at `NOON`. */
export function clockLeft(leftMs: number, budgetMs = 60 * MINUTE, more: Partial<ClockView> = {}): ClockView {
  return {
    name: 'acknowledge', generation: 1, state: 'Running', budgetMs, spentMs: 0, calendar: null,
    since: new Date(NOON + leftMs - budgetMs).toISOString(), dueAt: new Date(NOON + leftMs).toISOString(), ...more,
  };
}

/** A row of a board for tests. */
export function rowOf(id: string, more: Partial<CaseRow> = {}): CaseRow {
  return {
    id, number: `xiashi-2026-${id}`, type: 'DEC-01', title: 'noise', communityId: 'xishan', gridId: 'xishan-01', level: 'Grid', status: 'AtGrid',
    priority: 'Normal', responsible: 'grid:xishan-01', officerIds: [], clocks: [clockLeft(30 * MINUTE)], openedAt: new Date(NOON).toISOString(), version: 1, ...more,
  };
}

/** A row with an alarm that nobody has answered. */
export function alarmRow(id: string, more: Partial<CaseRow> = {}): CaseRow {
  return rowOf(id, { officerIds: ['officer-1'], safety: { alarm: { by: 'officer-1', at: new Date(NOON).toISOString(), rung: 'dispatcher' } }, ...more });
}

export function rowsOf(...rows: CaseRow[]): Map<string, CaseRow> {
  return new Map(rows.map((row) => [row.id, row]));
}

export const everything = { all: true, changed: [], removed: [], ended: [] };

export function changed(...ids: string[]): { all: boolean; changed: string[]; removed: string[]; ended: CaseRow[] } {
  return { all: false, changed: ids, removed: [], ended: [] };
}
