import { describe, expect, it } from 'vitest';
import { seenOf } from './seen-of';

describe('what was seen of a round', () => {
  const items = [{ seenAt: '2026-09-07T10:00:00+08:00' }, { shareId: 'red', seenAt: null }, { shareId: 'red', seenAt: '2026-09-07T10:00:00+08:00' }, {}];

  it('counts all, a share, or the part of the manager', () => {
    expect(seenOf(items)).toEqual({ n: 2, all: 4 });
    expect(seenOf(items, 'red')).toEqual({ n: 1, all: 2 });
    expect(seenOf(items, null)).toEqual({ n: 1, all: 2 });
  });
});
