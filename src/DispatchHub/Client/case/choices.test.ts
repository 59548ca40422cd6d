import { describe, expect, it } from 'vitest';
import { sortChoices } from './case-commands';
import type { Choice } from '../api/types';
import { othersOf, type Looker } from './lookers';

const choice = (name: string, more: Partial<Choice> = {}): Choice => ({ name, allowed: false, onBehalf: false, code: 'status-not-allowed', why: '', ...more });

describe('the commands of a case', () => {
  it('stand with the leading ones first, then others, those for somebody else, and those refused', () => {
    const sorted = sortChoices([
      choice('comment', { allowed: true }), choice('whistle', { onBehalf: true }), choice('reject'), choice('assign', { allowed: true }), choice('request-extension', { onBehalf: true }),
      choice('acknowledge', { onBehalf: true }),
    ]);
    expect(sorted.leading.map((one) => one.name)).toEqual(['assign']);
    expect(sorted.other.map((one) => one.name)).toEqual(['comment']);
    expect(sorted.behalf.map((one) => one.name)).toEqual(['acknowledge', 'whistle', 'request-extension']);
    expect(sorted.refused.map((one) => one.name)).toEqual(['reject']);
  });

  it('leave out what this client has no words for', () => {
    expect(sortChoices([choice('weigh', { allowed: true })])).toEqual({ leading: [], other: [], behalf: [], refused: [] });
  });
});

describe('who else looks', () => {
  it('is nobody but others, who looks longest first', () => {
    const at = (userName: string, since: string): Looker => ({ userName, displayName: '', role: 'dispatcher', since });
    expect(othersOf([at('b', '2026-03-10T09:00:00Z'), at('me', '2026-03-10T07:00:00Z'), at('a', '2026-03-10T08:00:00Z')], 'me').map((one) => one.userName)).toEqual(['a', 'b']);
  });
});
