import type { HistoryLine } from '../api/types';
import type { Names } from './event-data';

/** A line of a history, at a minute after 08:00 in Shanghai on 2026-03-10. */
export function happened(minute: number, event: string, data: object = {}, actor = 'system', occurredAt: string | null = null): HistoryLine {
  return { seq: minute * 100, event, at: minuteOf(minute), occurredAt, actor, data } as unknown as HistoryLine;
}

/** The instant some minutes after 08:00. */
export function minuteOf(minute: number): string {
  return new Date(Date.parse('2026-03-10T08:00:00+08:00') + minute * 60_000).toISOString();
}

/** Names that show what was asked for. */
export const sampleNames: Names = {
  person: (userName) => userName,
  scope: (scope) => scope,
  type: (code) => code,
};
