import type { PlaceAsked } from '../case/case-data';
import type { Role } from '../api/types';

/** Where a report is about, as far as it has been said. */
export type DraftPlace =
  | { kind: 'estate'; estate: string; building: string | null; unit: string | null }
  | { kind: 'point'; lat: number; lon: number; by: 'device' | 'map'; within: number | null }
  | { kind: 'grid'; gridId: string };

/** A report that is being written; it lives on the device until it is given. */
export interface Draft {
  type: string | null;
  description: string;
  place: DraftPlace | null;
  inProgress: boolean;
  contact: string;
  /** What the reporter does next; a grid worker's choice. */
  then: 'keep' | 'settle' | 'pass-up';
  photos: readonly Blob[];
}

export const emptyDraft: Draft = { type: null, description: '', place: null, inProgress: false, contact: '', then: 'keep', photos: [] };

/** Whether nothing has been written yet. */
export function isEmpty(draft: Draft): boolean {
  return draft.type === null && draft.place === null && draft.description.trim() === '' && draft.contact.trim() === '' && draft.photos.length === 0;
}

/** What is missing before it can be given. */
export type Missing = 'type' | 'place';

export function missingIn(draft: Draft): Missing[] {
  return [...(draft.type === null ? (['type'] as const) : []), ...(draft.place === null ? (['place'] as const) : [])];
}

/** The body of the report, without photos; what nobody filled in is left out. */
export function reportBody(draft: Draft, role: Role): Record<string, unknown> {
  const description = draft.description.trim();
  const contact = draft.contact.trim();
  return {
    type: draft.type,
    place: draft.place ? placeAsked(draft.place) : undefined,
    ...(description ? { description } : {}),
    ...(contact ? { contact } : {}),
    ...(draft.inProgress ? { inProgress: true } : {}),
    ...(role === 'gridWorker' && draft.then === 'pass-up' ? { passUp: true } : {}),
  };
}

/** Whether the report is followed by its settling. */
export function settles(draft: Draft, role: Role): boolean {
  return role === 'gridWorker' && draft.then === 'settle';
}

/** A place as the server takes it; devices and our own map speak WGS 84. */
export function placeAsked(place: DraftPlace): PlaceAsked {
  switch (place.kind) {
    case 'estate':
      return { estate: place.estate, ...(place.building ? { building: place.building } : {}), ...(place.unit ? { unit: place.unit } : {}) };
    case 'point':
      return { lat: place.lat, lon: place.lon };
    case 'grid':
      return { gridId: place.gridId };
  }
}

/** A report that was given, as a draft to correct: what `reportBody` made of it, backwards. */
export function draftOf(body: Record<string, unknown>, photos: readonly Blob[]): Draft {
  const place = (body['place'] ?? null) as PlaceAsked | null;
  return {
    type: (body['type'] as string | undefined) ?? null,
    description: (body['description'] as string | undefined) ?? '',
    place: place && draftPlace(place),
    inProgress: body['inProgress'] === true,
    contact: (body['contact'] as string | undefined) ?? '',
    then: body['passUp'] === true ? 'pass-up' : 'keep',
    photos,
  };
}

function draftPlace(place: PlaceAsked): DraftPlace | null {
  if (place.estate !== undefined) {
    return { kind: 'estate', estate: place.estate, building: place.building ?? null, unit: place.unit ?? null };
  }
  if (place.lat !== undefined && place.lon !== undefined) {
    return { kind: 'point', lat: place.lat, lon: place.lon, by: 'map', within: null };
  }
  return place.gridId === undefined ? null : { kind: 'grid', gridId: place.gridId };
}

/** A list with `one` in front, without its earlier place in it, at most `most` long. */
export function recentFirst<T>(list: readonly T[], one: T, most: number): T[] {
  const same = JSON.stringify(one);
  return [one, ...list.filter((other) => JSON.stringify(other) !== same)].slice(0, most);
}
