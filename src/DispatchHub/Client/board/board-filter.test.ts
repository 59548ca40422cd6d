import { beforeEach, describe, expect, it } from 'vitest';
import { addressOf, filterOf, isEmpty, noFilter, testOf, toggled } from './board-filter';
import { lineId, linesOf } from './board-lines';
import { BoardModel } from './board-model';
import { alarmRow, clockLeft, everything, MINUTE, NOON, rowOf, rowsOf } from './board-samples';
import { outlook } from './outlook';
import { Axes } from './urgency';

const dispatcher = { userName: 'dispatcher-1', role: 'dispatcher', area: 'street:xiashi', streetId: 'xiashi' } as const;
const model = new BoardModel((now) => new Axes(now, () => null));

beforeEach(() => {
  model.take(
    everything,
    rowsOf(
      rowOf('1', { placeName: '华宇钱塘3幢', priority: 'Urgent' }),
      rowOf('2', { level: 'Street', responsible: 'street:xiashi', status: 'AwaitingDispatch', clocks: [clockLeft(-MINUTE)] }),
      rowOf('3', { level: 'Street', responsible: 'officer:officer-1', officerIds: ['officer-1'], status: 'OnSite', clocks: [clockLeft(5 * MINUTE)] }),
      rowOf('4', { level: 'Supervision', responsible: 'supervisor:xiashi', type: 'ILL-01' }),
    ),
    NOON,
  );
  model.settle();
});

function passing(address: string, who: Parameters<typeof testOf>[1] = dispatcher): string[] {
  const test = testOf(filterOf(new URLSearchParams(address)), who);
  return model.order.filter((entry) => !test || test(entry)).map((entry) => entry.row.id).sort();
}

describe('a filter of the board', () => {
  it('comes back from the address as it was written there', () => {
    const address = 'q=%E5%8D%8E%E5%AE%87&level=Street,Supervision&status=OnSite&type=DEC-01&community=xishan&priority=High&source=hotline-12345&due=late&mine=1&unread=1&lateBy=2026-03-10T03:00:00.000Z';
    const filter = filterOf(new URLSearchParams(address));
    const written = new URLSearchParams(Object.entries(addressOf(filter)).filter((one): one is [string, string] => one[1] !== null));
    expect(filterOf(written)).toEqual(filter);
    expect(isEmpty(filter)).toBe(false);
  });

  it('leaves out of an address what it does not know', () => {
    expect(filterOf(new URLSearchParams('level=Moon,Street,,&status=x&priority=1&due=never&lateBy=noon')).levels).toEqual(new Set(['Street']));
    expect(isEmpty(filterOf(new URLSearchParams('status=x&mine=yes&case=c1&lateBy=soon')))).toBe(true);
  });

  it('makes no test when it is empty', () => {
    expect(testOf(noFilter, dispatcher)).toBeNull();
  });

  it('lets through what is in every set that has something in it', () => {
    expect(passing('level=Street,Supervision')).toEqual(['2', '3', '4']);
    expect(passing('level=Street&status=OnSite')).toEqual(['3']);
    expect(passing('type=ILL-01')).toEqual(['4']);
    expect(passing('priority=Urgent')).toEqual(['1']);
  });

  it('finds the cases that another system sent', () => {
    const sent = new BoardModel((now) => new Axes(now, () => null));
    sent.take(everything, rowsOf(rowOf('1'), rowOf('2', { external: { source: 'hotline-12345', number: 'HN-7' } }), rowOf('3', { external: { source: 'platform', number: 'P' } })), NOON);
    sent.settle();
    const of = (address: string): string[] => sent.order.filter(testOf(filterOf(new URLSearchParams(address)), dispatcher)!).map((entry) => entry.row.id).sort();
    expect(of('source=hotline-12345')).toEqual(['2']);
    expect(of('source=hotline-12345,platform')).toEqual(['2', '3']);
  });

  it('finds late and nearly late ones by what is left', () => {
    expect(passing('due=late')).toEqual(['2']);
    expect(passing('due=late,near')).toEqual(['2', '3']);
  });

  it('finds every word of a search, wherever in the row it stands', () => {
    expect(passing('q=3幢 华宇')).toEqual(['1']);
    expect(passing('q=OFFICER-1')).toEqual(['3']);
    expect(passing('q=xiashi-2026-4')).toEqual(['4']);
    expect(passing('q=华宇 officer-1')).toEqual([]);
  });

  it('knows what is mine by who I am', () => {
    expect(passing('mine=1')).toEqual(['2']);
    expect(passing('mine=1', { ...dispatcher, userName: 'officer-1', role: 'officer', area: 'street:xiashi' })).toEqual(['2', '3']);
    expect(passing('mine=1', { ...dispatcher, userName: 'supervisor', role: 'supervisor' })).toEqual(['4']);
  });

  it('shows the cases that will be late in an hour ahead, and none while that is not known', () => {
    outlook.hours = [{ key: '2026-03-10T03:00:00.000Z', from: 0, to: 1, breaches: 2, levels: { Grid: 2, Community: 0, Street: 0, Supervision: 0 }, cases: new Set(['1', '4']), whole: true }];
    expect(passing('lateBy=2026-03-10T11:00:00%2B08:00')).toEqual(['1', '4']);
    expect(passing('lateBy=2026-03-10T04:00:00Z')).toEqual([]);
  });

  it('never hides an open alarm, nor does a folded level', () => {
    const held = new BoardModel((now) => new Axes(now, () => null));
    held.take(everything, rowsOf(rowOf('1'), alarmRow('2')), NOON);
    held.settle();
    const test = testOf(filterOf(new URLSearchParams('type=GRN-01&q=nothing')), dispatcher)!;

    expect(held.order.filter(test).map((entry) => entry.row.id)).toEqual(['2']);
    expect(linesOf(held.order, test, new Set(['Grid'])).map(lineId)).toEqual(['level:Grid', '2']);
  });

  it('takes a value in and out', () => {
    const once = toggled(noFilter, 'level', 'Street');
    expect(once.levels).toEqual(new Set(['Street']));
    expect(isEmpty(toggled(once, 'level', 'Street'))).toBe(true);
  });
});
