import type { Position } from 'geojson';
import type { Area } from '../api/types';

/** A place on earth, WGS 84 degrees. */
export interface Place {
  lat: number;
  lon: number;
}

/** West, south, east, north in degrees. */
export type Bounds = [number, number, number, number];

/** The rings of an area that are its outlines, holes left out. */
export function outlines(area: Area): Position[][] {
  return area.coordinates.flatMap((rings) => rings.slice(0, 1));
}

/** The smallest box around areas and places; null when there are none. */
export function boundsOf(areas: readonly Area[], places: readonly Place[] = []): Bounds | null {
  const box: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (lon: number, lat: number): void => {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  };
  for (const area of areas) {
    for (const [lon, lat] of outlines(area).flat()) {
      take(lon!, lat!);
    }
  }
  for (const place of places) {
    take(place.lon, place.lat);
  }
  return box[0] <= box[2] ? box : null;
}

/** A box with a share of its own size added on every side. */
export function widened([west, south, east, north]: Bounds, share: number): Bounds {
  const [x, y] = [(east - west) * share, (north - south) * share];
  return [west - x, south - y, east + x, north + y];
}

/** The centre of gravity of areas together, where a name is written; null for areas without a surface. */
export function centreOf(areas: readonly Area[]): Place | null {
  let [sum, x, y] = [0, 0, 0];
  for (const ring of areas.flatMap(outlines)) {
    const [x0, y0] = ring[0] as [number, number];
    for (let i = 0; i + 1 < ring.length; i++) {
      // Against the first corner, so that small areas far from 0 keep their digits.
      const [ax, ay, bx, by] = [ring[i]![0]! - x0, ring[i]![1]! - y0, ring[i + 1]![0]! - x0, ring[i + 1]![1]! - y0];
      const cross = Math.abs(ax * by - bx * ay);
      sum += cross;
      x += cross * (x0 + (ax + bx) / 3);
      y += cross * (y0 + (ay + by) / 3);
    }
  }
  return sum > 0 ? { lat: y / sum, lon: x / sum } : null;
}

/** Whether a place lies inside an area. */
export function contains(area: Area, { lat, lon }: Place): boolean {
  let inside = false;
  for (const ring of area.coordinates.flat()) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay, bx, by] = [ring[i]![0]!, ring[i]![1]!, ring[j]![0]!, ring[j]![1]!];
      if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) {
        inside = !inside;
      }
    }
  }
  return inside;
}

/**
 * The lines between groups of areas: every edge that only one area of its group has. Neighbours have the same corners, so the
 * edges inside a group come twice and fall away.
 */
export function bordersBetween(areas: readonly { group: string; area: Area }[]): Position[][] {
  const seen = new Map<string, { edge: Position[]; times: number }>();
  for (const { group, area } of areas) {
    for (const ring of outlines(area)) {
      for (let i = 0; i + 1 < ring.length; i++) {
        const [a, b] = [String(ring[i]), String(ring[i + 1])];
        const key = `${group} ${a < b ? `${a} ${b}` : `${b} ${a}`}`;
        const held = seen.get(key);
        if (held) {
          held.times++;
        } else {
          seen.set(key, { edge: [ring[i]!, ring[i + 1]!], times: 1 });
        }
      }
    }
  }
  return [...seen.values()].filter(({ times }) => times === 1).map(({ edge }) => edge);
}
