import { describe, expect, it } from 'vitest';
import { byRanking } from './candidates';
import { officersByLoad } from './officer-picker';
import { likelyCallers } from './on-behalf';
import type { Person } from '../api/types';
import { fitted, LONGEST_SIDE } from './photos';

const person = (userName: string, role: Person['role'], area: string, openCases: number | null = null): Person => ({ userName, displayName: userName, role, area, openCases });

describe('officers to choose from', () => {
  it('are those who go on visits, with the least to do first', () => {
    const all = [person('officer-10', 'officer', 'street:s', 2), person('officer-2', 'officer', 'street:s', 2), person('grid-1', 'gridWorker', 'grid:g'), person('captain', 'captain', 'street:s', 0)];
    expect(officersByLoad(all).map((one) => one.userName)).toEqual(['captain', 'officer-2', 'officer-10']);
  });
});

describe('officers to choose from for a case', () => {
  it('stand in the order of its ranking, those whom it leaves out last', () => {
    const all = ['off', 'captain', 'second', 'best'].map((name) => person(name, 'officer', 'street:s'));
    const ranking = { best: [{ userName: 'best', reasons: [] }, { userName: 'second', reasons: [] }], leftOut: [{ userName: 'off', why: 'off-duty' }] };
    expect(byRanking(all, ranking).map((one) => one.userName)).toEqual(['best', 'second', 'captain', 'off']);
  });
});

describe('who may have called about a case', () => {
  it('is first whoever is responsible, then its officers, then those of its area', () => {
    const all = [
      person('far', 'gridWorker', 'grid:other'), person('near', 'gridWorker', 'grid:g'), person('officer-1', 'officer', 'street:s'), person('officer-2', 'officer', 'street:s'),
      person('mei', 'communityStaff', 'community:c'),
    ];
    const view = { gridId: 'g', communityId: 'c', officerIds: ['officer-2'], responsible: 'community:c' };
    expect(likelyCallers(all, view).map((one) => one.userName)).toEqual(['mei', 'officer-2', 'near', 'officer-1', 'far']);
  });
});

describe('a photo as it leaves the device', () => {
  it('fits the longest side and keeps its shape', () => {
    expect(fitted(5_120, 2_560)).toEqual({ width: LONGEST_SIDE, height: 1_280 });
    expect(fitted(3_000, 4_000)).toEqual({ width: 1_920, height: LONGEST_SIDE });
  });

  it('is never made larger, and never vanishes', () => {
    expect(fitted(800, 600)).toEqual({ width: 800, height: 600 });
    expect(fitted(100_000, 1)).toEqual({ width: LONGEST_SIDE, height: 1 });
  });
});
