import { describe, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import type { CaseRow } from '../api/types';
import { rowOf } from './board-samples';
import { PastBoard } from './past-board';

/** A hub that answers when told to. */
class Slow {
  readonly asked: number[] = [];
  readonly shown: number[] = [];
  readonly past = new PastBoard('street:x', (_, at) => this.shown.push(at), () => undefined, (_, at) => this.take(at));
  private answers: { rows: (rows: CaseRow[]) => void; fail: (fault: unknown) => void }[] = [];

  async answer(fault?: unknown): Promise<void> {
    const { rows, fail } = this.answers.shift()!;
    if (fault) {
      fail(fault);
    } else {
      rows([rowOf('a')]);
    }
    // What waits for the answer goes on in the next turns.
    for (let i = 0; i < 5; i++) {
      await Promise.resolve();
    }
  }

  private take(at: number): Promise<CaseRow[]> {
    this.asked.push(at);
    return new Promise((rows, fail) => this.answers.push({ rows, fail }));
  }
}

describe('an earlier board', () => {
  it('is asked for one at a time, and of a dragged slider only where it rests', async () => {
    const hub = new Slow();
    hub.past.ask(1);
    hub.past.ask(2);
    hub.past.ask(3);
    expect(hub.asked).toEqual([1]);
    expect(hub.past.busy).toBe(true);
    await hub.answer();
    await hub.answer();
    expect(hub.asked).toEqual([1, 3]);
    expect(hub.shown).toEqual([1, 3]);
    expect(hub.past.busy).toBe(false);
  });

  it('says why there is none, and forgets that with the next', async () => {
    const hub = new Slow();
    hub.past.ask(1);
    await hub.answer(new Problem(422, 'board-not-kept', ''));
    expect(hub.past.problem?.code).toBe('board-not-kept');
    hub.past.ask(2);
    await hub.answer();
    expect(hub.past.problem).toBeNull();
  });

  it('is dropped when somebody goes back to now', async () => {
    const hub = new Slow();
    hub.past.ask(1);
    hub.past.stop();
    await hub.answer();
    expect(hub.shown).toEqual([]);
    hub.past.ask(2);
    await hub.answer();
    expect(hub.shown).toEqual([2]);
  });
});
