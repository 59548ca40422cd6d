import type { CaseStatus, CaseView } from '../api/types';
import type { Entry, Refused } from './entry';

/** How long something can be taken back before it is sent, real ms. */
export const HOLD_MS = 10_000;

/** What is left of a clock when a decision goes out is enough to arrive, real ms. */
const IN_TIME_MS = 5_000;

/**
 * How long a decision on a case is held, real ms: it must be there well before a clock of the case runs out and moves the case on.
 * `leftMs` is what that clock has left in the city's time, null where none runs; `speed` city seconds pass in one.
 */
export function holdFor(leftMs: number | null, speed: number): number {
  if (leftMs === null || leftMs <= 0) {
    return HOLD_MS;
  }
  const left = leftMs / speed;
  return Math.min(HOLD_MS, Math.max(left / 2, left - IN_TIME_MS));
}

/** Waits after the first, second and further failed tries, real ms; the last one repeats. */
const WAITS = [1_000, 2_000, 5_000, 15_000, 30_000];

/** What the sender does next. */
export type Step =
  | { kind: 'upload'; entry: Entry; photoKey: string }
  | { kind: 'send'; entry: Entry }
  /** Nothing now; look again at `until`, or when something is added if that is null. */
  | { kind: 'wait'; until: number | null };

/** What came of a try. */
export type Outcome =
  | { kind: 'taken'; caseId: string | null; openedAt: string | null; byPartner?: true }
  | { kind: 'passing'; retryAfterMs: number | null }
  | { kind: 'refused'; refused: Refused };

/** Entries of one lane are sent one after the other; lanes do not wait for each other. */
export function laneOf(entry: Entry): string {
  switch (entry.target.kind) {
    case 'report':
      return `entry:${entry.id}`;
    case 'reported':
      return `entry:${entry.target.entryId}`;
    case 'case':
      // A call for help waits for nothing that was decided before it, refused or not.
      return `${entry.name === 'raise-alarm' ? 'alarm' : 'case'}:${entry.target.caseId}`;
    case 'grid':
      return `grid:${entry.target.gridId}`;
  }
}

/** The next thing to do for `owner`: of every lane only its first entry, and of those that may go now the oldest. */
export function nextStep(entries: readonly Entry[], owner: string, now: number): Step {
  let until: number | null = null;
  for (const entry of heads(entries, owner)) {
    if (entry.state === 'refused') {
      continue; // Its lane waits for the person's choice: what follows was decided in the belief that this had been taken.
    }
    const from = Math.max(entry.holdUntil, entry.notBefore);
    if (from <= now) {
      const photo = entry.photos.find((one) => one.evidenceId === null);
      return photo ? { kind: 'upload', entry, photoKey: photo.key } : { kind: 'send', entry };
    }
    until = until === null ? from : Math.min(until, from);
  }
  return { kind: 'wait', until };
}

/** The first entry of every lane that is not sent, oldest first. */
function heads(entries: readonly Entry[], owner: string): Entry[] {
  const lanes = new Map<string, Entry>();
  for (const entry of inOrder(entries)) {
    const lane = laneOf(entry);
    if (entry.owner === owner && entry.state !== 'sent' && !lanes.has(lane)) {
      lanes.set(lane, entry);
    }
  }
  return [...lanes.values()];
}

export function inOrder(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => a.seq - b.seq);
}

/** The entry as it goes out: with the instant at which it happened, fixed from now on. */
export function fixed(entry: Entry, cityTimeAt: (device: number) => number, cityNow: number): Entry {
  if (entry.tried || !entry.timed) {
    return { ...entry, tried: true };
  }
  const earliest = entry.earliest === null ? -Infinity : Date.parse(entry.earliest);
  // A device that runs ahead must not put things into the city's future, nor a command before the report that it follows.
  const at = Math.max(earliest, Math.min(cityTimeAt(entry.decidedAt), cityNow));
  return { ...entry, tried: true, occurredAt: new Date(at).toISOString() };
}

/** What is sent as JSON. */
export function bodyOf(entry: Entry): Record<string, unknown> {
  return {
    ...entry.body,
    ...(entry.photos.length > 0 ? { evidenceIds: entry.photos.map((photo) => photo.evidenceId) } : {}),
    ...(entry.timed && entry.occurredAt !== null ? { occurredAt: entry.occurredAt } : {}),
  };
}

/** A photo of an entry is on the server. */
export function uploaded(entry: Entry, photoKey: string, evidenceId: string): Entry {
  return { ...entry, failures: 0, photos: entry.photos.map((photo) => (photo.key === photoKey ? { ...photo, evidenceId } : photo)) };
}

