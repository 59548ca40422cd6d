import { navigation } from '../app/navigation';

/** Shows the wall, on the whole screen where the browser lets it; the address says so, for a screen that opens by itself. */
export function enterWall(): void {
  navigation.note({ wall: '1', case: null });
  void document.documentElement.requestFullscreen?.().catch(() => undefined);
}

/** Goes back to the page. */
export function leaveWall(): void {
  navigation.note({ wall: null });
  if (document.fullscreenElement) {
    void document.exitFullscreen().catch(() => undefined);
  }
}
