import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerClock } from '../api/types';
import { minuteOf } from './history.samples';
import { barOf, UNITS } from './ledger-geometry';

const clock = (more: Partial<LedgerClock>): LedgerClock => ({
  name: 'assign', generation: 1, state: 'Running', calendar: null, budget: '10 min U', budgetMs: 600_000, spentMs: 0,
  startedAt: minuteOf(0), endedAt: null, dueAt: minuteOf(10), provisional: false, spans: [{ from: minuteOf(0), to: null, kind: 'running', reason: null }], extensions: [], marks: [], ...more,
});
const at = (minute: number) => Date.parse(minuteOf(minute));

describe('the bar of a clock', () => {
  it('runs from its start to its deadline, filled up to now', () => {
    expect(barOf(clock({}), at(4))).toEqual({ stretches: [{ from: 0, to: 400, kind: 'running' }], marks: [], due: UNITS, now: 400 });
  });

  it('shows the time over the deadline apart', () => {
    expect(barOf(clock({}), at(20)).stretches).toEqual([{ from: 0, to: 500, kind: 'running' }, { from: 500, to: UNITS, kind: 'over' }]);
  });

  it('shows a pause between two runs, and no deadline while it lasts', () => {
    const spans: LedgerClock['spans'] = [{ from: minuteOf(0), to: minuteOf(5), kind: 'running', reason: null }, { from: minuteOf(5), to: null, kind: 'paused', reason: 'suspended' }];
    expect(barOf(clock({ state: 'Paused', dueAt: null, spans }), at(10))).toMatchObject({
      due: null, stretches: [{ from: 0, to: 500, kind: 'running' }, { from: 500, to: UNITS, kind: 'paused' }],
    });
  });

  it('of a clock that has ended shows how much of its budget was used, and no now', () => {
    const spans: LedgerClock['spans'] = [{ from: minuteOf(0), to: minuteOf(5), kind: 'running', reason: null }];
    const met = clock({ state: 'Met', endedAt: minuteOf(5), dueAt: null, spentMs: 300_000, spans });
    expect(barOf(met, at(500))).toMatchObject({ now: null, due: UNITS, stretches: [{ from: 0, to: 500, kind: 'running' }] });
    const missed = clock({ state: 'Missed', endedAt: minuteOf(5), dueAt: null, spentMs: 300_000, budgetMs: 150_000, spans });
    expect(barOf(missed, at(500))).toMatchObject({ due: 500, stretches: [{ to: 500, kind: 'running' }, { from: 500, to: UNITS, kind: 'over' }] });
  });

  it('of a clock that ended before working hours began shows no use', () => {
    const spans: LedgerClock['spans'] = [{ from: minuteOf(0), to: minuteOf(5), kind: 'running', reason: null }];
    expect(barOf(clock({ state: 'Met', endedAt: minuteOf(5), dueAt: null, spentMs: 0, spans }), at(9)).stretches).toEqual([{ from: 0, to: UNITS, kind: 'paused' }]);
  });

  it('puts a mark where it fired, or where it will', () => {
    const marks = [{ mark: 50, dueAt: minuteOf(5), firedAt: minuteOf(6) }, { mark: 80, dueAt: minuteOf(8), firedAt: null }];
    expect(barOf(clock({ marks }), at(7)).marks).toEqual([{ at: 600, mark: 50, fired: true }, { at: 800, mark: 80, fired: false }]);
  });

  it('never leaves its line and never turns back', () => {
    const minute = fc.integer({ min: -100, max: 500 });
    fc.assert(
      fc.property(minute, minute, minute, fc.option(minute), fc.option(minute), (now, from, to, due, ended) => {
        const drawn = barOf(clock({
          dueAt: due === null ? null : minuteOf(due), endedAt: ended === null ? null : minuteOf(ended),
          spans: [{ from: minuteOf(from), to: minuteOf(to), kind: 'running', reason: null }],
        }), at(now));
        for (const place of [...drawn.stretches.flatMap((one) => [one.from, one.to]), drawn.due ?? 0, drawn.now ?? 0]) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(UNITS);
        }
        expect(drawn.stretches.every((one) => one.to > one.from)).toBe(true);
      }),
    );
  });
});
