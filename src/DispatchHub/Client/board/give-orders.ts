import { get } from '../api/http';
import type { Problem } from '../api/problem';
import type { CaseRow, CaseView } from '../api/types';
import type { Values } from '../commands/field-values';
import { giveToMany, problemOf } from '../commands/give-command';
import { runCommand } from '../commands/run-command';

/** A command for one case or several. */
export interface Order {
  name: string;
  caseIds: readonly string[];
  /** All that it needs; without it a form asks. */
  body?: object;
  /** What the form starts with. */
  initial?: Partial<Values>;
}

/** What came of an order: the ids of the cases that took it, and for the others why not. */
export interface Came {
  done: string[];
  refused: { caseId: string; problem: Problem }[];
}

/** Gives an order to its cases one after the other, after asking for what is missing. Never throws. @returns null when the person thought better of it. */
export async function giveOrder(order: Order, rowOf: (id: string) => CaseRow | null): Promise<Came | null> {
  const [first, ...others] = order.caseIds;
  if (!first) {
    return null;
  }
  if (order.body) {
    return cameOf(await giveToMany(order.caseIds, order.name, order.body));
  }
  try {
    const view = await get<CaseView>(`/api/cases/${first}`);
    const outcome = await runCommand(view, order.name, { also: others.flatMap((id) => rowOf(id) ?? []), initial: order.initial ?? {} });
    switch (outcome.kind) {
      case 'given':
        return cameOf(outcome.many);
      case 'refused':
        return { done: [], refused: [{ caseId: first, problem: outcome.problem }] };
      case 'cancelled':
        return null;
    }
  } catch (fault) {
    return { done: [], refused: [{ caseId: first, problem: problemOf(fault) }] };
  }
}

function cameOf(many: Awaited<ReturnType<typeof giveToMany>>): Came {
  return { done: many.given.map((one) => one.id), refused: many.refused };
}
