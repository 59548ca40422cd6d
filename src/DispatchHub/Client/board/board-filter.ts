import { city } from '../api/city';
import type { CaseLevel, CaseStatus, Priority, SessionView } from '../api/types';
import { hasAlarm } from '../parts/alarms';
import { levelWords, priorityWords, statusWords } from '../words/terms';
import type { Entry } from './board-model';
import { outlook } from './outlook';
import { responsibleName } from './responsible';

/** What a board shows of its cases. Empty sets and texts let everything through. */
export interface BoardFilter {
  text: string;
  levels: ReadonlySet<CaseLevel>;
  statuses: ReadonlySet<CaseStatus>;
  types: ReadonlySet<string>;
  communities: ReadonlySet<string>;
  priorities: ReadonlySet<Priority>;
  /** Ids of the other systems that sent a case. */
  sources: ReadonlySet<string>;
  /** `late` run out; `near` nearly. */
  due: ReadonlySet<Due>;
  mine: boolean;
  unread: boolean;
  /** Late in the hour ahead that ends at this ISO instant, if nobody acts; null for any. */
  lateBy: string | null;
}

export type Due = 'late' | 'near';

/** The sets of a filter, under the names that they have in the address. */
export const filterSets = { level: 'levels', status: 'statuses', type: 'types', community: 'communities', priority: 'priorities', source: 'sources', due: 'due' } as const;

export type FilterSet = keyof typeof filterSets;

/** More values of one kind are read no further: nobody picks them by hand. */
const MOST_VALUES = 50;
const MOST_TEXT = 100;

const known: Record<'level' | 'status' | 'priority' | 'due', ReadonlySet<string>> = {
  level: new Set(Object.keys(levelWords)),
  status: new Set(Object.keys(statusWords)),
  priority: new Set(Object.keys(priorityWords)),
  due: new Set(['late', 'near']),
};

/** Reads a filter out of an address; what cannot be read is left out. */
export function filterOf(query: URLSearchParams): BoardFilter {
  const set = (key: FilterSet): ReadonlySet<never> => {
    const values = (query.get(key) ?? '').split(',').filter((value) => value !== '').slice(0, MOST_VALUES);
    const allowed = key === 'type' || key === 'community' || key === 'source' ? null : known[key];
    return new Set(allowed ? values.filter((value) => allowed.has(value)) : values) as ReadonlySet<string> as ReadonlySet<never>;
  };
  return {
    text: (query.get('q') ?? '').slice(0, MOST_TEXT),
    levels: set('level'),
    statuses: set('status'),
    types: set('type'),
    communities: set('community'),
    priorities: set('priority'),
    sources: set('source'),
    due: set('due'),
    mine: query.get('mine') === '1',
    unread: query.get('unread') === '1',
    lateBy: instantOf(query.get('lateBy')),
  };
}

/** A filter as changes of an address, for `navigation.note`. */
export function addressOf(filter: BoardFilter): Record<string, string | null> {
  const changes: Record<string, string | null> = { q: filter.text || null, mine: filter.mine ? '1' : null, unread: filter.unread ? '1' : null, lateBy: filter.lateBy };
  for (const [key, name] of Object.entries(filterSets)) {
    changes[key] = [...filter[name]].join(',') || null;
  }
  return changes;
}

/** The filter with one value of a set added, or taken away when it was there. */
export function toggled(filter: BoardFilter, key: FilterSet, value: string): BoardFilter {
  const name = filterSets[key];
  const values = new Set<string>(filter[name]);
  if (!values.delete(value)) {
    values.add(value);
  }
  return { ...filter, [name]: values };
}

export const noFilter: BoardFilter = filterOf(new URLSearchParams());

export function isEmpty(filter: BoardFilter): boolean {
  return Object.values(addressOf(filter)).every((value) => value === null);
}

/** The test that a filter makes for whoever looks; null when it lets everything through. */
export function testOf(filter: BoardFilter, who: Pick<SessionView, 'userName' | 'role' | 'area' | 'streetId'>): ((entry: Entry) => boolean) | null {
  if (isEmpty(filter)) {
    return null;
  }
  const words = filter.text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const mine = filter.mine ? isMine(who) : null;
  const ahead = filter.lateBy === null ? null : outlook.casesOf(filter.lateBy);
  const has = <T>(set: ReadonlySet<T>, value: T): boolean => set.size === 0 || set.has(value);
  return (entry) => {
    const row = entry.row;
    return hasAlarm(row) || (
      has(filter.levels, row.level) &&
      has(filter.statuses, row.status) &&
      has(filter.types, row.type) &&
      has(filter.communities, row.communityId) &&
      has(filter.priorities, row.priority) &&
      has(filter.sources, row.external?.source ?? '') &&
      (filter.due.size === 0 || isDue(filter.due, entry)) &&
      (!filter.unread || entry.unread) &&
      (!mine || mine(entry)) &&
      (!ahead || ahead.has(row.id)) &&
      (words.length === 0 || words.every((word) => textOf(entry).includes(word)))
    );
  };
}

function instantOf(text: string | null): string | null {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

function isDue(due: ReadonlySet<Due>, { late, tone }: Entry): boolean {
  return late ? due.has('late') : tone === 'serious' && due.has('near');
}

/** Whether a case waits for this person: as one of its officers, or for what they stand for. */
function isMine(who: Pick<SessionView, 'userName' | 'role' | 'area' | 'streetId'>): (entry: Entry) => boolean {
  const desk = who.role === 'supervisor' ? 'supervisor:' : who.role === 'dispatcher' || who.role === 'captain' ? `street:${who.streetId}` : (who.area ?? '');
  const officer = `officer:${who.userName}`;
  return ({ row }) =>
    row.officerIds.includes(who.userName) || row.responsible === officer || (desk !== '' && (desk.endsWith(':') ? String(row.responsible).startsWith(desk) : row.responsible === desk));
}

/** What the search looks in: the words of the row in both languages, so that it finds the same whatever the page speaks. */
function textOf(entry: Entry): string {
  const row = entry.row;
  const type = city.type(row.type);
  entry.text ??= [row.number, row.external?.number, row.type, type?.title.zh, type?.title.en, row.title, row.placeName, city.placeName(row), row.gridId, city.gridName(row.gridId), responsibleName(String(row.responsible)), ...row.officerIds]
    .join('\n')
    .toLowerCase();
  return entry.text;
}
