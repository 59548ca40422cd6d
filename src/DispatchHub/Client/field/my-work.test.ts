import { describe, expect, it } from 'vitest';
import type { CaseRow } from '../api/types';
import { AT, clock, officer, row, waiting, worker } from './field.samples';
import { expectedStatus, turnOf, unseenCalls, workOf } from './my-work';

const ids = (rows: readonly CaseRow[]): string[] => rows.map((one) => one.id);

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
