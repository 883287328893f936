// Keeps the app in the browser, so that it starts without a connection. The build writes into it which files belong to
// this version. A version is kept whole or not at all, and what is kept of one is never mixed with another.
'use strict';

const VERSION = '{version}';
// Each by its path from here, the page by an empty one, with the hash of its content.
const FILES = new Map(Object.entries({files}));

// Ends with a slash. The host may have other apps, and other copies of this one, above and below: what is theirs is
// left alone, and what is ours is named by the scope and a space, which no scope has in it.
const { scope } = self.registration;
const OURS = `afterword ${scope} `;
const CACHE = OURS + VERSION;

// The folder of the app's parts; its hash tells the versions apart.
const PART = /^app-[0-9a-f]{16}\//;

const address = (path) => scope + path;

// Only the very file of this version will do: the browser compares it with the hash. Most of them it has just fetched
// for the page, and does not fetch again. What it has of another version, or of a page that said "not found", is asked
// for anew.
const fetched = async (path) => {
  const ask = (cache) => fetch(address(path), { cache, integrity: FILES.get(path), priority: 'low' });
  const answer = await ask('default').catch(() => ask('reload'));
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`);
  // By whatever way it came and for whomever: a page that was redirected to is not taken from a worker, and an answer
  // that varies is not found again by everybody.
  const headers = new Headers(answer.headers);
  headers.delete('Vary');
  return new Response(answer.body, { headers });
};

const install = async () => {
  // A version that was taken back, and comes again, may be in use.
  const isThere = await caches.has(CACHE);
  const cache = await caches.open(CACHE);
  try {
    // One after the other: whoever uses the page in the meantime comes first.
    for (const path of FILES.keys()) await cache.put(address(path), await fetched(path));
  } catch (failure) {
    if (!isThere) await caches.delete(CACHE);
    throw failure;
  }
};

const activate = async () => {
  // The page of the first visit is taken on as well. So a newer version waits for it too, and it keeps its parts.
  await self.clients.claim();
  // An older page may be open in another tab still, and a newer version may be just arriving: then what is kept of
  // other versions stays until the next one takes over.
  const pages = await self.clients.matchAll({ type: 'window' });
  const { installing, waiting } = self.registration;
  if (pages.length > 1 || installing || waiting) return;
  const others = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
};

// Where the browser has lost it, the host is asked.
const answered = async (request, path, names) => {
  for (const name of names) {
    const kept = await caches.match(address(path), { cacheName: name }).catch(() => undefined);
    if (kept) return kept;
  }
  return fetch(request);
};

// A part of another version, which the host no longer has, for a page that is open since then.
const answeredOlder = async (request, path) => {
  const names = await caches.keys().catch(() => []);
  return answered(request, path, names.filter((name) => name.startsWith(OURS)));
};

// A browser that knows how takes them from the cache by itself: then a start does not wait until this script runs.
const route = async (event) => {
  const each = [...FILES.keys()].map((path) => ({ urlPattern: { baseURL: address(path), search: '' } }));
  await event.addRoutes?.({ condition: { or: each }, source: { cacheName: CACHE } });
};

self.addEventListener('install', (event) => {
  event.waitUntil(route(event).catch(() => {}));
  event.waitUntil(install());
});
self.addEventListener('activate', (event) => event.waitUntil(activate()));

// Places in the app are behind the `#`, so that the page has this one address, and its file's name.
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const asked = origin + pathname;
  if (request.method !== 'GET' || !asked.startsWith(scope)) return;
  const path = asked.slice(scope.length).replace(/^index\.html$/, '');
  if (FILES.has(path)) event.respondWith(answered(request, path, [CACHE]));
  else if (PART.test(path)) event.respondWith(answeredOlder(request, path));
});

// A new version waits until no page of the old one is open, unless somebody asks for it.
self.addEventListener('message', ({ data }) => {
  if (data === 'use') self.skipWaiting();
});
