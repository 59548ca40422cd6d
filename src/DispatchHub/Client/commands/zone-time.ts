/** What the wall clock of a zone shows at an instant, as `<input type="datetime-local">` writes it: `2026-03-10T08:30`. */
export function wallTime(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

/**
 * The instant at which the wall clock of a zone shows `wall`; null for what is no time. A wall time that a change of daylight
 * saving time leaves out becomes the instant as long after the change.
 */
export function instantOf(wall: string, zone: string): number | null {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc) || !/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall)) {
    return null;
  }
  // The offset is that of the instant sought, so a second look corrects a first guess on the wrong side of a change.
  const first = asUtc - offsetAt(asUtc, zone);
  const second = asUtc - offsetAt(first, zone);
  return wallTime(second, zone) === wall ? second : Math.max(first, second);
}

function offsetAt(at: number, zone: string): number {
  const minute = Math.floor(at / 60_000) * 60_000;
  return Date.parse(`${wallTime(minute, zone)}Z`) - minute;
}
