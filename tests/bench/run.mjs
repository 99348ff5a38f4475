// Langqiao and Dexie side by side in one run, each in a fresh profile of a real Chromium; prints milliseconds and
// their ratio. `node tests/bench/run.mjs [cases…]`, after `make build`; `make bench` does both.
//
// Langqiao is driven as a person drives it, in the release build under dist/: a bundle that `langqiao sample` wrote
// is chosen on the exchange page, what it would bring is confirmed, and the clock runs until the register and a
// search in it show the bundle's last case. Dexie stores the same cases as plain documents (documents.mjs); beside
// it stands what it takes for as many of the workshop's, which hold half as much (data.js). Making any input is not
// counted.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { documents } from './documents.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.join(HERE, '../..');
const DIST = process.env.DIST ?? path.join(ROOT, 'dist');
const TOOL = process.env.LANGQIAO ?? path.join(process.env.CARGO_TARGET_DIR ?? path.join(ROOT, 'target'), 'release/langqiao');
// Questions travel by their place in the engine's table.
const TABLE = fs.readFileSync(path.join(ROOT, 'src/engine/protocol.rs'), 'utf8').split(/^questions! \{$/m)[1].split(/^\}$/m)[0];
const QUESTIONS = [...TABLE.matchAll(/^ {4}([A-Z]\w*) \{/gm)].map(([, name]) => name);
const SEED = 7;
const WORDS = ['zgz', '宅基地', '拖欠工资', '张', '李国强', '0118', '第100号', '排水', '王 漏水', '物业费'];
// What is to be reached: against Dexie, and at 100,000 cases on its own.
const TARGET = { import: 4, list: 600, search: 10, blocked: 100, memory: 250, demonstration: 2000 };

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css', '.wasm': 'application/wasm',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8',
};

/** Serves dist/ under /app/ and Dexie's page under /peer/. Isolated, for only so does the browser tell memory. */
function serve(folder) {
  const peer = {
    'index.html': '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script src="dexie.min.js"></script><script src="export.js"></script><script type="module" src="dexie.js"></script>',
    'dexie.min.js': path.join(HERE, 'node_modules/dexie/dist/dexie.min.js'),
    'export.js': path.join(HERE, 'node_modules/dexie-export-import/dist/dexie-export-import.js'),
    'dexie.js': path.join(HERE, 'dexie.js'),
    'data.js': path.join(HERE, 'data.js'),
    'cases.json': path.join(folder, 'cases.json'),
  };
  const server = http.createServer((request, response) => {
    const [, place, name] = new URL(request.url, 'http://localhost').pathname.match(/^\/(app|peer)\/(.*)$/) ?? [];
    const answer = (type, body) => response.writeHead(200, {
      'content-type': type, 'cache-control': 'no-cache',
      'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp',
    }).end(body);
    if (place === 'peer' && !name) return answer(TYPES['.html'], peer['index.html']);
    const file = place === 'peer' ? peer[name] : place && path.join(DIST, name || 'index.html');
    if (!file || !fs.existsSync(file)) return response.writeHead(404).end();
    if (name === 'cases.json') {
      response.writeHead(200, { 'content-type': TYPES['.json'], 'cross-origin-resource-policy': 'same-origin' });
      return fs.createReadStream(file).pipe(response);
    }
    return answer(TYPES[path.extname(file)] ?? 'application/octet-stream', fs.readFileSync(file));
  });
  return new Promise((resolve) => server.listen(0, 'localhost', () => resolve({ server, url: `http://localhost:${server.address().port}` })));
}

async function inFreshProfile(use) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'langqiao-bench-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 }, serviceWorkers: 'block',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', '--disable-sync'],
  });
  context.setDefaultTimeout(600_000);
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`page: ${error.message}`));
    page.on('console', (message) => { if (message.type() === 'error') console.error(`console: ${message.text()}`); });
    return await use(page);
  } finally {
    await context.close();
    fs.rmSync(folder, { recursive: true });
  }
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const worst = (list) => Math.max(...list);

/** Waits until a file lies on the disk: written in the background, it would be counted to whom reads it. */
function settle(file) {
  const handle = fs.openSync(file, 'r+');
  fs.fsyncSync(handle);
  fs.closeSync(handle);
}

/** The bundle, and the number of its last case. */
function sample(cases, folder) {
  const file = path.join(folder, `${cases}.langqiao.json`);
  execFileSync(TOOL, ['sample', '--cases', String(cases), '--seed', String(SEED), '--out', file], { stdio: 'ignore' });
  settle(file);
  const { size } = fs.statSync(file);
  const tail = Buffer.alloc(Math.min(size, 1 << 18));
  const handle = fs.openSync(file);
  fs.readSync(handle, tail, 0, tail.length, size - tail.length);
  fs.closeSync(handle);
  const stream = [...tail.toString().matchAll(/"stream":"(case\/[^"]+)"/g)].at(-1)[1];
  const last = tail.toString().split('\n').find((line) => line.includes(`"stream":"${stream}"`) && line.includes('"kind":"case.registered"'));
  return { file, bytes: size, number: JSON.parse(last.replace(/,$/, '')).entry.data.number };
}

