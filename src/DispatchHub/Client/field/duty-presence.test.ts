import { describe, expect, it } from 'vitest';
import { pace } from './duty-presence';

describe('a sign of life', () => {
  it('is given every minute of the device at the usual speed', () => {
    expect(pace(1)).toBe(60_000);
  });

  it('comes within ten minutes of a city that runs fast, and never hammers', () => {
    for (const speed of [1, 2, 10, 60, 100]) {
      expect(pace(speed) * speed).toBeLessThan(600_000);
    }
    expect(pace(1_000)).toBe(5_000);
  });
});
