// Days of the street's own zone as `2026-03-10`, and the instants at which they begin.

/** The day of an instant. */
export function dayOf(at: number, zone: string): string {
  return localOf(at, zone).slice(0, 10);
}

/** An instant as local time, `2026-03-10T14:05`. */
export function localOf(at: number, zone: string): string {
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 16);
}

/** The instant at which a day begins. */
export function instantOfDay(day: string, zone: string): number {
  return instantOfLocal(`${day}T00:00`, zone);
}

/** The instant of a local time; one that the clock skips or repeats is taken as the earlier offset has it. */
export function instantOfLocal(local: string, zone: string): number {
  const wall = Date.parse(`${local}:00Z`);
  const guess = wall - offsetAt(wall, zone);
  return wall - offsetAt(guess, zone);
}

export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

export function firstOfMonth(day: string): string {
  return `${day.slice(0, 8)}01`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far local time is ahead of UTC at an instant, ms. */
function offsetAt(at: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    const two = '2-digit' as const;
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: two, day: two, hour: two, minute: two, second: two });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)])) as Record<string, number>;
  const local = Date.UTC(part['year']!, part['month']! - 1, part['day']!, part['hour']!, part['minute']!, part['second']!);
  return local - Math.floor(at / 1_000) * 1_000;
}
