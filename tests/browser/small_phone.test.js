// The smallest phone that is promised, 360 wide: what must be in sight there, and under the thumb.
import { answers, expect, test } from './fixtures.js';
import { go, setUp } from './person.js';

test.use({ viewport: { width: 360, height: 740 } });

test('every way in is in sight on the first visit, before the form', async ({ page, app }) => {
  await page.goto(app);
  await answers(page);
  const form = await page.locator('.welcome-desk .card').boundingBox();
  for (const name of ['看看示范区', '在演练区试试', '从备份恢复']) {
    const button = page.getByRole('button', { name, exact: true });
    await expect(button).toBeInViewport({ ratio: 1 });
    const box = await button.boundingBox();
    expect(box.y + box.height, name).toBeLessThan(form.y);
    expect(box.height, name).toBeGreaterThanOrEqual(44);
  }
  const tops = await page.locator('.way .button, .welcome-restore > .button').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(new Set(tops).size, 'one row').toBe(1);
  for (const what of ['公开数字，能点到每一件', '和真案子分开，随时清空']) {
    const line = page.locator('.way').getByText(what);
    await expect(line).toBeInViewport({ ratio: 1 });
    const box = await line.boundingBox();
    expect(box.y, 'below the row').toBeGreaterThan(tops[0]);
    expect(box.y + box.height, what).toBeLessThan(form.y);
  }
  await expect(page.getByRole('heading', { name: '布置我的工作台' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: '开始办案' }).filter({ visible: true })).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  // The last field comes clear of the bar under the thumb.
  const name = page.getByLabel('我的姓名');
  await name.evaluate((one) => one.scrollIntoView({ block: 'end' }));
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const [field, bar] = [await name.boundingBox(), await page.locator('.welcome-thumb').boundingBox()];
  expect(field.y + field.height).toBeLessThan(bar.y);
  expect(bar.width).toBe(360);
});

test('an organisation is named in full', async ({ page, app }) => {
  await page.goto(app);
  await answers(page);
  await page.locator('.level').nth(0).getByRole('searchbox').fill('tzq');
  await page.getByRole('radio', { name: /^通州区/ }).first().check();
  await page.getByRole('radio', { name: /^永乐店镇/ }).first().check();
  const names = page.locator('.level.shown .level-row > .cut');
  await expect(names.first()).toBeVisible();
  const cut = await names.evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
  expect(cut).toEqual([]);
});

test('the links of today are high enough for a thumb', async ({ page, app }) => {
  await setUp(page, app);
  await page.goto(`${app}?#/open/demonstration`);
  await expect(page.locator('.task').first()).toBeVisible({ timeout: 60_000 });
  for (const link of await page.locator('main a').filter({ visible: true }).all()) {
    const box = await link.boundingBox();
    expect(box.height, await link.textContent()).toBeGreaterThanOrEqual(44);
  }
});

test('the sentence under a title is whole in English too', async ({ page, app }) => {
  await setUp(page, app);
  await page.evaluate(() => localStorage.setItem('langqiao.language', 'en'));
  await page.reload();
  for (const [hash, end] of [['#/data', 'there is no server.'], ['#/exchange', 'over a network.']]) {
    await go(page, hash);
    const state = page.locator('.head .state').filter({ visible: true });
    await expect(state).toContainText(end);
    expect(await state.evaluate((one) => one.scrollHeight - one.clientHeight), hash).toBeLessThanOrEqual(1);
  }
});
