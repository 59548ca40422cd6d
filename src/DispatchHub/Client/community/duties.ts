import type { CaseRow } from '../api/types';
import { bySlack, pressing } from '../clocks/slack';

/** What a community has before it, each list with the least slack first. */
export interface Duties {
  /** Waits for its acknowledgement. */
  acknowledge: CaseRow[];
  /** It works on these itself. */
  preControl: CaseRow[];
  /** It is the one to check whether they are solved. */
  check: CaseRow[];
  /** Whistled for, by itself or by the clock: the street has them, and nobody of the team is on site yet. */
  atStreet: CaseRow[];
  /** The team is on site. */
  onSite: CaseRow[];
  /** Still with a grid worker. */
  atGrid: CaseRow[];
  /** Everything else that is open here: suspended, or checked by others. */
  others: CaseRow[];
}

/** Cases that somebody here is writing about, with where they stood when that began. */
export type Held = ReadonlyMap<string, { duty: keyof Duties; row: CaseRow }>;

/** Sorts the open cases of a community by what it has to do with them at `now`; held ones stay where they are, even when they have ended. */
export function dutiesOf(rows: ReadonlyMap<string, CaseRow>, communityId: string, now: number, held: Held = new Map()): Duties {
  const duties: Duties = { acknowledge: [], preControl: [], check: [], atStreet: [], onSite: [], atGrid: [], others: [] };
  for (const row of rows.values()) {
    duties[held.get(row.id)?.duty ?? dutyOf(row, communityId)].push(row);
  }
  for (const [id, { duty, row }] of held) {
    if (!rows.has(id)) {
      duties[duty].push(row);
    }
  }
  for (const list of Object.values(duties) as CaseRow[][]) {
    list.sort(bySlack(now));
  }
  return duties;
}

/** What a community has to do with a case. */
export function dutyOf(row: CaseRow, communityId: string): keyof Duties {
  switch (row.status) {
    case 'AwaitingCommunity':
      return 'acknowledge';
    case 'PreControl':
      return 'preControl';
    case 'AwaitingDispatch':
    case 'Offered':
    case 'EnRoute':
      return 'atStreet';
    case 'OnSite':
      return 'onSite';
    case 'AwaitingVerification':
    case 'AtGrid':
      return 'atGrid';
    case 'AwaitingCheck':
      return row.responsible === `community:${communityId}` ? 'check' : 'others';
    default:
      return 'others';
  }
}

/** Whether time ran out on a case: on the clock that runs, or on one before that nobody has answered. */
export function isLate(row: CaseRow, now: number): boolean {
  return Boolean(row.overdueSince) || (pressing(row.clocks, now)?.leftMs ?? 0) < 0;
}

/** Which of the waiting cases nobody at this console has seen yet; a case that waits again, with a new clock, is new again. */
export function unseen(waiting: readonly CaseRow[], seen: ReadonlySet<string>): CaseRow[] {
  return waiting.filter((row) => !seen.has(turnOf(row)));
}

/** One turn of a case at the community: the case with the generation of the clock that waits. */
export function turnOf(row: CaseRow): string {
  const clock = row.clocks.find((one) => one.name === 'acknowledge');
  return `${row.id} ${clock?.generation ?? 0}`;
}

/** Whistles of the street's day so far among the open cases, and how many of those the team has answered by being on site. */
export function whistlesToday(rows: Iterable<CaseRow>, dayOf: (at: string) => string, today: string): Whistles {
  const sent = [...rows].filter((row) => row.whistledAt && dayOf(row.whistledAt) === today);
  return { sent: sent.length, answered: sent.filter((row) => row.status === 'OnSite' || row.status === 'AwaitingCheck').length };
}

/** How often the street was called for, and how often the team came. */
export interface Whistles {
  sent: number;
  answered: number;
}

/** The duties in the order in which the page shows them and the keys walk them. */
export const dutyOrder: readonly (keyof Duties)[] = ['acknowledge', 'check', 'preControl', 'atGrid', 'others', 'atStreet', 'onSite'];

/** The ids of all cases in the order of the page, at most `most` of each duty. */
export function orderOf(duties: Duties, most: number): string[] {
  return dutyOrder.flatMap((duty) => duties[duty].slice(0, most).map((row) => row.id));
}

/** The case `by` steps on from the current one, not beyond the ends; the first when none is current. Null when there are none. */
export function stepFrom(order: readonly string[], current: string | null, by: 1 | -1): string | null {
  const at = current === null ? -1 : order.indexOf(current);
  return order[at < 0 ? 0 : Math.min(order.length - 1, Math.max(0, at + by))] ?? null;
}

/** What the community had to do with a case; null when it is not there. */
function dutyAmong(duties: Duties, id: string): keyof Duties | null {
  return dutyOrder.find((duty) => duties[duty].some((row) => row.id === id)) ?? null;
}

/**
 * Which case the keyboard goes on with when everything was sorted again: the same one while it stays where it is; else the next of its
 * section, so that one key after the other works through what waits; else whatever comes next on the page.
 */
export function currentAfter(before: Duties, after: Duties, current: string, most: number): string | null {
  const duty = dutyAmong(before, current);
  if (duty === null || dutyAmong(after, current) === duty) {
    return current;
  }
  const idsOf = (duties: Duties): string[] => duties[duty].map((row) => row.id);
  return heirOf(idsOf(before), idsOf(after), current) ?? heirOf(orderOf(before, most), orderOf(after, most).filter((id) => id !== current), current);
}

/** The next one of before that is still there, else the one before it. */
function heirOf(before: readonly string[], after: readonly string[], current: string): string | null {
  const at = before.indexOf(current);
  const left = new Set(after);
  return before.slice(at + 1).find((id) => left.has(id)) ?? before.slice(0, Math.max(0, at)).findLast((id) => left.has(id)) ?? null;
}
