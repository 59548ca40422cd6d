import { afterEach, describe, expect, it } from 'vitest';
import { language } from '../words/language';
import { knownEvents, listed, sentenceOf, timesOf } from './history-words';
import { happened, minuteOf, sampleNames } from './history.samples';

/** Every event that the engine writes; in src/Grains/Cases and Clocks the files that end in Event.cs or Events.cs. */
const written = import.meta.glob(['../../../Grains/Cases/*Event.cs', '../../../Grains/Cases/*Events.cs', '../../../Grains/Clocks/ClockEvents.cs', '../../../Grains/Decoration/Promises/*Events.cs'], { query: '?raw', import: 'default', eager: true });
const source = Object.values(written).join('\n');
const events = [...source.matchAll(/public sealed record (\w+)[^;{]*?: (?:CaseEvent|ClockEvent)\b/g)].map((found) => found[1]!);

const saying = (inLanguage: 'en' | 'zh-CN', event: string, data: object = {}, actor = 'mei') => {
  language.current = inLanguage;
  return sentenceOf(happened(5, event, data, actor), sampleNames);
};

afterEach(() => (language.current = 'zh-CN'));

describe('a line of a history', () => {
  it('has a sentence for every event that the engine writes', () => {
    expect(Object.keys(written).length).toBeGreaterThan(2);
    expect(events.length).toBeGreaterThan(35);
    expect(events.filter((event) => !knownEvents.includes(event))).toEqual([]);
  });

  it.each(knownEvents)('%s is told in both languages, even when its fields are missing', (event) => {
    const fields = { priority: 'High' };
    expect(saying('en', event, fields)).not.toMatch(/[\u4e00-\u9fff]|\{\w+\}|undefined/);
    expect(saying('zh-CN', event, fields)).toMatch(/[\u4e00-\u9fff]|：/);
    expect(saying('zh-CN', event, fields)).not.toMatch(/\{\w+\}|undefined/);
  });

  it('of an event that a later server writes is told by its name', () => {
    expect(saying('en', 'Weighed')).toBe('Event Weighed');
    expect(saying('zh-CN', 'Weighed')).toBe('事件 Weighed');
  });

  it('with fields of an unexpected shape does not break', () => {
    expect(saying('en', 'Assigned', { officerIds: 'officer-1' })).toBe('mei offered it to ');
    expect(sentenceOf({ ...happened(1, 'Commented'), data: null } as never, sampleNames)).toBe('The system: ');
  });

  it('says who whistled and why, and of an automatic whistle what caused it', () => {
    expect(saying('en', 'Whistled', { reason: 'owner refuses', automatic: false })).toBe('mei whistled: owner refuses');
    expect(saying('en', 'Whistled', { reason: 'pre-control', automatic: true })).toBe('Whistled automatically: Pre-control: its time ran out');
    expect(saying('zh-CN', 'Whistled', { reason: 'unstaffed', automatic: true })).toBe('系统自动吹哨：该时段无人值守');
  });

  it('says that an offer was automatic and why these, that the next best was asked, and that a dispatcher overruled', () => {
    const ranking = [{ userName: 'o1', reasons: [{ code: 'near', value: '2' }, { code: 'open-cases', value: '0' }] }, { userName: 'o2', reasons: [{ code: 'no-case-yet' }] }];
    expect(saying('en', 'Assigned', { officerIds: ['o1', 'o2'], automatic: true, round: 2, ranking })).toBe('Offered automatically, round 2: o1 (within 2 km, 0 open); o2 (no case lately)');
    expect(saying('zh-CN', 'Assigned', { officerIds: ['o1'], automatic: true, round: 1, ranking })).toBe('自动派单（第 1 轮）：o1（2 公里内、在办 0 件）');
    expect(saying('en', 'Assigned', { officerIds: ['o1', 'o2'], automatic: true, round: 1 })).toBe('Offered automatically, round 1: o1; o2');
    expect(saying('en', 'OfferPassedOn', { officerId: 'o3', inPlaceOf: 'o1', why: [{ code: 'rested', value: '50' }] })).toBe('o3 was asked in place of o1 (last case 50 min ago)');
    expect(saying('en', 'Assigned', { officerIds: ['o4', 'o5'], overruled: true })).toBe('mei overruled the ranking and offered it to o4, o5');
  });

  it('says how those on site are, and what became of an alarm', () => {
    expect(saying('en', 'CheckInMissed', { asked: ['o1', 'o2'] })).toBe('No sign from the site in time; o1, o2 are asked for each other');
    expect(saying('en', 'AlarmRaised', { officerId: 'o1', where: 'Behind building 7', what: 'Two men' })).toBe('o1 raised the alarm: Behind building 7; Two men');
    expect(saying('zh-CN', 'AlarmRaised', {})).toBe('现场失去联系，系统自动发出求助');
    expect(saying('en', 'AlarmUnanswered', { to: 'captain' })).toBe('Nobody answered the alarm; now asked: the dispatcher and the captain');
    expect(saying('zh-CN', 'AlarmEnded', { outcome: 'false-alarm' }, 'mei')).toBe('mei 解除求助：误触');
    expect(saying('en', 'AlarmEnded')).toBe('The alarm is over, since a sign came');
  });

  it('says who was left out when nobody is left to be asked', () => {
    const leftOut = [{ userName: 'o1', why: 'declined' }, { userName: 'o2', why: 'off-duty' }, { userName: 'o3', why: 'taken-ill' }];
    expect(saying('en', 'OffersEnded', { cause: 'candidates', leftOut })).toBe('Too few officers are left to be asked; the captain chooses (o1 (declined); o2 (off duty); o3 (taken-ill))');
    expect(saying('zh-CN', 'OffersEnded', { cause: 'rounds', round: 3 })).toBe('3 轮均无人接单，转由队长派单');
    expect(saying('en', 'OfferPassedOver', { officerId: 'o1', why: 'out-of-reach' })).toBe('o1 is not asked any more: out of reach');
  });

  it('says in words that a reporter opened the case again, and what those with a link said', () => {
    expect(saying('en', 'Reopened', { reason: 'reporter-not-solved' }, 'reporter-link')).toBe('The reporter reopened it: the reporter says that it is not solved');
    expect(saying('en', 'OutcomeAnswered', { party: 'owner', answer: 'unsatisfied' }, 'owner-link')).toBe('The owner: solved, not satisfied');
    expect(saying('en', 'PhotosShown', { evidenceIds: [] }, 'mei')).toBe('mei shows no photos outside any more');
  });

  it('names the system and a hidden reporter in words', () => {
    expect(saying('en', 'Closed', {}, 'system')).toBe('Closed');
    expect(saying('en', 'Reported', { type: 'DEC-01' }, 'reporter')).toBe('The reporter reported: DEC-01');
  });

  it('tells late acts as late', () => {
    expect(saying('en', 'Acknowledged', { late: true })).toBe('mei acknowledged, late');
    expect(saying('en', 'Acknowledged', { late: false })).toBe('mei acknowledged');
  });

  it('counts the photos that came with it', () => {
    expect(saying('en', 'Resolved', { evidenceIds: ['a', 'b'] })).toBe('mei says that it is solved, with 2 photos');
    expect(saying('en', 'EvidenceAttached', { items: [{}, {}, {}] })).toBe('mei added 3 photos');
  });

  it('gives both times only where they differ', () => {
    expect(timesOf(happened(5, 'Arrived'))).toEqual({ happened: minuteOf(5), received: null });
    expect(timesOf(happened(9, 'Arrived', {}, 'officer-1', minuteOf(5)))).toEqual({ happened: minuteOf(5), received: minuteOf(9) });
    expect(timesOf(happened(9, 'Arrived', {}, 'officer-1', minuteOf(9))).received).toBeNull();
  });

  it('lists names as the language does', () => {
    language.current = 'en';
    expect(listed(['a', 'b'])).toBe('a, b');
    language.current = 'zh-CN';
    expect(listed(['a', 'b'])).toBe('a、b');
  });
});
