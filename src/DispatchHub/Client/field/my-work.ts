import type { CaseRow, CaseStatus, Role } from '../api/types';
import { bySlack } from '../clocks/slack';
import type { Entry } from '../outbox/entry';

/** Who works here, as far as it decides what is theirs. */
export interface Me {
  userName: string;
  role: Role;
  /** A scope such as `grid:xishan-03`; null where the role has none. */
  area: string | null;
  streetId: string;
}

/** What somebody in the field has before them, each list with the least slack first. */
export interface Work {
  /** Offered to me: rings until seen. */
  offers: CaseRow[];
  /** I act next. */
  mine: CaseRow[];
  /** I am asked whether they are solved. */
  checks: CaseRow[];
  /** In my area, or mine, and somebody else acts next. */
  others: CaseRow[];
}

/** Sorts the open cases that I see by what I have to do with them at `now`, with what waits in my outbox taken as done. */
export function workOf(rows: Iterable<CaseRow>, entries: readonly Entry[], me: Me, now: number): Work {
  const work: Work = { offers: [], mine: [], checks: [], others: [] };
  for (const row of rows) {
    work[partOf(row, expectedStatus(row, entries), me)].push(row);
  }
  for (const list of Object.values(work) as CaseRow[][]) {
    list.sort(bySlack(now));
  }
  if (me.role === 'citizen') {
    // Limits are the office's own; a reporter looks for what they reported last.
    work.others.sort((a, b) => Date.parse(b.openedAt) - Date.parse(a.openedAt));
  }
  return work;
}

function partOf(row: CaseRow, status: CaseStatus, me: Me): keyof Work {
  const responsible = String(row.responsible);
  switch (status) {
    case 'Offered':
      return isOfficerOf(row, me) ? 'offers' : 'others';
    case 'EnRoute':
    case 'OnSite':
      return isOfficerOf(row, me) ? 'mine' : 'others';
    case 'AwaitingVerification':
    case 'AtGrid':
      return me.role === 'gridWorker' && responsible === me.area ? 'mine' : 'others';
    case 'AwaitingCheck':
      return row.status === status && responsible === checksAs(me) ? 'checks' : 'others';
    default:
      return 'others';
  }
}

function isOfficerOf(row: CaseRow, me: Me): boolean {
  return (me.role === 'officer' || me.role === 'captain') && row.officerIds.includes(me.userName);
}

/** The party whose checks are mine; null when I check nothing. A captain's own visits are never theirs to check. */
export function checksAs(me: Me): string | null {
  return me.role === 'gridWorker' ? me.area : me.role === 'captain' ? `street:${me.streetId}` : null;
}

/** Where a case will stand when what waits in the outbox is taken: the next step is offered without waiting for the network. */
export function expectedStatus(row: CaseRow, entries: readonly Entry[]): CaseStatus {
  return waitingFor(row.id, entries).reduce(after, row.status);
}

/** What waits to be sent about a case, oldest first. */
export function waitingFor(caseId: string, entries: readonly Entry[]): Entry[] {
  return entries.filter((entry) => entry.state !== 'sent' && entry.target.kind === 'case' && entry.target.caseId === caseId);
}

function after(status: CaseStatus, entry: Entry): CaseStatus {
  if (entry.state === 'refused') {
    return status;
  }
  switch (entry.name) {
    case 'offer-accept':
      return 'EnRoute';
    case 'offer-decline':
      return 'AwaitingDispatch';
    case 'arrive':
      return 'OnSite';
    case 'settle':
    case 'resolve':
      return 'AwaitingCheck';
    case 'pass-up':
      return 'AwaitingCommunity';
    case 'verify-report':
      return entry.body['confirmed'] === true ? 'AtGrid' : 'Rejected';
    case 'check':
      return entry.body['passed'] === true ? 'Closed' : 'OnSite';
    default:
      return status;
  }
}

/** Names one turn of a case at which somebody must be told: the same case offered again rings again. */
export function turnOf(row: CaseRow): string {
  return `${row.id} ${row.status} ${Math.max(0, ...row.clocks.map((clock) => clock.generation))}`;
}

/** What calls me now and was not seen yet. */
export function unseenCalls(work: Work, seen: ReadonlySet<string>): CaseRow[] {
  return [...work.offers, ...work.mine.filter((row) => row.status === 'AwaitingVerification'), ...work.checks].filter((row) => !seen.has(turnOf(row)));
}
