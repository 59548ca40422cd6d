import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, wallTime } from './zone-time';

describe('a time typed on the wall clock of the street', () => {
  it('is that instant in the street’s zone, wherever the device is', () => {
    expect(instantOf('2026-03-10T08:30', 'Asia/Shanghai')).toBe(Date.parse('2026-03-10T08:30:00+08:00'));
    expect(instantOf('2026-07-01T08:30', 'America/New_York')).toBe(Date.parse('2026-07-01T08:30:00-04:00'));
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2035-01-01') }),
        fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'UTC'),
        (at, zone) => {
          const wall = wallTime(at, zone);
          expect(wallTime(instantOf(wall, zone)!, zone)).toBe(wall);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('that daylight saving time leaves out is the instant as long after the change', () => {
    expect(instantOf('2026-03-08T02:30', 'America/New_York')).toBe(Date.parse('2026-03-08T03:30:00-04:00'));
  });

  it('is nothing when it is no time', () => {
    expect(instantOf('', 'Asia/Shanghai')).toBeNull();
    expect(instantOf('tomorrow', 'Asia/Shanghai')).toBeNull();
  });
});