async function langqiao(url, { file, number }, cases) {
  return inFreshProfile(async (page) => {
    await page.addInitScript(`window.benchQuestions = ${JSON.stringify(QUESTIONS)}`);
    await page.addInitScript({ path: path.join(HERE, 'watch.js') });
    await page.goto(`${url}/app/#/open/sandbox`);
    await page.locator('.shell').waitFor();
    await page.evaluate(() => { location.hash = '#/exchange'; });
    await page.locator('.exchange input[type=file]').first().waitFor({ state: 'attached' });
    await page.evaluate(() => window.bench.begin());
    await page.locator('.exchange input[type=file]').first().setInputFiles(file);
    const result = await page.evaluate(async ([cases, number]) => {
      const { bench } = window;
      const merge = await bench.until(() => document.querySelector('.exchange-foot .button.main, .exchange-foot button:not(.plain):last-of-type'), 'the preview');
      merge.click();
      const there = await bench.until(() => document.querySelector('.exchange a[href^="#/register"]'), 'the report');
      const confirmed = performance.now() - bench.chosen;
      there.click();
      const box = await bench.until(() => document.querySelector('.register-search input, .head input[type=search]'), 'the search box');
      await bench.until(() => document.querySelector('.vlist .item:not(.register-coming)'), 'the first row');
      box.value = number;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const short = number.match(/第\d+号/)[0];
      await bench.until(() => [...document.querySelectorAll('.vlist .item')].some((row) => row.textContent.includes(short)), 'the last case');
      const shown = performance.now() - bench.chosen;
      const asked = (name) => bench.asked.filter((question) => question.name === name).reduce((all, question) => all + question.ms, 0);
      return { import: shown, confirmed, read: asked('Read'), take: asked('Take'), blocked: bench.longest, gap: bench.gap, cases };
    }, [cases, number]);
    const taken = await page.evaluate(() => window.bench.ask({ Status: {} }));
    if (taken[1].Ok.cases < cases) throw new Error(`only ${taken[1].Ok.cases} of ${cases} cases are there`);
    result.memory = await memory(page);

    await page.evaluate(() => { location.hash = '#/register'; });
    const lists = [];
    for (let i = 0; i < 3; i += 1) {
      await page.reload();
      lists.push(await page.evaluate(() => window.bench.until(() => window.bench.firstRow, 'the first list')));
    }
    result.list = median(lists);
    result.memoryReloaded = (await memory(page)).wasm;

    const ask = (request) => page.evaluate((request) => window.bench.ask(request).then(([ms, answer]) => [ms, JSON.stringify(answer).slice(0, 200)]), request);
    const query = {};
    const searches = [];
    for (let round = 0; round < 3; round += 1) {
      for (const search of WORDS) searches.push((await ask({ Register: { query, search, from: 0, count: 40 } }))[0]);
    }
    result.search = median(searches);
    result.searchWorst = worst(searches);
    const slowest = searches.indexOf(result.searchWorst);
    result.searchSlowest = `${WORDS[slowest % WORDS.length]}, asked ${slowest + 1} of ${searches.length}`;
    const groups = [];
    for (let round = 0; round < 5; round += 1) groups.push((await ask({ Figures: { from: null, to: null, county: null } }))[0]);
    result.group = median(groups);
    const [exported, answer] = await ask({ Export: { scope: 'Everything', level: 'full', purpose: '' } });
    if (!answer.startsWith('{"Ok"')) throw new Error(answer);
    result.export = exported;
    return result;
  });
}

/** Of the worker: its wasm memory, which never shrinks, and what the browser counts for page and worker together. */
async function memory(page) {
  const worker = page.workers().find((worker) => worker.url().includes('/worker-'));
  const script = await page.evaluate(() => document.querySelector('link[rel=modulepreload]').href);
  const wasm = await worker.evaluate(async (script) => (await (await import(script)).default()).memory.buffer.byteLength, script);
  const all = await page.evaluate(async () => (window.crossOriginIsolated ? (await performance.measureUserAgentSpecificMemory()).bytes : 0));
  return { wasm: wasm / 1e6, all: all / 1e6 };
}

/** As many of the workshop's shorter documents: their import alone. */
async function dexieShort(url, cases) {
  return inFreshProfile(async (page) => {
    await page.goto(`${url}/peer/`);
    const chars = await page.evaluate((n) => window.makeShort(n), cases);
    return { chars, import: await page.evaluate(() => window.bringIn()) };
  });
}

async function dexie(url) {
  return inFreshProfile(async (page) => {
    await page.goto(`${url}/peer/`);
    const chars = await page.evaluate(() => window.make());
    const result = { chars, import: await page.evaluate(() => window.bringIn()) };
    const lists = [];
    for (let i = 0; i < 3; i += 1) {
      await page.reload();
      lists.push(await page.evaluate(() => window.firstList()));
    }
    result.list = median(lists);
    const searches = [];
    for (const words of WORDS) searches.push(await page.evaluate((words) => window.search(words), words));
    result.search = median(searches);
    const groups = [];
    for (let round = 0; round < 3; round += 1) groups.push(await page.evaluate(() => window.groupBy()));
    result.group = median(groups);
    [result.export] = await page.evaluate(() => window.bringOut());
    return result;
  });
}

