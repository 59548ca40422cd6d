/** The kinds of time that a length is written in: urgent (real) time, working time, working days, calendar days. */
export type TimeKind = 'urgent' | 'working' | 'workingDays' | 'days';

const WRITTEN = /^(\d{1,6})\s*(?:(min|h)(\s*U)?|(wh|wd|d))$/i;

/** The kind of time of a budget such as `7 wd` or `15 min U`; null for what is none. */
export function kindOf(budget: string): TimeKind | null {
  const found = WRITTEN.exec(budget.trim());
  if (!found) {
    return null;
  }
  const unit = (found[2] ?? found[4])!.toLowerCase();
  return found[3] ? 'urgent' : unit === 'wd' ? 'workingDays' : unit === 'd' ? 'days' : 'working';
}

/** Lengths that make sense as more time on a clock of this budget, in its own kind of time. */
export function examplesFor(budget: string): readonly string[] {
  switch (kindOf(budget)) {
    case 'urgent':
      return ['15 min U', '30 min U', '1 h U', '2 h U'];
    case 'workingDays':
      return ['1 wd', '2 wd', '3 wd', '5 wd'];
    case 'days':
      return ['1 d', '3 d', '7 d'];
    default:
      return ['30 min', '1 wh', '2 wh', '4 wh'];
  }
}

/** A length as the server writes it (`2wd` → `2 wd`, `30 MIN u` → `30 min U`); null when it is none or nothing. */
export function lengthOf(text: string): string | null {
  const found = WRITTEN.exec(text.trim());
  if (!found || Number(found[1]) === 0) {
    return null;
  }
  return `${Number(found[1])} ${(found[2] ?? found[4])!.toLowerCase()}${found[3] ? ' U' : ''}`;
}
