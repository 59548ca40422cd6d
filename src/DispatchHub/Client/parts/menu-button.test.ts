import { describe, expect, it } from 'vitest';
import { stepIn } from './menu-button';

describe('the keys of a menu', () => {
  it('go round', () => {
    expect(stepIn(3, 2, 'ArrowDown')).toBe(0);
    expect(stepIn(3, 0, 'ArrowUp')).toBe(2);
    expect(stepIn(3, 1, 'ArrowDown')).toBe(2);
  });

  it('begin at an end when nothing has the focus', () => {
    expect(stepIn(3, -1, 'ArrowDown')).toBe(0);
    expect(stepIn(3, -1, 'ArrowUp')).toBe(2);
  });

  it('jump to the ends', () => {
    expect(stepIn(3, 1, 'Home')).toBe(0);
    expect(stepIn(3, 1, 'End')).toBe(2);
  });

  it('that do not walk, or have nowhere to go, are left to others', () => {
    expect(stepIn(3, 1, 'Enter')).toBeNull();
    expect(stepIn(0, -1, 'ArrowDown')).toBeNull();
  });
});
