import type { CaseLevel, ForecastAnswer } from '../api/types';

const HOUR = 3_600_000;
/** How far a board looks ahead, in hours; the last one is a whole hour too. */
const HOURS = 8;

/** An hour ahead and what will be missed in it if nobody acts. */
export interface HourAhead {
  /** Its end as an ISO instant: the first hour begins anew with every answer, and this stays. */
  key: string;
  /** Unix ms of city time. */
  from: number;
  to: number;
  breaches: number;
  levels: Readonly<Record<CaseLevel, number>>;
  /** The cases, each once. */
  cases: ReadonlySet<string>;
  /** Whether all of them are known: of very many the hub lists only the soonest. */
  whole: boolean;
}

/** Until when a board asks, Unix ms: the same for all boards of an hour, so that the hub looks ahead once for all of them. */
export function askUntil(now: number): number {
  return Math.ceil((now + HOURS * HOUR) / HOUR) * HOUR;
}

/** The hours of an answer. */
export function hoursOf(answer: ForecastAnswer): HourAhead[] {
  const items = answer.items.map((item) => ({ id: item.caseId, due: Date.parse(item.dueAt) }));
  let next = 0;
  return answer.byHour.map((hour) => {
    const [from, to] = [Date.parse(hour.from), Date.parse(hour.to)];
    const first = next;
    while (next < items.length && items[next]!.due < to) {
      next++;
    }
    const { grid, community, street, supervision } = hour.levels;
    return {
      key: new Date(to).toISOString(),
      from,
      to,
      breaches: Number(hour.breaches),
      levels: { Grid: Number(grid), Community: Number(community), Street: Number(street), Supervision: Number(supervision) },
      cases: new Set(items.slice(first, next).map((item) => item.id)),
      whole: next - first === Number(hour.breaches),
    };
  });
}
