// The browser is killed, as a dead battery or an impatient hand does it: what was acknowledged is there, and an
// import is there whole or not at all.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { DIST, expect, host, test as base } from './fixtures.js';
import { choose, counts, digests, done, fillDesk, go, note, openStep, takeIn, takeOut, tap } from './person.js';

const EXECUTABLE = process.env.CHROMIUM || '/usr/bin/chromium';

// A browser with its profile in a folder, which can be killed and started again on the same profile.
const test = base.extend({
  // The host also takes a call from the worker, and never answers it: `stops` resolves when one comes.
  own: async ({}, use) => {
    const hosted = await host(DIST);
    const serving = hosted.server.listeners('request')[0];
    let arrived = () => {};
    hosted.server.removeAllListeners('request').on('request', (request, response) => {
      if (request.url.endsWith('/stop-here')) arrived(); else serving(request, response);
    });
    const stops = () => new Promise((resolve) => { arrived = resolve; });
    await use({ app: hosted.url, stops });
    await hosted.close();
  },

  profile: async ({}, use) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'langqiao-profile-'));
    await use(folder);
    for (const one of [folder, `${folder}-fresh`]) fs.rmSync(one, { recursive: true, force: true });
  },

  start: async ({ profile, watchOver }, use) => {
    const running = new Set();
    const kill = async (child) => {
      if (!running.delete(child)) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      // All its processes: it leads a group of its own.
      process.kill(-child.pid, 'SIGKILL');
      await gone;
    };
    await use(async () => {
      for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie', 'DevToolsActivePort']) fs.rmSync(path.join(profile, lock), { force: true });
      const child = spawn(EXECUTABLE, [
        `--user-data-dir=${profile}`, '--remote-debugging-port=0', '--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run',
        '--disable-background-networking', '--disable-sync', '--lang=zh-CN', 'about:blank',
      ], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
      running.add(child);
      const address = await new Promise((resolve, reject) => {
        let said = '';
        child.stderr.on('data', (text) => {
          said += text;
          const found = /DevTools listening on (ws:\S+)/.exec(said);
          if (found) resolve(found[1]);
        });
        child.once('exit', () => reject(new Error(`the browser did not start: ${said}`)));
      });
      const browser = await chromium.connectOverCDP(address);
      const [context] = browser.contexts();
      await watchOver(context);
      const page = await context.newPage();
      return { page, kill: () => kill(child) };
    });
    for (const child of [...running]) await kill(child);
  },
});

test.beforeEach(({}, { project }) => test.skip(project.name !== 'desktop', 'the disk is the same on a phone'));

/** The page on the desk that this profile has. */
async function desk(page, app) {
  await page.goto(`${app}#/open/desk`);
  await expect(page.locator('.shell')).toBeVisible();
}

async function newDesk(page, app) {
  await page.goto(app);
  await expect(page.locator('[data-engine=answered]')).toBeVisible();
  await fillDesk(page);
}

test('what was acknowledged is there after the browser was killed', async ({ own, start }) => {
  test.setTimeout(120_000);
  let { page, kill } = await start();
  await newDesk(page, own.app);
  const case_ = await takeIn(page);
  await kill();

  ({ page, kill } = await start());
  await desk(page, own.app);
  await go(page, `#/case/${case_}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('张桂珍与李国强邻里纠纷');
  await openStep(page, 'accept');
  await done(page, '受理', '受理');
  await kill();

  ({ page, kill } = await start());
  await desk(page, own.app);
  await go(page, `#/case/${case_}`);
  await expect(page.locator('.case-chips')).toContainText('已受理');
  await note(page, '打过电话。', '电话');
  await kill();

  ({ page } = await start());
  await desk(page, own.app);
  await go(page, `#/case/${case_}`);
  await expect(page.locator('.timeline')).toContainText('打过电话。');
  await expect(page.locator('.timeline > li')).toHaveCount(3);
});

/** Where an import is cut off, in the order in which it comes there; the browser's own calls are what is counted. */
const POINTS = [
  ...[1, 2, 3].map((time) => ({ at: 'read', time })),
  { at: 'begun', store: 'segments', time: 1 },
  ...[1, 2, 3, 4].flatMap((time) => ['segments', 'indexes'].map((store) => ({ at: 'put', store, time }))),
  { at: 'begun', store: 'segments', time: 2 },
  { at: 'put', store: 'segments', time: 5 },
  { at: 'kept', store: 'segments', time: 2 },
  { at: 'shown' },
  { at: 'put', store: 'manifest', time: 1 },
  { at: 'kept', store: 'manifest', time: 1, whole: true },
  { at: 'merged', whole: true },
  // The last: its first blocks are on disk, and nothing else.
  { at: 'kept', store: 'segments', time: 1 },
];

/**
 * Runs in the worker: at the given call of the browser's own functions it calls the host and goes in a circle, so that
 * nothing after this point happens before the browser is killed.
 */
function stopAt({ at, store, time }) {
  let left = time;
  const reached = () => {
    left -= 1;
    if (left > 0) return;
    fetch('./stop-here');
    for (;;);
  };
  if (at === 'read') {
    // The engine's words to the reading worker: the task, then one for each step that is done with.
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (...all) { reached(); return postMessage.apply(this, all); };
  } else if (at === 'put') {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...all) {
      const request = put.apply(this, all);
      if (this.name === store) reached();
      return request;
    };
  } else {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      const begun = transaction.call(this, stores, mode, options);
      if (mode === 'readwrite' && [...begun.objectStoreNames].includes(store)) {
        if (at === 'kept') begun.addEventListener('complete', reached); else reached();
      }
      return begun;
    };
  }
}

