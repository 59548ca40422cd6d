import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { language } from '../words/language';
import { knownEvents } from './history-words';
import { happened, minuteOf, sampleNames } from './history.samples';
import { whoWasTold } from './told';
import { whyHere } from './why';

const reported = [
  happened(0, 'Reported', { type: 'DEC-03' }, 'grid-1'),
  happened(0, 'Entered', { status: 'AtGrid', responsible: 'grid:g1' }, 'grid-1'),
];
const toCommunity = [
  happened(30, 'DeadlineMissed', { clock: 'grid', dueAt: minuteOf(30) }),
  happened(30, 'Escalated', { from: 'Grid', to: 'Community', reason: 'expired' }),
  happened(30, 'Entered', { status: 'AwaitingCommunity', responsible: 'community:c1' }),
];
const whistled = [
  happened(40, 'Whistled', { reason: 'owner refuses', automatic: false }, 'mei'),
  happened(40, 'Escalated', { from: 'Community', to: 'Street', reason: 'whistled' }, 'mei'),
  happened(40, 'Entered', { status: 'AwaitingDispatch', responsible: 'street:s1' }, 'mei'),
];
const supervised = [
  happened(60, 'DeadlineMissed', { clock: 'assign', dueAt: minuteOf(60) }),
  happened(60, 'CardIssued', { colour: 'Yellow', on: 'street:s1', clock: 'assign' }),
  happened(60, 'Escalated', { from: 'Street', to: 'Supervision', reason: 'expired' }),
];

const why = (...lines: ReturnType<typeof happened>[]) => whyHere(lines, sampleNames);

beforeEach(() => (language.current = 'en'));

describe('why a case is here', () => {
  it('begins with who reported it and where it started', () => {
    expect(why(...reported)).toEqual([expect.stringMatching(/^grid-1 reported it at .*\. It started at «At grid», where grid:g1 is responsible\.$/)]);
  });

  it('names the clock that ran out and where that took it', () => {
    const said = why(...reported, ...toCommunity);
    expect(said[0]).toMatch(/^The time for Grid ran out at .* before anybody had done it\.$/);
    expect(said[1]).toBe('So it went from Grid to Community.');
    expect(said).toHaveLength(2);
  });

  it('gives the reason that a person gave, and does not say the same twice', () => {
    expect(why(...reported, ...toCommunity, ...whistled)).toEqual([expect.stringMatching(/^mei whistled at .*: owner refuses\.$/)]);
  });

  it('adds supervision for as long as it lasts', () => {
    const until = [...reported, ...toCommunity, ...whistled, ...supervised];
    expect(why(...until).at(-1)).toMatch(/^The supervisor sees to it since .*, because Assign ran out\./);
    expect(why(...until, happened(70, 'SupervisionEnded'), happened(70, 'Assigned', { officerIds: ['o1'] }, 'd'), happened(70, 'Entered', { status: 'Offered', responsible: 'street:s1' }, 'd')).join())
      .not.toContain('supervisor');
  });

  it('says who raised it by hand and why', () => {
    expect(why(...reported, happened(5, 'Escalated', { from: 'Grid', to: 'Supervision', reason: 'by-hand', note: 'minister calls' }, 'captain')).at(-1))
      .toMatch(/^captain raised it to supervision at .*: minister calls\.$/);
  });

  it('tells a failed check as rework and for whom', () => {
    expect(why(...reported, happened(50, 'Checked', { passed: false }, 'grid-1'), happened(50, 'Entered', { status: 'OnSite', responsible: 'officer:o1' }, 'grid-1')))
      .toEqual([expect.stringMatching(/^grid-1 checked at .*: not solved\. It is rework for officer:o1\.$/)]);
  });

  it('of a case that was solved and closed at once says only that', () => {
    expect(why(...reported, happened(50, 'Resolved', {}, 'mei'), happened(50, 'Entered', { status: 'Closed', responsible: '' }, 'mei'), happened(50, 'Closed', {}, 'mei')))
      .toEqual([expect.stringMatching(/^It was closed at /)]);
  });

  it('has nothing to say without a history, and always something of one that entered a status', () => {
    expect(why()).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...knownEvents, 'Weighed'), { maxLength: 12 }), (events) => {
        const lines = [...reported, ...events.map((event, i) => happened(10 + i, event, { priority: 'High' })), happened(99, 'Entered', { status: 'OnSite', responsible: 'officer:o1' })];
        const said = whyHere(lines, sampleNames);
        expect(said.length).toBeGreaterThan(0);
        expect(said.join()).not.toMatch(/undefined|\{\w+\}/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('who was told', () => {
  it('is everybody whom an alarm, a card, an offer or a handing over reached, in order', () => {
    const told = whoWasTold(
      [
        ...reported, ...toCommunity, ...whistled, happened(50, 'CaptainAlarmed', { clock: 'assign' }), ...supervised,
        happened(70, 'Assigned', { officerIds: ['o1', 'o2'] }, 'd'),
        happened(70, 'Entered', { status: 'Offered', responsible: 'street:s1' }, 'd'),
      ],
      sampleNames,
    );
    expect(told.map((one) => `${one.whom} ${one.what}`)).toEqual([
      'grid:g1 became responsible', 'community:c1 became responsible', 'street:s1 whistled', 'Captain alarmed: Assign ran out',
      'street:s1 yellow card for Assign', 'o1, o2 offered the case',
    ]);
  });
});
