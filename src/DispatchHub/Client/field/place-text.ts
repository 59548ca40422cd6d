import { city } from '../api/city';
import { say } from '../words/say';
import type { DraftPlace } from './report-draft';
import { reportWords as w } from './words';

/** A place as people say it. */
export function placeText(place: DraftPlace): string {
  switch (place.kind) {
    case 'estate':
      return [city.placeName({ estate: place.estate, building: place.building, placeName: place.estate, gridId: '' }), place.unit].filter(Boolean).join(' ');
    case 'point':
      return place.by === 'device' && place.within !== null ? say(w.located, { m: place.within }) : `${place.lat.toFixed(5)}, ${place.lon.toFixed(5)}`;
    case 'grid':
      return say(w.inGrid, { grid: city.gridName(place.gridId) });
  }
}
