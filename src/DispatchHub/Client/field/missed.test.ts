import { describe, expect, it } from 'vitest';
import type { CaseRow } from '../api/types';
import { AT, clock, officer, row } from './field.samples';
import { missedSince } from './missed';

describe('what was missed', () => {
  const looked = (rows: CaseRow[], at = AT) => ({ rows, at });
  const told = (before: CaseRow[], after: CaseRow[], own: string[] = []) =>
    missedSince(looked(before), looked(after, AT + 5_000), officer, new Set(own)).map((one) => `${one.kind} ${one.row.id}`);

  it('is nothing when nothing changed', () => {
    const same = [row('a'), row('b', { status: 'OnSite' })];

    expect(told(same, same)).toEqual([]);
  });

  it('is what was offered, ran out, was moved by others and taken away, weightiest first', () => {
    const before = [row('late', { status: 'OnSite', clocks: [clock('rectify', 1_000)] }), row('moved', { status: 'EnRoute' }), row('gone', { status: 'EnRoute' })];
    const after = [{ ...before[0]! }, row('moved', { status: 'Suspended' }), row('new')];

    expect(told(before, after)).toEqual(['offered new', 'late late', 'moved moved', 'gone gone']);
  });

  it('is not what ran out before, nor what the person did', () => {
    const late = row('late', { status: 'OnSite', clocks: [clock('rectify', -1_000)] });

    expect(told([late, row('a', { status: 'OnSite' })], [late], ['a'])).toEqual([]);
    expect(told([row('a', { status: 'EnRoute' })], [row('a', { status: 'OnSite' })], ['a'])).toEqual([]);
  });

  it('is rework that came back', () => {
    expect(told([row('a', { status: 'AwaitingCheck' })], [row('a', { status: 'OnSite' })])).toEqual(['mine a']);
  });
});
