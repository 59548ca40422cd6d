import { describe, expect, it } from 'vitest';
import { mediationWaits, sessionWaits } from './dossier-clock';

const signature = { by: 'manager-kipeili', at: '2026-09-08T02:00:00Z' };

describe('what waits', () => {
  it('is the session until it is held, then what it owes', () => {
    expect(sessionWaits({ state: 'collecting' })).toEqual(['session-held']);
    expect(sessionWaits({ state: 'held' })).toEqual(['session-answers', 'session-signature']);
    expect(sessionWaits({ state: 'held', publishedAt: '2026-09-08T02:00:00Z' })).toEqual(['session-signature']);
    expect(sessionWaits({ state: 'held', signature })).toEqual(['session-answers']);
    expect(sessionWaits({ state: 'done' })).toEqual([]);
    expect(sessionWaits({ state: 'calledOff' })).toEqual([]);
  });

  it('is a mediation until something is agreed, then the call', () => {
    expect(mediationWaits({ state: 'open' })).toEqual(['mediation-session']);
    expect(mediationWaits({ state: 'agreed' })).toEqual(['mediation-follow-up']);
    expect(mediationWaits({ state: 'kept' })).toEqual([]);
  });
});
