import type { CaseRow, Priority } from '../api/types';
import { clockWords, priorityWords } from '../words/terms';
import { bodyOf, faultsOf, noValues, type Values } from './field-values';
import { kindOf, lengthOf } from './lengths';
import { initialsOf } from './pinyin';
import { commandSpecs, type CommandSpec, type Field } from './registry';
import { wallTime } from './zone-time';

/** What a typed line can refer to. */
export interface ParseContext {
  rows: readonly CaseRow[];
  /** The cases meant where no number is typed: those that are marked, or the one that is open. */
  meant: readonly CaseRow[];
  people: readonly { userName: string; displayName: string }[];
  /** Names of places by scope, in either language. */
  places: readonly { scope: string; names: readonly string[] }[];
  typeOf(code: string): { minOfficers: number; milestones: readonly string[]; clocks: readonly { name: string; budget: string }[] } | null;
  zone: string;
  now: number;
}

/** A line that begins with a command, taken apart. */
export interface ParsedCommand {
  spec: CommandSpec;
  cases: readonly CaseRow[];
  /** Numbers that are no case here. */
  unknownCases: readonly string[];
  values: Partial<Values>;
  /** What none of the fields could take. */
  leftover: string;
  /** Everything to send; null while something is missing or wrong, and then the form asks for it. */
  body: Record<string, unknown> | null;
  /** Fields that are still to be filled. */
  missing: readonly string[];
}

const YES = ['yes', 'y', 'ok', '是', '属实', '已解决', '同意', '通过'];
const NO = ['no', 'n', '否', '不', '不属实', '未解决', '不同意', '不通过'];

const HOUR_MS = 3_600_000;

/** The commands that a line may begin with, the best first, each with the rest of the line after it. */
export function headsOf(line: string): { spec: CommandSpec; rest: string; exact: boolean }[] {
  const text = line.trimStart();
  const exact: { spec: CommandSpec; rest: string; exact: boolean }[] = [];
  const begun: { spec: CommandSpec; rest: string; exact: boolean }[] = [];
  for (const spec of commandSpecs) {
    const length = exactLength(text, spec);
    if (length > 0) {
      exact.push({ spec, rest: text.slice(length).trimStart(), exact: true });
    } else {
      const first = /^\S+/.exec(text)?.[0].toLowerCase() ?? '';
      if (first && namesOf(spec).some((name) => name.startsWith(first))) {
        begun.push({ spec, rest: text.slice(first.length).trimStart(), exact: false });
      }
    }
  }
  // Of `开始前置管控` and a shorter command that begins alike, the longer name that fits is meant.
  return [...exact.sort((a, b) => a.rest.length - b.rest.length), ...begun];
}

/** Takes a line apart as the given command. */
export function parseAs(spec: CommandSpec, rest: string, context: ParseContext): ParsedCommand {
  const named = casesOf(rest, context.rows);
  const { unknown, after } = named;
  const cases = named.cases.length > 0 || unknown.length > 0 ? named.cases : context.meant;
  const values: Partial<Values> = {};
  let left = after;
  for (const field of spec.fields) {
    left = fill(field, left, values, cases[0] ?? null, context).trimStart();
  }
  const type = cases[0] ? context.typeOf(cases[0].type) : null;
  const all: Values = { ...noValues, ...values };
  const known = {
    minOfficers: Math.max(1, ...cases.map((one) => context.typeOf(one.type)?.minOfficers ?? 1)),
    budgets: Object.fromEntries((type?.clocks ?? []).map((clock) => [clock.name, clock.budget])),
    zone: context.zone,
    now: context.now,
  };
  const missing = Object.keys(faultsOf(spec, all, known));
  const complete = cases.length > 0 && unknown.length === 0 && missing.length === 0 && left === '' && (cases.length === 1 || spec.many);
  return { spec, cases, unknownCases: unknown, values, leftover: left, missing, body: complete ? bodyOf(spec, all, context.zone) : null };
}

