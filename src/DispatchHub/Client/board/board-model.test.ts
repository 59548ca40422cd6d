import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseRow } from '../api/types';
import { bySlack, pressing } from '../clocks/slack';
import { WorkingTime } from '../clocks/working-time';
import { BoardModel, MOST_ALERTS, MOST_UNREAD } from './board-model';
import { alarmRow, changed, clockLeft, everything, MINUTE, NOON, rowOf, rowsOf } from './board-samples';
import { Axes } from './urgency';

const realTime = (now: number): Axes => new Axes(now, () => null);
let model: BoardModel;
const order = (): string[] => model.order.map((entry) => entry.row.id);

beforeEach(() => {
  model = new BoardModel(realTime);
});

function start(...rows: CaseRow[]): void {
  model.take(everything, rowsOf(...rows), NOON);
  model.settle();
}

describe('the order of a board', () => {
  it('has the least slack first, and cases without a clock last', () => {
    start(rowOf('a', { clocks: [] }), rowOf('b', { clocks: [clockLeft(20 * MINUTE)] }), rowOf('c', { clocks: [clockLeft(-MINUTE)] }), rowOf('d'));
    expect(order()).toEqual(['c', 'b', 'd', 'a']);
  });

  it('has an open alarm before everything, and leaves it there while time passes', () => {
    start(rowOf('a', { clocks: [clockLeft(-MINUTE)] }), alarmRow('b', { clocks: [] }), alarmRow('c', { clocks: [clockLeft(20 * MINUTE)] }));
    expect(order()).toEqual(['c', 'b', 'a']);

    expect(model.tick(NOON + 1_000)).toBeNull();
    model.take(changed('b'), rowsOf(rowOf('b', { clocks: [], version: 2 })), NOON);
    model.settle();
    expect(order()).toEqual(['c', 'a', 'b']);
  });

  it('has a case that was missed and on which nothing runs any more among the late ones', () => {
    const since = (minutes: number): string => new Date(NOON - minutes * MINUTE).toISOString();
    start(rowOf('a', { clocks: [clockLeft(-5 * MINUTE)] }), rowOf('b', { clocks: [], overdueSince: since(60) }), rowOf('c', { overdueSince: since(90) }), rowOf('d', { clocks: [] }));
    expect(order()).toEqual(['b', 'a', 'c', 'd']);
    expect(model.get('b')).toMatchObject({ tone: 'critical', late: true });
    expect(model.get('c')).toMatchObject({ tone: 'normal', late: true });
  });

  it('stays what sorting everything anew would give, whatever changes, comes or goes', () => {
    const change = fc.record({ id: fc.integer({ min: 0, max: 12 }).map(String), left: fc.integer({ min: -90, max: 90 }), gone: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 12 }), (batches) => {
        const own = new BoardModel(realTime);
        const rows = new Map<string, CaseRow>();
        own.take(everything, rows, NOON);
        let version = 1;
        for (const batch of batches) {
          for (const { id, left, gone } of batch) {
            if (gone) {
              rows.delete(id);
              own.take({ all: false, changed: [], removed: [id], ended: [] }, rows, NOON);
            } else {
              rows.set(id, rowOf(id, { version: ++version, level: left < 0 ? 'Street' : 'Grid', clocks: left % 7 === 0 ? [] : [clockLeft(left * MINUTE)] }));
              own.take(changed(id), rows, NOON);
            }
          }
          own.settle();
          expect(own.order.map((entry) => entry.row)).toEqual([...rows.values()].sort(bySlack(NOON)));
          expect(own.totals.all).toBe(rows.size);
          expect(own.totals.levels.Street).toBe([...rows.values()].filter((row) => row.level === 'Street').length);
          expect(own.totals.late).toBe([...rows.values()].filter((row) => (pressing(row.clocks, NOON)?.leftMs ?? 1) < 0).length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('counts what is left in working time where a clock does', () => {
    const night = new WorkingTime([
      { from: '2026-03-10T08:30:00+08:00', to: '2026-03-10T10:40:00+08:00' },
      { from: '2026-03-11T08:30:00+08:00', to: '2026-03-11T12:00:00+08:00' },
    ]);
    model = new BoardModel((now) => new Axes(now, () => night));
    const office = clockLeft(0, 60 * MINUTE, { calendar: 'office', since: '2026-03-10T10:00:00+08:00', dueAt: '2026-03-11T08:50:00+08:00' });
    start(rowOf('real', { clocks: [clockLeft(40 * MINUTE)] }), rowOf('office', { clocks: [office] }));
    expect(model.get('office')!.urgency.leftMs).toBe(30 * MINUTE);
    expect(order()).toEqual(['office', 'real']);
  });

  it('changes by time alone when one clock stands still overnight', () => {
    const day = new WorkingTime([{ from: '2026-03-10T08:30:00+08:00', to: '2026-03-10T10:40:00+08:00' }, { from: '2026-03-11T08:30:00+08:00', to: '2026-03-11T12:00:00+08:00' }]);
    model = new BoardModel((now) => new Axes(now, () => day));
    const office = clockLeft(0, 60 * MINUTE, { calendar: 'office', since: '2026-03-10T10:00:00+08:00', dueAt: '2026-03-11T08:50:00+08:00' });
    start(rowOf('real', { clocks: [clockLeft(40 * MINUTE)] }), rowOf('office', { clocks: [office] }));
    model.tick(NOON + 35 * MINUTE);
    expect(order()).toEqual(['real', 'office']);
  });
});

describe('what asks for attention', () => {
  it('is nothing of what one finds at the start', () => {
    expect(model.take(everything, rowsOf(rowOf('a', { clocks: [clockLeft(-1)] })), NOON)).toEqual([]);
    expect(model.unreadCount).toBe(0);
  });

  it('is a case that comes, once, until somebody acts on it', () => {
    start();
    const rows = rowsOf(rowOf('a'));
    expect(model.take(changed('a'), rows, NOON).map((one) => one.alert)).toEqual(['new']);
    rows.set('a', rowOf('a', { version: 2, clocks: [clockLeft(10 * MINUTE)] }));
    expect(model.take(changed('a'), rows, NOON)).toEqual([]);
    expect(model.get('a')!.alert).toBe('new');
    rows.set('a', rowOf('a', { version: 3, status: 'AwaitingCommunity' }));
    model.take(changed('a'), rows, NOON);
    expect(model.get('a')!.alert).toBeNull();
  });

  it('is a case that runs out of time while nothing else happens', () => {
    start(rowOf('a', { clocks: [clockLeft(MINUTE)] }), rowOf('b', { clocks: [] }));
    expect(model.tick(NOON + 30_000)).toBeNull();
    expect(model.tick(NOON + 2 * MINUTE)!.map((one) => [one.entry.row.id, one.alert])).toEqual([['a', 'breach']]);
    expect(model.totals.late).toBe(1);
    expect(model.tick(NOON + 3 * MINUTE)).toBeNull();
  });

  it('is a case whose missed clock the server tells of, though another runs', () => {
    start(rowOf('a'));
    expect(model.totals.late).toBe(0);
    const missed = rowOf('a', { version: 2, overdueSince: new Date(NOON - MINUTE).toISOString() });
    expect(model.take(changed('a'), rowsOf(missed), NOON).map((one) => one.alert)).toEqual(['breach']);
    model.settle();
    expect(model.totals).toMatchObject({ late: 1, near: 0 });
    expect(model.take(changed('a'), rowsOf({ ...missed, version: 3 }), NOON)).toEqual([]);
    model.take(changed('a'), rowsOf(rowOf('a', { version: 4 })), NOON);
    model.settle();
    expect(model.totals.late).toBe(0);
  });

  it('is a case that reaches supervision', () => {
    start(rowOf('a', { level: 'Street' }));
    expect(model.take(changed('a'), rowsOf(rowOf('a', { version: 2, level: 'Supervision' })), NOON).map((one) => one.alert)).toEqual(['breach']);
  });

  it('ends when somebody looks', () => {
    start();
    model.take(changed('a'), rowsOf(rowOf('a')), NOON);
    expect(model.look('a')).toBe(true);
    expect(model.get('a')).toMatchObject({ alert: null, unread: false });
    expect(model.look('a')).toBe(false);
  });

  it('is not the case that is open anyway', () => {
    start(rowOf('a'));
    model.take(changed('a'), rowsOf(rowOf('a', { version: 2 })), NOON, 'a');
    expect(model.get('a')!.unread).toBe(false);
  });

  it('is what differs after a gap', () => {
    start(rowOf('a'), rowOf('b'), rowOf('c'));
    model.take(everything, rowsOf(rowOf('a'), rowOf('b', { version: 2 }), rowOf('d')), NOON);
    model.settle();
    expect(model.order.filter((entry) => entry.unread).map((entry) => entry.row.id)).toEqual(['b', 'd']);
    expect(order()).toEqual(['a', 'b', 'd']);
  });

  it('is never more than is worth keeping', () => {
    start();
    const rows = rowsOf(...Array.from({ length: MOST_UNREAD + 50 }, (_, i) => rowOf(String(1_000 + i))));
    model.take(changed(...rows.keys()), rows, NOON);
    model.settle();
    expect(model.unreadCount).toBe(MOST_UNREAD);
    expect(model.order.filter((entry) => entry.unread)).toHaveLength(MOST_UNREAD);
    expect(model.order.filter((entry) => entry.alert)).toHaveLength(MOST_ALERTS);
    expect(model.get('1000')!.unread).toBe(false);
  });
});

describe('a frozen board', () => {
  it('stays as it was while the live one goes on', () => {
    start(rowOf('a'), rowOf('b', { clocks: [clockLeft(40 * MINUTE)] }));
    const frozen = model.frozen();
    model.take({ all: false, changed: ['b'], removed: ['a'], ended: [] }, rowsOf(rowOf('b', { version: 2, clocks: [clockLeft(MINUTE)] })), NOON);
    model.settle();
    frozen.tick(NOON + MINUTE, true);
    expect(order()).toEqual(['b']);
    expect(frozen.order.map((entry) => [entry.row.id, entry.row.version])).toEqual([['a', 1], ['b', 1]]);
    expect(frozen.totals.all).toBe(2);
  });
});
