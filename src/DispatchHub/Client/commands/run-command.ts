import type { Problem } from '../api/problem';
import type { CaseRow, CaseView } from '../api/types';
import './command-form';
import type { CommandForm } from './command-form';
import { expectedVersionOf, type Values } from './field-values';
import { giveCommand, giveToMany, problemOf, type GivenToMany } from './give-command';
import { commandSpec } from './registry';

export interface Running {
  onBehalf?: boolean;
  /** Further cases that get the same command. */
  also?: readonly CaseRow[];
  initial?: Partial<Values>;
  /** Everything that the command asks for, as the command bar has it: then no form is needed. */
  body?: Record<string, unknown>;
}

/** What came of a command that a person began. */
export type Outcome =
  | { kind: 'given'; case: CaseView; many: GivenToMany }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'cancelled' };

/** Gives a command as its fields ask: at once when it asks for nothing or everything is known, else after its form. Never throws. */
export async function runCommand(view: CaseView, name: string, running: Running = {}): Promise<Outcome> {
  const asks = running.body === undefined && (commandSpec(name)?.fields.length ?? 0) > 0;
  const several = (running.also?.length ?? 0) > 0;
  if (asks || running.onBehalf || (several && running.body === undefined)) {
    return askCommand(view, name, running);
  }
  if (several) {
    const many = await giveToMany([view.id, ...running.also!.map((one) => one.id)], name, running.body ?? {});
    const last = many.given.at(-1);
    return last ? { kind: 'given', case: last, many } : { kind: 'refused', problem: many.refused[0]!.problem };
  }
  try {
    const expectedVersion = expectedVersionOf(name, view);
    const given = await giveCommand(view.id, name, { ...running.body, ...(running.body && expectedVersion !== undefined ? { expectedVersion } : {}) });
    return { kind: 'given', case: given, many: { given: [given], refused: [] } };
  } catch (fault) {
    return { kind: 'refused', problem: problemOf(fault) };
  }
}

/** Opens the form of a command over the page and answers when the person is done with it. */
export function askCommand(view: CaseView, name: string, running: Running = {}): Promise<Outcome> {
  const form: CommandForm = document.createElement('command-form');
  Object.assign(form, { case: view, name, onBehalf: running.onBehalf ?? false, also: running.also ?? [], initial: running.initial ?? {} });
  document.body.append(form);
  return new Promise((done) => {
    const end = (outcome: Outcome) => {
      form.remove();
      done(outcome);
    };
    form.addEventListener('given', (event) => end({ kind: 'given', ...(event as CustomEvent<{ case: CaseView; many: GivenToMany }>).detail }));
    form.addEventListener('cancelled', () => end({ kind: 'cancelled' }));
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'command-form': CommandForm;
  }
}
