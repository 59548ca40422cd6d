import { describe, expect, it } from 'vitest';
import type { CaseView } from '../api/types';
import { bodyOf, expectedVersionOf, faultsOf, fieldOfRefusal, noValues, type Known, type Values } from './field-values';
import { commandSpec, commandSpecs } from './registry';

const known: Known = {
  minOfficers: 2,
  budgets: { rectify: '7 wd', arrive: '30 min U' },
  zone: 'Asia/Shanghai',
  now: Date.parse('2026-03-10T09:00:00+08:00'),
};

const faults = (name: string, values: Partial<Values>) => faultsOf(commandSpec(name)!, { ...noValues, ...values }, known);
const body = (name: string, values: Partial<Values>) => bodyOf(commandSpec(name)!, { ...noValues, ...values }, known.zone);

describe('a filled command form', () => {
  it('asks for a reason where the command needs one, and blanks are none', () => {
    expect(faults('whistle', { text: { reason: '   ' } })).toEqual({ reason: { kind: 'needed' } });
    expect(faults('whistle', { text: { reason: '业主不配合' } })).toEqual({});
    expect(faults('whistle', { text: { reason: 'x'.repeat(501) } })).toEqual({ reason: { kind: 'too-long', most: 500 } });
  });

  it('asks for as many officers as the type does', () => {
    expect(faults('assign', { officerIds: ['officer-1'] })).toEqual({ officerIds: { kind: 'too-few', least: 2 } });
    expect(faults('assign', { officerIds: ['officer-1', 'officer-2'] })).toEqual({});
  });

  it('takes a length only in the kind of time of its clock', () => {
    const asked = (length: string) => faults('request-extension', { clock: 'rectify', length, text: { reason: 'r' } });
    expect(asked('2 wd')).toEqual({});
    expect(asked('2 wh')).toEqual({ length: { kind: 'length-kind', example: '1 wd' } });
    expect(asked('soon')).toEqual({ length: { kind: 'length', example: '1 wd' } });
    expect(asked('')).toEqual({ length: { kind: 'needed' } });
  });

  it('leaves out a length that is optional and empty', () => {
    expect(faults('decide-extension', { choice: false })).toEqual({});
    expect(body('decide-extension', { choice: false })).toEqual({ granted: false });
  });

  it('takes an end that lies ahead within a year, in the street’s time', () => {
    const until = (wall: string) => faults('suspend', { until: wall, text: { reason: 'r' } });
    expect(until('2026-03-10T09:01')).toEqual({});
    expect(until('2026-03-10T09:00')).toEqual({ until: { kind: 'ahead' } });
    expect(until('2027-06-01T09:00')).toEqual({ until: { kind: 'ahead' } });
    expect(body('suspend', { until: '2026-03-11T09:00', text: { reason: ' r ' } })).toEqual({ until: '2026-03-11T01:00:00.000Z', reason: 'r' });
  });

  it('leaves out another end of a suspension that was asked for', () => {
    expect(faults('decide-suspension', { choice: true })).toEqual({});
    expect(body('decide-suspension', { choice: true })).toEqual({ granted: true });
    expect(faults('decide-suspension', { choice: true, until: '2026-03-01T09:00' })).toEqual({ until: { kind: 'ahead' } });
    expect(body('decide-suspension', { choice: true, until: '2026-03-11T09:00' })).toEqual({ granted: true, until: '2026-03-11T01:00:00.000Z' });
  });

  it('waits for photos that are still on their way', () => {
    expect(faults('resolve', { photosPending: true })).toEqual({ evidenceIds: { kind: 'photos-pending' } });
    expect(faults('resolve', {})).toEqual({});
    expect(faults('attach-evidence', {})).toEqual({ evidenceIds: { kind: 'one-photo' } });
  });

  it('asks for a verdict and does not take one for granted', () => {
    expect(faults('check', {})).toEqual({ passed: { kind: 'choose' } });
    expect(body('check', { choice: true, note: ' fine ' })).toEqual({ passed: true, note: 'fine' });
  });

  it('puts a refusal beside the field that it is about', () => {
    expect(fieldOfRefusal('unknown-officer', commandSpec('assign')!)).toBe('officerIds');
    expect(fieldOfRefusal('invalid-length', commandSpec('request-extension')!)).toBe('length');
    expect(fieldOfRefusal('status-not-allowed', commandSpec('assign')!)).toBeNull();
    expect(fieldOfRefusal('unknown-officer', commandSpec('whistle')!)).toBeNull();
  });

  it('names the version it decided on for a verdict, and not for a comment or a whistle', () => {
    const view = { version: 7 } as CaseView;
    expect(expectedVersionOf('check', view)).toBe(7);
    expect(expectedVersionOf('comment', view)).toBeUndefined();
    expect(expectedVersionOf('whistle', view)).toBeUndefined();
  });

  it('of a command without fields has nothing to ask and nothing to send', () => {
    for (const spec of commandSpecs.filter((one) => one.fields.length === 0)) {
      expect(faultsOf(spec, noValues, known)).toEqual({});
      expect(bodyOf(spec, noValues, known.zone)).toEqual({});
    }
  });
});
