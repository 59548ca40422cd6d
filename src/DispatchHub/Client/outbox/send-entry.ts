import { ask, get } from '../api/http';
import { Problem } from '../api/problem';
import type { CaseView, CityTime } from '../api/types';
import { cityClock } from '../feed/city-clock';
import type { Entry } from './entry';
import { bodyOf, fixed, takenByPartner, type Outcome } from './outbox-plan';
import { outboxStore } from './outbox-store';

/** The city's time is asked again when it was heard longer ago than this, real ms: a device may have slept. */
const CLOCK_GOOD_FOR_MS = 60_000;
/** A request that takes longer is given up and sent again with its key, real ms; a photo goes up slowly where reception is poor. */
const LONGEST_MS = 30_000;
const LONGEST_PHOTO_MS = 180_000;

let clockHeard = -Infinity;

/** Uploads one photo of an entry. @throws Problem when it was refused or cannot be sent now. */
export async function uploadPhoto(entry: Entry, photoKey: string): Promise<void> {
  const photo = await outboxStore.photo(photoKey);
  if (!photo) {
    throw new Problem(422, 'unknown-evidence', 'The photo is no longer on this device.');
  }
  const answer = await ask('POST', '/api/evidence', {
    raw: photo, key: photoKey, headers: { 'content-type': photo.type }, signal: AbortSignal.timeout(LONGEST_PHOTO_MS),
  });
  await outboxStore.uploaded(entry.id, photoKey, ((await answer.json()) as { id: string }).id);
}

/** Sends one entry, fixed. @returns null when it was taken back meanwhile. @throws Problem as above. */
export async function sendEntry(entry: Entry): Promise<Outcome | null> {
  if (entry.timed && !entry.tried) {
    await hearClock();
  }
  const sent = await outboxStore.fix(entry.id, (one) => fixed(one, (device) => cityClock.at(device), cityClock.now()));
  if (!sent) {
    return null;
  }
  const response = await ask('POST', pathOf(sent), {
    body: bodyOf(sent), key: sent.key, headers: { 'device-now': new Date(cityClock.now()).toISOString() }, signal: AbortSignal.timeout(LONGEST_MS),
  });
  const answer = (await response.json()) as Partial<CaseView>;
  return sent.target.kind === 'report'
    ? { kind: 'taken', caseId: answer.id!, openedAt: answer.openedAt! }
    : { kind: 'taken', caseId: null, openedAt: null };
}

function pathOf(entry: Entry): string {
  switch (entry.target.kind) {
    case 'report':
      return '/api/reports';
    case 'case':
      return `/api/cases/${entry.target.caseId}/commands/${entry.name}`;
    case 'grid':
      return `/api/grids/${entry.target.gridId}/patrols`;
    case 'reported':
      throw new Error('A command on a report is not sent before its case has an id.');
  }
}

async function hearClock(): Promise<void> {
  if (!cityClock.known || performance.now() - clockHeard > CLOCK_GOOD_FOR_MS) {
    cityClock.set(await get<CityTime>('/api/clock'));
    clockHeard = performance.now();
  }
}

/** What a fault means for the entry; null: the person must sign in first, and it waits. */
export function outcomeOf(fault: unknown, entry: Entry): Outcome | null {
  const problem = fault instanceof Problem ? fault : new Problem(0, 'unexpected', String(fault));
  if (problem.status === 401) {
    return null;
  }
  if (problem.caseNow && takenByPartner(entry, problem.caseNow)) {
    return { kind: 'taken', caseId: null, openedAt: null, byPartner: true };
  }
  return problem.passes || problem.status >= 500
    ? { kind: 'passing', retryAfterMs: problem.retryAfterMs }
    : { kind: 'refused', refused: { status: problem.status, code: problem.code, detail: problem.detail, ...(problem.caseNow ? { stands: problem.caseNow.status } : {}) } };
}
