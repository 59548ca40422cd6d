import { session } from '../app/session';
import { get } from './http';
import { inSceneOrder } from './scene-order';
import { scopeParts, type CaseRow, type CaseType, type Catalogue, type Estate, type Territory } from './types';
import { language } from '../words/language';
import { sayName } from '../words/say';

/** As much of a case, or of its row, as says where it is. */
export type PlaceNamed = Pick<CaseRow, 'estate' | 'building' | 'placeName' | 'gridId'>;

const STORED = 'dispatch.city';

/** Stands before the title of a drill, as the server writes it. */
const DRILL = '【演练】';

/** The pack and the territory, as the names of everything; kept on the device so that they are there without a network. Sends `change`. */
class City extends EventTarget {
  catalogue: Catalogue | null = null;
  territory: Territory | null = null;

  private types = new Map<string, CaseType>();
  private communities = new Map<string, Territory['communities'][number]>();
  private grids = new Map<string, Territory['grids'][number]>();
  private estates = new Map<string, Estate>();

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

  /** A drill says so in its title, which comes in Chinese; it is said in whatever language stands in its place. */
  typeName(code: string, otherwise = code): string {
    const name = sayName(this.types.get(code)?.title, otherwise);
    return otherwise.startsWith(DRILL) && !name.startsWith(DRILL) ? (language.current === 'en' ? `[Drill] ${name}` : DRILL + name) : name;
  }

  communityName(id: string): string {
    return sayName(this.communities.get(id)?.name, id);
  }

  /** The grid with its community, since grids are numbered within one. */
  gridName(id: string): string {
    const grid = this.grids.get(id);
    if (!grid) {
      return id;
    }
    const [community, name] = [this.communityName(grid.communityId), sayName(grid.name, id)];
    // The grid for what has no place is a community of its own.
    return community === name ? name : `${community} ${name}`;
  }

  grid(id: string): Territory['grids'][number] | null {
    return this.grids.get(id) ?? null;
  }

  /** Where a case is, in the language of the page: its estate and building, or else its grid. Never the unit. */
  placeName({ estate, building, placeName, gridId }: PlaceNamed): string {
    const known = estate ? this.estates.get(estate) : null;
    if (known) {
      const names = [sayName(known.name), sayName(known.buildings.find((one) => one.id === building)?.name, building ?? '')];
      return names.filter(Boolean).join(language.current === 'en' ? ' ' : '');
    }
    // Named in the city's first language when it was reported; a grid has a name in both.
    return this.grids.has(gridId) && !estate ? this.gridName(gridId) : (placeName ?? gridId);
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
      case 'source':
        return sayName(this.catalogue?.sources[id], id);
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
    this.estates = new Map(territory.estates.map((estate) => [estate.id, estate]));
    this.dispatchEvent(new Event('change'));
  }
}

export const city = new City();
