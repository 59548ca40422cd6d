import type { HistoryLine } from '../api/types';
import { city } from '../api/city';
import { people } from '../commands/people';
import { scopeParts } from '../api/types';

/** How things are called; given to everything that makes sentences, so that those stay pure. */
export interface Names {
  person(userName: string): string;
  scope(scope: string): string;
  type(code: string): string;
}

/** The names of the city that is loaded. */
export const cityNames: Names = {
  person: (userName) => people.nameOf(userName),
  scope: (scope) => {
    const { kind, id } = scopeParts(scope);
    return kind === 'officer' || kind === 'supervisor' ? people.nameOf(id) : city.scopeName(scope);
  },
  type: (code) => city.typeName(code),
};

/** The fields of an event, read with care: a later server may leave some out or send others. */
export class EventData {
  private readonly fields: Record<string, unknown>;

  constructor(line: HistoryLine) {
    const data: unknown = line.data;
    this.fields = data !== null && typeof data === 'object' ? (data as Record<string, unknown>) : {};
  }

  text(name: string): string {
    const value = this.fields[name];
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  }

  /** An instant; null where there is none. */
  instant(name: string): string | null {
    const value = this.text(name);
    return Number.isNaN(Date.parse(value)) ? null : value;
  }

  flag(name: string): boolean {
    return this.fields[name] === true;
  }

  list(name: string): string[] {
    const value = this.fields[name];
    return Array.isArray(value) ? value.map(String) : [];
  }

  /** The objects of a list, their fields as the server sent them. */
  objects<T extends object>(name: string): T[] {
    const value = this.fields[name];
    return Array.isArray(value) ? value.filter((one): one is T => one !== null && typeof one === 'object') : [];
  }
}

/** Lines that were committed together: one thing that somebody did or a clock caused, with all that followed from it. */
export interface Step {
  at: string;
  actor: string;
  lines: HistoryLine[];
}

/** A history in the steps that it was committed in. */
export function stepsOf(lines: readonly HistoryLine[]): Step[] {
  const steps: Step[] = [];
  for (const line of lines) {
    const last = steps.at(-1);
    // Who speaks for somebody and what that somebody did are one step of the latter.
    const spoken = last?.lines.at(-1)?.event === 'SpokenFor';
    if (last && last.at === line.at && (last.actor === line.actor || spoken)) {
      last.lines.push(line);
      last.actor = line.actor;
    } else {
      steps.push({ at: line.at, actor: line.actor, lines: [line] });
    }
  }
  return steps;
}
