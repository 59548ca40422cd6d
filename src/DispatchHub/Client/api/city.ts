import type { MultiPolygon, Polygon } from 'geojson';
import type { BothLanguages } from './types';
import { session } from '../app/session';
import { get } from './http';
import { placeInEnglish } from './place-text';
import { inSceneOrder } from './scene-order';
import { scopeParts } from './types';
import { language } from '../words/language';
import { sayName } from '../words/say';

/** What the pack says about one type of case; as in `GET /api/catalogue`. */
export interface CaseType {
  code: string;
  title: BothLanguages;
  scene: string;
  lead: string[];
  assist: string[];
  minOfficers: number;
  duplicateRadius: number;
  urgent: boolean;
  clocks: { name: string; budget: string; calendar?: string | null; marks: number[] }[];
  milestones: string[];
}

export interface Catalogue {
  id: string;
  version: string;
  title: BothLanguages;
  notice: BothLanguages;
  calendar: string;
  scenes: Record<string, BothLanguages>;
  departments: Record<string, BothLanguages>;
  types: CaseType[];
  /** The roles that give each command, by the command's name. */
  commands: Record<string, string[]>;
}

export interface Territory {
  street: { id: string; name: BothLanguages; timeZone: string };
  communities: { id: string; kind: string; name: BothLanguages }[];
  grids: { id: string; communityId: string; name: BothLanguages; polygon: Polygon | MultiPolygon | null }[];
  estates: Estate[];
}

export interface Estate {
  id: string;
  name: BothLanguages;
  gridId: string | null;
  lat: number;
  lon: number;
  buildings: { id: string; gridId: string | null; lat: number; lon: number; units: string[] }[];
}

const STORED = 'dispatch.city';

/** The pack and the territory, as the names of everything; kept on the device so that they are there without a network. Sends `change`. */
class City extends EventTarget {
  catalogue: Catalogue | null = null;
  territory: Territory | null = null;

  private types = new Map<string, CaseType>();
  private communities = new Map<string, Territory['communities'][number]>();
  private grids = new Map<string, Territory['grids'][number]>();

  /** Takes what the device has, and then what the hub has; without a network nobody waits for it. @throws Problem when neither is there. */
  async load(): Promise<void> {
    const kept = localStorage.getItem(STORED);
    if (kept) {
      const { catalogue, territory } = JSON.parse(kept) as { catalogue: Catalogue; territory: Territory };
      this.take(catalogue, territory);
    }
    const fresh = this.refresh(kept !== null);
    if (!kept || session.state === 'signed-in') {
      await fresh;
    }
  }

  private async refresh(kept: boolean): Promise<void> {
    try {
      const [catalogue, territory] = await Promise.all([get<Catalogue>('/api/catalogue'), get<Territory>('/api/territory')]);
      this.take(catalogue, territory);
      localStorage.setItem(STORED, JSON.stringify({ catalogue, territory }));
    } catch (fault) {
      if (!kept) {
        throw fault;
      }
    }
  }

  type(code: string): CaseType | null {
    return this.types.get(code) ?? null;
  }

  typeName(code: string, otherwise = code): string {
    return sayName(this.types.get(code)?.title, otherwise);
  }

  communityName(id: string): string {
    return sayName(this.communities.get(id)?.name, id);
  }

  /** The grid with its community, since grids are numbered within one. */
  gridName(id: string): string {
    const grid = this.grids.get(id);
    return grid ? `${this.communityName(grid.communityId)} ${sayName(grid.name, id)}` : id;
  }

  grid(id: string): Territory['grids'][number] | null {
    return this.grids.get(id) ?? null;
  }

  /** Where a case is, in the language of the page: its estate and building, or else its grid. */
  placeName(placeName: string | null | undefined, gridId: string): string {
    if (!placeName) {
      return this.gridName(gridId);
    }
    return language.current === 'en' && this.territory ? placeInEnglish(placeName, this.territory) : placeName;
  }

  /** A scope as people say it: a grid's, community's or street's name; an officer's user name. */
  scopeName(scope: string): string {
    const { kind, id } = scopeParts(scope);
    switch (kind) {
      case 'grid':
        return this.gridName(id);
      case 'community':
        return this.communityName(id);
      case 'street':
        return id === this.territory?.street.id ? sayName(this.territory.street.name, id) : id;
      case 'department':
        return sayName(this.catalogue?.departments[id], id);
      default:
        return id;
    }
  }

  private take(catalogue: Catalogue, territory: Territory): void {
    this.catalogue = { ...catalogue, types: inSceneOrder(catalogue.types, catalogue.scenes) };
    this.territory = territory;
    this.types = new Map(catalogue.types.map((type) => [type.code, type]));
    this.communities = new Map(territory.communities.map((community) => [community.id, community]));
    this.grids = new Map(territory.grids.map((grid) => [grid.id, grid]));
    this.dispatchEvent(new Event('change'));
  }
}

export const city = new City();
