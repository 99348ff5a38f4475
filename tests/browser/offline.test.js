// After the first visit the app needs no network, and a newer build comes as a whole, when a person wants it.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { listFiles } from '../../.ci/finish.mjs';
import { DIST, answers, expect, host, test as base } from './fixtures.js';
import { done, fillDesk, go, openStep, setUp, takeIn, tap } from './person.js';

// A host whose build can be changed and which can be taken away.
const test = base.extend({
  own: async ({ expectedErrors }, use) => {
    // A host that is gone is what these tests are about.
    expectedErrors.push(/ERR_CONNECTION_REFUSED|ERR_FAILED|Failed to fetch|fetching the script/);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'langqiao-'));
    fs.cpSync(DIST, folder, { recursive: true });
    const { url, port, server, close } = await host(folder);
    const asked = [];
    server.on('request', ({ url }) => asked.push(url.replace(/^.*\/langqiao\//, '')));
    await use({ folder, url, port, close, asked });
    await close();
    fs.rmSync(folder, { recursive: true });
  },
});

/** Publishes another build at the host: the page's text differs, and so does the set's version. */
function publish({ folder }) {
  change(folder, 'index.html', (html) => html.replace('<html ', '<html data-build="newer" '));
  listFiles(folder);
}

/** As a build names them whose code differs. */
function renameVolumes({ folder }) {
  const names = fs.readdirSync(folder);
  const links = names.find((name) => name.startsWith('links-'));
  for (const name of names.filter((name) => name.startsWith('volume-'))) {
    const other = name.replace(/-([0-9a-f]{16})\./, (_, hash) => `-${[...hash].reverse().join('')}.`);
    fs.renameSync(path.join(folder, name), path.join(folder, other));
    change(folder, links, (text) => text.replaceAll(name, other));
  }
}

function change(folder, name, edit) {
  const file = path.join(folder, name);
  fs.writeFileSync(file, edit(fs.readFileSync(file, 'utf8')));
}

async function open(page, { url }) {
  await page.goto(url);
  await kept(page, 'ready');
}

const lookForNewer = (page) => page.evaluate(async () => (await navigator.serviceWorker.ready).update());
// Once what opens the app and a desk is kept, the rest follows by itself.
const kept = (page, state) => expect(page.locator(state === 'ready' ? 'html:is([data-kept=ready], [data-kept=whole])' : `html[data-kept=${state}]`)).toBeAttached();
const build = (page) => page.locator('html').getAttribute('data-build');

test('what a first visit keeps for later is asked for once, by two windows too', async ({ page, own }) => {
  await open(page, own);
  const second = await page.context().newPage();
  await second.goto(own.url);
  await kept(page, 'whole');
  await kept(second, 'whole');
  const build = fs.readFileSync(path.join(own.folder, 'sw.js'), 'utf8').match(/^const build = (.*);$/m)[1];
  for (const [name] of JSON.parse(build).later) expect(own.asked.filter((path) => path === name), name).toHaveLength(1);
});

test('after one visit the app opens and works without its host', async ({ page, own }) => {
  await open(page, own);
  await own.close();
  await page.reload();
  await answers(page);
  await kept(page, 'ready');
});

test('the licences, which Help opens, are read without the host too', async ({ page, context, own }) => {
  await open(page, own);
  await kept(page, 'whole');
  await own.close();
  const licences = await context.newPage();
  await licences.goto(`${own.url}licences.txt`);
  await expect(licences.locator('body')).toContainText('leptos');
});

test('right after one visit a desk opens without its host, and a case goes on', async ({ page, own }) => {
  await setUp(page, own.url);
  const case_ = await takeIn(page);
  await kept(page, 'ready');
  await own.close();
  await page.reload();
  await go(page, `#/case/${case_}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('张桂珍');
  await openStep(page, 'accept');
  await done(page, '受理', '受理');
});

test('who had all of a build has all of the newer one, whose volumes have other names', async ({ page, own }) => {
  await setUp(page, own.url);
  await kept(page, 'whole');
  renameVolumes(own);
  publish(own);
  await lookForNewer(page);
  await kept(page, 'newer');
  await own.close();
  await page.reload();
  await expect(page.locator('html[data-build=newer]')).toBeAttached();
  await expect(page.locator('.shell')).toBeVisible();
  await go(page, '#/statistics');
  await expect(page.locator('.tile').first()).toBeVisible();
});

test('a newer build waits, and is taken with one navigation', async ({ page, own }) => {
  await open(page, own);
  await page.reload();
  publish(own);
  await lookForNewer(page);
  await kept(page, 'newer');
  expect(await build(page)).toBeNull();
  let navigations = 0;
  page.on('framenavigated', () => { navigations += 1; });
  await tap(page.getByRole('button', { name: '更新' }));
  await expect(page.locator('html[data-build=newer]')).toBeAttached();
  await answers(page);
  expect(navigations).toBe(1);
  expect(await page.evaluate(async () => (await caches.keys()).length), 'the older set is gone').toBe(1);
});

test('opening the app again moves on to the newer build', async ({ page, own }) => {
  await open(page, own);
  publish(own);
  await lookForNewer(page);
  await kept(page, 'newer');
  await page.reload();
  await expect(page.locator('html[data-build=newer]')).toBeAttached();
  await own.close();
  await page.reload();
  await answers(page);
  expect(await build(page)).toBe('newer');
});

test('another window at work keeps its build, and is told when it was replaced', async ({ page, context, own }) => {
  await open(page, own);
  const other = await context.newPage();
  await open(other, own);
  publish(own);
  await lookForNewer(page);
  await kept(page, 'newer');
  await page.reload();
  await kept(page, 'newer');
  expect(await build(page)).toBeNull();
  await tap(page.getByRole('button', { name: '更新' }));
  await expect(page.locator('html[data-build=newer]')).toBeAttached();
  await kept(other, 'replaced');
  expect(await build(other)).toBeNull();
});

test('a build that is only half there is refused whole', async ({ page, own }) => {
  await open(page, own);
  publish(own);
  // The list is of one build, the page already of the next.
  change(own.folder, 'index.html', (html) => `${html}\n`);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const over = new Promise((resolve) => {
      registration.addEventListener('updatefound', () => {
        const { installing } = registration;
        installing.onstatechange = () => resolve(installing.state);
      });
    });
    await registration.update();
    return over;
  }).then((state) => expect(state).toBe('redundant'));
  await page.reload();
  await answers(page);
  expect(await build(page)).toBeNull();
});

test('where nothing can be kept, no page promises that the app opens without a network', async ({ page, app }) => {
  await page.goto(app);
  await answers(page);
  await expect(page.locator('.welcome-lead')).toContainText('断网也能用');
  // As on plain http: the browser has none.
  await page.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
  await page.reload();
  await answers(page);
  await kept(page, 'unavailable');
  await expect(page.locator('.welcome-lead')).toContainText('这个网址断网打不开');
  await expect(page.locator('.welcome-lead')).not.toContainText('断网也能');
  await fillDesk(page);
  for (const hash of ['#/help', '#/data']) {
    await go(page, hash);
    await expect(page.locator('main')).toContainText('断网打不开');
    await expect(page.locator('main')).not.toContainText('断网也能');
  }
});
