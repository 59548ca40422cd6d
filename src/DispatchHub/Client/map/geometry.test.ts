import { describe, expect, it } from 'vitest';
import type { Area } from '../api/types';
import { bordersBetween, boundsOf, centreOf, contains, widened } from './geometry';

const square = (x: number, y: number, size = 1): Area => ({
  type: 'MultiPolygon',
  coordinates: [[[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]]],
});

describe('the geometry of the map', () => {
  it('bounds areas and places together', () => {
    expect(boundsOf([square(0, 0)], [{ lat: 3, lon: -1 }])).toEqual([-1, 0, 1, 3]);
    expect(boundsOf([])).toBeNull();
  });

  it('widens a box on every side by a share of its size', () => {
    expect(widened([0, 0, 10, 20], 0.1)).toEqual([-1, -2, 11, 22]);
  });

  it('finds the middle of several areas by their surface', () => {
    expect(centreOf([square(0, 0)])).toEqual({ lat: 0.5, lon: 0.5 });
    const both = centreOf([square(0, 0, 1), square(10, 0, 2)])!;
    expect(both.lon).toBeCloseTo((0.5 * 1 + 11 * 4) / 5);
    expect(centreOf([])).toBeNull();
  });

  it('knows inside from outside and from a hole', () => {
    const holed: Area = { type: 'MultiPolygon', coordinates: [[...square(0, 0, 3).coordinates[0]!, ...square(1, 1).coordinates[0]!]] };
    expect(contains(holed, { lat: 0.5, lon: 0.5 })).toBe(true);
    expect(contains(holed, { lat: 1.5, lon: 1.5 })).toBe(false);
    expect(contains(holed, { lat: 4, lon: 1 })).toBe(false);
  });

  it('draws a border where groups meet and none within a group', () => {
    const edges = bordersBetween([
      { group: 'a', area: square(0, 0) },
      { group: 'a', area: square(1, 0) },
      { group: 'b', area: square(2, 0) },
    ]);
    const at = (x: number) => edges.filter((edge) => edge.every((corner) => corner[0] === x)).length;
    expect(at(1)).toBe(0);
    expect(at(2)).toBe(2);
  });
});
