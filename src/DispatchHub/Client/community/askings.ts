import type { WhistleGround } from '../api/types';
import type { Word } from '../words/say';
import { communityWords as w } from './words';

/** A command that asks for a few words first. */
export interface Asking {
  command: string;
  /** What was done, as it is told afterwards. */
  done: Word;
  label: Word;
  field: 'reason' | 'note';
  required: boolean;
  suggestions: readonly Word[];
}

export const askings = {
  whistle: { command: 'whistle', done: w.whistle, label: w.whyWhistle, field: 'reason', required: true, suggestions: [w.cannotSolve, w.severalDepartments, w.emergency] },
  takeBack: { command: 'take-back', done: w.takeBack, label: w.whyTakeBack, field: 'reason', required: true, suggestions: [w.backWeHandle, w.backStopped] },
  stopped: { command: 'start-pre-control', done: w.stopped, label: w.noteLabel, field: 'note', required: false, suggestions: [] },
  /** Where the type has a clock for stopping the work, that is what is recorded. */
  stopWork: { command: 'record-milestone', done: w.stopped, label: w.noteLabel, field: 'note', required: false, suggestions: [] },
} as const satisfies Record<string, Asking>;

export type AskingName = keyof typeof askings;

/** The suggested reasons of a whistle are its three lawful grounds; whoever writes something else states none. */
const grounds: readonly [Word, WhistleGround][] = [[w.cannotSolve, 'cannot-solve'], [w.severalDepartments, 'several-departments'], [w.emergency, 'emergency']];

/** The body of an asked command with what was said. */
export function bodyOf(asking: Asking, said: string): object {
  const ground = asking.command === 'whistle' ? grounds.find(([word]) => said === word.en || said === word.zh)?.[1] : undefined;
  return {
    ...(said ? { [asking.field]: said } : {}),
    ...(ground ? { ground } : {}),
    ...(asking.command === 'record-milestone' ? { milestone: 'stop-work' } : {}),
  };
}

/** What was typed and not sent, by case and command; it comes back when the form is opened again. */
const drafts = new Map<string, string>();

/** Older drafts than these go. */
const MOST_DRAFTS = 50;

export function draftOf(caseId: string, asking: AskingName): string {
  return drafts.get(`${caseId} ${asking}`) ?? '';
}

export function keepDraft(caseId: string, asking: AskingName, text: string): void {
  const name = `${caseId} ${asking}`;
  drafts.delete(name);
  if (text) {
    drafts.set(name, text);
  }
  if (drafts.size > MOST_DRAFTS) {
    drafts.delete(drafts.keys().next().value!);
  }
}
