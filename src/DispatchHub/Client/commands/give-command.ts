import { give, newKey, post } from '../api/http';
import { Problem } from '../api/problem';
import type { CaseView } from '../api/types';
import { waitAfter } from '../feed/live-link';

/** How often one intent is sent before the person is asked. */
export const MOST_TRIES = 4;

/** Nobody looks at a spinner longer than this without an answer, real ms. */
const LONGEST_WAIT_MS = 5_000;

export interface Giving {
  /** The key of the intent; kept by the caller when the same intent may be sent again later. */
  key?: string;
  /** Called before each further try, with the number of tries so far. */
  again?: (tries: number) => void;
}

/**
 * Sends one intent until its outcome is known, always with the same key: an answer that never came, a server that is busy and a
 * store that is away are tried again; a refusal is not.
 * @throws Problem of the last try.
 */
export async function untilKnown<T>(
  send: () => Promise<T>,
  again: (tries: number) => void = () => undefined,
  wait: (ms: number) => Promise<void> = pause,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (fault) {
      if (!(fault instanceof Problem) || !fault.passes || tries >= MOST_TRIES) {
        throw fault;
      }
      again(tries);
      await wait(Math.min(LONGEST_WAIT_MS, fault.retryAfterMs ?? waitAfter(tries)));
    }
  }
}

/**
 * Gives a command on a case and answers the case after it.
 * @throws Problem when it is refused, or when its outcome stays unknown: then send it again with the same key.
 */
export function giveCommand(caseId: string, name: string, body: object, giving: Giving = {}): Promise<CaseView> {
  const key = giving.key ?? newKey();
  return untilKnown(() => give(caseId, name, body, key), giving.again);
}

/** Files a report and answers its case. @throws Problem as `giveCommand` does. */
export function giveReport(body: object, giving: Giving = {}): Promise<CaseView> {
  const key = giving.key ?? newKey();
  return untilKnown(() => post<CaseView>('/api/reports', body, key), giving.again);
}

/** Starts a drill and answers its case. @throws Problem as `giveCommand` does. */
export function giveDrill(body: object, giving: Giving = {}): Promise<CaseView> {
  const key = giving.key ?? newKey();
  return untilKnown(() => post<CaseView>('/api/drills', body, key), giving.again);
}

/** What came of one command on several cases. */
export interface GivenToMany {
  given: CaseView[];
  refused: { caseId: string; problem: Problem }[];
}

/** Gives one command to several cases, one after the other, so that each is its own intent; the ones refused are told apart. */
export async function giveToMany(caseIds: readonly string[], name: string, body: object): Promise<GivenToMany> {
  const outcome: GivenToMany = { given: [], refused: [] };
  for (const caseId of caseIds) {
    try {
      outcome.given.push(await giveCommand(caseId, name, body));
    } catch (fault) {
      outcome.refused.push({ caseId, problem: problemOf(fault) });
    }
  }
  return outcome;
}

/** A fault as a problem that can be put into words. */
export function problemOf(fault: unknown): Problem {
  return fault instanceof Problem ? fault : new Problem(0, 'unexpected', String(fault));
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
