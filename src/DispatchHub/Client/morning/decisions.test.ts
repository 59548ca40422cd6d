import { describe, expect, it } from 'vitest';
import type { MorningApproval } from '../api/types';
import { decision } from './decisions';

describe('a word of one tap', () => {
  it.each([
    ['extension', true, 'decide-extension', { granted: true }],
    ['suspension', false, 'decide-suspension', { granted: false }],
    ['review', true, 'review-suspension', { keep: true }],
    ['card', false, 'decide-card', { card: 2, granted: false }],
  ] as const)('on %s is the command that the case knows', (kind, yes, command, body) => {
    expect(decision({ kind, card: kind === 'card' ? ({ card: 2 } as unknown as MorningApproval['card']) : undefined } as MorningApproval, yes)).toEqual({ command, body });
  });
});
