import { describe, expect, it } from 'vitest';
import type { DemoUser } from '../api/types';
import { roleWords } from '../words/terms';
import { groupsOf, roleOrder } from './people';

const people: DemoUser[] = [
  { userName: 'captain', displayName: '高建军', role: 'captain', area: 'street:xiashi' },
  { userName: 'grid-xishan-03', displayName: '沈小梅', role: 'gridWorker', area: 'grid:xishan-03' },
  { userName: 'grid-xishan-04', displayName: '吴建国', role: 'gridWorker', area: 'grid:xishan-04' },
  { userName: 'dispatcher-1', displayName: '顾敏', role: 'dispatcher', area: 'street:xiashi' },
];
const wordsOf = (one: DemoUser) => `${one.displayName} ${one.userName} ${roleWords[one.role].en}`;
const names = (text: string) => groupsOf(people, text, wordsOf).map((group) => [group.role, ...group.people.map((one) => one.userName)].join(' '));

describe('the people of a demo', () => {
  it('stand by role, the desk that takes the call first', () => {
    expect(names('')).toEqual(['dispatcher dispatcher-1', 'gridWorker grid-xishan-03 grid-xishan-04', 'captain captain']);
  });

  it('are found by any words about them', () => {
    expect(names('xishan 03')).toEqual(['gridWorker grid-xishan-03']);
    expect(names('GRID worker 吴')).toEqual(['gridWorker grid-xishan-04']);
    expect(names('建')).toEqual(['gridWorker grid-xishan-04', 'captain captain']);
    expect(names('nobody')).toEqual([]);
  });

  it('are all offered, whatever their role', () => {
    expect([...roleOrder].sort()).toEqual(Object.keys(roleWords).sort());
  });
});
