import { city } from '../api/city';
import type { components } from '../api/schema';
import type { BothLanguages } from '../api/types';
import { say, sayName, type Word } from '../words/say';
import { clockName } from '../words/terms';
import { changeWords, expiryWords, lengthWords, policyWords, trialWords } from './words';

type Schemas = components['schemas'];
export type PackChange = Schemas['PackChange'];
export type CalendarFinding = Schemas['CalendarFinding'];

/** A length of a pack, such as `15 min U`, in words; as it is written where it is none. */
export function lengthText(budget: string): string {
  const found = /^(\d+) (.+)$/.exec(budget);
  const word = found ? (lengthWords as Record<string, Word>)[found[2]!] : undefined;
  return word ? say(word, { n: found![1]! }) : budget;
}

/** What is changed, in words; a setting by where it stands in the pack. */
export function changeName(change: PackChange): string {
  const clock = change.clock ? clockName(change.clock) : '';
  const what = change.clock ? (change.inProgress ? say(trialWords.inProgress, { clock }) : clock) : (change.path ?? '');
  return say(changeWords[change.kind], { what });
}

/** One side of a change, in words. */
export function sideText(change: PackChange, side: string | null | undefined): string {
  if (side === null || side === undefined) {
    return change.kind === 'typeAdded' || change.kind === 'typeRemoved' ? '' : say(trialWords.nothing);
  }
  const word = change.kind === 'expiry' ? (expiryWords as Record<string, Word>)[side] : undefined;
  return word ? say(word) : lengthText(side);
}

/** The types that a change is about, by their names. */
export function typesText(change: PackChange): string {
  const types = change.types ?? [];
  return types.length === 0 ? say(trialWords.all) : types.map((code) => city.typeName(code)).join(say(policyWords.and));
}

/** A pack by its name and version. */
export function packText(title: BothLanguages | undefined, policy: Schemas['PolicyName']): string {
  return say(policyWords.version, { title: sayName(title, policy.id), version: policy.version });
}

/** What a calendar lacks. */
export function findingText(finding: CalendarFinding): string {
  const word = (policyWords as Record<string, Word>)[finding.code];
  return word ? say(word, { calendar: finding.calendar, year: Number(finding.year) }) : finding.detail;
}
