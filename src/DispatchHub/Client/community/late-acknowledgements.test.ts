import { describe, expect, it } from 'vitest';
import type { CaseRow, HistoryLine } from '../api/types';
import { LateAcknowledgements, waitsLate } from './late-acknowledgements';

function line(event: string, data: object = {}): HistoryLine {
  return { seq: 1, event, at: '2026-03-10T08:00:00+08:00', occurredAt: null, actor: 'system', data } as unknown as HistoryLine;
}

const came = line('Entered', { status: 'AwaitingCommunity' });
const whistled = line('Whistled');

function row(id: string, whistledAt = '2026-03-10T08:00:00+08:00'): CaseRow {
  return { id, whistledAt } as CaseRow;
}

describe('a late acknowledgement', () => {
  it('is waited for where the street was called before the community said anything', () => {
    expect(waitsLate([line('Reported'), came, line('DeadlineMissed', { clock: 'acknowledge' }), whistled])).toBe(true);
    expect(waitsLate([came, whistled])).toBe(true);
  });

  it('is not waited for when the community had acknowledged, or was never asked', () => {
    expect(waitsLate([came, line('Acknowledged'), whistled])).toBe(false);
    expect(waitsLate([line('Reported'), line('Entered', { status: 'AwaitingDispatch' })])).toBe(false);
  });

  it('is given once, and waited for again when the case came back and was not acknowledged then', () => {
    expect(waitsLate([came, whistled, line('Acknowledged')])).toBe(false);
    expect(waitsLate([came, line('Acknowledged'), line('Returned'), came, whistled])).toBe(true);
  });
});

describe('the late acknowledgements of a page', () => {
  it('ask once for each case, and again when the street has it a second time', async () => {
    const asked: string[] = [];
    const late = new LateAcknowledgements(async (id) => (asked.push(id), [came]), () => undefined);
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
    const late = new LateAcknowledgements(async () => [came], () => undefined);
    await late.look([row('a')]);
    late.given(row('a'));
    await late.look([row('a')]);
    expect(late.may(row('a'))).toBe(false);
  });

  it('ask again for a case that could not be read', async () => {
    let fails = true;
    const late = new LateAcknowledgements(async () => (fails ? Promise.reject(new Error('away')) : [came]), () => undefined);
    await expect(late.look([row('a')])).rejects.toThrow('away');
    fails = false;
    await late.look([row('a')]);
    expect(late.may(row('a'))).toBe(true);
  });
});
