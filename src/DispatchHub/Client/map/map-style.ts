import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { MOST_EXACT, type Colours } from './marks';
import { RANKS } from './spots';

// Streets are drawn by outline only: the cases are what one looks for, so everything under them stays pale.

const image: ExpressionSpecification = [
  'concat',
  ['at', ['get', 'rank'], ['literal', [...RANKS]]],
  '-',
  ['case', ['>', ['get', 'cases'], MOST_EXACT], ['concat', ['to-string', ['*', 100, ['floor', ['/', ['get', 'cases'], 100]]]], '+'], ['to-string', ['get', 'cases']]],
];

/** Below this zoom the street is too small for names; from the second on there is room for those of grids. */
const NAMES_FROM = 11;
const GRID_NAMES_FROM = 13.5;

function names(kind: string, minzoom: number, maxzoom: number): LayerSpecification {
  return {
    id: `${kind}-names`,
    type: 'symbol',
    source: 'names',
    minzoom,
    maxzoom,
    filter: ['==', ['get', 'kind'], kind],
    // Above the middle, where cases without a place of their own are drawn.
    layout: { 'icon-image': ['get', 'image'], 'icon-offset': [0, -24] },
  };
}

/** Every layer in the colours of the theme, the lowest first. */
export function layersOf(colours: Colours): LayerSpecification[] {
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': colours.bg } },
    { id: 'grids', type: 'fill', source: 'grids', paint: { 'fill-color': colours.surface } },
    { id: 'grid-lines', type: 'line', source: 'grids', paint: { 'line-color': colours.line, 'line-width': 1 } },
    {
      id: 'borders',
      type: 'line',
      source: 'borders',
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': colours.off, 'line-opacity': 0.6, 'line-width': ['interpolate', ['linear'], ['zoom'], 11, 1, 16, 2.5] },
    },
    {
      id: 'buildings',
      type: 'circle',
      source: 'buildings',
      minzoom: 13,
      paint: { 'circle-radius': 3, 'circle-color': colours.surface, 'circle-stroke-color': colours.off, 'circle-stroke-width': 1.5 },
    },
    names('community', NAMES_FROM, GRID_NAMES_FROM),
    names('grid', GRID_NAMES_FROM, 24),
    {
      id: 'selected',
      type: 'circle',
      source: 'selected',
      paint: { 'circle-radius': 21, 'circle-color': colours.focus, 'circle-opacity': 0.18, 'circle-stroke-color': colours.focus, 'circle-stroke-width': 2.5 },
    },
    {
      id: 'spots',
      type: 'symbol',
      source: 'spots',
      layout: {
        'icon-image': image,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        // The most urgent lies on top.
        'symbol-sort-key': ['get', 'rank'],
      },
    },
  ];
}
