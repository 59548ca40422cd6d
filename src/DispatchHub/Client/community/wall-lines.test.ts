import { describe, expect, it } from 'vitest';
import type { CaseRow } from '../api/types';
import type { Duties } from './duties';
import { wallLines } from './wall-lines';

const rows = (...ids: string[]) => ids.map((id) => ({ id }) as CaseRow);
const duties: Duties = { acknowledge: rows('a', 'b'), preControl: rows('c'), check: rows('d'), atStreet: rows('e'), onSite: [], atGrid: [], others: [] };

describe('the lines of a wall', () => {
  it('begin with what waits, and leave out what others have', () => {
    expect(wallLines(duties, 10)).toEqual({ lines: rows('a', 'b', 'c', 'd'), more: 0 });
  });

  it('say how many did not fit', () => {
    expect(wallLines(duties, 3)).toEqual({ lines: rows('a', 'b', 'c'), more: 1 });
  });
});
