import type { PilotFigure } from './types';

/** Below so many a share says little. */
export const SMALL_NUMBER = 30;

/** The share of a figure, of 1. */
export function shareOf(figure: Pick<PilotFigure, 'part' | 'whole'>): number {
  return Number(figure.part) / Number(figure.whole);
}

/** Whether a comparison rests on small numbers. */
export function isSmall(...figures: readonly (Pick<PilotFigure, 'whole'> | null | undefined)[]): boolean {
  return figures.some((figure) => figure && Number(figure.whole) < SMALL_NUMBER);
}
