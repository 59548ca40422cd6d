import type { CaseView, Priority, WhistleGround } from '../api/types';
import type { CommandSpec, Field } from './registry';
import { examplesFor, kindOf, lengthOf } from './lengths';
import { instantOf } from './zone-time';

/** What has been filled in so far; a field that nobody touched is missing. */
export interface Values {
  text: Record<string, string>;
  officerIds: readonly string[];
  milestone: string;
  clock: string;
  card: number;
  length: string;
  /** As the wall clock of the street shows it, `2026-03-10T08:30`. */
  until: string;
  departmentIds: readonly string[];
  ground: WhistleGround | '';
  priority: Priority | '';
  to: string;
  intoCaseId: string;
  choice: boolean | null;
  evidenceIds: readonly string[];
  photosPending: boolean;
  note: string;
}

export const noValues: Values = {
  text: {}, officerIds: [], milestone: '', clock: '', card: 0, length: '', until: '', departmentIds: [], ground: '', priority: '', to: '', intoCaseId: '',
  choice: null, evidenceIds: [], photosPending: false, note: '',
};

/** What the form knows beside the case. */
export interface Known {
  minOfficers: number;
  /** Budgets of the type's clocks by name, such as `7 wd`. */
  budgets: Readonly<Record<string, string>>;
  zone: string;
  /** City time. */
  now: number;
}

/** Something wrong with a field; the form has the words. */
export type Fault =
  | { kind: 'needed' | 'choose' | 'ahead' | 'photos-pending' | 'one-photo' }
  | { kind: 'too-long'; most: number }
  | { kind: 'too-few'; least: number }
  | { kind: 'length' | 'length-kind'; example: string };

const NOTE_MOST = 2_000;
const YEAR_MS = 366 * 86_400_000;

/** What is wrong with the values, by field name; empty when they can be sent. */
export function faultsOf(spec: CommandSpec, values: Values, known: Known): Record<string, Fault> {
  const faults: Record<string, Fault> = {};
  for (const field of spec.fields) {
    const fault = faultOf(field, spec, values, known);
    if (fault) {
      faults[field.name] = fault;
    }
  }
  if (values.note.length > NOTE_MOST) {
    faults['note'] = { kind: 'too-long', most: NOTE_MOST };
  }
  return faults;
}

function faultOf(field: Field, spec: CommandSpec, values: Values, known: Known): Fault | null {
  switch (field.kind) {
    case 'text': {
      const text = values.text[field.name]?.trim() ?? '';
      return text.length > field.most ? { kind: 'too-long', most: field.most } : field.required && !text ? { kind: 'needed' } : null;
    }
    case 'officers':
      return values.officerIds.length < known.minOfficers ? { kind: 'too-few', least: known.minOfficers } : null;
    case 'milestone':
      return values.milestone ? null : { kind: 'choose' };
    case 'clock':
      return values.clock ? null : { kind: 'choose' };
    case 'card':
      return values.card ? null : { kind: 'choose' };
    case 'length':
      return lengthFault(field.required, values, known);
    case 'instant': {
      const at = instantOf(values.until, known.zone);
      return !field.required && !values.until ? null : at === null ? { kind: 'needed' } : at <= known.now || at > known.now + YEAR_MS ? { kind: 'ahead' } : null;
    }
    case 'departments':
      return values.departmentIds.length > 0 ? null : { kind: 'choose' };
    case 'ground':
      return values.ground || !field.required ? null : { kind: 'choose' };
    case 'priority':
      return values.priority ? null : { kind: 'choose' };
    case 'place':
      return values.to ? null : { kind: 'choose' };
    case 'case':
      return values.intoCaseId ? null : { kind: 'choose' };
    case 'one-of':
      return values.text[field.name] ? null : { kind: 'choose' };
    case 'yes-no':
      return values.choice === null ? { kind: 'choose' } : null;
    case 'photos':
      return values.photosPending
        ? { kind: 'photos-pending' }
        : spec.name === 'attach-evidence' && values.evidenceIds.length === 0 ? { kind: 'one-photo' } : null;
  }
}

function lengthFault(required: boolean, values: Values, known: Known): Fault | null {
  const budget = known.budgets[values.clock] ?? '2 wh';
  const example = examplesFor(budget)[0]!;
  if (!values.length.trim()) {
    return required ? { kind: 'needed' } : null;
  }
  const length = lengthOf(values.length);
  if (!length) {
    return { kind: 'length', example };
  }
  return values.clock in known.budgets && kindOf(length) !== kindOf(budget) ? { kind: 'length-kind', example } : null;
}

/** The body that the command sends; what nobody filled in is left out. */
export function bodyOf(spec: CommandSpec, values: Values, zone: string): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of spec.fields) {
    const value = sent(field, values, zone);
    if (value !== undefined) {
      body[field.name] = value;
    }
  }
  if (values.note.trim()) {
    body['note'] = values.note.trim();
  }
  return body;
}

function sent(field: Field, values: Values, zone: string): unknown {
  switch (field.kind) {
    case 'text':
    case 'one-of':
      return values.text[field.name]?.trim() || undefined;
    case 'officers':
      return values.officerIds;
    case 'milestone':
      return values.milestone;
    case 'clock':
      return values.clock;
    case 'card':
      return values.card;
    case 'length':
      return lengthOf(values.length) ?? undefined;
    case 'instant':
      return values.until ? new Date(instantOf(values.until, zone)!).toISOString() : undefined;
    case 'departments':
      return values.departmentIds;
    case 'ground':
      return values.ground || undefined;
    case 'priority':
      return values.priority;
    case 'place':
      return values.to;
    case 'case':
      return values.intoCaseId;
    case 'yes-no':
      return values.choice;
    case 'photos':
      return values.evidenceIds.length > 0 ? values.evidenceIds : undefined;
  }
}

/** The field that a refusal is about, by its code, so that the words stand next to it; null when it is about the case. */
export function fieldOfRefusal(code: string, spec: CommandSpec): string | null {
  const kinds: Record<string, readonly Field['kind'][]> = {
    'reason-required': ['text'],
    'invalid-text': ['text'],
    'too-few-officers': ['officers'],
    'unknown-officer': ['officers'],
    'unknown-milestone': ['milestone'],
    'invalid-return': ['place'],
    'clock-not-running': ['clock'],
    'extension-after-expiry': ['clock'],
    'extension-pending': ['clock'],
    'invalid-length': ['length'],
    'unknown-card': ['card'],
    'card-not-proposed': ['card'],
    'card-not-standing': ['card'],
    'invalid-end': ['instant'],
    'open-assists': ['text'],
    'unknown-department': ['departments'],
    'department-already-called': ['departments'],
    'invalid-merge': ['case'],
    'unknown-evidence': ['photos'],
  };
  return spec.fields.find((field) => kinds[code]?.includes(field.kind))?.name ?? null;
}

/** Decisions that are about what somebody saw: another version of the case is refused, so that nobody decides on an old picture. */
const ABOUT_WHAT_WAS_SEEN: ReadonlySet<string> = new Set([
  'check', 'decide-extension', 'decide-suspension', 'review-suspension', 'merge', 'reject', 'return', 'reassign', 'suspend', 'set-priority', 'reopen', 'verify-report',
]);

/** The version to send with a command on this case; undefined where the command is right whatever others did meanwhile. */
export function expectedVersionOf(name: string, view: CaseView): number | undefined {
  return ABOUT_WHAT_WAS_SEEN.has(name) ? Number(view.version) : undefined;
}
