import { ask, get, post } from '../api/http';
import type { DutyLeave, DutySwap, Roster } from '../api/types';

/** A change that somebody filled in. */
export interface FilledIn {
  change: RosterChange;
  body: object;
}

/** The changes that the page gives, by their names on the wire. */
export type RosterChange = 'plan' | 'end' | 'set-skills' | 'override' | 'ask-swap' | 'answer-swap' | 'leave' | 'decide-leave' | 'withdraw';

/** A team's roster between two instants. @throws Problem */
export function loadRoster(team: string, from: string, to: string, signal?: AbortSignal): Promise<Roster> {
  return get(`/api/teams/${team}/roster?${new URLSearchParams({ from, to })}`, signal);
}

/** Gives a change. @throws Problem when it is refused. */
export function changeRoster(team: string, change: RosterChange, body: object): Promise<Roster> {
  return post(`/api/teams/${team}/roster/${change}`, body);
}

/** What would stand after a change, from the first day that it changes on; nothing is stored. @throws Problem when it would be refused. */
export async function tryRoster(team: string, change: RosterChange, body: object, signal: AbortSignal): Promise<Roster> {
  return (await ask('POST', `/api/teams/${team}/roster/${change}?preview=true`, { body, signal })).json() as Promise<Roster>;
}

/** How people call somebody of the team. */
export function nameIn(roster: Roster, userName: string): string {
  return roster.members.find((one) => one.userName === userName)?.displayName ?? userName;
}

/** Who looks at a roster, and what that lets them do. */
export interface Looker {
  userName: string;
  /** They change the roster in their own right. */
  plans: boolean;
  /** They are on it. */
  takesPart: boolean;
}

/** The server decides; this says which buttons are worth showing. */
export function lookerOf(roster: Roster, who: { userName: string; role: string; area?: string | null }): Looker {
  const street = roster.scope.startsWith('street:');
  return {
    userName: who.userName,
    plans: who.area === roster.scope && (street ? ['captain', 'dispatcher'] : ['communityStaff']).includes(who.role),
    takesPart: roster.members.some((one) => one.userName === who.userName),
  };
}

/** Whether the looker answers this swap. */
export function answersSwap(looker: Looker, swap: DutySwap): boolean {
  return swap.state === 'asked' && swap.other === looker.userName;
}

/** Whether the looker may take this swap back. */
export function withdrawsSwap(looker: Looker, swap: DutySwap): boolean {
  return looker.plans || (swap.askedBy === looker.userName && swap.state !== 'agreed');
}

/** Whether the looker may take this leave back. */
export function withdrawsLeave(looker: Looker, leave: DutyLeave): boolean {
  return looker.plans || leave.userName === looker.userName;
}
