import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countText, percentText } from './numbers';

describe('a share', () => {
  it.each([
    [null, '–'],
    [0, '0%'],
    [1, '100%'],
    [0.5, '50.0%'],
    [0.8246, '82.5%'],
    [0.9988, '99.88%'],
    [0.0011, '0.11%'],
    [0.99999, '99.99%'],
    [0.00001, '0.01%'],
  ])('of %s is written %s', (share, text) => {
    expect(percentText(share)).toBe(text);
  });

  it('that is not all is never written as all, and one that is not none never as none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 2, max: 1_000_000 }), (part, whole) => {
        fc.pre(part < whole);
        expect(percentText(part / whole)).not.toBe('100%');
        expect(percentText(part / whole)).not.toMatch(/^(0|0\.0+|100\.\d+)%$/);
      }),
    );
  });
});

describe('a number', () => {
  it('has its thousands apart', () => {
    expect(countText(277924)).toBe('277,924');
  });
});
