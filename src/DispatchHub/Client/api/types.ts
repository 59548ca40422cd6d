import type { components } from './schema';

type Schemas = components['schemas'];

export type CaseRow = Schemas['CaseRow'];
export type CaseView = Schemas['CaseView'];
export type CaseStatus = Schemas['CaseStatus'];
export type CaseLevel = Schemas['CaseLevel'];
export type Priority = Schemas['Priority'];
export type Role = Schemas['Role'];
export type ClockView = Schemas['ClockView'];
export type ClockState = Schemas['ClockState'];
export type CityTime = Schemas['CityTime'];
export type HistoryLine = Schemas['HistoryLine'];
export type CommunityView = Schemas['CommunityView'];
export type GridView = Schemas['GridView'];
export type SessionView = Schemas['SessionView'];
export type DemoUser = Schemas['DemoUser'];
export type CalendarSpans = Schemas['CalendarSpans'];
/** A text in both languages of the product. */
export type BothLanguages = Schemas['Text'];

/** A scope such as `community:xishan`, in its two halves. */
export function scopeParts(scope: string): { kind: string; id: string } {
  const colon = scope.indexOf(':');
  return { kind: scope.slice(0, colon), id: scope.slice(colon + 1) };
}
