import { describe, expect, it } from 'vitest';
import { isSmall, shareOf, SMALL_NUMBER } from './figure';

describe('the figure of a pilot project', () => {
  it('is a share with its counts', () => {
    expect(shareOf({ part: 12, whole: 80 })).toBe(0.15);
  });

  it('looks small where either side has few', () => {
    expect(isSmall({ whole: SMALL_NUMBER }, { whole: 500 })).toBe(false);
    expect(isSmall({ whole: SMALL_NUMBER }, { whole: SMALL_NUMBER - 1 })).toBe(true);
    expect(isSmall({ whole: 500 }, null)).toBe(false);
  });
});