/**
 * Fails when the import has come to the end of what it does by itself: a point that it doesn't pass is not waited for.
 * The last blocks may still be on their way to the disk when the preview stands.
 */
async function passed(end) {
  await end.waitFor({ timeout: 0 });
  await new Promise((late) => { setTimeout(late, 15_000); });
  throw new Error('the import did not pass this point');
}

/** What lies in an object store of the desk, by its keys; and what the manifest names. */
const onDisk = (page) => page.evaluate(async () => {
  const [{ name }] = (await indexedDB.databases()).filter(({ name }) => name.endsWith(' desk'));
  const wait = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
  const database = await wait(indexedDB.open(name));
  const read = database.transaction(['segments', 'manifest']);
  const [keys, manifest] = await Promise.all([wait(read.objectStore('segments').getAllKeys()), wait(read.objectStore('manifest').get('in_force'))]);
  database.close();
  return { blocks: keys.length, named: manifest ? JSON.parse(manifest).segments.length : 0 };
});

test('an import that is cut off at twenty points is there whole or not at all', async ({ own, start, profile, page: sender, app }) => {
  test.setTimeout(900_000);
  expect(POINTS).toHaveLength(20);
  // What comes: a ledger with so much to tell that it fills five blocks, which are written in two transactions.
  await sender.goto(app);
  await expect(sender.locator('[data-engine=answered]')).toBeVisible();
  await fillDesk(sender, '钱卫东');
  const story = '双方各说各的，记下来备查。'.repeat(3000);
  const line = (at) => `${at + 1},2023.1.3,张桂珍,李国强,邻里,肖家林村${at + 1}号,第${at + 1}件：${story},是,口头协议,2023.1.10`;
  const ledger = ['序号,登记时间,申请人,被申请人,纠纷类别,发生地点,案情简介,是否成功,协议形式,结案时间', ...Array.from({ length: 80 }, (_, at) => line(at))].join('\r\n');
  await go(sender, '#/ledger');
  await sender.locator('main input[type=file]').setInputFiles({ name: 'ledger.csv', mimeType: 'text/csv', buffer: Buffer.from(ledger) });
  await sender.getByRole('button', { name: '收进80件' }).click({ timeout: 60_000 });
  await expect(sender.getByText('收进80件，改了0件。')).toBeVisible({ timeout: 60_000 });
  const file = await takeOut(sender);
  expect(fs.statSync(file).size).toBeGreaterThan(4 * 2 * 1024 * 1024);
  const sent = await counts(sender);

  let { page, kill } = await start();
  await newDesk(page, own.app);
  const nothing = await counts(page);
  const before = await digests(page);
  const whole = { cases: sent.cases, entries: nothing.entries + sent.entries };
  await kill();
  const fresh = `${profile}-fresh`;
  fs.cpSync(profile, fresh, { recursive: true, verbatimSymlinks: true });

  for (const point of POINTS) {
    await test.step(JSON.stringify(point), async () => {
      ({ page, kill } = await start());
      await desk(page, own.app);
      const reached = own.stops();
      if (point.time) await page.workers()[0].evaluate(stopAt, point);
      await choose(page, file);
      const merge = page.getByRole('button', { name: /^并入\d+条$/ });
      const merged = page.getByRole('heading', { name: '已经并入' });
      if (point.at === 'shown') await expect(merge).toBeVisible();
      if (point.at === 'merged' || point.store === 'manifest') await tap(merge);
      if (point.at === 'merged') await expect(merged).toBeVisible();
      if (point.time) await Promise.race([reached, passed(point.store === 'manifest' ? merged : merge)]);
      await kill();

      ({ page, kill } = await start());
      await desk(page, own.app);
      // At leisure, once nobody has asked for a moment.
      const left = async () => { const { blocks, named } = await onDisk(page); return blocks - named; };
      await expect.poll(left, 'what no manifest names is swept').toBe(0);
      expect(await counts(page)).toEqual(point.whole ? whole : nothing);
      if (!point.whole) expect(await digests(page)).toEqual(before);
      await kill();
      if (point.whole) {
        fs.rmSync(profile, { recursive: true });
        fs.cpSync(fresh, profile, { recursive: true, verbatimSymlinks: true });
      }
    });
  }
});
