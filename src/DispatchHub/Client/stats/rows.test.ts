import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTS, RATES, rateParts, ratesOf, type Counts, type FigureRow, type Figures, type Rates } from './figures';
import { MOST_BARS, ordered, partsOf, scaleEnd, seriesOf } from './rows';

const row = (key: string, counts: Partial<Counts>, rates: Partial<Rates> = {}): FigureRow => ({
  key,
  name: null,
  counts: { ...(Object.fromEntries(COUNTS.map((count) => [count, 0])) as Counts), ...counts },
  rates: { ...(Object.fromEntries(RATES.map((rate) => [rate, null])) as Rates), ...rates },
});
const byKey = (one: FigureRow): string => one.key;
const keys = (rows: readonly FigureRow[]): string[] => rows.map(byKey);

describe('the rows of a table', () => {
  const rows = [row('b', { opened: 2 }, { response: 0.5 }), row('a', { opened: 9 }), row('c', { opened: 2 }, { response: 1 })];

  it('stand in the order of a column, equals as they came', () => {
    expect(keys(ordered(rows, { column: 'opened', down: true }, 'community', byKey))).toEqual(['a', 'b', 'c']);
    expect(keys(ordered(rows, { column: 'name', down: true }, 'community', byKey))).toEqual(['c', 'b', 'a']);
  });

  it('have those without a rate last, whichever way they are turned', () => {
    expect(keys(ordered(rows, { column: 'responseRate', down: false }, 'community', byKey))).toEqual(['b', 'c', 'a']);
    expect(keys(ordered(rows, { column: 'responseRate', down: true }, 'community', byKey))).toEqual(['c', 'b', 'a']);
  });

  it('tell the rework rate from the number of reworks', () => {
    const two = [row('many', { rework: 9 }, { rework: 0.1 }), row('often', { rework: 1 }, { rework: 0.9 })];
    expect(keys(ordered(two, { column: 'rework', down: true }, 'type', byKey))).toEqual(['many', 'often']);
    expect(keys(ordered(two, { column: 'reworkRate', down: true }, 'type', byKey))).toEqual(['often', 'many']);
  });

  it('number names as people count', () => {
    const types = ['Type 10', 'Type 2', 'Type 1'].map((key) => row(key, {}));
    expect(keys(ordered(types, { column: 'name', down: false }, 'type', byKey))).toEqual(['Type 1', 'Type 2', 'Type 10']);
  });

  it('put grids in the order of their numbers, however these are written', () => {
    const names: Record<string, string> = { 'x-01': '第一网格', 'x-02': '第二网格', 'x-03': '第三网格', 'x-04': '第四网格' };
    const grids = ['x-03', 'x-01', 'x-04', 'x-02'].map((key) => row(key, {}));
    expect(keys(ordered(grids, { column: 'name', down: false }, 'grid', ({ key }) => names[key]!))).toEqual(['x-01', 'x-02', 'x-03', 'x-04']);
  });

  it('are all kept, whatever the order', () => {
    const any = fc.array(fc.record({ opened: fc.nat(5), response: fc.option(fc.double({ min: 0, max: 1, noNaN: true })) }));
    fc.assert(
      fc.property(any, fc.boolean(), (list, down) => {
        const made = list.map(({ opened, response }, at) => row(String(at), { opened }, { response }));
        expect(keys(ordered(made, { column: 'responseRate', down }, 'grid', byKey)).sort()).toEqual(keys(made).sort());
      }),
    );
  });
});

describe('the series of a chart', () => {
  const figures = (by: Figures['by'], rows: FigureRow[]): Figures => ({ scope: 'street:x', from: '', to: '', asOf: '', by, rows, total: row('', {}) });

  it('are the first bars in the order of the table', () => {
    const rows = Array.from({ length: MOST_BARS + 5 }, (_, at) => row(String(at), { opened: at }));
    const series = seriesOf(figures('grid', rows), [...rows].reverse(), ['opened'], byKey);
    expect(series.labels).toHaveLength(MOST_BARS);
    expect(series.values[0]![0]).toBe(MOST_BARS + 4);
  });

  it('of periods are all of them in the order of time', () => {
    const rows = Array.from({ length: 90 }, (_, at) => row(String(at), {}, { response: at === 3 ? null : 1 }));
    const series = seriesOf(figures('day', rows), [...rows].reverse(), ['responseRate'], byKey);
    expect(series.keys).toEqual(keys(rows));
    expect(series.values[0]!.slice(2, 5)).toEqual([1, null, 1]);
  });

  it('never reach over the scale', () => {
    const value = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const end = scaleEnd(values, true);
        expect(end).toBeGreaterThan(0);
        expect(end).toBeLessThanOrEqual(1);
        values.forEach((one) => expect(one ?? 0).toBeLessThanOrEqual(end));
      }),
    );
  });
});

describe('the parts of a rate', () => {
  it('are the numbers that the hub divides', () => {
    const one = row('a', { opened: 10, dismissed: 2, resolved: 4, clocksMet: 3, clocksMissed: 1, worked: 5, rework: 1 });
    expect(partsOf(one, 'resolution')).toEqual({ part: 4, whole: 8 });
    expect(partsOf(one, 'clocks')).toEqual({ part: 3, whole: 4 });
    expect(partsOf(one, 'rework')).toEqual({ part: 1, whole: 5 });
  });

  it('stand in the table of the rate', () => {
    for (const rate of RATES) {
      expect(rateParts[rate].shown).toContain(rateParts[rate].part);
    }
  });

  it('of replies are shown only where another system waited for one', () => {
    expect(ratesOf(row('a', { opened: 10 }))).not.toContain('replies');
    expect(ratesOf(row('a', { opened: 10 }), row('b', { repliesLate: 1 }))).toContain('replies');
  });

  it('say of the whistle rate alone that neither way is better', () => {
    expect(RATES.filter((rate) => rateParts[rate].better === 'neither')).toEqual(['whistle']);
  });
});
