import { describe, expect, it } from 'vitest';
import { actText, bodyOf, factsOf, isUsual } from './act-body';
import type { PapersAct } from './types';

const act = (command: string, asks: string[] = [], more: Partial<PapersAct> = {}): PapersAct => ({ command, asks, ...more }) as PapersAct;
const filled = (values: Record<string, string>) => (name: string) => values[name] ?? '';

describe('what is sent about papers', () => {
  it('leaves out what is empty and sends money as numbers', () => {
    expect(bodyOf(act('draft-paper', ['facts', 'punishment', 'fine'], { paper: 'decision' }), filled({ facts: '查明', punishment: 'P12', cost: '80000', fine: '6000.5' })))
      .toEqual({ paper: 'decision', facts: '查明', punishment: 'P12', cost: 80000, fine: 6000.5 });
  });

  it('says whether a step was passed only where it may fail, and a waiver with its reason', () => {
    expect(bodyOf(act('finish-step', ['note'], { step: 'stop' }), filled({ note: '' }))).toEqual({ step: 'stop' });
    expect(bodyOf(act('finish-step', ['note'], { step: 'stop' }), filled({ note: 'At once.' }))).toEqual({ step: 'stop', said: 'At once.' });
    expect(bodyOf(act('finish-step', ['passed', 'said'], { step: 'accept' }), filled({ passed: 'false', said: 'No.' }))).toEqual({ step: 'accept', passed: false, said: 'No.' });
    expect(bodyOf(act('finish-step', ['waived', 'reason'], { step: 'stop' }), filled({ reason: 'Stopped.' }))).toEqual({ step: 'stop', waived: true, said: 'Stopped.' });
  });

  it('names drafts by their number and hand-overs by their step', () => {
    expect(bodyOf(act('sign-paper', [], { n: 2 }), filled({}))).toEqual({ n: 2 });
    expect(bodyOf(act('answer-hand-over', ['passed', 'said'], { step: 'seal' }), filled({ passed: 'true', said: 'Yes.' }))).toEqual({ step: 'seal', taken: true, said: 'Yes.' });
  });

  it('asks for what the range of a fine depends on', () => {
    expect([factsOf('management-fee'), factsOf('cost-percent'), factsOf('fixed'), factsOf(undefined)]).toEqual(['fee', 'cost', null, null]);
  });

  it('keeps what is seldom needed behind the rest, and every button has its words', () => {
    expect(isUsual(act('sign-paper'))).toBe(true);
    expect(isUsual(act('finish-step', ['waived', 'reason']))).toBe(false);
    expect(isUsual(act('end-papers', ['reason']))).toBe(false);
    expect(actText(act('sign-paper', [], { title: { zh: '决定书', en: 'Decision' } }))).toBe('签发：决定书');
  });
});
