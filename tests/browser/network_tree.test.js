// The network as a tree: found beside the map, walked by keys as every tree, searched by a few letters, and readable on a phone.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.js';
import { go } from './person.js';

const tree = (page) => page.getByRole('tree', { name: '网络图' });
const branch = (page, name) => tree(page).getByRole('treeitem', { name });
const focused = (page) => page.locator('[role=treeitem]:focus');

async function demonstration(page, app) {
  await page.goto(`${app}#/open/demonstration`);
  await expect(page.locator('.shell.demo')).toBeVisible({ timeout: 60_000 });
}

test('map and tree lead to each other', async ({ page, app }) => {
  await demonstration(page, app);
  await go(page, '#/network');
  await page.getByRole('navigation', { name: '看法' }).filter({ visible: true }).getByRole('link', { name: '网络图' }).first().click();
  await expect(page).toHaveURL(/#\/network\/tree$/);
  await expect(page.getByRole('heading', { level: 1, name: '网络图' })).toBeVisible();
  await expect(branch(page, /北京市/).first()).toBeVisible();
  await page.getByRole('navigation', { name: '看法' }).filter({ visible: true }).getByRole('link', { name: '地图' }).click();
  await expect(page).toHaveURL(/#\/network$/);
});

test('the keys of every tree walk this one', async ({ page, app }) => {
  await demonstration(page, app);
  await go(page, '#/network/tree');
  const rows = tree(page).getByRole('treeitem');
  await expect(rows.first()).toBeVisible();
  // One branch alone is in the order of Tab.
  await expect(tree(page).locator('[role=treeitem][tabindex="0"]')).toHaveCount(1);
  await rows.first().focus();
  await page.keyboard.press('End');
  await expect(focused(page)).toHaveCount(1);
  await page.keyboard.press('Home');
  await expect(focused(page)).toHaveAttribute('aria-level', '1');
  await expect(focused(page)).toHaveAttribute('aria-posinset', '1');
  await page.keyboard.press('ArrowDown');
  await expect(focused(page)).toHaveAttribute('aria-level', '2');
  // To the province, which closes and opens.
  await page.keyboard.press('ArrowLeft');
  if (await focused(page).getAttribute('aria-level') === '2') await page.keyboard.press('ArrowLeft');
  await expect(focused(page)).toHaveAttribute('aria-level', '1');
  const open = await rows.count();
  await page.keyboard.press('ArrowLeft');
  await expect(focused(page)).toHaveAttribute('aria-expanded', 'false');
  expect(await rows.count()).toBeLessThan(open);
  await page.keyboard.press('Enter');
  await expect(focused(page)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(focused(page)).toHaveAttribute('aria-level', '2');
});

test('a few letters find an organisation, with what leads to it', async ({ page, app }) => {
  await demonstration(page, app);
  await go(page, '#/network/tree');
  const box = page.getByRole('searchbox', { name: '找机构：名称或首字母' });
  await box.fill('xjz');
  const hit = tree(page).locator('.tree-row.hit').first();
  await expect(hit).toContainText('西集');
  await expect(tree(page).getByRole('treeitem').first()).toHaveAttribute('aria-level', '1');
  await box.fill('没有这家');
  await expect(page.getByRole('heading', { name: '没找到' })).toBeVisible();
  await box.fill('');
  await expect(hit).toHaveCount(0);
});

test('no branch leaves the page, and a reader finds nothing wrong', async ({ page, app }) => {
  await demonstration(page, app);
  await go(page, '#/network/tree');
  await expect(tree(page).getByRole('treeitem').first()).toBeVisible();
  const wide = await page.evaluate(() => document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
  const seen = page.viewportSize().width;
  for (const row of await tree(page).getByRole('treeitem').all()) {
    const box = await row.boundingBox();
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(seen);
  }
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
});

test('corridors stand between the provinces on a desktop, and in a list on a phone', async ({ page, app }) => {
  await demonstration(page, app);
  await go(page, '#/network/tree');
  const ties = page.getByRole('list', { name: '合作协议' }).getByRole('link');
  await expect(ties.first()).toBeVisible();
  await expect(ties.first()).toHaveAccessibleName(/通武廊.*通州区.*武清区/);
  const lines = page.locator('.tree-tie');
  expect(await lines.count() > 0).toBe(page.viewportSize().width > 1000);
  await ties.first().click();
  await expect(page).toHaveURL(/#\/network\?corridor=/);
});
