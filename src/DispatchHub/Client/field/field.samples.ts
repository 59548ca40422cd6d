import type { CaseRow, ClockView } from '../api/types';
import type { Entry } from '../outbox/entry';
import type { Me } from './my-work';

/** When the field's tests play. */
export const AT = Date.parse('2026-03-10T10:00:00+08:00');
export const officer: Me = { userName: 'officer-1', role: 'officer', area: 'street:xiashi', streetId: 'xiashi' };
export const worker: Me = { userName: 'grid-xishan-03', role: 'gridWorker', area: 'grid:xishan-03', streetId: 'xiashi' };

/** A case that is offered to `officer`, changed as asked. */
export function row(id: string, change: Partial<CaseRow> = {}): CaseRow {
  return {
    id, number: `n-${id}`, type: 'DEC-03', title: 't', communityId: 'xishan', gridId: 'xishan-03', level: 'Street', status: 'Offered', priority: 'Normal',
    responsible: 'street:xiashi', officerIds: ['officer-1'], clocks: [], openedAt: '2026-03-10T09:00:00+08:00', version: 1, ...change,
  } as CaseRow;
}

/** A clock that began at `AT` and runs out after `dueIn` ms. */
export function clock(name: string, dueIn: number, change: Partial<ClockView> = {}): ClockView {
  return { name, generation: 1, state: 'Running', budgetMs: 3_600_000, spentMs: 0, since: new Date(AT).toISOString(), calendar: null, dueAt: new Date(AT + dueIn).toISOString(), ...change } as ClockView;
}

/** What waits in the outbox about a case. */
export function waiting(name: string, caseId: string, body: Record<string, unknown> = {}, state: Entry['state'] = 'waiting'): Entry {
  return { id: name, name, body, state, target: { kind: 'case', caseId } } as Entry;
}
