import type { CaseLevel } from '../api/types';
import { hasAlarm } from '../parts/alarms';
import type { Entry } from './board-model';

/** A heading of the list. */
export interface Group {
  level: CaseLevel;
  count: number;
  late: number;
  open: boolean;
}

/** What stands in one line of the list. */
export type Line = Entry | Group;

/** Highest first: what went furthest is what went wrong. */
const LEVELS: readonly CaseLevel[] = ['Supervision', 'Street', 'Community', 'Grid'];

export function isGroup(line: Line): line is Group {
  return 'count' in line;
}

/** What a line is called, the same however the list is ordered. */
export function lineId(line: Line): string {
  return isGroup(line) ? `level:${line.level}` : line.row.id;
}

/** The lines of a list: those of the order that pass the test, under headings when grouped. */
export function linesOf(order: Entry[], test: ((entry: Entry) => boolean) | null, folded: ReadonlySet<CaseLevel> | null): Line[] {
  const shown = test ? order.filter(test) : order;
  if (!folded) {
    return shown;
  }
  const byLevel = new Map<CaseLevel, Entry[]>(LEVELS.map((level) => [level, []]));
  for (const entry of shown) {
    byLevel.get(entry.row.level)!.push(entry);
  }
  const lines: Line[] = [];
  for (const [level, entries] of byLevel) {
    if (entries.length > 0) {
      const open = !folded.has(level);
      lines.push({ level, count: entries.length, late: entries.reduce((sum, entry) => sum + (entry.late ? 1 : 0), 0), open });
      for (const entry of entries) {
        if (open || hasAlarm(entry.row)) {
          lines.push(entry);
        }
      }
    }
  }
  return lines;
}

/** How many of the lines are cases, folded ones included. */
export function casesIn(lines: readonly Line[], grouped: boolean): number {
  return grouped ? lines.reduce((sum, line) => sum + (isGroup(line) ? line.count : 0), 0) : lines.length;
}

/** The part of a list of equally high lines that has to be on the page. */
export interface Window {
  first: number;
  /** One past the last. */
  end: number;
}

/** Lines kept above and below what is seen, so that a turn of the wheel finds them drawn. */
const SPARE = 6;

export function windowOf(scrollTop: number, height: number, lineHeight: number, count: number): Window {
  const first = Math.max(0, Math.min(count, Math.floor(scrollTop / lineHeight) - SPARE));
  const end = Math.max(first, Math.min(count, Math.ceil((scrollTop + height) / lineHeight) + SPARE));
  return { first, end };
}
