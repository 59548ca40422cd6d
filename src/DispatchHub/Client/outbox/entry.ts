import type { CaseStatus } from '../api/types';

/** What an entry of the outbox acts on. A report that waits itself is named by its entry until its case has an id. */
export type Target =
  | { kind: 'report' }
  | { kind: 'case'; caseId: string }
  | { kind: 'reported'; entryId: string }
  | { kind: 'grid'; gridId: string };

/** A photo that an entry carries; its bytes lie in the store under `key`. */
export interface PhotoOf {
  key: string;
  /** The id that the server gave; null until it has it. */
  evidenceId: string | null;
}

/** What the server said no to, as far as it can be stored. */
export interface Refused {
  status: number;
  code: string;
  detail: string;
  /** Where the case stood at that, if it was about one. */
  stands?: CaseStatus;
}

/** One thing that a person decided on this device, until the server has taken it. */
export interface Entry {
  id: string;
  /** Who decided; nobody else sends it. */
  owner: string;
  /** Counts up on this device: the order in which things were decided. */
  seq: number;
  /** The idempotency key: one for one intent. */
  key: string;
  target: Target;
  /** A command's name, `report` or `patrol`. */
  name: string;
  /** What is sent beside `occurredAt` and `evidenceIds`. */
  body: Record<string, unknown>;
  photos: PhotoOf[];
  /** When it was decided, Unix ms of this device. */
  decidedAt: number;
  /** Whether the server is told when it happened; false: it counts as of its arrival. */
  timed: boolean;
  /** It is not sent before this instant of the device, so that it can be taken back. */
  holdUntil: number;
  state: 'waiting' | 'refused' | 'sent';
  /** It cannot have happened before this instant of the city: when the report that it follows was opened. */
  earliest: string | null;
  /** Set with the first try and never changed, since the same key must come with the same body; null: without an instant. */
  occurredAt: string | null;
  /** It may have reached the server. */
  tried: boolean;
  failures: number;
  /** Not tried again before this instant of the device. */
  notBefore: number;
  refused: Refused | null;
  /** Another officer of the visit had done it before it arrived. */
  byPartner?: true;
  /** For people: what it is about, as known when it was decided. */
  about: { number: string | null; type: string | null; place: string | null };
}

/** What a person decides. */
export interface Intent {
  target: Target;
  name: string;
  body?: Record<string, unknown>;
  photos?: readonly Blob[];
  timed?: boolean;
  /** How long it can be taken back before it is sent, real ms; 10 s unless told. */
  holdMs?: number;
  about?: Entry['about'];
}
