import { describe, expect, it } from 'vitest';
import { localInput, planTime } from './plan-time';

const at = (text: string): number => Date.parse(`2026-09-07T${text}Z`);

describe('the time that is offered for a visit', () => {
  it('is soon, but not before its checks can be made', () => {
    expect(planTime(at('01:00:00'), at('09:00:00'), at('02:00:10'))).toBe(at('02:31:00'));
    expect(planTime(at('05:00:00'), at('09:00:00'), at('02:00:00'))).toBe(at('05:00:00'));
  });

  it('is never after the first check is due', () => {
    expect(planTime(at('01:00:00'), at('02:10:59'), at('02:00:00'))).toBe(at('02:10:00'));
  });

  it('is what a field for local times shows', () => {
    const shown = localInput(at('05:07:00'));
    expect(new Date(shown).getTime()).toBe(at('05:07:00'));
  });
});
