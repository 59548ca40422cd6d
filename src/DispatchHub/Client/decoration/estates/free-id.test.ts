import { describe, expect, it } from 'vitest';
import type { Spot } from '../types';
import { freeId } from './free-id';

describe('the id of a new spot', () => {
  it('is the first that the plan does not have', () => {
    const spot = (id: string): Spot => ({ id }) as Spot;
    expect(freeId({ spots: [] })).toBe('spot-1');
    expect(freeId({ spots: [spot('spot-1'), spot('bay'), spot('spot-3')] })).toBe('spot-2');
  });
});
