import type { BothLanguages } from './types';

/** The names of a street's places, as far as a name in Chinese is taken apart by them. */
export interface NamedPlaces {
  communities: readonly { id: string; name: BothLanguages }[];
  grids: readonly { communityId: string; name: BothLanguages }[];
  estates: readonly { name: BothLanguages }[];
}

/** What the hub calls a case outside every grid. */
const UNLOCATED = { zh: '未定位', en: 'Unlocated' };

/**
 * The place of a case in English. Rows carry it in Chinese, as it was when the case was opened: an estate with a building
 * (`华宇钱塘3幢`), or a grid with its community; any other name stays as it is.
 */
export function placeInEnglish(name: string, { communities, grids, estates }: NamedPlaces): string {
  if (name === UNLOCATED.zh) {
    return UNLOCATED.en;
  }
  const estate = estates
    .filter((one) => name.startsWith(one.name.zh))
    .reduce<{ name: BothLanguages } | null>((longest, one) => (longest && longest.name.zh.length >= one.name.zh.length ? longest : one), null);
  if (estate) {
    return `${estate.name.en} ${name.slice(estate.name.zh.length).replace('幢', '')}`.trim();
  }
  const community = communities.find((one) => name.startsWith(one.name.zh));
  const rest = community ? name.slice(community.name.zh.length).trim() : '';
  const grid = grids.find((one) => one.communityId === community?.id && one.name.zh === rest);
  return community && grid ? `${community.name.en} ${grid.name.en}` : name;
}
