import type { CaseRow } from '../api/types';
import type { IconName } from '../parts/icon';
import { listed } from '../case/history-words';
import { say, words } from '../words/say';
import { clockName, priorityWords } from '../words/terms';
import type { Values } from './field-values';
import { headsOf, parseAs, type ParseContext, type ParsedCommand } from './parse-command';
import { initialsOf } from './pinyin';
import { commandName, commandSpecs, type CommandSpec, type Field } from './registry';

const w = words({
  open: { en: 'Open', zh: '打开' },
  goTo: { en: 'Go to', zh: '前往' },
  gives: { en: 'Gives: {what}', zh: '将执行：{what}' },
  asksFor: { en: 'Opens the form; still asks for {fields}', zh: '将打开表单，尚需填写：{fields}' },
  noCase: { en: 'There is no case {numbers} here', zh: '没有案件 {numbers}' },
  notMany: { en: 'Can be given to one case only', zh: '只能对一件案件执行' },
  notUnderstood: { en: 'Not understood: {text}', zh: '无法识别：{text}' },
  then: { en: 'then: case number{fields}', zh: '接着输入：案件编号{fields}' },
  caseWord: { en: 'case', zh: '案件' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
});

/** What choosing a suggestion does. */
export type Act =
  | { kind: 'open'; id: string }
  | { kind: 'go'; address: string }
  | { kind: 'do'; name: string; caseIds: readonly string[]; body: Record<string, unknown> | null; initial: Partial<Values> }
  | { kind: 'complete'; text: string }
  | { kind: 'none' };

/** One line under what is typed. */
export interface Suggestion {
  key: string;
  icon: IconName;
  title: string;
  /** What will happen, or what the thing is. */
  detail: string;
  /** Whether choosing it does what it says at once, asks for more, or cannot. */
  tone: 'ready' | 'asks' | 'wrong';
  act: Act;
}

export interface Destination {
  address: string;
  icon: IconName;
  name: string;
  /** Other names by which it is found. */
  also: readonly string[];
}

export interface SuggestContext extends ParseContext {
  destinations: readonly Destination[];
  /** A case as people say it: type and place. */
  describe(row: CaseRow): string;
  /** Everything by which a case is found beside its number, in lower case. */
  textOf(row: CaseRow): string;
}

const MOST_CASES = 8;
const MOST_PLACES = 5;
const MOST_COMMANDS = 6;
const MOST_OPTIONS = 8;

/** What a line can mean, the likeliest first. */
export function suggestionsFor(line: string, context: SuggestContext): Suggestion[] {
  const text = line.trim();
  if (!text) {
    return [];
  }
  const heads = headsOf(line);
  const exact = heads.filter((head) => head.exact);
  const commands = (exact.length > 0 ? exact : heads).slice(0, MOST_COMMANDS).flatMap((head) => forCommand(head.spec, head.rest, context));
  if (exact.some((head) => head.rest !== '')) {
    return commands;
  }
  const cases = matching(text, context).map((row) => caseSuggestion(row, context));
  const places = placesFor(text, context);
  // A number is a case before it is anything else; a word is a command or a place first.
  return /^#?\d/.test(text) ? [...cases, ...places, ...commands] : [...commands, ...places, ...cases];
}

/** What can be typed, for whoever has typed nothing yet. */
export function beginnings(mayGive: (name: string) => boolean): Suggestion[] {
  return commandSpecs.filter((spec) => spec.many && mayGive(spec.name)).map(usage);
}

/** What to ask the server for, since the rows of the board hold no such case; null when there is nothing to ask. */
export function searchTextOf(line: string, context: SuggestContext): string | null {
  const text = line.trim();
  const [head] = headsOf(line);
  if (head?.exact) {
    const parsed = parseAs(head.spec, head.rest, context);
    return parsed.unknownCases[0]?.replace(/^#/, '') ?? null;
  }
  return text.length >= 2 || /^\d+$/.test(text) ? text.replace(/^#/, '') : null;
}

function forCommand(spec: CommandSpec, rest: string, context: SuggestContext): Suggestion[] {
  const parsed = parseAs(spec, rest, context);
  if (parsed.cases.length === 0 && parsed.unknownCases.length === 0) {
    const found = rest.trim() ? matching(rest.trim(), context).slice(0, MOST_OPTIONS) : [];
    return [usage(spec), ...found.map((row) => completion(spec, row, context))];
  }
  return [preview(spec, parsed, context), ...options(spec, parsed, context)];
}

/** A command by itself: how it goes on. */
function usage(spec: CommandSpec): Suggestion {
  const fields = spec.fields.filter((field) => field.kind !== 'photos').map((field) => ` · ${say(field.label)}`).join('');
  return { key: `command ${spec.name}`, icon: spec.icon, title: commandName(spec.name), detail: say(w.then, { fields }), tone: 'asks', act: { kind: 'complete', text: `${commandName(spec.name)} ` } };
}

function completion(spec: CommandSpec, row: CaseRow, context: SuggestContext): Suggestion {
  return {
    key: `of ${spec.name} ${row.id}`, icon: spec.icon, title: `${commandName(spec.name)} ${shortNumber(row)}`, detail: context.describe(row), tone: 'asks',
    act: { kind: 'complete', text: `${commandName(spec.name)} ${shortNumber(row)} ` },
  };
}

/** What giving the command as it stands does. */
function preview(spec: CommandSpec, parsed: ParsedCommand, context: SuggestContext): Suggestion {
  const title = `${commandName(spec.name)} ${parsed.cases.map(shortNumber).join(', ')}`;
  const base = { key: `do ${spec.name}`, icon: spec.icon, title };
  if (parsed.unknownCases.length > 0) {
    return { ...base, detail: say(w.noCase, { numbers: parsed.unknownCases.join(', ') }), tone: 'wrong', act: { kind: 'none' } };
  }
  if (parsed.cases.length > 1 && !spec.many) {
    return { ...base, detail: say(w.notMany), tone: 'wrong', act: { kind: 'none' } };
  }
  const about = parsed.cases.length === 1 ? context.describe(parsed.cases[0]!) : '';
  const act: Act = { kind: 'do', name: spec.name, caseIds: parsed.cases.map((one) => one.id), body: parsed.body, initial: parsed.values };
  if (parsed.body) {
    return { ...base, detail: say(w.gives, { what: [about, ...filled(spec, parsed, context)].filter(Boolean).join(' · ') }), tone: 'ready', act };
  }
  const missing = spec.fields.filter((field) => parsed.missing.includes(field.name)).map((field) => say(field.label)).join(', ');
  const wrong = parsed.leftover ? say(w.notUnderstood, { text: parsed.leftover }) : '';
  return { ...base, detail: [about, missing ? say(w.asksFor, { fields: missing }) : '', wrong].filter(Boolean).join(' · '), tone: 'asks', act };
}

/** What has been filled in, as people say it. */
function filled(spec: CommandSpec, parsed: ParsedCommand, context: SuggestContext): string[] {
  const { values } = parsed;
  const person = (userName: string) => context.people.find((one) => one.userName === userName)?.displayName || userName;
  return spec.fields.flatMap((field): string[] => {
    switch (field.kind) {
      case 'officers':
        return [listed((values.officerIds ?? []).map(person))];
      case 'text':
        return [values.text?.[field.name] ?? ''];
      case 'milestone':
        return [clockName(values.milestone ?? '')];
      case 'clock':
        return [clockName(values.clock ?? '')];
      case 'length':
        return [values.length ?? ''];
      case 'instant':
        return [(values.until ?? '').replace('T', ' ')];
      case 'priority':
        return values.priority ? [say(priorityWords[values.priority])] : [];
      case 'place':
        return [context.places.find((place) => place.scope === values.to)?.names[0] ?? values.to ?? ''];
      case 'case':
        return [context.rows.find((row) => row.id === values.intoCaseId)?.number ?? ''];
      case 'one-of': {
        const word = field.options[values.text?.[field.name] ?? ''];
        return word ? [say(word)] : [];
      }
      case 'yes-no':
        return [say(values.choice ? field.yes : field.no)];
      case 'card':
        return values.card ? [String(values.card)] : [];
      case 'departments':
      case 'ground':
      case 'photos':
        return [];
    }
  }).filter(Boolean);
}

/** What the first field that is still missing can be, as completions that begin with what is left of the line. */
function options(spec: CommandSpec, parsed: ParsedCommand, context: SuggestContext): Suggestion[] {
  const field = spec.fields.find((one) => parsed.missing.includes(one.name));
  if (!field || (parsed.cases.length > 1 && !spec.many)) {
    return [];
  }
  const before = [commandName(spec.name), parsed.cases.map(shortNumber).join(','), ...typed(spec, parsed)].filter(Boolean).join(' ');
  const begun = parsed.leftover.toLowerCase();
  return optionsOf(field, parsed, context)
    .filter((one) => one.text.toLowerCase().startsWith(begun) || one.label.toLowerCase().includes(begun))
    .slice(0, MOST_OPTIONS)
    .map((one) => ({
      key: `option ${one.text}`, icon: spec.icon, title: one.label, detail: `${before} ${one.text}`, tone: 'asks' as const,
      act: { kind: 'complete' as const, text: `${before} ${one.text} ` },
    }));
}

/** The fields that are filled already, as they are typed. */
function typed(spec: CommandSpec, parsed: ParsedCommand): string[] {
  const { values } = parsed;
  return spec.fields.flatMap((field) =>
    field.kind === 'officers' ? [...(values.officerIds ?? [])]
    : field.kind === 'clock' && values.clock ? [values.clock]
    : field.kind === 'card' && values.card ? [String(values.card)]
    : field.kind === 'length' && values.length ? [values.length]
    : [],
  );
}

function optionsOf(field: Field, parsed: ParsedCommand, context: SuggestContext): { text: string; label: string }[] {
  const row = parsed.cases[0];
  switch (field.kind) {
    case 'officers':
      return context.people.filter((one) => !parsed.values.officerIds?.includes(one.userName)).map((one) => ({ text: one.userName, label: one.displayName || one.userName }));
    case 'milestone':
      return (row ? context.typeOf(row.type)?.milestones ?? [] : []).map((one) => ({ text: one, label: clockName(one) }));
    case 'clock':
      return (row?.clocks ?? []).filter((clock) => clock.state === 'Running').map((clock) => ({ text: clock.name, label: clockName(clock.name) }));
    case 'priority':
      return Object.entries(priorityWords).map(([text, word]) => ({ text, label: say(word) }));
    case 'place':
      return context.places.map((place) => ({ text: place.scope, label: place.names[0] ?? place.scope }));
    case 'yes-no':
      return [{ text: say(w.yes), label: say(field.yes) }, { text: say(w.no), label: say(field.no) }];
    default:
      return [];
  }
}

function matching(text: string, context: SuggestContext): CaseRow[] {
  const asked = text.toLowerCase().replace(/^#/, '');
  const number = /^\d+$/.test(asked) ? Number(asked) : null;
  const rank = (row: CaseRow): number =>
    number !== null && Number(row.number.slice(row.number.lastIndexOf('-') + 1)) === number ? 0
    : row.number.toLowerCase().endsWith(asked) ? 1
    : row.number.toLowerCase().includes(asked) ? 2
    : context.textOf(row).includes(asked) ? 3
    : 4;
  return context.rows
    .map((row) => ({ row, rank: rank(row) }))
    .filter((one) => one.rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_CASES)
    .map((one) => one.row);
}

function caseSuggestion(row: CaseRow, context: SuggestContext): Suggestion {
  return { key: `case ${row.id}`, icon: 'arrow-right', title: `${say(w.open)} ${row.number}`, detail: context.describe(row), tone: 'ready', act: { kind: 'open', id: row.id } };
}

function placesFor(text: string, context: SuggestContext): Suggestion[] {
  const asked = text.toLowerCase();
  return context.destinations
    .filter((one) => [one.name, ...one.also].some((name) => name.toLowerCase().includes(asked)) || initialsOf(one.name)?.startsWith(asked))
    .slice(0, MOST_PLACES)
    .map((one) => ({ key: `go ${one.address}`, icon: one.icon, title: `${say(w.goTo)} ${one.name}`, detail: one.address, tone: 'ready', act: { kind: 'go', address: one.address } }));
}

/** `42` of `xiashi-2026-000042`. */
export function shortNumber(row: Pick<CaseRow, 'number'>): string {
  return String(Number(row.number.slice(row.number.lastIndexOf('-') + 1)) || row.number);
}
