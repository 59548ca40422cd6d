import { city } from '../api/city';
import type { CaseRow } from '../api/types';
import { menuOf } from '../app/routes';
import { session } from '../app/session';
import { cityClock } from '../feed/city-clock';
import { say } from '../words/say';
import type { Destination, SuggestContext } from './suggestions';

/** What a line can refer to in the city that is loaded; the page adds its cases and people. */
export function barContext(own: Pick<SuggestContext, 'rows' | 'meant' | 'people'>): SuggestContext {
  return {
    ...own,
    places: placesOf(),
    destinations: destinations(),
    typeOf: (code) => city.type(code),
    describe: (row) => [city.typeName(row.type, row.title), '·', city.placeName(row), unitOf(row)].filter(Boolean).join(' '),
    textOf,
    zone: cityClock.zone,
    now: cityClock.now(),
  };
}

/** A case that the server found is known with its unit, which rows of a board do not carry. */
export type FoundRow = CaseRow & { unit?: string | null };

function unitOf(row: FoundRow): string {
  return row.unit ?? '';
}

/** By row, since a board has thousands and they are read with every letter typed. */
const texts = new WeakMap<CaseRow, string>();

/** A row's type and place in both languages, whichever the page is in. */
function textOf(row: CaseRow): string {
  let text = texts.get(row);
  if (text === undefined) {
    const type = city.type(row.type)?.title;
    const grid = city.grid(row.gridId)?.name;
    const community = city.territory?.communities.find((one) => one.id === row.communityId)?.name;
    text = [row.type, row.title, type?.zh, type?.en, row.placeName, city.placeName(row), unitOf(row), community?.zh, community?.en, grid?.zh, grid?.en, row.gridId].filter(Boolean).join(' ').toLowerCase();
    texts.set(row, text);
  }
  return text;
}

function placesOf(): { scope: string; names: string[] }[] {
  const territory = city.territory;
  return territory
    ? [
        ...territory.communities.map((one) => ({ scope: `community:${one.id}`, names: [city.communityName(one.id), one.name.zh, one.name.en] })),
        ...territory.grids.map((one) => ({ scope: `grid:${one.id}`, names: [city.gridName(one.id), one.id] })),
        { scope: `street:${territory.street.id}`, names: [city.scopeName(`street:${territory.street.id}`), territory.street.name.zh, territory.street.name.en] },
      ]
    : [];
}

/** Every page that the person may see, and the board narrowed to a community or a grid. */
function destinations(): Destination[] {
  const role = session.who?.role;
  const pages = role ? menuOf(role) : [];
  const hasBoard = pages.some((page) => page.path === '/board');
  return [
    ...pages.map((page) => ({ address: page.path, icon: page.icon, name: say(page.word), also: [page.word.en, page.word.zh] })),
    ...(hasBoard ? (city.territory?.communities ?? []).map((one) => ({ address: `/board?community=${one.id}`, icon: 'community' as const, name: city.communityName(one.id), also: [one.name.zh, one.name.en, one.id] })) : []),
    ...(hasBoard ? (city.territory?.grids ?? []).map((one) => ({ address: `/board?q=${encodeURIComponent(city.gridName(one.id))}`, icon: 'map' as const, name: city.gridName(one.id), also: [one.id] })) : []),
  ];
}
