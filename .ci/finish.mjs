// After trunk has built, in its staging folder: cuts a release into volumes, adds the reading worker, lets trunk's own inline scripts through the Content-Security-Policy
// by their hashes, writes the list of files into the service worker, and weighs what a first visit loads.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { writeLicences } from './licences.mjs';
import { buildReader } from './reader.mjs';
import { bare, byContent, cut } from './split.mjs';

const BUDGET = 450 * 1024;

// Fetched when first used, or in quiet once the page stands; everything else is needed to open the app.
const LATER = [/^map\//, /^places\//, /^scenarios\//, /^schema\//, /^reading/, /^reader-/, /^volume-/, /^licences/];

// Kept once somebody asked for it: nobody needs the villages of all 222 counties.
const ASKED = [/^places\/villages\//];

// The volumes without which a desk that was set up neither opens nor takes a case further: an app that is said to
// work without a network has them.
const DESK = ['record', 'case'];

// Beside what the page names: what the worker imports first, the links between the volumes, and the townships of a city (of
// that which has most), without which no desk is set up.
const FIRST = [/^index\.html$/, /^guard-/, /^links-/, /^places\/towns-1101\.txt$/];

// What the service worker keeps.
const isKept = (name) => name !== 'sw.js';

const sha256 = (bytes) => crypto.createHash('sha256').update(bytes);

function files(root, under = '') {
  return fs.readdirSync(path.join(root, under), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(under, entry.name);
    return entry.isDirectory() ? files(root, name) : [name];
  }).sort();
}

/** Comments are for whoever reads the sources: out of what every first visit loads. */
function leaveOutComments(root) {
  const put = (name, change) => {
    const file = path.join(root, name);
    fs.writeFileSync(file, change(fs.readFileSync(file, 'utf8')));
  };
  put('index.html', (html) => html
    .replace(/<!--[\s\S]*?-->\n?/g, '')
    .replace(/(<script>)([\s\S]*?)(<\/script>)/g, (_, open, script, close) => open + bare(script) + close));
  for (const name of ['guard.js', 'worker.js', 'reader.js']) put(name, bare);
}

function allowInlineScripts(root) {
  const page = path.join(root, 'index.html');
  const html = fs.readFileSync(page, 'utf8');
  const hashes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
    .map(([, script]) => `'sha256-${sha256(script).digest('base64')}'`);
  if (hashes.length === 0) throw new Error('index.html has no inline script: has trunk changed how it starts the app?');
  fs.writeFileSync(page, html.replace("script-src 'self'", `script-src 'self' ${hashes.join(' ')}`));
}

/** Names the workers' scripts by their content too, each where it is started: they come from the same build or not at all. */
function nameWorkers(root, reading) {
  const put = (file, names) => {
    let text = fs.readFileSync(path.join(root, file), 'utf8');
    for (const [from, to] of Object.entries(names)) {
      if (!text.includes(`'./${from}'`)) throw new Error(`${file} does not name ./${from}`);
      text = text.replaceAll(`'./${from}'`, `'./${to}'`);
    }
    return text;
  };
  const renamed = (file, names) => {
    const text = put(file, names);
    const name = byContent(file.replace(/\.js$/, ''), text, 'js');
    fs.rmSync(path.join(root, file));
    fs.writeFileSync(path.join(root, name), text);
    return name;
  };
  const app = fs.readdirSync(root).find((name) => /^app-[0-9a-f]+\.js$/.test(name));
  const guard = renamed('guard.js', {});
  const reader = renamed('reader.js', { 'guard.js': guard, 'reading.js': reading });
  const worker = renamed('worker.js', { 'guard.js': guard, 'app.js': app, 'reader.js': reader });
  fs.writeFileSync(path.join(root, 'index.html'), put('index.html', { 'worker.js': worker }));
}

/** The townships of each city in a file of its own: who sets up a desk loads one of them, not all 3,013. */
function partTowns(root) {
  const cities = new Map();
  let city;
  for (const line of fs.readFileSync(path.join(root, 'places/towns.txt'), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (/^\d{6}$/.test(line)) city = line.slice(0, 4);
    cities.set(city, `${cities.get(city) ?? ''}${line}\n`);
  }
  for (const [city, lines] of cities) fs.writeFileSync(path.join(root, `places/towns-${city}.txt`), lines);
}

/** The files of the volumes that a desk needs, by what `wasm-split-cli` says beside each link. */
function volumesOf(root, wanted) {
  const links = fs.readdirSync(root).find((name) => name.startsWith('links-'));
  if (!links) return new Set();
  const text = fs.readFileSync(path.join(root, links), 'utf8');
  const shared = [...text.matchAll(/\/\* ([\w, ]+) \*\/\s*const __chunk_\d+ = makeLoad[\s\S]*?"\.\/(volume-[^"]+)"/g)];
  const own = [...text.matchAll(/"\.\/(volume-split_(\w+)-[^"]+)"/g)];
  const files = [
    ...shared.filter(([, users]) => users.split(', ').some((user) => wanted.includes(user))).map(([, , file]) => file),
    ...own.filter(([, , volume]) => wanted.includes(volume)).map(([, file]) => file),
  ];
  if (!wanted.every((volume) => files.some((file) => file.startsWith(`volume-split_${volume}-`)))) {
    throw new Error('has wasm-split-cli changed how volumes are linked?');
  }
  return new Set(files);
}

/** Writes the set of files, with a version that changes with any of them, into the service worker. */
export function listFiles(root) {
  const set = files(root)
    .filter(isKept)
    .map((name) => [name, sha256(fs.readFileSync(path.join(root, name))).digest('hex')]);
  const desk = volumesOf(root, DESK);
  // Code before places and maps, the reading wasm last of it (sw.js counts on that). Licences come last: nobody waits for them.
  const TURNS = [/^volume-/, /^reader-/, /^reading-.*\.js$/, /^reading-/, /^places\//, /^(map|scenarios|schema)\//];
  const turn = ([name]) => { const at = TURNS.findIndex((one) => one.test(name)); return at < 0 ? TURNS.length : at; };
  const isAsked = ([name]) => ASKED.some((pattern) => pattern.test(name));
  const isLater = ([name]) => LATER.some((pattern) => pattern.test(name)) && !desk.has(name) && !isAsked([name]);
  const build = {
    version: sha256(JSON.stringify(set)).digest('hex').slice(0, 16),
    first: set.filter((file) => !isLater(file) && !isAsked(file)),
    later: set.filter(isLater).sort((one, other) => turn(one) - turn(other)),
    asked: set.filter(isAsked),
  };
  const worker = path.join(root, 'sw.js');
  const script = fs.readFileSync(worker, 'utf8');
  const filled = script.replace(/^const build = .*$/m, `const build = ${JSON.stringify(build)};`);
  if (filled === script && !script.includes(build.version)) throw new Error('sw.js has no line `const build = …`');
  fs.writeFileSync(worker, filled);
}

function weigh(root) {
  const there = files(root);
  const page = fs.readFileSync(path.join(root, 'index.html'), 'utf8');
  const isFirst = (name) => FIRST.some((one) => one.test(name)) || page.includes(`./${name}`) && /\.(js|wasm|css)$/.test(name);
  // What lies ready is packed as well as can be; who packs while sending has time for less.
  const brotli = (bytes, quality) => zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: quality } }).length;
  const size = (name) => {
    const bytes = fs.readFileSync(path.join(root, name));
    return { name, raw: bytes.length, gzip: zlib.gzipSync(bytes).length, quick: brotli(bytes, 5), brotli: brotli(bytes, 11) };
  };
  const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  const all = (sizes, as) => sizes.reduce((total, size) => total + size[as], 0);
  const others = (sizes) => `(brotli while sending ${kb(all(sizes, 'quick'))}, gzip ${kb(all(sizes, 'gzip'))}, as they lie there ${kb(all(sizes, 'raw'))})`;
  const first = there.filter(isFirst).map(size);
  console.log('First load, brotli (and raw):');
  for (const { name, raw, brotli } of first) console.log(`${kb(brotli).padStart(10)} ${kb(raw).padStart(10)}  ${name}`);
  const sum = all(first, 'brotli');
  console.log(`${kb(sum).padStart(10)} of ${BUDGET / 1024} KB ${others(first)}`);
  const kept = [...first, ...there.filter((name) => isKept(name) && !isFirst(name) && !ASKED.some((one) => one.test(name))).map(size)];
  console.log(`With all that is kept for use without a network: ${kb(all(kept, 'brotli'))} ${others(kept)}`);
  if (sum > BUDGET) throw new Error(`the first load is over its budget by ${kb(sum - BUDGET)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = process.env.TRUNK_STAGING_DIR ?? 'dist';
  // A debug build is whole, many times larger, and nobody loads it over a network.
  const release = process.env.TRUNK_PROFILE !== 'debug';
  if (release) {
    cut(root);
    writeLicences(root);
  }
  if (release) leaveOutComments(root);
  nameWorkers(root, buildReader(root, release));
  partTowns(root);
  allowInlineScripts(root);
  listFiles(root);
  if (release) weigh(root);
}
