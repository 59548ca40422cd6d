import { afterEach, describe, expect, it } from 'vitest';
import { language } from '../words/language';
import { knownEvents, listed, sentenceOf, timesOf } from './history-words';
import { happened, minuteOf, sampleNames } from './history.samples';

/** Every event that the engine writes; src/Grains/Cases/CaseEvent.cs, DepartmentEvents.cs and Clocks/ClockEvents.cs. */
const written = Object.keys(
  import.meta.glob(['../../../Grains/Cases/CaseEvent.cs', '../../../Grains/Cases/DepartmentEvents.cs', '../../../Grains/Clocks/ClockEvents.cs'], { query: '?raw', import: 'default', eager: true }),
);
const source = Object.values(
  import.meta.glob(['../../../Grains/Cases/CaseEvent.cs', '../../../Grains/Cases/DepartmentEvents.cs', '../../../Grains/Clocks/ClockEvents.cs'], { query: '?raw', import: 'default', eager: true }),
).join('\n');
const events = [...source.matchAll(/public sealed record (\w+)[^;{]*?: (?:CaseEvent|ClockEvent)\b/g)].map((found) => found[1]!);

const saying = (inLanguage: 'en' | 'zh-CN', event: string, data: object = {}, actor = 'mei') => {
  language.current = inLanguage;
  return sentenceOf(happened(5, event, data, actor), sampleNames);
};

afterEach(() => (language.current = 'zh-CN'));

describe('a line of a history', () => {
  it('has a sentence for every event that the engine writes', () => {
    expect(written).toHaveLength(3);
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
