import { describe, expect, it } from 'vitest';
import { say } from '../words/say';
import { askings, bodyOf, draftOf, keepDraft } from './askings';

describe('what a community says with a command', () => {
  it('goes where the command takes it', () => {
    expect(bodyOf(askings.whistle, 'several flats')).toEqual({ reason: 'several flats' });
    expect(bodyOf(askings.stopped, 'works stopped')).toEqual({ note: 'works stopped' });
  });

  it('states the lawful ground where one of the three was chosen, in either language', () => {
    expect(bodyOf(askings.whistle, '社区无法独立解决')).toEqual({ reason: '社区无法独立解决', ground: 'cannot-solve' });
    expect(bodyOf(askings.whistle, say(askings.whistle.suggestions[2]))).toMatchObject({ ground: 'emergency' });
    expect(bodyOf(askings.whistle, 'the owner shouts')).toEqual({ reason: 'the owner shouts' });
  });

  it('may be nothing where no reason is asked for', () => {
    expect(bodyOf(askings.stopped, '')).toEqual({});
    expect(bodyOf(askings.stopWork, '')).toEqual({ milestone: 'stop-work' });
  });

  it('is kept until it is sent, for the case and command it was typed for', () => {
    keepDraft('a', 'whistle', 'half a sen');
    expect(draftOf('a', 'whistle')).toBe('half a sen');
    expect(draftOf('a', 'takeBack')).toBe('');
    expect(draftOf('b', 'whistle')).toBe('');
    keepDraft('a', 'whistle', '');
    expect(draftOf('a', 'whistle')).toBe('');
  });

  it('is not kept for ever', () => {
    for (let at = 0; at < 60; at++) {
      keepDraft(`case ${at}`, 'whistle', 'text');
    }
    expect(draftOf('case 0', 'whistle')).toBe('');
    expect(draftOf('case 59', 'whistle')).toBe('text');
  });
});
