import type { Feature, FeatureCollection } from 'geojson';
import type { Territory } from '../api/types';
import { bordersBetween, boundsOf, centreOf, type Bounds, type Place } from './geometry';

type Grid = Territory['grids'][number];
type DrawnGrid = Grid & { polygon: NonNullable<Grid['polygon']> };

function drawn(territory: Territory): DrawnGrid[] {
  return territory.grids.filter((grid): grid is DrawnGrid => grid.polygon !== null);
}

/** The street as a map draws it: grids as areas, the borders of communities as lines, buildings as points. */
export function territoryShapes(territory: Territory): { grids: FeatureCollection; borders: FeatureCollection; buildings: FeatureCollection } {
  const grids = drawn(territory);
  const borders = bordersBetween(grids.map((grid) => ({ group: grid.communityId, area: grid.polygon })));
  return {
    grids: collection(grids.map((grid) => ({ type: 'Feature', id: grid.id, properties: { id: grid.id }, geometry: { type: 'MultiPolygon', coordinates: grid.polygon.coordinates } }))),
    borders: collection([{ type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: borders } }]),
    buildings: collection(
      territory.estates
        .flatMap((estate) => estate.buildings)
        .flatMap(({ lat, lon }) => (lat === null || lon === null ? [] : [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [lon, lat] } }])),
    ),
  };
}

/** The whole street; null where no grid has been drawn. */
export function streetBounds(territory: Territory): Bounds | null {
  return boundsOf(drawn(territory).map((grid) => grid.polygon));
}

/** Where names are written, as points with the image of each: `community …` and `grid …`, see `nameOf`. */
export function namePoints(territory: Territory, language: string): FeatureCollection {
  const named = (kind: 'community' | 'grid', id: string, place: Place | null): Feature[] =>
    place ? [{ type: 'Feature', properties: { kind, image: `${kind} ${language} ${id}` }, geometry: { type: 'Point', coordinates: [place.lon, place.lat] } }] : [];
  const grids = drawn(territory);
  return collection([
    ...territory.communities.flatMap(({ id }) => named('community', id, centreOf(grids.filter((grid) => grid.communityId === id).map((grid) => grid.polygon)))),
    ...grids.flatMap((grid) => named('grid', grid.id, centreOf([grid.polygon]))),
  ]);
}

/** Whose name an image of `namePoints` shows; null for any other image. */
export function nameOf(image: string): { kind: 'community' | 'grid'; id: string } | null {
  const [, kind, id] = /^(community|grid) \S+ (.+)$/.exec(image) ?? [];
  return kind && id ? { kind: kind as 'community' | 'grid', id } : null;
}

/** The middle of every drawn grid, where a case is drawn that says no more than its grid. */
export function gridCentres(territory: Territory): Map<string, Place> {
  return new Map(
    drawn(territory).flatMap((grid) => {
      const place = centreOf([grid.polygon]);
      return place ? [[grid.id, place] as const] : [];
    }),
  );
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}
