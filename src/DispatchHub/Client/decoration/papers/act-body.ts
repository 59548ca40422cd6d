import { say, sayName, type Word } from '../../words/say';
import type { FineBasis, PapersAct } from './types';
import { papersWords as w } from './words';

/** What the range of a fine depends on, by its basis; the server refuses what is missing. */
export function factsOf(basis: FineBasis | undefined): 'fee' | 'cost' | null {
  return basis === 'management-fee' ? 'fee' : basis === 'cost-percent' ? 'cost' : null;
}

/** The body of a command from what was filled in; what is empty is left out. */
export function bodyOf(act: PapersAct, filled: (name: string) => string): Record<string, unknown> {
  const text = (name: string) => (filled(name) ? { [name]: filled(name) } : {});
  const money = (name: string) => (filled(name) ? { [name]: Number(filled(name)) } : {});
  switch (act.command) {
    case 'draft-paper':
      return { paper: act.paper, ...text('facts'), ...text('measure'), ...text('deadline'), ...text('punishment'), ...money('fee'), ...money('cost'), ...money('fine') };
    case 'sign-paper':
      return { n: act.n };
    case 'return-paper':
      return { n: act.n, ...text('reason') };
    case 'finish-step':
      return act.asks.includes('waived')
        ? { step: act.step, waived: true, said: filled('reason') }
        : { step: act.step, ...text('said'), ...(filled('note') ? { said: filled('note') } : {}), ...(act.asks.includes('passed') ? { passed: filled('passed') === 'true' } : {}) };
    case 'hand-over-step':
      return { step: act.step, ...text('punishment') };
    case 'answer-hand-over':
      return { step: act.step, taken: filled('passed') === 'true', said: filled('said') };
    case 'record-party-refusal':
      return { said: filled('said') };
    case 'end-papers':
      return { reason: filled('reason') };
    default:
      return {};
  }
}

/** What a button says. */
export function actText(act: PapersAct): string {
  const word: Record<string, Word> = {
    'draft-paper': w.draft, 'sign-paper': w.sign, 'return-paper': w.sendBack, 'finish-step': act.asks.includes('waived') ? w.waive : w.finish,
    'record-party-refusal': w.refuses, 'hand-over-step': w.handOver, 'answer-hand-over': w.answer, 'end-papers': w.end,
  };
  return word[act.command] ? say(word[act.command]!, { title: sayName(act.title) }) : act.command;
}

/** Whether an act is one of the usual ones, which stand in front; the others are behind "more". */
export function isUsual(act: PapersAct): boolean {
  return ['draft-paper', 'sign-paper', 'answer-hand-over'].includes(act.command) || (act.command === 'finish-step' && !act.asks.includes('waived'));
}
