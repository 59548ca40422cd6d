import { get } from '../api/http';
import type { OfferRanking, Person, Role } from '../api/types';
import { session } from '../app/session';

/** Who may ask whom a case would be offered to. */
const DISPATCHERS: readonly Role[] = ['dispatcher', 'captain', 'supervisor', 'system'];

/** Whether the person who is signed in may ask for the ranking. */
export function mayRank(): boolean {
  return session.who !== null && DISPATCHERS.includes(session.who.role);
}

/** Whom a case would be offered to now and whom not. Asking asks nobody. */
export function readCandidates(id: string): Promise<OfferRanking> {
  return get(`/api/cases/${encodeURIComponent(id)}/candidates`);
}

/** People in the order of a ranking: the ranked first, then those whom it does not know, last those whom it leaves out. */
export function byRanking(people: readonly Person[], ranking: OfferRanking): Person[] {
  const place = new Map(ranking.best.map((one, index) => [one.userName, index]));
  const out = new Set(ranking.leftOut.map((one) => one.userName));
  const placeOf = (one: Person) => place.get(one.userName) ?? (out.has(one.userName) ? ranking.best.length + 1 : ranking.best.length);
  return [...people].sort((a, b) => placeOf(a) - placeOf(b));
}
