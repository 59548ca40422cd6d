import type { FloorPlan } from '../types';

/** The first of `spot-1`, `spot-2`, … that the plan does not have. */
export function freeId(plan: Pick<FloorPlan, 'spots'>): string {
  let n = 1;
  while (plan.spots.some((spot) => spot.id === `spot-${n}`)) {
    n++;
  }
  return `spot-${n}`;
}
