import { GPUInitializationError, Map as MapLibre, Marker, setWorkerUrl, type GeoJSONSource, type MapMouseEvent } from 'maplibre-gl';
import rules from 'maplibre-gl/dist/maplibre-gl.css?inline';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Territory } from '../api/types';
import { widened, type Bounds, type Place } from './geometry';
import { layersOf } from './map-style';
import { drawMark, drawName, markOf, type Colours, type MarkImage } from './marks';
import type { Spot, SpotChanges } from './spots';
import { nameOf, namePoints, streetBounds, territoryShapes } from './territory-shapes';

// The worker is a file of this origin: the content security policy lets no blob run.
setWorkerUrl(workerUrl);

export { GPUInitializationError };

/** What maplibre's own elements look like; for the shadow root that holds the map. */
export const maplibreSheet = new CSSStyleSheet();
maplibreSheet.replaceSync(rules);

/** Around the street when all of it is shown; the tools stand at the right. */
const AROUND = { top: 20, bottom: 20, left: 20, right: 56 };
/** Around a click, so that a shape need not be hit exactly, px. */
const REACH = 8;

export interface StreetMapListener {
  /** A point with cases was clicked. */
  spotClicked(key: string): void;
  /** Any other place was clicked, or chosen by Enter at the middle; `gridId` is null outside the street. */
  placeClicked(place: Place, gridId: string | null): void;
  /** The pointer is over a point, at these pixels; null when over none. */
  spotPointed(key: string | null, at: { x: number; y: number }): void;
  /** The view moves: what was shown at a place of the screen is no longer there. */
  moved(): void;
}

/** The words of the map in the language of the page. */
export interface StreetMapNames {
  language: string;
  map: string;
  community: (id: string) => string;
  grid: (id: string) => string;
}

/** The drawing of the street: maplibre with shapes of our own, no tiles, nothing from elsewhere. */
export class StreetMap {
  private readonly map: MapLibre;
  private readonly home: Bounds | null;
  private readonly drawnMarks = new Set<string>();
  private pin: Marker | null = null;
  private waiting: (() => void)[] | null = [];

