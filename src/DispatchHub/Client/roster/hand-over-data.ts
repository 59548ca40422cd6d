import { ask, post } from '../api/http';
import type { HandOver, HandOverMark } from '../api/types';

/** The hand-over of a shift, without `shift` of the one to be dealt with now; null where the team has none. @throws Problem */
export async function loadHandOver(team: string, shift: string | null, signal?: AbortSignal): Promise<HandOver | null> {
  const answer = await ask('GET', `/api/teams/${team}/hand-over${shift ? `?${new URLSearchParams({ shift })}` : ''}`, signal ? { signal } : {});
  return answer.status === 204 ? null : ((await answer.json()) as HandOver);
}

/** Leaves a note. @throws Problem when it is refused. */
export function writeNote(team: string, shift: string, note: string): Promise<HandOver> {
  return post(`/api/teams/${team}/hand-over/note`, { note, shift });
}

/** Signs. @throws Problem when it is refused. */
export async function signFor(team: string, shift: string): Promise<HandOver> {
  const signed = await post<HandOver>(`/api/teams/${team}/hand-over/sign`, { shift });
  dispatchEvent(new Event(HANDED_OVER));
  return signed;
}

/** Sent on the window when a sheet was signed here. */
export const HANDED_OVER = 'handed-over';

const LOUD: readonly HandOverMark[] = ['captainAlarmed', 'overdue', 'missed'];
const RAISED: readonly HandOverMark[] = ['supervised', 'escalated', 'suspensionAsked', 'extensionAsked'];

/** How loud a mark looks. */
export function lookOf(mark: HandOverMark): string {
  return LOUD.includes(mark) ? 'critical' : RAISED.includes(mark) ? 'serious' : 'standby';
}
