import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseRow } from '../api/types';
import { spotKey, Spots, type Spot } from './spots';

const at = (id: string, lat: number | null, rank = 0): CaseRow => ({ id, lat, lon: lat === null ? null : 120, version: rank, clocks: [], status: 'AtGrid' }) as unknown as CaseRow;
const where = (row: CaseRow) => (row.lat == null ? null : { lat: row.lat, lon: row.lon! });
const tones = ['off', 'standby', 'normal', 'caution', 'serious', 'critical'] as const;
const fresh = () => new Spots(where, (row) => tones[row.version]!);
const nothing = { all: false, changed: [], removed: [], ended: [] };
const map = (...rows: CaseRow[]) => new Map(rows.map((row) => [row.id, row]));

describe('the spots of the map', () => {
  it('put cases of one building onto one point with the rank of the worst', () => {
    const rows = map(at('a', 30.1, 1), at('b', 30.1, 5), at('c', 30.2, 2));
    const spots = fresh();
    spots.take({ ...nothing, all: true }, rows);
    expect(spots.changes(rows, 0).added).toEqual([
      { key: '30.10000,120.00000', lat: 30.1, lon: 120, cases: 2, rank: 5 },
      { key: '30.20000,120.00000', lat: 30.2, lon: 120, cases: 1, rank: 2 },
    ]);
  });

  it('say nothing about a change that is not seen', () => {
    const spots = fresh();
    const rows = map(at('a', 30.1, 1));
    spots.take({ ...nothing, all: true }, rows);
    spots.changes(rows, 0);
    spots.take({ ...nothing, changed: ['a'] }, rows);
    expect(spots.changes(rows, 0)).toEqual({ added: [], updated: [], removed: [] });
  });

  it('count a case without a place nowhere', () => {
    const spots = fresh();
    const rows = map(at('a', null), at('b', 30.1));
    spots.take({ ...nothing, all: true }, rows);
    expect(spots.placed).toBe(1);
    expect(spots.placeOf('a')).toBeNull();
  });

  it('look again at what only time changed', () => {
    let late = false;
    const spots = new Spots(where, () => (late ? 'critical' : 'normal'));
    const rows = map(at('a', 30.1));
    spots.take({ ...nothing, all: true }, rows);
    spots.changes(rows, 0);
    late = true;
    expect(spots.changes(rows, 1).updated).toEqual([]);
    expect(spots.changes(rows, 1, true).updated).toHaveLength(1);
  });

  it('painted by differences equal what they hold, whatever came and went', () => {
    const step = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), lat: fc.constantFrom(null, 1, 2, 3), rank: fc.nat(5), gone: fc.boolean() }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.boolean(), fc.boolean())), (steps) => {
        const spots = fresh();
        const rows = new Map<string, CaseRow>();
        const painted = new Map<string, Spot>();
        for (const [changes, all, paint] of steps) {
          for (const one of changes) {
            if (one.gone) {
              rows.delete(one.id);
            } else {
              rows.set(one.id, at(one.id, one.lat, one.rank));
            }
          }
          const ids = changes.map((one) => one.id);
          spots.take({ all, changed: ids.filter((id) => rows.has(id)), removed: ids.filter((id) => !rows.has(id)), ended: [] }, rows);
          if (paint) {
            const { added, updated, removed } = spots.changes(rows, 0);
            removed.forEach((key) => expect(painted.delete(key)).toBe(true));
            added.forEach((spot) => expect(painted.has(spot.key)).toBe(false));
            updated.forEach((spot) => expect(painted.has(spot.key)).toBe(true));
            [...added, ...updated].forEach((spot) => painted.set(spot.key, spot));
            expect([...painted.values()].sort(byKey)).toEqual(expected(rows));
          }
        }
      }),
    );
  });
});

const byKey = (a: Spot, b: Spot) => (a.key < b.key ? -1 : 1);

function expected(rows: ReadonlyMap<string, CaseRow>): Spot[] {
  const spots = new Map<string, Spot>();
  for (const row of rows.values()) {
    const place = where(row);
    if (place) {
      const key = spotKey(place);
      const spot = spots.get(key) ?? { key, ...place, cases: 0, rank: 0 };
      spots.set(key, { ...spot, cases: spot.cases + 1, rank: Math.max(spot.rank, row.version) });
    }
  }
  return [...spots.values()].sort(byKey);
}
