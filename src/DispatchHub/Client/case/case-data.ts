import { get } from '../api/http';
import type { CaseRow, CaseView, ClockState, HistoryLine } from '../api/types';

/** A photo of a case. */
export interface EvidencePiece {
  id: string;
  type: string;
  bytes: number;
  width: number;
  height: number;
  by: string;
  at: string;
}

/** What the person may do with a case now, and what every other command would be refused with. */
export interface Choice {
  name: string;
  allowed: boolean;
  /** May be given for somebody who said so. */
  onBehalf: boolean;
  /** The code of the refusal; null when allowed. */
  code: string | null;
  /** The server's own sentence for it. */
  why: string | null;
}

export interface Choices {
  version: number;
  items: Choice[];
}

/** A stretch of a clock's life; `to` is null while it lasts. */
export interface LedgerSpan {
  from: string;
  to: string | null;
  kind: 'running' | 'paused';
  reason?: string | null;
}

/** One clock of a case with everything that happened to it. */
export interface LedgerClock {
  name: string;
  generation: number;
  state: ClockState;
  calendar: string | null;
  budget: string;
  budgetMs: number;
  spentMs: number;
  startedAt: string;
  endedAt: string | null;
  dueAt: string | null;
  provisional?: boolean | null;
  spans: LedgerSpan[];
  extensions: { at: string; length: string; reason?: string | null }[];
  marks: { mark: number; dueAt: string | null; firedAt: string | null }[];
}

/** The photos of a case; a hub of an older version sends none. */
export function evidenceOf(view: CaseView): readonly EvidencePiece[] {
  return (view as CaseView & { evidence?: EvidencePiece[] }).evidence ?? [];
}

export function readCase(id: string, signal?: AbortSignal): Promise<CaseView> {
  return get(`/api/cases/${encodeURIComponent(id)}`, signal);
}

export function readChoices(id: string, signal?: AbortSignal): Promise<Choices> {
  return get(`/api/cases/${encodeURIComponent(id)}/choices`, signal);
}

export async function readLedger(id: string, signal?: AbortSignal): Promise<LedgerClock[]> {
  return (await get<{ items: LedgerClock[] }>(`/api/cases/${encodeURIComponent(id)}/ledger`, signal)).items;
}

/** A page of what happened after the event numbered `after`, oldest first. */
export function readHistory(id: string, after: number, signal?: AbortSignal): Promise<{ items: HistoryLine[]; next: number | null }> {
  return get(`/api/cases/${encodeURIComponent(id)}/history?cursor=${after}&limit=200`, signal);
}

/** Where something is or would be, as `GET /api/similar` and `POST /api/reports` take it. */
export interface PlaceAsked {
  estate?: string;
  building?: string;
  unit?: string;
  lat?: number;
  lon?: number;
  gridId?: string;
}

/** Open cases of which a report of this type there would be marked as a possible duplicate, nearest first. */
export async function readSimilar(type: string, place: PlaceAsked, signal?: AbortSignal): Promise<CaseRow[]> {
  const query = new URLSearchParams({ type });
  for (const [key, value] of Object.entries(place)) {
    if (value !== undefined && value !== '') {
      query.set(key, String(value));
    }
  }
  return (await get<{ items: CaseRow[] }>(`/api/similar?${query}`, signal)).items;
}

/** Cases whose number, title or place holds the text. */
export async function searchCases(text: string, scope: string | null, limit = 8, signal?: AbortSignal): Promise<CaseView[]> {
  const query = new URLSearchParams({ q: text, limit: String(limit) });
  if (scope) {
    query.set('scope', scope);
  }
  return (await get<{ items: CaseView[] }>(`/api/cases?${query}`, signal)).items;
}
