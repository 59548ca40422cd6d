import { navigation } from '../app/navigation';

const STORED = 'dispatch.board.map';
/** Below this width the list needs all of it until somebody asks for the map. */
const ROOM_FOR_MAP = 1_100;

/** Whether the map is shown at first: as the address says (`map=0`), else as last chosen on this device, else where there is room. */
export function mapChoice(): boolean {
  const asked = navigation.query.get('map');
  if (asked) {
    return asked !== '0';
  }
  const stored = localStorage.getItem(STORED);
  return innerWidth >= ROOM_FOR_MAP && stored !== '0';
}

export function rememberMap(shown: boolean): void {
  localStorage.setItem(STORED, shown ? '1' : '0');
}
