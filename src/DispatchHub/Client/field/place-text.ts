import { city } from '../api/city';
import { say, sayName } from '../words/say';
import type { DraftPlace } from './report-draft';
import { reportWords as w } from './words';

/** A place as people say it. */
export function placeText(place: DraftPlace): string {
  switch (place.kind) {
    case 'estate': {
      const estate = city.territory?.estates.find((one) => one.id === place.estate);
      const building = place.building && say(w.buildingN, { id: place.building });
      return [sayName(estate?.name, place.estate), building, place.unit].filter(Boolean).join(' ');
    }
    case 'point':
      return place.by === 'device' && place.within !== null ? say(w.located, { m: place.within }) : `${place.lat.toFixed(5)}, ${place.lon.toFixed(5)}`;
    case 'grid':
      return say(w.inGrid, { grid: city.gridName(place.gridId) });
  }
}
