import { get } from '../api/http';
import { Problem } from '../api/problem';
import type { GridView } from '../api/types';
import { dayStart } from '../clocks/spoken';
import { cityClock } from '../feed/city-clock';

/** What a community's page shows beside its cases. */
export interface Today {
  grids: GridView[];
  /** Clocks of the cases opened today that were stopped in time, and that ran out; null until the figures are there. */
  clocks: { met: number; missed: number } | null;
}

interface ClockFigures {
  total: { counts: { clocksMet: number; clocksMissed: number } };
}

/** Asks for the grids and the figures of the day. @throws Problem when the grids cannot be had. */
export async function loadToday(scope: string): Promise<Today> {
  const now = cityClock.now();
  const [grids, figures] = await Promise.all([
    get<{ items: GridView[] }>(`/api/grids?scope=${scope}`),
    get<ClockFigures>(`/api/figures?scope=${scope}&from=${dayStart(now)}&to=${new Date(now).toISOString()}&by=clock`).catch((fault: unknown) => {
      if (fault instanceof Problem) {
        return null; // The page goes without them; the figures' own page says why.
      }
      throw fault;
    }),
  ]);
  return { grids: grids.items, clocks: figures && { met: figures.total.counts.clocksMet, missed: figures.total.counts.clocksMissed } };
}
