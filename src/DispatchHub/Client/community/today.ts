import { get } from '../api/http';
import { Problem } from '../api/problem';
import type { FigureAnswer, GridView } from '../api/types';
import { dayStart } from '../clocks/spoken';
import { cityClock } from '../feed/city-clock';
import type { Whistles } from './duties';

/** What a community's page shows beside its cases. */
export interface Today {
  grids: GridView[];
  /** Of the cases opened today; null when the figures cannot be had. */
  figures: DayFigures | null;
}

/** The day so far, in numbers. */
export interface DayFigures {
  whistles: Whistles;
  /** Clocks that were stopped in time, and that ran out. */
  clocks: { met: number; missed: number };
}

/** Asks for the grids and the figures of the day. @throws Problem when the grids cannot be had. */
export async function loadToday(scope: string): Promise<Today> {
  const now = cityClock.now();
  const [grids, answer] = await Promise.all([
    get<{ items: GridView[] }>(`/api/grids?scope=${scope}`),
    get<FigureAnswer>(`/api/figures?scope=${scope}&from=${dayStart(now)}&to=${new Date(now).toISOString()}&by=day`).catch((fault: unknown) => {
      if (fault instanceof Problem) {
        return null; // The page goes without them; the figures' own page says why.
      }
      throw fault;
    }),
  ]);
  return { grids: grids.items, figures: answer && figuresOf(answer) };
}

function figuresOf({ total: { counts } }: FigureAnswer): DayFigures {
  return { whistles: { sent: counts.whistled, answered: counts.whistleAnswered }, clocks: { met: counts.clocksMet, missed: counts.clocksMissed } };
}