/** The case that a number means: `42`, `#42`, `000042` or the whole number; of several years the latest. */
export function caseByNumber(text: string, rows: readonly CaseRow[]): CaseRow | null {
  const asked = text.replace(/^#/, '').toLowerCase();
  if (!/^[\w-]*\d$/.test(asked)) {
    return null;
  }
  const whole = rows.find((row) => row.number.toLowerCase() === asked);
  if (whole || !/^\d+$/.test(asked)) {
    return whole ?? null;
  }
  return rows.filter((row) => Number(row.number.slice(row.number.lastIndexOf('-') + 1)) === Number(asked)).sort((a, b) => (a.number < b.number ? 1 : -1))[0] ?? null;
}

/** `42` or `17,18` at the beginning of the rest of a line: further numbers only after a comma, since a reason may begin with one. */
function casesOf(rest: string, rows: readonly CaseRow[]): { cases: CaseRow[]; unknown: string[]; after: string } {
  const found = /^(#?[\w-]*\d(?:\s*[,，、]\s*#?[\w-]*\d)*)(?=\s|$|[^\w,，、-])/.exec(rest);
  if (!found) {
    return { cases: [], unknown: [], after: rest.trimStart() };
  }
  const cases: CaseRow[] = [];
  const unknown: string[] = [];
  for (const part of found[1]!.split(/\s*[,，、]\s*/)) {
    const row = caseByNumber(part, rows);
    if (!row) {
      unknown.push(part);
    } else if (!cases.includes(row)) {
      cases.push(row);
    }
  }
  return { cases, unknown, after: rest.slice(found[0].length).trimStart() };
}

/** Fills one field from the beginning of what is left of the line; answers what is left after it. */
function fill(field: Field, left: string, values: Partial<Values>, row: CaseRow | null, context: ParseContext): string {
  const [token, after] = firstToken(left);
  switch (field.kind) {
    case 'text':
      if (left) {
        values.text = { ...values.text, [field.name]: left };
      }
      return '';
    case 'officers':
      return fillOfficers(left, values, context);
    case 'milestone':
      return pick(left, (row ? context.typeOf(row.type)?.milestones ?? [] : []).map(clockNames), (one) => (values.milestone = one));
    case 'clock':
      return pick(left, (row?.clocks ?? []).filter((clock) => clock.state === 'Running').map((clock) => clockNames(clock.name)), (one) => (values.clock = one));
    case 'length': {
      const found = /^\d+\s*(?:min|h|wh|wd|d)(?:\s*U)?(?=\s|$)/i.exec(left);
      const length = found && lengthOf(found[0]);
      if (!length || kindOf(length) === null) {
        return left;
      }
      values.length = length;
      return left.slice(found[0].length);
    }
    case 'card': {
      const card = Number(token);
      if (Number.isInteger(card) && card > 0) {
        values.card = card;
        return after;
      }
      return left;
    }
    case 'departments':
    case 'ground':
      return left;
    case 'instant':
      return fillInstant(left, values, context);
    case 'one-of':
      return pick(left, Object.entries(field.options).map(([key, word]) => [key, key, word.en, word.zh]), (one) => (values.text = { ...values.text, [field.name]: one }));
    case 'priority':
      return pick(left, (Object.keys(priorityWords) as Priority[]).map((one) => [one, one, priorityWords[one].en, priorityWords[one].zh]), (one) => (values.priority = one as Priority));
    case 'place':
      return pick(left, context.places.map((place) => [place.scope, place.scope, ...place.names]), (one) => (values.to = one));
    case 'case': {
      const into = token ? caseByNumber(token, context.rows) : null;
      if (into) {
        values.intoCaseId = into.id;
        return after;
      }
      return left;
    }
    case 'yes-no': {
      const word = token.toLowerCase();
      if (YES.includes(word) || NO.includes(word)) {
        values.choice = YES.includes(word);
        return after;
      }
      return left;
    }
    case 'photos':
      return left;
  }
}

function fillOfficers(left: string, values: Partial<Values>, context: ParseContext): string {
  const chosen: string[] = [];
  let rest = left;
  for (;;) {
    const token = /^[^\s,，、]+/.exec(rest)?.[0] ?? '';
    const after = rest.slice(token.length).replace(/^[\s,，、]+/, '');
    const person = token ? personBy(token, context.people) : null;
    if (!person) {
      break;
    }
    if (!chosen.includes(person)) {
      chosen.push(person);
    }
    rest = after;
  }
  if (chosen.length > 0) {
    values.officerIds = chosen;
  }
  return rest;
}

/** Somebody by user name, by its number (`2` for `officer-2`) or by display name. */
function personBy(text: string, people: ParseContext['people']): string | null {
  const asked = text.toLowerCase();
  return people.find((one) => one.userName.toLowerCase() === asked || one.displayName.toLowerCase() === asked || (/^\d+$/.test(asked) && one.userName.toLowerCase() === `officer-${asked}`))?.userName ?? null;
}

/** `+3d`, `+2h`, `18:30` (today, or tomorrow when it has passed) or `2026-03-11T09:00`. */
function fillInstant(left: string, values: Partial<Values>, context: ParseContext): string {
  const [token, after] = firstToken(left);
  const ahead = /^\+(\d{1,3})([dh])$/i.exec(token);
  if (ahead) {
    values.until = wallTime(context.now + Number(ahead[1]) * (ahead[2]!.toLowerCase() === 'd' ? 24 : 1) * HOUR_MS, context.zone);
    return after;
  }
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(token)) {
    values.until = token;
    return after;
  }
  const time = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(token);
  if (time) {
    const wall = `${time[1]!.padStart(2, '0')}:${time[2]}`;
    const today = wallTime(context.now, context.zone);
    const day = wall > today.slice(11) ? today : wallTime(context.now + 24 * HOUR_MS, context.zone);
    values.until = `${day.slice(0, 10)}T${wall}`;
    return after;
  }
  return left;
}

/** Takes the longest name that the text begins with; each entry is a value and its names. */
function pick(left: string, entries: readonly (readonly string[])[], take: (value: string) => void): string {
  const text = left.toLowerCase();
  let best: { value: string; length: number } | null = null;
  for (const [value, ...names] of entries) {
    for (const name of names) {
      if (name && text.startsWith(name.toLowerCase()) && /^(\s|$)/.test(text.slice(name.length)) && name.length > (best?.length ?? 0)) {
        best = { value: value!, length: name.length };
      }
    }
  }
  if (!best) {
    return left;
  }
  take(best.value);
  return left.slice(best.length);
}

function clockNames(name: string): string[] {
  const word = (clockWords as Record<string, { en: string; zh: string }>)[name];
  return word ? [name, name, word.en, word.zh] : [name, name];
}

/** What a command may be called when it is typed whole, in lower case. */
export function namesOf(spec: CommandSpec): string[] {
  const initials = initialsOf(spec.word.zh);
  return [spec.name, spec.name.replaceAll('-', ' '), spec.word.en.toLowerCase(), spec.word.zh, ...(initials ? [initials] : []), ...spec.also];
}

/** How much of the text is the whole name of the command; after a Chinese name a number may follow without a space. */
function exactLength(text: string, spec: CommandSpec): number {
  const lower = text.toLowerCase();
  let longest = 0;
  for (const name of namesOf(spec)) {
    if (lower.startsWith(name) && (/^[\s#]|^$/.test(lower.slice(name.length)) || (/\p{Script=Han}$/u.test(name) && /^[\d#]/.test(lower.slice(name.length))))) {
      longest = Math.max(longest, name.length);
    }
  }
  return longest;
}

function firstToken(text: string): [token: string, after: string] {
  const found = /^\S+/.exec(text)?.[0] ?? '';
  return [found.replace(/[,，、]$/, ''), text.slice(found.length).trimStart()];
}
