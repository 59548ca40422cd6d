import type { CaseRow } from '../api/types';
import { bySlack } from '../clocks/slack';

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

/** Sorts the open cases of a community by what it has to do with them at `now`. */
export function dutiesOf(rows: Iterable<CaseRow>, communityId: string, now: number): Duties {
  const duties: Duties = { acknowledge: [], preControl: [], check: [], atStreet: [], onSite: [], atGrid: [], others: [] };
  for (const row of rows) {
    duties[dutyIn(row, communityId)].push(row);
  }
  for (const list of Object.values(duties) as CaseRow[][]) {
    list.sort(bySlack(now));
  }
  return duties;
}

function dutyIn(row: CaseRow, communityId: string): keyof Duties {
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
export function whistlesToday(rows: Iterable<CaseRow>, dayOf: (at: string) => string, today: string): { sent: number; answered: number } {
  let sent = 0;
  let answered = 0;
  for (const row of rows) {
    if (row.whistledAt && dayOf(row.whistledAt) === today) {
      sent++;
      if (row.status === 'OnSite' || row.status === 'AwaitingCheck') {
        answered++;
      }
    }
  }
  return { sent, answered };
}
