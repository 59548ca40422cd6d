import type { Territory } from '../api/types';
import type { PlaceAsked } from './case-data';

/** A place that can be chosen, with everything by which it is found. */
export interface PlaceFound {
  key: string;
  asked: PlaceAsked;
  label: string;
  /** What it lies in. */
  detail: string;
}

export interface PlaceNames {
  estate(id: string): string;
  grid(id: string): string;
}

interface Candidate extends PlaceFound {
  words: string;
  building: string | null;
  unit: string | null;
}

/** Finds estates, buildings, units and grids by what somebody says on the telephone: `华宇 9-2-301`, `9-2-301`, `lanting 3`, `西山 第三`. */
export class PlaceSearch {
  private readonly candidates: Candidate[];

  constructor(territory: Territory, names: PlaceNames) {
    this.candidates = [...estatesOf(territory, names), ...gridsOf(territory, names)];
  }

  /** The places that fit, the most exact first. */
  find(text: string, limit = 8): PlaceFound[] {
    const { words, code } = taken(text);
    if (words.length === 0 && code === '') {
      return this.candidates.filter((one) => one.building === null).slice(0, limit);
    }
    return this.candidates
      .map((one) => ({ one, rank: rankOf(one, words, code) }))
      .filter((found) => found.rank !== null)
      .sort((a, b) => a.rank! - b.rank!)
      .slice(0, limit)
      .map((found) => found.one);
  }
}

/** What was said, in the words of a name and the numbers of a unit: `华宇钱塘9幢301` has a name and the code `9-301`. */
function taken(text: string): { words: string[]; code: string } {
  const parts = text.toLowerCase().replace(/(\d)\s*(?:幢|栋|号楼|单元|号|室|#)/g, '$1 ').replace(/([^\d\s-])(\d)/g, '$1 $2').split(/[\s,，-]+/).filter(Boolean);
  return {
    words: parts.filter((part) => !/^\d/.test(part)),
    code: parts.filter((part) => /^\d/.test(part)).join('-'),
  };
}

function rankOf(one: Candidate, words: readonly string[], code: string): number | null {
  if (!words.every((word) => one.words.includes(word))) {
    return null;
  }
  if (code === '') {
    // Without a number, the estate or grid itself is meant before anything in it.
    return one.unit !== null ? 4 : one.building !== null ? 3 : 'estate' in one.asked ? 1 : 2;
  }
  if (one.unit !== null) {
    return one.unit === code ? 0 : one.unit.startsWith(`${code}-`) ? 3 : one.unit.startsWith(code) ? 4 : parts(one.unit, code) ? 5 : null;
  }
  if (one.asked.gridId !== undefined) {
    // `西山 3` and `xishan-03` are the same grid.
    return /^\d+$/.test(code) && Number(/\d+$/.exec(one.asked.gridId)?.[0]) === Number(code) && words.length > 0 ? 2 : null;
  }
  return one.building === code ? 1 : one.building?.startsWith(code) ? 2 : null;
}

/** Some say the building and the door only: `9-301` for `9-2-301`. */
function parts(unit: string, code: string): boolean {
  const said = code.split('-');
  const all = unit.split('-');
  return said.length === 2 && all.length === 3 && said[0] === all[0] && said[1] === all[2];
}

function estatesOf(territory: Territory, names: PlaceNames): Candidate[] {
  return territory.estates.flatMap((estate) => {
    const name = names.estate(estate.id);
    const words = `${estate.name.zh} ${estate.name.en} ${estate.id}`.toLowerCase();
    const place = (building: string | null, unit: string | null, gridId: string | null): Candidate => ({
      key: [estate.id, building, unit].filter(Boolean).join(' '),
      asked: { estate: estate.id, ...(building ? { building } : {}), ...(unit ? { unit } : {}) },
      label: unit ? `${name} ${unit}` : building ? `${name} ${building}` : name,
      detail: gridId ? names.grid(gridId) : '',
      words, building, unit,
    });
    return [
      place(null, null, estate.gridId),
      ...estate.buildings.flatMap((building) => {
        const gridId = building.gridId ?? estate.gridId;
        return [place(building.id, null, gridId), ...building.units.map((unit) => place(building.id, unit, gridId))];
      }),
    ];
  });
}

function gridsOf(territory: Territory, names: PlaceNames): Candidate[] {
  const communities = new Map(territory.communities.map((one) => [one.id, `${one.name.zh} ${one.name.en}`]));
  return territory.grids.map((grid) => ({
    key: grid.id,
    asked: { gridId: grid.id },
    label: names.grid(grid.id),
    detail: '',
    words: `${communities.get(grid.communityId) ?? ''} ${grid.name.zh} ${grid.name.en} ${grid.id}`.toLowerCase(),
    building: null,
    unit: null,
  }));
}
