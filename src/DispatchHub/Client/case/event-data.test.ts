import { describe, expect, it } from 'vitest';
import { EventData, stepsOf } from './event-data';
import { happened } from './history.samples';

describe('the steps of a history', () => {
  it('hold what was committed together', () => {
    const steps = stepsOf([happened(1, 'Whistled', {}, 'mei'), happened(1, 'Entered', {}, 'mei'), happened(2, 'Assigned', {}, 'd'), happened(2, 'DeadlineWarned', {}, 'system')]);
    expect(steps.map((step) => [step.actor, step.lines.map((line) => line.event)])).toEqual([['mei', ['Whistled', 'Entered']], ['d', ['Assigned']], ['system', ['DeadlineWarned']]]);
  });

  it('keep who spoke for somebody with what that somebody did', () => {
    const [step, ...others] = stepsOf([happened(1, 'SpokenFor', {}, 'd'), happened(1, 'Acknowledged', {}, 'mei'), happened(1, 'ClockStopped', {}, 'mei')]);
    expect(step).toMatchObject({ actor: 'mei', lines: [{ event: 'SpokenFor' }, { event: 'Acknowledged' }, { event: 'ClockStopped' }] });
    expect(others).toEqual([]);
  });
});

describe('the fields of an event', () => {
  it('are empty where they are missing or of another shape', () => {
    const data = new EventData(happened(1, 'Assigned', { officerIds: 'one', at: 'yesterday' }));
    expect([data.list('officerIds'), data.instant('at'), data.text('reason'), data.flag('late')]).toEqual([[], null, '', false]);
  });
});
