/// <reference lib="webworker" />
import type { WorkboxPlugin } from 'workbox-core';
import { ExpirationPlugin } from 'workbox-expiration';
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkOnly } from 'workbox-strategies';
import { openPushed, showPushed } from '../notices/pushed';

// Opens the pages without a network. Code and icons only: nothing under /api or /hubs is ever kept here.

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };

/** How long a page waits for a slow network before it opens with what is kept, s. */
const PATIENCE_S = 3;
/** Code that was not kept beforehand, such as the map, once it was used. */
const MOST_SEEN = 60;

cleanupOutdatedCaches();
// An address of a page is no file: the newest page that comes in time is shown, and what is kept otherwise.
precacheAndRoute(self.__WB_MANIFEST, { directoryIndex: '', cleanURLs: false });
registerRoute(
  new NavigationRoute(
    new NetworkOnly({
      networkTimeoutSeconds: PATIENCE_S,
      plugins: [
        {
          fetchDidSucceed: async ({ response }) => {
            if (response.status >= 500) {
              throw new Error(`The hub answers ${response.status}.`);
            }
            return response;
          },
          handlerDidError: () => matchPrecache('/index.html'),
        },
      ],
    }),
    { denylist: [/^\/(api|hubs|scalar|openapi)/] },
  ),
);
registerRoute(({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'), new CacheFirst({ cacheName: 'dispatch-seen', plugins: [new ExpirationPlugin({ maxEntries: MOST_SEEN }) as WorkboxPlugin] }));

self.addEventListener('push', (event) => event.waitUntil(showPushed(event.data, { registration: self.registration, language: self.navigator.language })));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then((pages) => openPushed(event.notification.data, pages, (address) => self.clients.openWindow(address))),
  );
});
self.addEventListener('message', (event) => {
  if ((event.data as { type?: string } | null)?.type === 'SKIP_WAITING') {
    void self.skipWaiting();
  }
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
