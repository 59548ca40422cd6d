import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OnDuty } from '../api/types';
import { daysOf, dutiesAhead, gapsAhead, hoursText, mondayOf, readDay, spanOf } from './week';

const ZONE = 'Asia/Shanghai';

function duty(userName: string, from: string, until: string, line = 1): OnDuty {
  return { userName, role: 'officer', line, from: `${from}+08:00`, until: `${until}+08:00`, shiftId: 'd1', skills: [] };
}

describe('a week of a roster', () => {
  it('begins on Monday', () => {
    expect(mondayOf('2026-03-09')).toBe('2026-03-09');
    expect(mondayOf('2026-03-15')).toBe('2026-03-09');
    expect(mondayOf('2026-03-16')).toBe('2026-03-16');
  });

  it('lasts seven days of the street', () => {
    expect(spanOf('2026-03-09', ZONE)).toEqual({ from: '2026-03-08T16:00:00.000Z', to: '2026-03-15T16:00:00.000Z' });
  });

  it('puts people with the same hours together, the first line first', () => {
    const days = daysOf('2026-03-09', [
      duty('c', '2026-03-10T08:30', '2026-03-11T08:30', 2),
      duty('a', '2026-03-10T08:30', '2026-03-10T17:30'),
      duty('b', '2026-03-10T08:30', '2026-03-10T17:30'),
    ], ZONE);
    expect(days[1]!.blocks.map((block) => [block.line, block.people.map((one) => one.userName)])).toEqual([[1, ['a', 'b']], [2, ['c']]]);
    expect(days[0]!.blocks).toEqual([]);
  });

  it('shows what began before it on its first day', () => {
    const days = daysOf('2026-03-09', [duty('a', '2026-03-08T17:30', '2026-03-09T08:30')], ZONE);
    expect(days[0]!.blocks).toHaveLength(1);
    expect(hoursText('2026-03-08T17:30+08:00', '2026-03-09T08:30+08:00', '2026-03-09', ZONE)).toBe('03-08 17:30–08:30');
  });

  it('shows everybody who is on duty in it exactly once', () => {
    const hours = fc.tuple(fc.integer({ min: -20, max: 167 }), fc.integer({ min: 21, max: 60 }));
    fc.assert(fc.property(fc.array(hours, { maxLength: 20 }), (list) => {
      const start = Date.parse('2026-03-09T00:00+08:00');
      const all = list.map(([from, length], index): OnDuty => ({
        ...duty(`p${index}`, '2026-03-09T00:00', '2026-03-09T01:00'),
        from: new Date(start + from * 3_600_000).toISOString(),
        until: new Date(start + (from + length) * 3_600_000).toISOString(),
      }));
      const shown = daysOf('2026-03-09', all, ZONE).flatMap((day) => day.blocks.flatMap((block) => block.people.map((one) => one.userName)));
      expect(shown.sort()).toEqual(all.map((one) => one.userName).sort());
    }));
  });
});

describe('hours', () => {
  it('mark the next day, and midnight as the end of a day', () => {
    expect(hoursText('2026-03-10T17:30+08:00', '2026-03-11T08:30+08:00', '2026-03-10', ZONE)).toBe('17:30–08:30⁺¹');
    expect(hoursText('2026-03-10T17:30+08:00', '2026-03-11T00:00+08:00', '2026-03-10', ZONE)).toBe('17:30–24:00');
  });
});

describe('what lies ahead', () => {
  const now = Date.parse('2026-03-10T12:00+08:00');

  it('leaves out gaps that are over', () => {
    const gap = (from: string, to: string) => ({ from: `${from}+08:00`, to: `${to}+08:00`, line: 1, missing: 1, dutyId: 'd1' });
    const [over, later, soon] = [gap('2026-03-09T08:30', '2026-03-09T17:30'), gap('2026-03-12T08:30', '2026-03-12T17:30'), gap('2026-03-10T08:30', '2026-03-10T17:30')];
    expect(gapsAhead([over, later, soon], now)).toEqual([soon, later]);
  });

  it('is a duty only before it begins', () => {
    const ahead = duty('a', '2026-03-11T08:30', '2026-03-11T17:30');
    expect(dutiesAhead([duty('a', '2026-03-10T08:30', '2026-03-10T17:30'), ahead, duty('b', '2026-03-11T08:30', '2026-03-11T17:30')], 'a', now)).toEqual([ahead]);
  });
});

describe('a day in the address', () => {
  it('is one of the calendar or none', () => {
    expect(readDay('2026-03-09')).toBe('2026-03-09');
    expect([readDay('2026-13-09'), readDay('soon'), readDay(null)]).toEqual([null, null, null]);
  });
});
