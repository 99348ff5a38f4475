// The app comes up on any static host in any sub-folder, and says what to do when it can't.
import AxeBuilder from '@axe-core/playwright';
import { TYPES } from '../../.ci/serve.mjs';
import { answers, DIST, expect, host, test } from './fixtures.js';
import { go, tap } from './person.js';

test('the page stands and the engine answers', async ({ page, app }) => {
  await page.goto(app);
  await answers(page);
  await expect(page.locator('#boot')).toHaveCount(0);
});

test('the wasm is fetched once for page and engine', async ({ page, app }) => {
  const fetched = [];
  page.on('request', (request) => request.url().endsWith('.wasm') && fetched.push(request.url()));
  await page.goto(app);
  await answers(page);
  expect(fetched).toHaveLength(1);
});

test('an address that cannot be read stops no host', async ({ app }) => {
  const { origin } = new URL(app);
  const status = async (path) => (await fetch(origin + path)).status;
  for (const path of ['/%E5%', '//', '/desk/langqiao/%00', '/desk/langqiao/%E5%']) expect(await status(path), path).toBe(400);
  expect(await status('/desk/langqiao/')).toBe(200);
});

test('a host that knows no type for wasm will do', async ({ page }) => {
  const { url, close } = await host(DIST, { types: { ...TYPES, '.wasm': 'application/octet-stream' } });
  await page.goto(url);
  await answers(page);
  await tap(page.getByRole('button', { name: /^(看看示范区|进去看看)$/ }).filter({ visible: true }));
  await expect(page.locator('.shell')).toBeVisible();
  await go(page, '#/statistics');
  await expect(page.locator('.tile').first()).toBeVisible();
  await close();
});

test('the first page can be used by everyone (axe)', async ({ page, app }) => {
  await page.goto(app);
  await answers(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);
});

test('while the app is on its way the page says so', async ({ page, app }) => {
  await page.route('**/*.wasm', () => {});
  await page.goto(app, { waitUntil: 'commit' });
  await expect(page.locator('#boot-opening')).toBeVisible();
  await expect(page.locator('#boot-failed')).toBeHidden();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('when the app does not arrive the page says what to do', async ({ page, app, expectedErrors }) => {
  expectedErrors.push(/.*/);
  await page.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(app);
  await expect(page.locator('#boot-failed')).toContainText('没能打开');
  await page.unrouteAll();
  await tap(page.getByRole('button', { name: '重新打开' }));
  await answers(page);
});

test('when its script does not arrive the page says what to do', async ({ page, app, expectedErrors }) => {
  expectedErrors.push(/.*/);
  await page.route('**/app-*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(app);
  await expect(page.locator('#boot-failed')).toBeVisible();
});

test('a browser without 128-bit vectors is told to change', async ({ page, app, expectedErrors }) => {
  expectedErrors.push(/.*/);
  await page.addInitScript(() => { WebAssembly.validate = () => false; });
  await page.route('**/*.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: Buffer.from('no') }));
  await page.goto(app);
  await expect(page.locator('#boot-old')).toContainText('浏览器太旧');
  await expect(page.locator('#boot-failed')).toBeHidden();
});
