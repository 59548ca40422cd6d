import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ForecastAnswer } from '../api/types';
import { cityClock } from '../feed/city-clock';
import { askUntil, hoursOf } from './hours-ahead';
import { Outlook } from './outlook';

const from = '2026-03-10T09:40:00+08:00';
const levels = (grid: number, street = 0) => ({ grid, community: 0, street, supervision: 0 });
const item = (caseId: string, dueAt: string): ForecastAnswer['items'][number] => ({
  caseId, number: caseId, clock: 'grid', generation: 1, dueAt, levelBefore: 'Grid', levelAfter: 'Community', responsible: 'grid:g',
});
const answer: ForecastAnswer = {
  scope: 'street:xiashi',
  from,
  until: '2026-03-10T12:00:00+08:00',
  items: [item('a', '2026-03-10T09:30:00+08:00'), item('b', '2026-03-10T10:00:00+08:00'), item('a', '2026-03-10T10:20:00+08:00'), item('a', '2026-03-10T10:40:00+08:00'), item('c', '2026-03-10T11:10:00+08:00')],
  total: 7,
  byHour: [
    { from, to: '2026-03-10T10:00:00+08:00', breaches: 1, levels: levels(1) },
    { from: '2026-03-10T10:00:00+08:00', to: '2026-03-10T11:00:00+08:00', breaches: 3, levels: levels(1, 2) },
    { from: '2026-03-10T11:00:00+08:00', to: '2026-03-10T12:00:00+08:00', breaches: 3, levels: levels(3) },
  ],
  byUnit: [],
};

describe('the hours ahead', () => {
  it('hold each case of an hour once, and what was due before in the first', () => {
    expect(hoursOf(answer).map((hour) => [...hour.cases])).toEqual([['a'], ['b', 'a'], ['c']]);
  });

  it('are known by their ends, which do not move with the clock', () => {
    expect(hoursOf(answer).map((hour) => hour.key)).toEqual(['2026-03-10T02:00:00.000Z', '2026-03-10T03:00:00.000Z', '2026-03-10T04:00:00.000Z']);
  });

  it('say when the hub could not list all of an hour', () => {
    expect(hoursOf(answer).map((hour) => hour.whole)).toEqual([true, true, false]);
  });

  it('are asked for up to the same whole hour by every board of an hour', () => {
    const [early, late] = [Date.parse('2026-03-10T09:00:01+08:00'), Date.parse('2026-03-10T10:00:00+08:00')];
    expect(new Date(askUntil(early)).toISOString()).toBe('2026-03-10T10:00:00.000Z');
    expect(askUntil(late)).toBe(askUntil(early));
  });
});

describe('an outlook', () => {
  let asked = 0;
  let fails = false;
  const outlook = new Outlook(() => {
    asked++;
    return fails ? Promise.reject(new Error('away')) : Promise.resolve(answer);
  });

  beforeEach(() => {
    vi.useFakeTimers();
    cityClock.set({ now: from, speed: 1, zone: 'Asia/Shanghai' });
    [asked, fails] = [0, false];
    outlook.start('street:xiashi');
  });

  afterEach(() => {
    outlook.stop();
    vi.useRealTimers();
  });

  it('is asked at once, and then once a minute', async () => {
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toBe(1);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(asked).toBe(3);
  });

  it('is asked sooner when the board has changed a lot, but not for each change', async () => {
    await vi.advanceTimersByTimeAsync(1_000);
    outlook.changed(19);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toBe(1);
    outlook.changed(500);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toBe(2);
    outlook.changed(500);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toBe(2);
  });

  it('keeps its last answer when nobody answers, and says that it is old', async () => {
    await vi.advanceTimersByTimeAsync(1_000);
    fails = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect([outlook.failed, outlook.hours.length]).toEqual([true, 3]);
    fails = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(outlook.failed).toBe(false);
  });

  it('knows the cases of an hour, and none of one that is over', async () => {
    await vi.advanceTimersByTimeAsync(1_000);
    expect([...outlook.casesOf('2026-03-10T03:00:00.000Z')]).toEqual(['b', 'a']);
    expect([...outlook.casesOf('2026-03-10T01:00:00.000Z')]).toEqual([]);
  });
});
