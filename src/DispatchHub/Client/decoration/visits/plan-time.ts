const MINUTE = 60_000;

/** How long after now a visit is planned at the earliest, so that the team can come. */
const NOTICE = 30 * MINUTE;

/** The time that is offered for a visit: half an hour from now or as soon as all its checks can be made, and never after the first is due. Milliseconds, whole minutes. */
export function planTime(from: number, until: number, now: number): number {
  const soon = Math.ceil(Math.max(from, now + NOTICE) / MINUTE) * MINUTE;
  return Math.min(soon, Math.floor(until / MINUTE) * MINUTE);
}

/** An instant as a `datetime-local` input holds it, in the time of the device. */
export function localInput(at: number): string {
  const when = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}T${two(when.getHours())}:${two(when.getMinutes())}`;
}
