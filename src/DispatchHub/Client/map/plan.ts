import type { Bounds, Place } from './geometry';

/** Metres of a degree of latitude; of longitude it is that times the cosine of the latitude. */
const DEGREE_M = 111_320;
const CLOSEST = 4;

/** A point of the screen or of the plan, px or m. */
export interface Point {
  x: number;
  y: number;
}

/** What of the plan is seen: the point in the middle of the screen, and px per metre. */
export interface View {
  middle: Point;
  scale: number;
}

/** A flat plan of some kilometres: metres east and south of its origin. Good to a metre at that size. */
export class Plan {
  private readonly eastM: number;

  constructor(private readonly origin: Place) {
    this.eastM = DEGREE_M * Math.cos((origin.lat * Math.PI) / 180);
  }

  toPlan({ lat, lon }: Place): Point {
    return { x: (lon - this.origin.lon) * this.eastM, y: (this.origin.lat - lat) * DEGREE_M };
  }

  toPlace({ x, y }: Point): Place {
    return { lat: this.origin.lat - y / DEGREE_M, lon: this.origin.lon + x / this.eastM };
  }

  /** The view that shows all of a box on a screen of this size. */
  fit([west, south, east, north]: Bounds, width: number, height: number): View {
    const [a, b] = [this.toPlan({ lat: north, lon: west }), this.toPlan({ lat: south, lon: east })];
    const scale = Math.min(width / Math.max(1, b.x - a.x), height / Math.max(1, b.y - a.y)) * 0.92;
    return { middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, scale: Math.min(CLOSEST, scale) };
  }
}

/** Where a point of the plan lies on the screen. */
export function onScreen(view: View, size: Point, at: Point): Point {
  return { x: size.x / 2 + (at.x - view.middle.x) * view.scale, y: size.y / 2 + (at.y - view.middle.y) * view.scale };
}

/** Which point of the plan lies under a point of the screen. */
export function underScreen(view: View, size: Point, at: Point): Point {
  return { x: view.middle.x + (at.x - size.x / 2) / view.scale, y: view.middle.y + (at.y - size.y / 2) / view.scale };
}

/** The view after fingers moved what lay under `from` to `to`, closer by `factor`; never wider than `widest` px per metre. */
export function moved(view: View, size: Point, from: Point, to: Point, factor: number, widest: number): View {
  const held = underScreen(view, size, from);
  const scale = Math.min(CLOSEST, Math.max(widest, view.scale * factor));
  return { scale, middle: { x: held.x - (to.x - size.x / 2) / scale, y: held.y - (to.y - size.y / 2) / scale } };
}
