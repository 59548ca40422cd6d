import type { DutyGap, OnDuty } from '../api/types';
import { addDays, dayOf, instantOfDay, localOf } from '../stats/local-days';

/** Several people who have the same hours in one line. */
export interface Block {
  line: number;
  from: string;
  until: string;
  people: OnDuty[];
}

/** One local day of a week. */
export interface Day {
  day: string;
  blocks: Block[];
}

/** The Monday of the week of a local day. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** A text that is a day of the calendar, or null. */
export function readDay(text: string | null): string | null {
  return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}

/** The first instant of a week and the first after it, as ISO strings. */
export function spanOf(monday: string, zone: string): { from: string; to: string } {
  return { from: isoOf(monday, zone), to: isoOf(addDays(monday, 7), zone) };
}

/**
 * The seven days of a week, each with what begins on it, the first line before the second. What began before the week stands on its
 * first day, so that nobody who is on duty is missing.
 */
export function daysOf(monday: string, duty: readonly OnDuty[], zone: string): Day[] {
  return Array.from({ length: 7 }, (_, index) => {
    const day = addDays(monday, index);
    return { day, blocks: blocksOf(duty.filter((one) => startsOn(one, day, monday, zone))) };
  });
}

/** Hours as people say them: `17:30–08:30`, with the day where it is another one than `day`. */
export function hoursText(from: string, until: string, day: string, zone: string): string {
  return `${timeText(from, day, zone)}–${timeText(until, day, zone)}`;
}

/** Gaps that lie ahead, soonest first; those already begun begin now. */
export function gapsAhead(gaps: readonly DutyGap[], now: number): DutyGap[] {
  return gaps.filter((gap) => Date.parse(gap.to) > now).sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
}

/** Duties of one person that have not begun, soonest first: what can be swapped. */
export function dutiesAhead(duty: readonly OnDuty[], userName: string, now: number): OnDuty[] {
  return duty.filter((one) => one.userName === userName && Date.parse(one.from) > now).sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
}

function startsOn(one: OnDuty, day: string, monday: string, zone: string): boolean {
  const starts = dayOf(Date.parse(one.from), zone);
  return starts === day || (day === monday && starts < monday);
}

function blocksOf(duty: readonly OnDuty[]): Block[] {
  const blocks = new Map<string, Block>();
  for (const one of duty) {
    const key = `${one.line} ${one.from} ${one.until}`;
    const block = blocks.get(key) ?? { line: Number(one.line), from: one.from, until: one.until, people: [] };
    block.people.push(one);
    blocks.set(key, block);
  }
  return [...blocks.values()].sort((a, b) => a.line - b.line || Date.parse(a.from) - Date.parse(b.from) || Date.parse(a.until) - Date.parse(b.until));
}

function timeText(at: string, day: string, zone: string): string {
  const local = localOf(Date.parse(at), zone);
  const time = local.slice(11);
  const there = local.slice(0, 10);
  if (there === day) {
    return time;
  }
  if (there === addDays(day, 1)) {
    return time === '00:00' ? '24:00' : `${time}⁺¹`;
  }
  return `${there.slice(5)} ${time}`;
}

function isoOf(day: string, zone: string): string {
  return new Date(instantOfDay(day, zone)).toISOString();
}
