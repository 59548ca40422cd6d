import { describe, expect, it } from 'vitest';
import type { CaseRow } from '../api/types';
import { currentAfter, dutiesOf, dutyOrder, isLate, orderOf, stepFrom, turnOf, unseen, whistlesToday, type Duties } from './duties';

const NOW = Date.parse('2026-03-10T09:00:00+08:00');

function row(id: string, status: CaseRow['status'], more: Partial<CaseRow> = {}): CaseRow {
  return {
    id, number: id, type: 'DEC-03', title: '', communityId: 'xishan', gridId: 'xishan-03', level: 'Community', status, priority: 'Normal',
    responsible: 'community:xishan', officerIds: [], clocks: [], openedAt: '2026-03-10T08:00:00+08:00', version: 1, ...more,
  } as CaseRow;
}

function board(...rows: CaseRow[]): Map<string, CaseRow> {
  return new Map(rows.map((one) => [one.id, one]));
}

function idsOf(duties: Duties): Record<string, string[]> {
  return Object.fromEntries(Object.entries(duties).map(([name, rows]) => [name, (rows as CaseRow[]).map((one) => one.id)]));
}

function running(name: string, dueAt: string, generation = 1): CaseRow['clocks'][number] {
  return { name, generation, state: 'Running', budgetMs: 1_800_000, spentMs: 0, since: '2026-03-10T08:50:00+08:00', calendar: null, dueAt };
}

describe('the duties of a community', () => {
  it('stand where the community has to act on them', () => {
    const duties = dutiesOf(
      board(
        row('a', 'AwaitingCommunity'), row('b', 'PreControl'), row('c', 'EnRoute'), row('d', 'OnSite'), row('e', 'AtGrid'), row('f', 'Suspended'),
        row('g', 'AwaitingCheck'), row('h', 'AwaitingCheck', { responsible: 'grid:xishan-03' }),
      ),
      'xishan',
      NOW,
    );
    expect(idsOf(duties)).toEqual({
      acknowledge: ['a'], preControl: ['b'], check: ['g'], atStreet: ['c'], onSite: ['d'], atGrid: ['e'], others: ['f', 'h'],
    });
  });

  it('come with the least slack first', () => {
    const duties = dutiesOf(
      board(
        row('late', 'AwaitingCommunity', { clocks: [running('acknowledge', '2026-03-10T09:20:00+08:00')] }),
        row('soon', 'AwaitingCommunity', { clocks: [running('acknowledge', '2026-03-10T09:05:00+08:00')] }),
      ),
      'xishan',
      NOW,
    );
    expect(duties.acknowledge.map((one) => one.id)).toEqual(['soon', 'late']);
  });
});

describe('a case that somebody writes about', () => {
  it('keeps its place when it moves on, and when it ends', () => {
    const held = new Map([
      ['moved', { duty: 'acknowledge' as const, row: row('moved', 'AwaitingCommunity') }],
      ['ended', { duty: 'preControl' as const, row: row('ended', 'PreControl') }],
    ]);
    const duties = dutiesOf(board(row('moved', 'AwaitingDispatch'), row('free', 'AwaitingDispatch')), 'xishan', NOW, held);
    expect(duties.acknowledge.map((one) => [one.id, one.status])).toEqual([['moved', 'AwaitingDispatch']]);
    expect(duties.preControl.map((one) => one.id)).toEqual(['ended']);
    expect(duties.atStreet.map((one) => one.id)).toEqual(['free']);
  });
});

