/** An app that stays open asks for a new version so often, real ms. */
const LOOK_EVERY_MS = 3_600_000;

/** The service worker that opens the page without a network. Sends `change` when a new version waits. */
class AppWorker extends EventTarget {
  /** A new version is there and waits for the person. */
  waiting: ServiceWorker | null = null;

  private begun = false;

  /** Registers it once; a browser or server without one leaves the page as it is. */
  async register(): Promise<void> {
    if (this.begun || !import.meta.env.PROD || !('serviceWorker' in navigator)) {
      return;
    }
    this.begun = true;
    try {
      const registration = await navigator.serviceWorker.register('/sw.js', { scope: '/' });
      this.found(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const coming = registration.installing;
        coming?.addEventListener('statechange', () => coming.state === 'installed' && this.found(coming));
      });
      setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY_MS);
    } catch {
      this.begun = false; // Without a network the old one serves; the next page tries again.
    }
  }

  /** Lets the new version take over and begins again with it. */
  update(): void {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    this.waiting?.postMessage('take over');
  }

  private found(worker: ServiceWorker | null): void {
    // The first version of all takes over by itself.
    if (worker && navigator.serviceWorker.controller) {
      this.waiting = worker;
      this.dispatchEvent(new Event('change'));
    }
  }
}

export const appWorker = new AppWorker();
