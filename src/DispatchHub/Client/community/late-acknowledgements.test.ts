import { describe, expect, it } from 'vitest';
import type { CaseRow, HistoryLine } from '../api/types';
import { LateAcknowledgements, waitsLate } from './late-acknowledgements';

function line(event: string, data: object = {}): HistoryLine {
  return { seq: 1, event, at: '2026-03-10T08:00:00+08:00', occurredAt: null, actor: 'system', data } as unknown as HistoryLine;
}

const missed = line('DeadlineMissed', { clock: 'acknowledge' });

function row(id: string, whistledAt = '2026-03-10T08:00:00+08:00'): CaseRow {
  return { id, whistledAt } as CaseRow;
}

describe('a late acknowledgement', () => {
  it('is waited for after the time ran out', () => {
    expect(waitsLate([line('Reported'), missed, line('Whistled')])).toBe(true);
  });

  it('is not waited for when the community acknowledged in time, or when another clock ran out', () => {
    expect(waitsLate([line('Acknowledged'), line('Whistled')])).toBe(false);
    expect(waitsLate([line('Acknowledged'), line('DeadlineMissed', { clock: 'pre-control' })])).toBe(false);
  });

  it('is given once, and asked for again when the time ran out a second time', () => {
    expect(waitsLate([missed, line('Acknowledged')])).toBe(false);
    expect(waitsLate([missed, line('Acknowledged'), missed])).toBe(true);
  });
});

describe('the late acknowledgements of a page', () => {
  it('ask once for each case, and again when the street has it a second time', async () => {
    const asked: string[] = [];
    const late = new LateAcknowledgements(async (id) => (asked.push(id), [missed]), () => undefined);
    await late.look([row('a'), row('b')]);
    await late.look([row('a'), row('b')]);
    expect(asked).toEqual(['a', 'b']);
    const again = row('a', '2026-03-10T10:00:00+08:00');
    expect(late.may(again)).toBe(false);
    await late.look([again]);
    expect(asked).toEqual(['a', 'b', 'a']);
    expect(late.may(again)).toBe(true);
  });

  it('are over when given', async () => {
    const late = new LateAcknowledgements(async () => [missed], () => undefined);
    await late.look([row('a')]);
    late.given(row('a'));
    await late.look([row('a')]);
    expect(late.may(row('a'))).toBe(false);
  });

  it('ask again for a case that could not be read', async () => {
    let fails = true;
    const late = new LateAcknowledgements(async () => (fails ? Promise.reject(new Error('away')) : [missed]), () => undefined);
    await expect(late.look([row('a')])).rejects.toThrow('away');
    fails = false;
    await late.look([row('a')]);
    expect(late.may(row('a'))).toBe(true);
  });
});
