import { describe, expect, it } from 'vitest';
import { dutyOf, minuteOf, timeOf, type PlanFields } from './plan-data';

const fields: PlanFields = {
  name: ' Night ', line: '1', from: '17:30', to: '08:30', days: 'everyDay', first: '2026-03-16', last: '', turnDays: '7', least: '2',
  crews: new Map([['a', '1'], ['c', '2'], ['b', '1'], ['d', '2']]),
};

describe('the form of a planned duty', () => {
  it('becomes a rotation of its crews in order', () => {
    expect(dutyOf(fields)).toEqual({
      name: 'Night', line: 1, crews: [['a', 'b'], ['c', 'd']], fromMinute: 1050, toMinute: 510, days: 'everyDay', first: '2026-03-16', last: null, turnDays: 7, least: 2,
    });
  });

  it('has no turns with one crew, whatever stands in a field that is not shown', () => {
    expect(dutyOf({ ...fields, crews: new Map([['a', '2']]) })).toMatchObject({ crews: [['a']], turnDays: 1 });
  });

  it('is not asked for while it names nobody, or lacks an hour or a day', () => {
    expect(dutyOf({ ...fields, crews: new Map([['a', '']]) })).toBeNull();
    expect(dutyOf({ ...fields, to: '' })).toBeNull();
    expect(dutyOf({ ...fields, first: '' })).toBeNull();
  });

  it('reads and writes minutes of the day', () => {
    expect([minuteOf('08:05'), minuteOf('8:05'), timeOf(485), timeOf('0')]).toEqual([485, null, '08:05', '00:00']);
  });
});
