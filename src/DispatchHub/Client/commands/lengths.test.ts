import { describe, expect, it } from 'vitest';
import { examplesFor, kindOf, lengthOf } from './lengths';

describe('a length of time', () => {
  it('is of the kind that its unit says', () => {
    expect(kindOf('15 min U')).toBe('urgent');
    expect(kindOf('4 wh')).toBe('working');
    expect(kindOf('30 min')).toBe('working');
    expect(kindOf('7 wd')).toBe('workingDays');
    expect(kindOf('7 d')).toBe('days');
    expect(kindOf('soon')).toBeNull();
  });

  it('is offered in the clock’s own kind of time', () => {
    for (const budget of ['15 min U', '4 wh', '7 wd', '7 d']) {
      expect(examplesFor(budget).map(kindOf)).toEqual(examplesFor(budget).map(() => kindOf(budget)));
    }
  });

  it('is written as the server writes it, however it was typed', () => {
    expect(lengthOf('2wd')).toBe('2 wd');
    expect(lengthOf(' 30 MIN u')).toBe('30 min U');
    expect(lengthOf('04 wh')).toBe('4 wh');
  });

  it('is none when it is empty, nothing, or urgent in days', () => {
    expect(lengthOf('')).toBeNull();
    expect(lengthOf('0 wd')).toBeNull();
    expect(lengthOf('2 wd U')).toBeNull();
    expect(lengthOf('two days')).toBeNull();
  });
});
