import type { Estate, Territory } from '../api/types';
import { contains, type Place } from './geometry';
import type { Plan } from './plan';
import { spotKey } from './spots';

/** What of a territory a place is found in. */
export type Ground = Pick<Territory, 'grids' | 'estates'>;

/** Buildings that stand at one point. */
export interface Block {
  place: Place;
  estate: Estate;
  /** Their numbers, such as `1/3`. */
  ids: string;
}

/** A place is named after a building no further away than this, m. */
const NEAR_M = 60;

/** The grid that a place lies in; null outside every one. */
export function gridAt(ground: Ground, place: Place): string | null {
  return ground.grids.find((grid) => grid.polygon && contains(grid.polygon, place))?.id ?? null;
}

/** Buildings by where they stand; files that know an estate better than its buildings give several the same point. */
export function blocksOf(ground: Ground): Block[] {
  const blocks = new Map<string, Block>();
  for (const estate of ground.estates) {
    for (const building of estate.buildings) {
      const { lat, lon } = building;
      if (lat === null || lon === null) {
        continue; // Nobody said where it stands.
      }
      const key = `${estate.id} ${spotKey({ lat, lon })}`;
      const held = blocks.get(key);
      if (held) {
        held.ids += `/${building.id}`;
      } else {
        blocks.set(key, { place: { lat, lon }, estate, ids: building.id });
      }
    }
  }
  return [...blocks.values()];
}

/** The block beside a place; null when none is near. */
export function nearestBlock(blocks: readonly Block[], plan: Plan, place: Place): Block | null {
  const from = plan.toPlan(place);
  let nearest: Block | null = null;
  let least = NEAR_M;
  for (const block of blocks) {
    const to = plan.toPlan(block.place);
    const away = Math.hypot(to.x - from.x, to.y - from.y);
    if (away <= least) {
      [nearest, least] = [block, away];
    }
  }
  return nearest;
}
