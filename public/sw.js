// Keeps the app working without a network. One build is one set of files, kept and replaced as a whole:
// a page never meets files of two builds. Knows nothing of the record and never touches IndexedDB.

// Filled in by .ci/finish.mjs: [path, SHA-256 of its bytes in hex]. `first` must be here before this build counts as
// kept: what opens the app and a desk, and takes a case further. `later` (other volumes, the reading worker, the map,
// lists of towns, licences) follows in quiet, or when it is first used. `asked` (the villages of 222 counties, of which a
// desk needs a few) is kept once somebody asked for it.
const build = { version: '', first: [], later: [], asked: [] };

const home = new URL(self.registration.scope);
// The scope stands in the name because several sub-folders of one host share Cache Storage.
const family = `langqiao ${home.pathname} `;
const name = family + build.version;
const hashes = new Map([...build.first, ...build.later, ...build.asked]);
// A file lies under its hash, so that the next build finds what has not changed and fetches only the rest.
const key = (path) => new URL(`${path}?${hashes.get(path)}`, home).href;

self.addEventListener('install', (event) => event.waitUntil(keepSet()));

self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const other of await olderSets()) await caches.delete(other);
  // The page of a first visit comes under our care too, so that what it fetches later is kept.
  await self.clients.claim();
})()));

self.addEventListener('message', (event) => {
  // On a person's tap, never in the middle of their work.
  if (event.data === 'take over') self.skipWaiting();
  // A page that stands and has nothing else to load.
  if (event.data === 'keep the rest') event.waitUntil(keepRest().then((all) => event.source?.postMessage(all ? 'all is kept' : 'desk is kept')));
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== home.origin || !url.pathname.startsWith(home.pathname)) return;
  const path = decodeURI(url.pathname.slice(home.pathname.length)) || 'index.html';
  if (!hashes.has(path)) return;
  event.respondWith(event.request.mode === 'navigate' ? open(path) : kept(path));
});

// Opening the app is the moment to move on: if a newer build waits and no other window is at work with
// this one, the newer one takes over and the app is opened again. So a broken build mends itself on reload.
async function open(path) {
  const windows = await self.clients.matchAll({ type: 'window' });
  if (!self.registration.waiting || windows.length > 1) return kept(path);
  leaving = true;
  self.registration.waiting.postMessage('take over');
  return new Response(moving, { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'; img-src data:; script-src 'nonce-moving'" } });
}

// Stands while the newer build takes over, and opens the app again once it has: a navigation that meets the two in the
// middle of it may never be answered. With an icon of nothing, or the browser asks the host for one at an address not ours.
const moving = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="20">
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>廊桥 Langqiao</title>
<p>正在换成新版本，资料不动。</p><p lang="en">Moving to the newer version. The record is untouched.</p>
<script nonce="moving">
  navigator.serviceWorker.getRegistration().then(({ waiting, active }) => {
    const newer = waiting ?? active;
    const go = () => { if (newer.state === 'activated') location.reload(); };
    newer.addEventListener('statechange', go);
    go();
  });
</script>`;

async function kept(path) {
  const cache = await caches.open(name);
  const found = await cache.match(key(path));
  if (found) return found;
  const fresh = await fetched(path);
  // A full disk must not keep the page from what it asked for.
  await cache.put(key(path), fresh.clone()).catch(() => {});
  return fresh;
}

async function keepSet() {
  const cache = await caches.open(name);
  const before = await Promise.all((await olderSets()).map((other) => caches.open(other)));
  const had = new Set();
  for (const old of before) for (const request of await old.keys()) had.add(unnamed(new URL(request.url).pathname));
  // Whoever had more than what the app opens with has as much of the newer build, before it may take over: without a
  // network nothing that worked yesterday is missing today.
  const code = had.has(new URL('reading.wasm', home).pathname);
  const wanted = [...build.later, ...build.asked].filter(([path]) => had.has(unnamed(new URL(path, home).pathname)) || code && isCode(path));
  await Promise.all([...build.first, ...wanted].map(async ([path]) => {
    if (await cache.match(key(path))) return;
    for (const old of before) {
      const same = await old.match(key(path));
      if (same) return cache.put(key(path), same);
    }
    await cache.put(key(path), await fetched(path));
  }));
}

// What a file is, whichever build's: their names change with their bytes.
const unnamed = (path) => path.replace(/-[0-9a-f]{16}(?=\.)/, '');
// Volumes are cut anew by each build, and their numbers mean nothing to the next: who had the reading wasm, which comes
// last of the code, had all of them.
const isCode = (path) => /^(volume|reading|reader)-/.test(path);

let leaving = false;
let keeping;

// What several windows ask for at once is fetched once.
const keepRest = () => keeping ??= keepOneByOne().finally(() => { keeping = undefined; });

// One after the other, so that what a person asks for meanwhile is not held up. Gives whether all of it is here.
async function keepOneByOne() {
  const cache = await caches.open(name);
  let all = true;
  for (const [path] of build.later) {
    if (leaving) return false;
    if (await cache.match(key(path))) continue;
    // Who saves data is not sent what nobody asked for.
    if (self.navigator.connection?.saveData) all = false;
    else await kept(path).catch(() => { all = false; });
  }
  return all;
}

async function olderSets() {
  return (await caches.keys()).filter((other) => other.startsWith(family) && other !== name);
}

// What the page's policy says of scripts, for those that are workers: theirs comes with their own file, and a host may
// send none. As .ci/serve.mjs has it.
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";

// The file as this build has it. A host in the middle of an upload hands out another build's bytes under
// the same name; such a set is refused whole, and the browser tries again at the next visit.
async function fetched(path) {
  // Some hosts answer index.html with a redirect to its folder, which a page may not be opened from.
  const answer = await fetch(new URL(path === 'index.html' ? '' : path, home), { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hash !== hashes.get(path)) throw new Error(`${path} is not of build ${build.version}`);
  const headers = { 'content-type': answer.headers.get('content-type') ?? '' };
  if (path.endsWith('.js')) headers['content-security-policy'] = POLICY;
  return new Response(bytes, { headers });
}
