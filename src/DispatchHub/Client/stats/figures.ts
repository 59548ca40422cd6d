import type { components } from '../api/schema';
import { ask, get } from '../api/http';
import { language } from '../words/language';

// What `GET /api/figures` answers; docs/figures.md defines each number.

type Schemas = components['schemas'];
export type Figures = Schemas['FigureAnswer'];
export type FigureRow = Schemas['FigureRow'];
export type FigureCase = Schemas['FigureCase'];
/** Numbers of cases, or of runs of clocks. */
export type Counts = Schemas['FigureCounts'];
export type Count = keyof Counts;
/** Shares, 0 to 1; null where there is nothing to be a share of. */
export type Rates = Schemas['FigureRates'];
export type Rate = keyof Rates;
/** By what cases are put into rows. */
export type Grouping = Schemas['FigureBy'];
/** A column of a table: a number, or a share by the name that it has in the CSV. */
export type Column = Count | `${Rate}Rate`;

export const COUNTS: readonly Count[] = [
  'opened', 'dismissed', 'responded', 'respondedInTime', 'worked', 'resolved', 'resolvedInTime', 'closed', 'closedInTime', 'overdueOpen',
  'rework', 'extended', 'extraTaken', 'whistled', 'whistleAnswered', 'repeats', 'clocksMet', 'clocksMissed',
  'whistlesSolved', 'departmentsCalled', 'departmentsInTime', 'departmentsSolved', 'repliesInTime', 'repliesLate', 'outcomesSaid', 'satisfied',
];
export const RATES: readonly Rate[] = ['response', 'resolution', 'satisfaction', 'onTime', 'clocks', 'rework', 'extension', 'repeat', 'whistle', 'replies'];
export const RATE_COLUMNS = RATES.map((rate) => `${rate}Rate` as const);
export const GROUPINGS: readonly Grouping[] = ['community', 'grid', 'type', 'clock', 'day', 'week', 'month', 'street'];

/** Which number's cases are asked for: a row's, or with a key of null the total's. */
export interface NumberAsked {
  measure: Count;
  key: string | null;
}

/** What a rate is made of. */
export interface RateParts {
  /** The number that is the share. */
  part: Count;
  /** What it is a share of. */
  whole: (counts: Counts) => number;
  /** The number that the whole is, where it is one alone and so has cases behind it. */
  wholeCount: Count | null;
  /** The numbers that stand beside it in a table. */
  shown: readonly Count[];
  /** Which way is better; the whistle rate has none: both too few and too many whistles say that something is wrong. */
  better: 'more' | 'less' | 'neither';
}

export const rateParts: Record<Rate, RateParts> = {
  response: ofOpened('responded', ['responded', 'respondedInTime', 'opened'], 'more'),
  resolution: {
    part: 'resolved',
    whole: (counts) => counts.opened - counts.dismissed,
    wholeCount: null,
    shown: ['resolved', 'resolvedInTime', 'opened', 'dismissed'],
    better: 'more',
  },
  satisfaction: { part: 'satisfied', whole: (counts) => counts.outcomesSaid, wholeCount: 'outcomesSaid', shown: ['satisfied', 'outcomesSaid'], better: 'more' },
  onTime: { part: 'closedInTime', whole: (counts) => counts.closed, wholeCount: 'closed', shown: ['closedInTime', 'closed'], better: 'more' },
  clocks: {
    part: 'clocksMet',
    whole: (counts) => counts.clocksMet + counts.clocksMissed,
    wholeCount: null,
    shown: ['clocksMet', 'clocksMissed'],
    better: 'more',
  },
  rework: { part: 'rework', whole: (counts) => counts.worked, wholeCount: 'worked', shown: ['rework', 'worked'], better: 'less' },
  extension: ofOpened('extended', ['extended', 'extraTaken', 'opened'], 'less'),
  repeat: ofOpened('repeats', ['repeats', 'opened'], 'less'),
  whistle: ofOpened('whistled', ['whistled', 'whistleAnswered', 'whistlesSolved', 'departmentsCalled', 'departmentsInTime', 'departmentsSolved', 'opened'], 'neither'),
  replies: {
    part: 'repliesInTime',
    whole: (counts) => counts.repliesInTime + counts.repliesLate,
    wholeCount: null,
    shown: ['repliesInTime', 'repliesLate'],
    better: 'more',
  },
};

function ofOpened(part: Count, shown: readonly Count[], better: RateParts['better']): RateParts {
  return { part, whole: (counts) => counts.opened, wholeCount: 'opened', shown, better };
}

/** The rates that say something here: replies only where another system waited for one, satisfaction only where a reporter said something. */
export function ratesOf(...totals: Pick<Figures['total'], 'counts'>[]): readonly Rate[] {
  const sometimes: readonly Rate[] = ['replies', 'satisfaction'];
  return RATES.filter((rate) => !sometimes.includes(rate) || totals.some(({ counts }) => rateParts[rate].whole(counts) > 0));
}

/** The query of `GET /api/figures`, also given with every list behind a number. */
export type FigureQuery = Record<'scope' | 'from' | 'to' | 'by', string> & { asOf?: string };

export function loadFigures(query: FigureQuery, signal: AbortSignal): Promise<Figures> {
  return get(`/api/figures?${new URLSearchParams(query)}`, signal);
}

/** A page of the cases behind a number of `figures`, all of one instant. */
export function loadCases(figures: Figures, { measure, key }: NumberAsked, cursor: string | null): Promise<{ items: FigureCase[]; next: string | null }> {
  const { scope, from, to, by, asOf } = figures;
  const query = new URLSearchParams({ scope, from, to, by, asOf, measure, limit: '50' });
  if (key !== null) {
    query.set('key', key);
  }
  if (cursor !== null) {
    query.set('cursor', cursor);
  }
  return get(`/api/figures/cases?${query}`);
}

/** The same figures as a file for a spreadsheet. */
export async function loadCsv(figures: Figures): Promise<Blob> {
  const { scope, from, to, by, asOf } = figures;
  const answer = await ask('GET', `/api/figures?${new URLSearchParams({ scope, from, to, by, asOf })}`, {
    headers: { accept: 'text/csv', 'accept-language': language.current },
  });
  return answer.blob();
}
