import { registerSW } from 'virtual:pwa-register';

/** An app that stays open asks for a new version so often, real ms. */
const LOOK_EVERY_MS = 3_600_000;

/** The service worker that opens the page without a network. Sends `change` when a new version waits for the person. */
class AppWorker extends EventTarget {
  waiting = false;

  private takeOver: ((reload: boolean) => Promise<void>) | null = null;

  /** Registers it once; a browser or server without one leaves the page as it is. */
  register(): void {
    this.takeOver ??= registerSW({
      immediate: true,
      onNeedRefresh: () => {
        this.waiting = true;
        this.dispatchEvent(new Event('change'));
      },
      onRegisteredSW: (_, registration) => {
        // Without a network there is no newer version either; the next look tells.
        setInterval(() => void registration?.update().catch(() => undefined), LOOK_EVERY_MS);
      },
    });
  }

  /** Lets the new version take over and begins again with it. */
  update(): void {
    void this.takeOver?.(true);
  }
}

export const appWorker = new AppWorker();