  /** @throws when the device has no WebGL. */
  constructor(
    host: HTMLElement,
    private readonly territory: Territory,
    private colours: Colours,
    private names: StreetMapNames,
    private readonly listener: StreetMapListener,
  ) {
    this.home = streetBounds(territory);
    const shapes = territoryShapes(territory);
    const source = (data: GeoJSON.FeatureCollection) => ({ type: 'geojson' as const, data });
    const nothing = { type: 'FeatureCollection' as const, features: [] };
    this.map = new MapLibre({
      container: host,
      style: {
        version: 8,
        sources: {
          grids: source(shapes.grids),
          borders: source(shapes.borders),
          buildings: source(shapes.buildings),
          names: source(namePoints(territory, names.language)),
          selected: source(nothing),
          spots: {
            ...source(nothing),
            promoteId: 'key',
            cluster: true,
            clusterRadius: 34,
            clusterMaxZoom: 17,
            clusterProperties: { cases: ['+', ['get', 'cases']], rank: ['max', ['get', 'rank']] },
          },
        },
        layers: layersOf(colours),
      },
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      maxZoom: 19,
      fadeDuration: 0,
      renderWorldCopies: false,
      locale: { 'Map.Title': names.map },
      ...(this.home ? { bounds: this.home, fitBoundsOptions: { padding: AROUND }, maxBounds: widened(this.home, 1.5) } : {}),
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.setMissingStyleImageResolver((id) => this.draw(id));
    this.listen();
    const container = this.map.getContainer();
    container.setAttribute('aria-busy', 'true');
    void this.map.once('idle').then(() => container.setAttribute('aria-busy', 'false'));
    void this.map.once('load').then(() => {
      const waiting = this.waiting ?? [];
      this.waiting = null;
      waiting.forEach((work) => work());
    });
  }

  /** Changes the points with cases by their differences. */
  paint(changes: SpotChanges): void {
    if (changes.added.length + changes.updated.length + changes.removed.length === 0) {
      return;
    }
    this.whenLoaded(() => {
      void (this.map.getSource('spots') as GeoJSONSource).updateData({
        remove: changes.removed,
        add: changes.added.map(featureOf),
        update: changes.updated.map((spot) => ({
          id: spot.key,
          addOrUpdateProperties: [
            { key: 'cases', value: spot.cases },
            { key: 'rank', value: spot.rank },
          ],
        })),
      });
    });
  }

  /** Rings the place of the selected case, and brings it into view when it lies outside. */
  select(place: Place | null): void {
    this.whenLoaded(() => {
      const features = place ? [{ type: 'Feature' as const, properties: {}, geometry: point(place) }] : [];
      void (this.map.getSource('selected') as GeoJSONSource).setData({ type: 'FeatureCollection', features });
      if (place && !this.map.getBounds().contains([place.lon, place.lat])) {
        this.map.easeTo({ center: [place.lon, place.lat] });
      }
    });
  }

  /** Shows a pin; null takes it away. */
  showPin(place: Place | null, element: () => HTMLElement): void {
    this.pin?.remove();
    this.pin = place ? new Marker({ element: element(), anchor: 'bottom' }).setLngLat([place.lon, place.lat]).addTo(this.map) : null;
  }

  fitStreet(): void {
    if (this.home) {
      this.map.fitBounds(this.home, { padding: AROUND });
    }
  }

  fitPlace(place: Place): void {
    this.map.easeTo({ center: [place.lon, place.lat], zoom: Math.max(this.map.getZoom(), 16) });
  }

  zoom(steps: 1 | -1): void {
    this.map.zoomTo(this.map.getZoom() + steps);
  }

  placing(on: boolean): void {
    this.map.getCanvas().style.cursor = on ? 'crosshair' : '';
  }

  /** Draws everything again in the colours of another theme. */
  recolour(colours: Colours): void {
    this.colours = colours;
    this.whenLoaded(() => {
      for (const layer of layersOf(colours)) {
        for (const [property, value] of Object.entries(layer.paint ?? {})) {
          this.map.setPaintProperty(layer.id, property as never, value as never);
        }
      }
      this.drawnMarks.forEach((id) => this.draw(id));
    });
  }

  /** Writes every name again, in another language. */
  rename(names: StreetMapNames): void {
    this.names = names;
    this.map.getCanvas().setAttribute('aria-label', names.map);
    this.whenLoaded(() => void (this.map.getSource('names') as GeoJSONSource).setData(namePoints(this.territory, names.language)));
  }

  /** Gives back the graphics context, the worker's data and every listener. */
  remove(): void {
    this.waiting = [];
    this.map.remove();
  }

  private listen(): void {
    this.map.on('click', (event) => void this.clicked(event));
    this.map.on('mousemove', (event) => {
      const spot = this.spotNear(event);
      this.listener.spotPointed(spot && !spot.properties['cluster'] ? String(spot.properties['key']) : null, event.point);
    });
    this.map.on('mouseout', (event) => this.listener.spotPointed(null, event.point));
    this.map.on('movestart', () => this.listener.moved());
    this.map.getCanvas().addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        const { lat, lng } = this.map.getCenter();
        this.choose({ lat, lon: lng });
      }
    });
  }

  private async clicked(event: MapMouseEvent): Promise<void> {
    const spot = this.spotNear(event);
    if (!spot) {
      this.choose({ lat: event.lngLat.lat, lon: event.lngLat.lng });
    } else if (spot.properties['cluster']) {
      const zoom = await (this.map.getSource('spots') as GeoJSONSource).getClusterExpansionZoom(Number(spot.properties['cluster_id']));
      this.map.easeTo({ center: (spot.geometry as GeoJSON.Point).coordinates as [number, number], zoom });
    } else {
      this.listener.spotClicked(String(spot.properties['key']));
    }
  }

  private choose(place: Place): void {
    const [grid] = this.map.queryRenderedFeatures(this.map.project([place.lon, place.lat]), { layers: ['grids'] });
    this.listener.placeClicked(place, grid ? String(grid.properties['id']) : null);
  }

  private spotNear({ point: { x, y } }: MapMouseEvent) {
    return this.map.queryRenderedFeatures([[x - REACH, y - REACH], [x + REACH, y + REACH]], { layers: ['spots'] })[0] ?? null;
  }

  private draw(id: string): void {
    const drawn = this.imageOf(id);
    if (!drawn) {
      return;
    }
    this.drawnMarks.add(id);
    // A name in the other language has another width, and an image is not replaced by one of another size.
    if (this.map.hasImage(id)) {
      this.map.removeImage(id);
    }
    this.map.addImage(id, drawn.image, { pixelRatio: drawn.pixelRatio });
  }

  private imageOf(id: string): MarkImage | null {
    const mark = markOf(id);
    if (mark) {
      return drawMark(mark.tone, mark.count, this.colours);
    }
    const name = nameOf(id);
    return name ? drawName(this.names[name.kind](name.id), name.kind === 'community', this.colours) : null;
  }

  private whenLoaded(work: () => void): void {
    if (this.waiting) {
      this.waiting.push(work);
    } else {
      work();
    }
  }
}

function point(place: Place): GeoJSON.Point {
  return { type: 'Point', coordinates: [place.lon, place.lat] };
}

function featureOf(spot: Spot): GeoJSON.Feature {
  return { type: 'Feature', properties: { key: spot.key, cases: spot.cases, rank: spot.rank }, geometry: point(spot) };
}
