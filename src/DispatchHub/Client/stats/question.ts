import { COUNTS, GROUPINGS, RATE_COLUMNS, RATES, type Column, type FigureQuery, type Grouping, type NumberAsked, type Rate } from './figures';
import { addDays, dayOf, firstOfMonth, instantOfDay, instantOfLocal } from './local-days';

export const PERIODS = ['today', '7d', '30d', 'month', 'lastMonth', '365d'] as const;
export type Period = (typeof PERIODS)[number];

/** The order of a table. */
export interface Order {
  column: 'name' | Column;
  down: boolean;
}

/** Everything that the page shows, as its address holds it. */
export interface Question {
  scope: string;
  /** A named period that moves with time, or first and last day in the street's zone. */
  period: Period | { from: string; to: string };
  by: Grouping;
  /** A local time of the street, `2026-03-10T14:05`; null for now. */
  asOf: string | null;
  rate: Rate;
  order: Order;
  /** The number whose cases are listed. */
  listed: NumberAsked | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const KEY_ORDER: Order = { column: 'name', down: false };

/** Reads an address; whatever is missing or makes no sense is what the page begins with. */
export function readQuestion(query: URLSearchParams, scope: string): Question {
  const asked = query.get('scope') ?? scope;
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
  const asOf = query.get('asOf') ?? '';
  const measure = oneOf(COUNTS, query.get('list'));
  return {
    scope: asked,
    period: isDay(from) && isDay(to) && from <= to ? { from, to } : (oneOf(PERIODS, query.get('period')) ?? '30d'),
    by: oneOf(GROUPINGS, query.get('by')) ?? usualGrouping(asked),
    asOf: LOCAL.test(asOf) && !Number.isNaN(Date.parse(`${asOf}Z`)) ? asOf : null,
    rate: oneOf(RATES, query.get('rate')) ?? 'response',
    order: readOrder(query.get('order')),
    listed: measure ? { measure, key: query.get('key') } : null,
  };
}

/** The same question as an address; what the page begins with is left out. */
export function writeQuestion(question: Question, scope: string): Record<string, string | null> {
  const { period, order, listed } = question;
  const days = typeof period === 'string' ? null : period;
  const usual = readQuestion(new URLSearchParams(), question.scope);
  return {
    scope: question.scope === scope ? null : question.scope,
    period: days || period === usual.period ? null : (period as Period),
    from: days?.from ?? null,
    to: days?.to ?? null,
    by: question.by === usual.by ? null : question.by,
    asOf: question.asOf,
    rate: question.rate === usual.rate ? null : question.rate,
    order: order.column === KEY_ORDER.column && order.down === KEY_ORDER.down ? null : `${order.down ? '-' : ''}${order.column}`,
    list: listed?.measure ?? null,
    key: listed?.key ?? null,
  };
}

/** First and last day of what is asked for, in the street's zone; a named period ends with the day of `asOf`. */
export function daysOf(question: Question, now: number, zone: string): { from: string; to: string } {
  if (typeof question.period !== 'string') {
    return question.period;
  }
  const today = dayOf(question.asOf ? instantOfLocal(question.asOf, zone) : now, zone);
  switch (question.period) {
    case 'today':
      return { from: today, to: today };
    case '7d':
      return { from: addDays(today, -6), to: today };
    case '30d':
      return { from: addDays(today, -29), to: today };
    case '365d':
      return { from: addDays(today, -364), to: today };
    case 'month':
      return { from: firstOfMonth(today), to: today };
    case 'lastMonth': {
      const last = addDays(firstOfMonth(today), -1);
      return { from: firstOfMonth(last), to: last };
    }
  }
}

/** What is asked of the hub: whole local days as instants. An `asOf` that lies ahead is now. */
export function figureQuery(question: Question, now: number, zone: string): FigureQuery {
  const { from, to } = daysOf(question, now, zone);
  const asOf = question.asOf ? instantOfLocal(question.asOf, zone) : now;
  return {
    scope: question.scope,
    by: question.by,
    from: new Date(instantOfDay(from, zone)).toISOString(),
    to: new Date(instantOfDay(addDays(to, 1), zone)).toISOString(),
    ...(asOf < now ? { asOf: new Date(asOf).toISOString() } : {}),
  };
}

/** Whether two questions have the same figures for an answer: order, chosen rate and listed cases do not matter. */
export function sameFigures(a: Question, b: Question): boolean {
  const figures = ({ scope, period, by, asOf }: Question): string => JSON.stringify([scope, period, by, asOf]);
  return figures(a) === figures(b);
}

/** The parts that an area has. */
function usualGrouping(scope: string): Grouping {
  return scope.startsWith('street:') ? 'community' : scope.startsWith('community:') ? 'grid' : 'type';
}

function readOrder(text: string | null): Order {
  const down = text?.startsWith('-') ?? false;
  const column = oneOf(['name', ...RATE_COLUMNS, ...COUNTS] as const, text?.replace(/^-/, '') ?? null);
  return column ? { column, down } : KEY_ORDER;
}

function oneOf<T extends string>(list: readonly T[], text: string | null): T | null {
  return list.find((one) => one === text) ?? null;
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}
