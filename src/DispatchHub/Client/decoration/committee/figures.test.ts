import { describe, expect, it } from 'vitest';
import { isMonth, monthBeside, placesOf, shareOf } from './figures';

describe('the figures of a committee', () => {
  it('go from month to month over the turn of a year', () => {
    expect([monthBeside('2026-12', 1), monthBeside('2026-01', -1), monthBeside('2026-09', 0)]).toEqual(['2027-01', '2025-12', '2026-09']);
  });

  it('take nothing for a month that is none', () => {
    expect(['2026-09', '2026-13', '2026-9', '1999-01', '', null].map(isMonth)).toEqual([true, false, false, false, false, false]);
  });

  it('are a share only of something that is there', () => {
    expect(shareOf({ count: 3, of: 4 })).toBe(0.75);
    expect([shareOf({ count: 0, of: 0 }), shareOf({ count: 3, of: null })]).toEqual([null, null]);
  });

  it('give managers with equal points the same place', () => {
    expect(placesOf([{ points: 5 }, { points: 3 }, { points: 3 }, { points: -1 }])).toEqual([1, 2, 2, 4]);
  });
});
