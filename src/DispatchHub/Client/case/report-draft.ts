import type { ChoiceItem } from './choice-box';
import type { PlaceAsked } from './case-data';

/** A place with what it is called. */
export interface PlaceChosen extends ChoiceItem {
  asked: PlaceAsked;
}

/** A report as far as it has been taken down. */
export interface ReportDraft {
  contact: string;
  type: string;
  place: PlaceChosen | null;
  description: string;
  address: string;
  inProgress: boolean;
  callBack: boolean;
}

export const emptyDraft: ReportDraft = { contact: '', type: '', place: null, description: '', address: '', inProgress: false, callBack: false };

/** The server keeps as much. */
export const MOST = { contact: 200, description: 2_000, address: 200 } as const;

export type DraftFault = 'type' | 'place' | 'callBack';

/** What is still missing before a report can be sent: who wants to be called back must have said how. */
export function draftFaults(draft: ReportDraft): DraftFault[] {
  return [
    ...(draft.type ? [] : ['type' as const]),
    ...(draft.place ? [] : ['place' as const]),
    ...(draft.callBack && !draft.contact.trim() ? ['callBack' as const] : []),
  ];
}

/** The body of `POST /api/reports`. There is no field for the wish to be called back, so it stands in the description, in `callBackText`. */
export function reportOf(draft: ReportDraft, callBackText: string): Record<string, unknown> {
  const description = [draft.description.trim(), ...(draft.callBack ? [callBackText] : [])].filter(Boolean).join('\n').slice(0, MOST.description);
  return {
    type: draft.type,
    place: draft.place!.asked,
    ...(description ? { description } : {}),
    ...(draft.address.trim() ? { address: draft.address.trim() } : {}),
    ...(draft.contact.trim() ? { contact: draft.contact.trim() } : {}),
    ...(draft.inProgress ? { inProgress: true } : {}),
  };
}

/** The body of `POST /api/drills`: what is pretended, and nobody who called. */
export function drillOf({ type, place, description, inProgress }: ReportDraft): Record<string, unknown> {
  return { type, place: place!.asked, ...(description.trim() ? { description: description.trim() } : {}), ...(inProgress ? { inProgress: true } : {}) };
}

/** Which field a refusal is about; null when it is about the whole. */
export function fieldOfReportRefusal(code: string): DraftFault | 'description' | null {
  switch (code) {
    case 'unknown-type':
      return 'type';
    case 'outside-territory':
    case 'unknown-estate':
    case 'unknown-unit':
      return 'place';
    case 'invalid-text':
      return 'description';
    default:
      return null;
  }
}