/** The entries that change by what came of trying one of them. */
export function settled(entries: readonly Entry[], id: string, outcome: Outcome, now: number): Entry[] {
  const entry = entries.find((one) => one.id === id);
  if (!entry || entry.state === 'sent') {
    return []; // Taken back or settled by another tab meanwhile.
  }
  switch (outcome.kind) {
    case 'passing':
      return [{ ...entry, failures: entry.failures + 1, notBefore: now + Math.max(outcome.retryAfterMs ?? 0, waitAfter(entry.failures)) }];
    case 'refused':
      return [{ ...entry, state: 'refused', refused: outcome.refused }];
    case 'taken':
      return [
        { ...entry, state: 'sent', ...(outcome.byPartner ? { byPartner: true } : {}), target: outcome.caseId === null ? entry.target : { kind: 'case', caseId: outcome.caseId } },
        ...(outcome.caseId === null ? [] : named(entries, id, outcome.caseId, outcome.openedAt)),
      ];
  }
}

/** Steps that officers take once for the whole visit, and where the case stands when one of them has. */
const visitSteps: Readonly<Record<string, readonly CaseStatus[]>> = { 'offer-accept': ['EnRoute', 'OnSite'], arrive: ['OnSite'] };

/** Whether another officer of the same visit has taken this step already: nothing is left to decide, and what follows it still fits. */
export function takenByPartner(entry: Entry, caseNow: Pick<CaseView, 'status' | 'officerIds'>): boolean {
  return caseNow.officerIds.includes(entry.owner) && (visitSteps[entry.name]?.includes(caseNow.status) ?? false);
}

/** What waited for a report's case: it has an id now, and nothing on it happened before it was opened. */
function named(entries: readonly Entry[], reportId: string, caseId: string, openedAt: string | null): Entry[] {
  return entries
    .filter((one) => one.target.kind === 'reported' && one.target.entryId === reportId)
    .map((one) => ({ ...one, target: { kind: 'case', caseId }, earliest: openedAt }));
}

/** A new entry beside those that are there: last in order, and on the report's case if that has been sent; null when its report is gone. */
export function placed(entries: readonly Entry[], entry: Entry): Entry | null {
  const seq = entries.reduce((most, one) => Math.max(most, one.seq), 0) + 1;
  if (entry.target.kind !== 'reported') {
    return { ...entry, seq };
  }
  const { entryId } = entry.target;
  const report = entries.find((one) => one.id === entryId);
  return report ? { ...entry, seq, target: report.state === 'sent' ? report.target : entry.target } : null;
}

/** Sent entries kept for the list of what was done; older ones go. */
export const MOST_SENT = 20;

/** Sent entries that are no longer worth keeping. */
export function outdated(entries: readonly Entry[]): Entry[] {
  return inOrder(entries).filter((entry) => entry.state === 'sent').slice(0, -MOST_SENT);
}

/** The entries that may be tried at once now that the network is back. */
export function hurried(entries: readonly Entry[]): Entry[] {
  return entries.filter((entry) => entry.state === 'waiting' && entry.notBefore > 0).map((entry) => ({ ...entry, notBefore: 0 }));
}

function waitAfter(failures: number): number {
  return WAITS[Math.min(failures, WAITS.length - 1)]!;
}

/** May be taken back: the server cannot have it. */
export function canTakeBack(entry: Entry): boolean {
  return entry.state === 'waiting' && !entry.tried;
}

/** May be discarded: taken back, or refused, or sent and only shown. What may have arrived is not hidden from the person. */
export function canDiscard(entry: Entry): boolean {
  return canTakeBack(entry) || entry.state !== 'waiting';
}

/** An entry and what cannot be sent without it: commands on the report that it is. */
export function withFollowers(entries: readonly Entry[], id: string): Entry[] {
  return entries.filter((one) => one.id === id || (one.target.kind === 'reported' && one.target.entryId === id));
}

/** A refused entry as a new intent that counts as of its arrival. Photos go up again: the server may have dropped them. */
export function asOfNow(entry: Entry, key: string): Entry {
  return {
    ...entry,
    key,
    timed: false,
    state: 'waiting',
    occurredAt: null,
    tried: false,
    failures: 0,
    notBefore: 0,
    holdUntil: 0,
    refused: null,
    photos: entry.photos.map((photo) => ({ ...photo, evidenceId: null })),
  };
}
