import { get } from '../api/http';
import type { CaseRow, CaseView, Choices, HistoryLine, LedgerClock, WhistleScore } from '../api/types';

export function readCase(id: string, signal?: AbortSignal): Promise<CaseView> {
  return get(`/api/cases/${encodeURIComponent(id)}`, signal);
}

export function readChoices(id: string, signal?: AbortSignal): Promise<Choices> {
  return get(`/api/cases/${encodeURIComponent(id)}/choices`, signal);
}

export function readLedger(id: string, signal?: AbortSignal): Promise<{ items: LedgerClock[]; whistles: WhistleScore[] }> {
  return get(`/api/cases/${encodeURIComponent(id)}/ledger`, signal);
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