/** The demonstration region, told in the browser: from the navigation to the day's first task. Of five first visits. */
async function demonstration(url) {
  const visits = [];
  for (let i = 0; i < 5; i += 1) visits.push(await firstVisit(url));
  const of = (what) => median(visits.map((visit) => visit[what]));
  return { shown: of('shown'), today: of('today'), told: of('told'), blocked: worst(visits.map(({ blocked }) => blocked)) };
}

function firstVisit(url) {
  return inFreshProfile(async (page) => {
    // A person's browser has started already, which keeps it busy for a second: another page first.
    await page.goto(`${url}/peer/`);
    await page.waitForLoadState('networkidle');
    await page.addInitScript(`window.benchQuestions = ${JSON.stringify(QUESTIONS)}`);
    await page.addInitScript({ path: path.join(HERE, 'watch.js') });
    await page.goto(`${url}/app/#/open/demonstration`);
    return page.evaluate(async () => {
      const { bench } = window;
      await bench.until(() => document.querySelector('.shell'), 'the frame');
      const shown = performance.now();
      await bench.until(() => bench.asked.some(({ name, ms }) => name === 'Today' && ms), 'the day');
      await new Promise(requestAnimationFrame);
      return { shown, today: performance.now(), told: bench.asked.find(({ name }) => name === 'Open').ms, blocked: bench.longest };
    });
  });
}

const ms = (value) => Math.round(value).toLocaleString('en');
const row = (name, ours, theirs, more = '') => console.log(`  ${name.padEnd(28)}${ms(ours).padStart(9)}${(theirs === undefined ? '' : ms(theirs)).padStart(9)}${(theirs === undefined ? '' : `${(theirs / ours).toFixed(1)}×`).padStart(8)}  ${more}`.trimEnd());
const within = (value, most) => (value <= most ? `(≤ ${most})` : `OVER ${most}`);

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'langqiao-sample-'));
const { server, url } = await serve(folder);
const summary = [];
try {
  for (const cases of sizes.length ? sizes : [10_000, 100_000]) {
    const bundle = sample(cases, folder);
    const ours = await langqiao(url, bundle, cases);
    const told = await documents(bundle.file, path.join(folder, 'cases.json'));
    settle(path.join(folder, 'cases.json'));
    if (told !== cases) throw new Error(`${told} documents of ${cases} cases`);
    fs.rmSync(bundle.file);
    const theirs = await dexie(url);
    const short = await dexieShort(url, cases);
    const large = cases >= 100_000;
    console.log(`\n${cases.toLocaleString('en')} cases: ${(bundle.bytes / 1e6).toFixed(0)} MB of verified entries, ${(theirs.chars / 1e6).toFixed(0)} Mchar of plain documents`);
    console.log(`  ${'milliseconds'.padEnd(28)}${'Langqiao'.padStart(9)}${'Dexie'.padStart(9)}${'ratio'.padStart(8)}`);
    row('import, durable', ours.import, theirs.import, `read ${ms(ours.read)}, take ${ms(ours.take)}; target ${TARGET.import}×`);
    row('  workshop\'s short documents', ours.import, short.import, `${(short.chars / 1e6).toFixed(0)} Mchar`);
    row('open to the first list', ours.list, theirs.list, large ? within(ours.list, TARGET.list) : '');
    row('search, median', ours.search, theirs.search, `worst ${ours.searchWorst.toFixed(1)} (${ours.searchSlowest}) ${large ? within(ours.searchWorst, TARGET.search) : ''}`);
    row('group-by', ours.group, theirs.group);
    row('export', ours.export, theirs.export);
    row('page blocked at most', ours.blocked, undefined, `longest task; a timer late by ${ms(ours.gap)} at most ${within(ours.blocked, TARGET.blocked)}`);
    row('worker memory, MB', ours.memory.wasm, undefined, `wasm after the import; after a reload ${ms(ours.memoryReloaded)}; page and worker together ${ms(ours.memory.all)} ${large ? within(ours.memory.wasm, TARGET.memory) : ''}`);
    summary.push(`${cases / 1000}k: import ${(theirs.import / ours.import).toFixed(1)}× (short documents ${(short.import / ours.import).toFixed(1)}×), list ${ms(ours.list)} ms, search ${ours.search.toFixed(1)} ms, group-by ${(theirs.group / ours.group).toFixed(1)}×, export ${(theirs.export / ours.export).toFixed(1)}×, blocked ${ms(ours.blocked)} ms, ${ms(ours.memory.wasm)} MB`);
  }
  const told = await demonstration(url);
  console.log('\nthe demonstration region');
  row('until it is shown', told.shown, undefined, `told in ${ms(told.told)}; the day's page ${ms(told.today)} ${within(told.today, TARGET.demonstration)}`);
  summary.push(`demonstration ${ms(told.shown)} ms`);
  console.log(`\nbench: ${summary.join(' · ')}`);
} finally {
  server.close();
  server.closeAllConnections();
  fs.rmSync(folder, { recursive: true });
}
