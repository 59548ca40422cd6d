/** A place to walk to. */
export interface Stop {
  lat: number;
  lon: number;
}

/** The walk is gone over at most so often; a grid's checks settle after a few. */
const MOST_PASSES = 30;

/**
 * The stops in the order of one short walk from `start`, which does not come back: always to the nearest next, then bettered by turning
 * stretches round (2-opt) and by moving single stops, until neither helps.
 */
export function walkOrder<T extends Stop>(stops: readonly T[], start: Stop): T[] {
  const walk = nearestFirst(stops, start);
  for (let pass = 0, better = true; better && pass < MOST_PASSES; pass++) {
    better = untangle(walk, start);
    better = moveOne(walk, start) || better;
  }
  return walk;
}

/** Metres of the walk from `start` over all stops. */
export function walkLength(walk: readonly Stop[], start: Stop): number {
  let length = 0;
  let at = start;
  for (const stop of walk) {
    length += metres(at, stop);
    at = stop;
  }
  return length;
}

/** Metres between two places that lie within a street. */
export function metres(a: Stop, b: Stop): number {
  const perDegree = 111_195;
  const x = (b.lon - a.lon) * perDegree * Math.cos(((a.lat + b.lat) / 2) * (Math.PI / 180));
  const y = (b.lat - a.lat) * perDegree;
  return Math.hypot(x, y);
}

function nearestFirst<T extends Stop>(stops: readonly T[], start: Stop): T[] {
  const left = [...stops];
  const walk: T[] = [];
  let at: Stop = start;
  while (left.length > 0) {
    let nearest = 0;
    for (let i = 1; i < left.length; i++) {
      if (metres(at, left[i]!) < metres(at, left[nearest]!)) {
        nearest = i;
      }
    }
    const [next] = left.splice(nearest, 1);
    walk.push(next!);
    at = next!;
  }
  return walk;
}

/** Turns round every stretch that is shorter the other way. @returns whether there was one. */
function untangle(walk: Stop[], start: Stop): boolean {
  let better = false;
  for (let from = 0; from < walk.length - 1; from++) {
    const before = from === 0 ? start : walk[from - 1]!;
    for (let to = from + 1; to < walk.length; to++) {
      const after = walk[to + 1];
      const now = metres(before, walk[from]!) + (after ? metres(walk[to]!, after) : 0);
      const turned = metres(before, walk[to]!) + (after ? metres(walk[from]!, after) : 0);
      if (turned < now - 1e-6) {
        walk.splice(from, to - from + 1, ...walk.slice(from, to + 1).reverse());
        better = true;
      }
    }
  }
  return better;
}

/** Puts every stop where the walk passes it with the least detour. @returns whether one moved. */
function moveOne(walk: Stop[], start: Stop): boolean {
  let better = false;
  for (let from = 0; from < walk.length; from++) {
    const length = walkLength(walk, start);
    const [stop] = walk.splice(from, 1);
    let best = from;
    let least = length;
    for (let to = 0; to <= walk.length; to++) {
      const tried = walkLength([...walk.slice(0, to), stop!, ...walk.slice(to)], start);
      if (tried < least - 1e-6) {
        best = to;
        least = tried;
      }
    }
    walk.splice(best, 0, stop!);
    better ||= best !== from;
  }
  return better;
}
