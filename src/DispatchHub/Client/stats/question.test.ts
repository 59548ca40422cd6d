import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTS, GROUPINGS, RATE_COLUMNS, RATES } from './figures';
import { addDays } from './local-days';
import { daysOf, figureQuery, PERIODS, readQuestion, sameFigures, writeQuestion, type Question } from './question';

const STREET = 'street:xiashi';
const ZONE = 'Asia/Shanghai';
const NOW = Date.parse('2026-03-10T12:00:00+08:00');

const read = (text: string): Question => readQuestion(new URLSearchParams(text), STREET);

const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2024-01-01', days));
const question: fc.Arbitrary<Question> = fc.record({
  scope: fc.constantFrom(STREET, 'community:xishan', 'grid:xishan-03'),
  period: fc.oneof(fc.constantFrom(...PERIODS), fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))),
  by: fc.constantFrom(...GROUPINGS),
  asOf: fc.option(day.map((one) => `${one}T14:05`)),
  rate: fc.constantFrom(...RATES),
  order: fc.record({ column: fc.constantFrom('name' as const, ...RATE_COLUMNS, ...COUNTS), down: fc.boolean() }),
  listed: fc.option(fc.record({ measure: fc.constantFrom(...COUNTS), key: fc.option(fc.string({ minLength: 1 })) })),
});

describe('the question of the figures', () => {
  it('is in the address whole', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const address = new URLSearchParams(Object.entries(writeQuestion(asked, STREET)).filter((pair): pair is [string, string] => pair[1] !== null));
        expect(readQuestion(new URLSearchParams(address.toString()), STREET)).toEqual(asked);
      }),
    );
  });

  it('begins with an address of nothing', () => {
    expect(Object.values(writeQuestion(read(''), STREET)).every((value) => value === null)).toBe(true);
  });

  it('groups an area by its parts until told otherwise', () => {
    expect(read('').by).toBe('community');
    expect(read('scope=community:xishan').by).toBe('grid');
    expect(read('scope=grid:xishan-03').by).toBe('type');
  });

  it('takes an address that makes no sense for one that says nothing', () => {
    expect(read('by=colour&period=ever&from=2026-02-30&to=2026-03-01&asOf=soon&rate=x&order=-y&list=z')).toEqual(read(''));
    expect(read('from=2026-03-02&to=2026-03-01').period).toBe('30d');
  });

  it('asks for whole days of the street', () => {
    expect(figureQuery(read('from=2026-03-01&to=2026-03-02&by=type'), NOW, ZONE)).toEqual({
      scope: STREET,
      by: 'type',
      from: '2026-02-28T16:00:00.000Z',
      to: '2026-03-02T16:00:00.000Z',
    });
  });

  it.each([
    ['today', '2026-03-10', '2026-03-10'],
    ['7d', '2026-03-04', '2026-03-10'],
    ['30d', '2026-02-09', '2026-03-10'],
    ['365d', '2025-03-11', '2026-03-10'],
    ['month', '2026-03-01', '2026-03-10'],
    ['lastMonth', '2026-02-01', '2026-02-28'],
  ])('knows the days of %s', (period, from, to) => {
    expect(daysOf(read(`period=${period}`), NOW, ZONE)).toEqual({ from, to });
  });

  it('counts a named period back from the instant that was asked for', () => {
    expect(daysOf(read('period=today&asOf=2026-03-05T23:30'), NOW, ZONE)).toEqual({ from: '2026-03-05', to: '2026-03-05' });
  });

  it('sends no instant that lies ahead', () => {
    expect(figureQuery(read('asOf=2026-03-05T08:00'), NOW, ZONE).asOf).toBe('2026-03-05T00:00:00.000Z');
    expect(figureQuery(read('asOf=2026-03-11T08:00'), NOW, ZONE)).not.toHaveProperty('asOf');
  });

  it('has the same answer whatever is sorted, chosen or listed', () => {
    expect(sameFigures(read('rate=whistle&order=-opened&list=opened'), read(''))).toBe(true);
    expect(sameFigures(read('by=grid'), read(''))).toBe(false);
  });
});
