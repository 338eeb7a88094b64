// The page without a network: keeps every file of one version of the stand-alone page and answers from there.
// The list of files with their hashes is put before this text when the page is packed (xtask/offline.mjs).
// It is not for embeds: what another page than the stand-alone one asks for goes to the network.

/* global FILES, VERSION */
const HERE = new URL('./', self.location.href);
/** Every deployment of an origin has caches of its own. */
const PREFIX = `yuefu ${HERE.pathname} `;
const CACHE = PREFIX + VERSION;
const PAGE = new URL('./index.html', HERE).href;
const OWN = new Set(FILES.map(([path]) => new URL(path, HERE).href));

/** Whether an address is the stand-alone page's. @param {string} address */
function isPage(address) {
  const { origin, pathname } = new URL(address);
  return origin === HERE.origin && (pathname === HERE.pathname || pathname === new URL(PAGE).pathname);
}

/** Fetches all files of this version anew; a file of another version fails the hash, and then nothing is kept. */
async function install() {
  const cache = await caches.open(CACHE);
  const request = ([path, integrity]) =>
    new Request(new URL(path, HERE).href, { cache: 'no-cache', ...(integrity ? { integrity } : {}) });
  await cache.addAll(FILES.map(request));
}

/** Throws the other versions of this deployment away. */
async function tidy() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}

/** The kept file for the stand-alone page, else what the network has. @param {FetchEvent} event */
async function answer(event) {
  const asked = event.request.mode === 'navigate' ? event.request.url : await askedBy(event.clientId);
  const kept = isPage(asked) ? await caches.match(event.request.mode === 'navigate' ? PAGE : event.request.url, { cacheName: CACHE }) : undefined;
  return kept ?? fetch(event.request);
}

/** The address of the page that asks. @param {string} id */
async function askedBy(id) {
  const client = await self.clients.get(id);
  return client?.url ?? HERE.href;
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(tidy()));
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method === 'GET' && (mode === 'navigate' ? isPage(url) : OWN.has(url))) event.respondWith(answer(event));
});
// The page asks for this when the person wants the newer version.
self.addEventListener('message', ({ data }) => data === 'take over' && self.skipWaiting());
