/// <reference lib="webworker" />

// Opens the pages without a network. Code and icons only: nothing under /api or /hubs is ever kept here.

const worker = self as unknown as ServiceWorkerGlobalScope;

/** Written in by the build. */
const files = (self as unknown as { __WB_MANIFEST: { url: string; revision: string | null }[] }).__WB_MANIFEST;
const SHELL = '/index.html';
/** How long a page waits for a slow network before it opens with what is kept, ms. */
const PATIENCE_MS = 3_000;

/** One cache for each version, named by what is in it. */
const KEPT = `dispatch-${nameOf(files.map((file) => `${file.url} ${file.revision ?? ''}`).join('\n'))}`;
/** Code that was not kept beforehand, such as the map, once it was used. */
const SEEN = 'dispatch-seen';
const MOST_SEEN = 60;

worker.addEventListener('install', (event) => {
  event.waitUntil(keepFiles());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take over') {
    void worker.skipWaiting();
  }
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin || pathname.startsWith('/api') || pathname.startsWith('/hubs')) {
    return;
  }
  if (request.mode === 'navigate' && !pathname.startsWith('/scalar') && !pathname.startsWith('/openapi')) {
    event.respondWith(page(request));
  } else if (pathname.startsWith('/assets/') || files.some((file) => rooted(file.url) === pathname)) {
    event.respondWith(file(request));
  }
});

async function keepFiles(): Promise<void> {
  const cache = await caches.open(KEPT);
  await cache.addAll(files.map((file) => new Request(rooted(file.url), { cache: file.revision === null ? 'default' : 'reload' })));
}

async function dropOthers(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith('dispatch-') && name !== KEPT && name !== SEEN) {
      await caches.delete(name);
    }
  }
}

/** The newest page that comes in time; what is kept otherwise. */
async function page(request: Request): Promise<Response> {
  const fresh = fetch(request);
  const late = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE_MS));
  try {
    const answer = await Promise.race([fresh, late]);
    if (answer && answer.status < 500) {
      return answer;
    }
  } catch {
    // No network.
  }
  return (await caches.match(SHELL, { cacheName: KEPT, ignoreVary: true })) ?? fresh;
}

/** Files whose names change with their content come from the device; the others of this version too, as its pages expect them. */
async function file(request: Request): Promise<Response> {
  // The bytes are the same whatever the request's headers: servers vary by encoding and origin.
  const kept = await caches.match(request, { ignoreSearch: true, ignoreVary: true });
  if (kept) {
    return kept;
  }
  const answer = await fetch(request);
  if (answer.ok && new URL(request.url).pathname.startsWith('/assets/')) {
    const seen = await caches.open(SEEN);
    await seen.put(request, answer.clone());
    const names = await seen.keys();
    await Promise.all(names.slice(0, Math.max(0, names.length - MOST_SEEN)).map((name) => seen.delete(name)));
  }
  return answer;
}

function rooted(url: string): string {
  return url.startsWith('/') ? url : `/${url}`;
}

/** A short name for a text, FNV-1a. */
function nameOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
