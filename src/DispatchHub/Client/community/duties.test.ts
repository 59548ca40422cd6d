import { describe, expect, it } from 'vitest';
import type { CaseRow } from '../api/types';
import { dutiesOf, turnOf, unseen, whistlesToday } from './duties';

const NOW = Date.parse('2026-03-10T09:00:00+08:00');

function row(id: string, status: CaseRow['status'], more: Partial<CaseRow> = {}): CaseRow {
  return {
    id, number: id, type: 'DEC-03', title: '', communityId: 'xishan', gridId: 'xishan-03', level: 'Community', status, priority: 'Normal',
    responsible: 'community:xishan', officerIds: [], clocks: [], openedAt: '2026-03-10T08:00:00+08:00', version: 1, ...more,
  } as CaseRow;
}

function running(name: string, dueAt: string, generation = 1): CaseRow['clocks'][number] {
  return { name, generation, state: 'Running', budgetMs: 1_800_000, spentMs: 0, since: '2026-03-10T08:50:00+08:00', calendar: null, dueAt };
}

describe('the duties of a community', () => {
  it('stand where the community has to act on them', () => {
    const duties = dutiesOf(
      [
        row('a', 'AwaitingCommunity'), row('b', 'PreControl'), row('c', 'EnRoute'), row('d', 'OnSite'), row('e', 'AtGrid'), row('f', 'Suspended'),
        row('g', 'AwaitingCheck'), row('h', 'AwaitingCheck', { responsible: 'grid:xishan-03' }),
      ],
      'xishan',
      NOW,
    );
    expect(Object.fromEntries(Object.entries(duties).map(([name, rows]) => [name, (rows as CaseRow[]).map((one) => one.id)]))).toEqual({
      acknowledge: ['a'], preControl: ['b'], check: ['g'], atStreet: ['c'], onSite: ['d'], atGrid: ['e'], others: ['f', 'h'],
    });
  });

  it('come with the least slack first', () => {
    const duties = dutiesOf(
      [
        row('late', 'AwaitingCommunity', { clocks: [running('acknowledge', '2026-03-10T09:20:00+08:00')] }),
        row('soon', 'AwaitingCommunity', { clocks: [running('acknowledge', '2026-03-10T09:05:00+08:00')] }),
      ],
      'xishan',
      NOW,
    );
    expect(duties.acknowledge.map((one) => one.id)).toEqual(['soon', 'late']);
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
