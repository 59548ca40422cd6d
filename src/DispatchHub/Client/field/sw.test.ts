import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

vi.mock('workbox-expiration', () => ({ ExpirationPlugin: class {} }));
vi.mock('workbox-precaching', () => ({ cleanupOutdatedCaches: vi.fn(), matchPrecache: vi.fn(), precacheAndRoute: vi.fn() }));
vi.mock('workbox-routing', () => ({ NavigationRoute: class {}, registerRoute: vi.fn() }));
vi.mock('workbox-strategies', () => ({ CacheFirst: class {}, NetworkOnly: class {} }));

type Handler = (event: Record<string, unknown>) => void;

/** The worker as a browser runs it: its handlers, and what it asks of the browser. */
const handlers = new Map<string, Handler>();
const showNotification = vi.fn(async () => undefined);
const openWindow = vi.fn(async () => null);

/** Runs a handler as the browser does, which waits for what it is told to wait for. */
async function happens(name: string, event: Record<string, unknown>): Promise<void> {
  let awaited: Promise<unknown> = Promise.resolve();
  handlers.get(name)!({ ...event, waitUntil: (promise: Promise<unknown>) => (awaited = promise) });
  await awaited;
}

describe('the service worker', () => {
  beforeAll(async () => {
    vi.stubGlobal('self', {
      addEventListener: (name: string, handler: Handler) => handlers.set(name, handler),
      registration: { showNotification },
      navigator: { language: 'en-GB' },
      clients: { matchAll: async () => [], openWindow, claim: async () => undefined },
      __WB_MANIFEST: [],
    });
    await import('./sw');
  });
  afterAll(() => vi.unstubAllGlobals());

  it('shows what is pushed to it and stays awake until it has', async () => {
    const notice = { id: 'n1', caseId: 'a', urgent: false, subject: { zh: '派单', en: 'An offer' }, detail: { zh: '外立面', en: 'Façade' } };
    await happens('push', { data: { json: () => notice } });
    expect(showNotification).toHaveBeenCalledWith('An offer', expect.objectContaining({ tag: 'n1', data: { address: '/cases/a' } }));
  });

  it('opens what a tapped notification is about, and puts that away', async () => {
    const close = vi.fn();
    await happens('notificationclick', { notification: { close, data: { address: '/cases/a' } } });
    expect(close).toHaveBeenCalledOnce();
    expect(openWindow).toHaveBeenCalledWith('/cases/a');
  });
});
