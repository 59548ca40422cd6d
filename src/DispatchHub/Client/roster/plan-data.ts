import type { PlannedDuty, Roster } from '../api/types';

/** What the form of a planned duty holds, as its fields write it. */
export interface PlanFields {
  name: string;
  line: string;
  from: string;
  to: string;
  days: string;
  first: string;
  last: string;
  turnDays: string;
  least: string;
  /** The crew of each person by user name: `1`, `2` and so on; empty for nobody's. */
  crews: ReadonlyMap<string, string>;
}

/** The duty that a form asks for; null while it names nobody or has no hours. Everything else is the server's to refuse. */
export function dutyOf(fields: PlanFields): Omit<PlannedDuty, 'id'> | null {
  const [from, to] = [minuteOf(fields.from), minuteOf(fields.to)];
  const numbers = [...new Set([...fields.crews.values()].filter(Boolean))].sort();
  if (from === null || to === null || numbers.length === 0 || !fields.first) {
    return null;
  }
  return {
    name: fields.name.trim(),
    line: Number(fields.line),
    crews: numbers.map((number) => [...fields.crews].filter(([, crew]) => crew === number).map(([userName]) => userName)),
    fromMinute: from,
    toMinute: to,
    days: fields.days as NonNullable<PlannedDuty['days']>,
    first: fields.first,
    last: fields.last || null,
    turnDays: numbers.length > 1 ? Number(fields.turnDays) : 1,
    least: Number(fields.least),
  };
}

/** Minutes after midnight of `08:30`; null for what is no time. */
export function minuteOf(time: string): number | null {
  const found = /^(\d\d):(\d\d)$/.exec(time);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

/** `08:30` of minutes after midnight. */
export function timeOf(minute: number | string): string {
  const at = Number(minute);
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

/** The planned duties that have not ended. */
export function dutiesOn(roster: Roster, today: string): PlannedDuty[] {
  return roster.planned.filter((duty) => !duty.last || duty.last >= today);
}
