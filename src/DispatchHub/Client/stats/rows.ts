import { rateParts, type Column, type FigureRow, type Figures, type Grouping, type Rate } from './figures';
import type { Order } from './question';

/** Rows that are periods keep the order of time in a chart, whatever the table's order is. */
export function isPeriod(by: Grouping): boolean {
  return by === 'day' || by === 'week' || by === 'month';
}

/** The rows in an order; what has no value comes last either way, equals stay in the order of keys. Periods and grids go by their keys, which hold their numbers. */
export function ordered(rows: readonly FigureRow[], { column, down }: Order, by: Grouping, nameOf: (row: FigureRow) => string): FigureRow[] {
  const turn = down ? -1 : 1;
  const compare =
    column === 'name'
      ? (a: FigureRow, b: FigureRow): number => turn * (isPeriod(by) || by === 'grid' ? a.key.localeCompare(b.key) : nameOf(a).localeCompare(nameOf(b), 'zh-CN', { numeric: true }))
      : (a: FigureRow, b: FigureRow): number => {
          const [x, y] = [valueOf(a, column), valueOf(b, column)];
          return x === null ? (y === null ? 0 : 1) : y === null ? -1 : turn * (x - y);
        };
  return [...rows].sort(compare);
}

/** What a row has in a column; null for a share of nothing. */
export function valueOf(row: Pick<FigureRow, 'counts' | 'rates'>, column: Column): number | null {
  return isShare(column) ? row.rates[column.slice(0, -'Rate'.length) as Rate] : row.counts[column];
}

export function isShare(column: Column): column is `${Rate}Rate` {
  return column.endsWith('Rate');
}

/** Bars that can still be told apart side by side. */
export const MOST_BARS = 24;

/** What a chart draws: a label for each row, and values by series. */
export interface Series {
  keys: string[];
  labels: string[];
  values: (number | null)[][];
}

/** Rows as bars in the order of the table, the first of them; as a line over all periods in the order of time. */
export function seriesOf(figures: Figures, rows: readonly FigureRow[], columns: readonly Column[], nameOf: (row: FigureRow) => string): Series {
  const drawn = isPeriod(figures.by) ? figures.rows : rows.slice(0, MOST_BARS);
  return {
    keys: drawn.map((row) => row.key),
    labels: drawn.map(nameOf),
    values: columns.map((column) => drawn.map((row) => valueOf(row, column))),
  };
}

/** A rate with what it is made of, such as 23 of 25. */
export function partsOf(row: Pick<FigureRow, 'counts'>, rate: Rate): { part: number; whole: number } {
  return { part: row.counts[rateParts[rate].part], whole: rateParts[rate].whole(row.counts) };
}

/** The end of a chart's scale: everything for rates that should be high, little more than the highest for the others. */
export function scaleEnd(values: readonly (number | null)[], shares: boolean): number {
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  if (!shares) {
    return Math.max(5, most * 1.1);
  }
  return most > 0.5 ? 1 : Math.max(0.05, Math.min(1, most * 1.25));
}
