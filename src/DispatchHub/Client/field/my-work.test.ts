import { describe, expect, it } from 'vitest';
import type { CaseRow, ClockView } from '../api/types';
import type { Entry } from '../outbox/entry';
import { actsOf } from './acts';
import { missedSince } from './missed';
import { expectedStatus, turnOf, unseenCalls, workOf, type Me } from './my-work';

const AT = Date.parse('2026-03-10T10:00:00+08:00');
const officer: Me = { userName: 'officer-1', role: 'officer', area: 'street:xiashi', streetId: 'xiashi' };
const worker: Me = { userName: 'grid-xishan-03', role: 'gridWorker', area: 'grid:xishan-03', streetId: 'xiashi' };

function row(id: string, change: Partial<CaseRow> = {}): CaseRow {
  return {
    id, number: `n-${id}`, type: 'DEC-03', title: 't', communityId: 'xishan', gridId: 'xishan-03', level: 'Street', status: 'Offered', priority: 'Normal',
    responsible: 'street:xiashi', officerIds: ['officer-1'], clocks: [], openedAt: '2026-03-10T09:00:00+08:00', version: 1, ...change,
  } as CaseRow;
}

function clock(name: string, dueIn: number, change: Partial<ClockView> = {}): ClockView {
  return { name, generation: 1, state: 'Running', budgetMs: 3_600_000, spentMs: 0, since: new Date(AT).toISOString(), calendar: null, dueAt: new Date(AT + dueIn).toISOString(), ...change } as ClockView;
}

function waiting(name: string, caseId: string, body: Record<string, unknown> = {}, state: Entry['state'] = 'waiting'): Entry {
  return { id: name, name, body, state, target: { kind: 'case', caseId } } as Entry;
}

const ids = (rows: readonly CaseRow[]): string[] => rows.map((one) => one.id);
const names = (rows: readonly { name: string }[]): string[] => rows.map((one) => one.name);

describe('what is mine', () => {
  it('are an officer\'s offers and visits, least slack first, and not those of others', () => {
    const rows = [
      row('a', { status: 'OnSite', clocks: [clock('rectify', 9_000)] }),
      row('b', { status: 'EnRoute', clocks: [clock('arrive', 3_000)] }),
      row('c'),
      row('d', { officerIds: ['officer-2'] }),
    ];
    const work = workOf(rows, [], officer, AT);

    expect([ids(work.offers), ids(work.mine), ids(work.others)]).toEqual([['c'], ['b', 'a'], ['d']]);
  });

  it('are a grid worker\'s reports to verify, cases at the grid and checks of their own grid', () => {
    const rows = [
      row('a', { status: 'AwaitingVerification', responsible: 'grid:xishan-03' }),
      row('b', { status: 'AtGrid', responsible: 'grid:xishan-03' }),
      row('c', { status: 'AwaitingCheck', responsible: 'grid:xishan-03' }),
      row('d', { status: 'AwaitingCheck', responsible: 'community:xishan' }),
    ];
    const work = workOf(rows, [], worker, AT);

    expect([ids(work.mine), ids(work.checks), ids(work.others)]).toEqual([['a', 'b'], ['c'], ['d']]);
  });

  it('are a citizen\'s reports, the newest first', () => {
    const rows = [row('old', { clocks: [clock('rectify', 1)] }), row('new', { openedAt: '2026-03-10T09:30:00+08:00' })];

    expect(ids(workOf(rows, [], { userName: 'citizen', role: 'citizen', area: null, streetId: 'xiashi' }, AT).others)).toEqual(['new', 'old']);
  });

  it('move on at once with what waits in the outbox', () => {
    const offered = row('a');
    const entries = [waiting('offer-accept', 'a'), waiting('arrive', 'a')];

    expect(expectedStatus(offered, entries)).toBe('OnSite');
    expect(ids(workOf([offered], entries, officer, AT).mine)).toEqual(['a']);
  });

  it('do not move by what was refused', () => {
    expect(expectedStatus(row('a'), [waiting('offer-accept', 'a', {}, 'refused')])).toBe('Offered');
  });

  it('are not asked about again once the check waits in the outbox', () => {
    const check = row('a', { status: 'AwaitingCheck', responsible: 'grid:xishan-03' });

    expect(ids(workOf([check], [waiting('check', 'a', { passed: true })], worker, AT).checks)).toEqual([]);
  });
});

describe('the buttons of a case', () => {
  it('lead an officer from accept to on site to stopped and resolved', () => {
    const visit = row('a', { clocks: [clock('stop-work', 1_000)] });

    expect(names(actsOf(visit, 'Offered', [], officer))).toEqual(['offer-accept', 'offer-decline']);
    expect(names(actsOf(visit, 'EnRoute', [], officer))).toEqual(['arrive', 'attach-evidence']);
    expect(names(actsOf(visit, 'OnSite', [], officer))).toEqual(['record-milestone', 'resolve', 'attach-evidence']);
  });

  it('offer a milestone once', () => {
    const visit = row('a', { status: 'OnSite', clocks: [clock('stop-work', 1_000)] });

    expect(names(actsOf(visit, 'OnSite', [waiting('record-milestone', 'a', { milestone: 'stop-work' })], officer))).toEqual(['resolve', 'attach-evidence']);
  });

  it('are only photos where somebody else acts next', () => {
    expect(names(actsOf(row('a', { officerIds: ['officer-2'] }), 'OnSite', [], officer))).toEqual(['attach-evidence']);
  });
});

describe('a call', () => {
  it('rings until it was seen, and again when the case is offered again', () => {
    const offered = row('a', { clocks: [clock('accept', 1_000)] });
    const again = row('a', { clocks: [clock('accept', 1_000, { generation: 2 })] });
    const seen = new Set([turnOf(offered)]);

    expect(ids(unseenCalls(workOf([offered], [], officer, AT), new Set()))).toEqual(['a']);
    expect(ids(unseenCalls(workOf([offered], [], officer, AT), seen))).toEqual([]);
    expect(ids(unseenCalls(workOf([again], [], officer, AT), seen))).toEqual(['a']);
  });
});

describe('what was missed', () => {
  const looked = (rows: CaseRow[], at = AT) => ({ rows, at });
  const told = (before: CaseRow[], after: CaseRow[], own: string[] = []) =>
    missedSince(looked(before), looked(after, AT + 5_000), officer, new Set(own)).map((one) => `${one.kind} ${one.row.id}`);

  it('is nothing when nothing changed', () => {
    const same = [row('a'), row('b', { status: 'OnSite' })];

    expect(told(same, same)).toEqual([]);
  });

  it('is what was offered, ran out, was moved by others and taken away, weightiest first', () => {
    const before = [row('late', { status: 'OnSite', clocks: [clock('rectify', 1_000)] }), row('moved', { status: 'EnRoute' }), row('gone', { status: 'EnRoute' })];
    const after = [{ ...before[0]! }, row('moved', { status: 'Suspended' }), row('new')];

    expect(told(before, after)).toEqual(['offered new', 'late late', 'moved moved', 'gone gone']);
  });

  it('is not what ran out before, nor what the person did', () => {
    const late = row('late', { status: 'OnSite', clocks: [clock('rectify', -1_000)] });

    expect(told([late, row('a', { status: 'OnSite' })], [late], ['a'])).toEqual([]);
    expect(told([row('a', { status: 'EnRoute' })], [row('a', { status: 'OnSite' })], ['a'])).toEqual([]);
  });

  it('is rework that came back', () => {
    expect(told([row('a', { status: 'AwaitingCheck' })], [row('a', { status: 'OnSite' })])).toEqual(['mine a']);
  });
});
