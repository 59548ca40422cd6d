import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, firstOfMonth, instantOfDay, instantOfLocal, localOf } from './local-days';

describe('local days', () => {
  it('begin at midnight of the street, not of the device', () => {
    expect(new Date(instantOfDay('2026-03-10', 'Asia/Shanghai')).toISOString()).toBe('2026-03-09T16:00:00.000Z');
    expect(dayOf(Date.parse('2026-03-09T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-03-10');
    expect(dayOf(Date.parse('2026-03-09T15:59:59Z'), 'Asia/Shanghai')).toBe('2026-03-09');
  });

  it('are 23 hours long where the clock is set forward', () => {
    const zone = 'Europe/Berlin';
    expect(instantOfDay('2026-03-30', zone) - instantOfDay('2026-03-29', zone)).toBe(23 * 3_600_000);
  });

  it('count over months and leap years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(firstOfMonth('2026-03-31')).toBe('2026-03-01');
  });

  it('lead from an instant to local time and back to the minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) }), (at) => {
        const minute = Math.floor(at / 60_000) * 60_000;
        expect(instantOfLocal(localOf(minute, 'Asia/Shanghai'), 'Asia/Shanghai')).toBe(minute);
      }),
    );
  });
});
