import type { ReactiveControllerHost } from 'lit';

/** Keeps the screen of the device on while the component is on the page; where the browser cannot, the screen follows the device. */
export function keepAwake(host: ReactiveControllerHost): void {
  let lock: WakeLockSentinel | null = null;
  // A browser lets go of the lock whenever the page is hidden.
  const hold = async (): Promise<void> => {
    if (!document.hidden && 'wakeLock' in navigator) {
      lock = await navigator.wakeLock.request('screen').catch(() => null);
    }
  };
  const again = (): void => void hold();
  host.addController({
    hostConnected: () => {
      document.addEventListener('visibilitychange', again);
      void hold();
    },
    hostDisconnected: () => {
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    },
  });
}