describe('the keys', () => {
  const order = ['a', 'b', 'c'];

  it('walk the cases and stop at the ends', () => {
    expect(stepFrom(order, null, 1)).toBe('a');
    expect(stepFrom(order, 'a', 1)).toBe('b');
    expect(stepFrom(order, 'c', 1)).toBe('c');
    expect(stepFrom(order, 'a', -1)).toBe('a');
    expect(stepFrom(order, 'gone', -1)).toBe('a');
    expect(stepFrom([], null, 1)).toBeNull();
  });

  it('go on with what waits next when a case was dealt with, wherever it went', () => {
    const sorted = (...rows: CaseRow[]) => dutiesOf(board(...rows), 'xishan', NOW);
    const before = sorted(row('a', 'AwaitingCommunity'), row('b', 'AwaitingCommunity'), row('c', 'AwaitingCommunity'), row('d', 'PreControl'));
    expect(currentAfter(before, sorted(row('a', 'AwaitingCommunity'), row('b', 'PreControl'), row('c', 'AwaitingCommunity'), row('d', 'PreControl')), 'b', 60)).toBe('c');
    expect(currentAfter(before, sorted(row('a', 'AwaitingCommunity'), row('b', 'AwaitingCommunity'), row('d', 'PreControl')), 'c', 60)).toBe('b');
    expect(currentAfter(before, before, 'b', 60)).toBe('b');
  });

  it('go to another section when nothing waits any more, and nowhere when nothing is left', () => {
    const before = dutiesOf(board(row('a', 'AwaitingCommunity'), row('d', 'PreControl')), 'xishan', NOW);
    expect(currentAfter(before, dutiesOf(board(row('a', 'PreControl'), row('d', 'PreControl')), 'xishan', NOW), 'a', 60)).toBe('d');
    expect(currentAfter(before, dutiesOf(board(), 'xishan', NOW), 'a', 60)).toBeNull();
  });

  it('reach every case that the page shows', () => {
    const duties = dutiesOf(board(row('a', 'AtGrid'), row('b', 'AwaitingCommunity'), row('c', 'OnSite'), row('d', 'AwaitingCommunity')), 'xishan', NOW);
    expect(orderOf(duties, 60)).toEqual(['b', 'd', 'a', 'c']);
    expect(orderOf(duties, 1)).toEqual(['b', 'a', 'c']);
    expect([...dutyOrder].sort()).toEqual(Object.keys(duties).sort());
  });
});

describe('a late case', () => {
  it('is one whose clock ran out, or ran out before and was not answered', () => {
    expect(isLate(row('a', 'PreControl', { clocks: [running('pre-control', '2026-03-10T08:59:00+08:00')] }), NOW)).toBe(true);
    expect(isLate(row('b', 'AwaitingDispatch', { clocks: [running('assign', '2026-03-10T09:20:00+08:00')], overdueSince: '2026-03-10T08:40:00+08:00' }), NOW)).toBe(true);
    expect(isLate(row('c', 'AwaitingDispatch', { clocks: [running('assign', '2026-03-10T09:20:00+08:00')] }), NOW)).toBe(false);
    expect(isLate(row('d', 'Suspended'), NOW)).toBe(false);
  });
});

describe('what rings', () => {
  it('is what waits and was not seen, and again when the case waits a second time', () => {
    const first = row('a', 'AwaitingCommunity', { clocks: [running('acknowledge', '2026-03-10T09:20:00+08:00')] });
    const again = row('a', 'AwaitingCommunity', { clocks: [running('acknowledge', '2026-03-10T11:20:00+08:00', 2)] });
    const seen = new Set([turnOf(first)]);
    expect(unseen([first], seen)).toEqual([]);
    expect(unseen([again], seen)).toEqual([again]);
  });
});

describe('the whistles of the day', () => {
  it('are counted with those that were answered on site', () => {
    const rows = [
      row('a', 'AwaitingDispatch', { whistledAt: '2026-03-10T08:40:00+08:00' }),
      row('b', 'OnSite', { whistledAt: '2026-03-10T08:41:00+08:00' }),
      row('c', 'OnSite', { whistledAt: '2026-03-09T16:00:00+08:00' }),
    ];
    expect(whistlesToday(rows, (at) => at.slice(0, 10), '2026-03-10')).toEqual({ sent: 2, answered: 1 });
  });
});
