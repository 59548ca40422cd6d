import { describe, expect, it } from 'vitest';
import type { CaseRow, Surge } from '../api/types';
import { frozenBy, Surges } from './surges';

const row = (surge: string | undefined, ...states: string[]) => ({ surge, clocks: states.map((state) => ({ state })) }) as unknown as CaseRow;

describe('surges', () => {
  it('counts the clocks that stand still by one surge and no other', () => {
    expect(frozenBy('xiashi.2', [row('xiashi.2', 'Paused', 'Running', 'Paused'), row('xiashi.1', 'Paused'), row(undefined, 'Paused')])).toBe(2);
  });

  it('are in force until their end; one that was ended is over, also for a page whose clock is behind', () => {
    const all = new Surges();
    const until = '2026-03-02T09:00:00Z';
    all.all = [{ id: 'a', until }, { id: 'b', until, endedAt: '2026-03-02T08:00:00Z' }] as unknown as Surge[];
    expect(all.inForce(Date.parse('2026-03-02T07:59:59Z')).map((one) => one.id)).toEqual(['a']);
    expect(all.inForce(Date.parse(until) - 1).map((one) => one.id)).toEqual(['a']);
    expect(all.inForce(Date.parse(until))).toEqual([]);
  });
});
