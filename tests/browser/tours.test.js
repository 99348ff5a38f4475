// The guided tours on the map: a stop says what is on record, takes the map along and leads to the entry itself.
import { expect, test } from './fixtures.js';
import { go, setUp, tap } from './person.js';

const card = (page) => page.locator('.tour');
const title = (page) => card(page).getByRole('heading', { level: 2 });

/** Opens the demonstration's map and begins a tour. */
async function begin(page, app, name) {
  test.setTimeout(180_000);
  await page.goto(`${app}#/open/demonstration`);
  await expect(page.locator('.shell.demo')).toBeVisible({ timeout: 120_000 });
  await go(page, '#/network');
  await tap(page.getByRole('button', { name: '导览' }));
  await expect(page.getByRole('menuitem')).toHaveCount(4);
  await tap(page.getByRole('menuitem', { name }));
  await expect(card(page)).toBeVisible();
}

test('a tour goes from stop to stop, by button and by key, and ends', async ({ page, app }) => {
  await begin(page, app, /^平谷/);
  await expect(title(page)).toHaveText('三级中心，全覆盖');
  await expect(title(page)).toBeFocused();
  await expect(card(page)).toContainText('区里1个，乡镇街道18个，村和社区320个：一共339个一站式中心。');
  await expect(card(page)).toContainText('第1站，共5站');
  await expect(page).toHaveURL(/layer=centres.*county=110117.*tour=pinggu\.1/);
  await tap(card(page).getByRole('button', { name: '下一站' }));
  await expect(title(page)).toHaveText('4+N：进一扇门');
  await expect(title(page)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(card(page)).toContainText('化解工单5,784件');
  await expect(page).toHaveURL(/layer=work_orders.*tour=pinggu\.4/);
  await page.keyboard.press('ArrowLeft');
  await expect(title(page)).toHaveText('沉到微网格');
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: '导览' })).toBeFocused();
  await expect(page).toHaveURL(/#\/network$/);
});

test('a stop opens what it speaks of, what is changed there is said, and Back leads to the stop', async ({ page, app }) => {
  await begin(page, app, /^黑庄户/);
  await expect(card(page)).toContainText('320平方米');
  await tap(card(page).getByRole('link', { name: /^打开.*黑庄户/ }));
  await expect(page).toHaveURL(/#\/directory\/organisation\//);
  await page.getByRole('button', { name: '改面积（平方米）' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('360');
  await tap(page.getByRole('dialog').getByRole('button', { name: '记下' }));
  await expect(page.locator('.facts')).toContainText('360');
  await page.goBack();
  await expect(card(page)).toContainText('360平方米');
  await expect(title(page)).toBeFocused();
});

test('the last stop ends the tour, and what lies outside of it can be looked at meanwhile', async ({ page, app }) => {
  await begin(page, app, /^三地/);
  await expect(card(page)).toContainText('天津市司法局主办');
  await tap(card(page).getByRole('button', { name: '下一站' }));
  await expect(card(page)).toContainText('北京市司法局和河北省司法厅协办');
  await tap(card(page).getByRole('button', { name: '下一站' }));
  await expect(card(page)).toContainText('9名代表');
  // A county of the table is opened as by a press on the map; closed again, the stop is still there.
  await page.locator('.map-hidden [data-adcode="110117"]').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.network-panel').getByRole('heading', { name: '平谷区' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card(page)).toContainText('9名代表');
  await tap(card(page).getByRole('button', { name: '结束导览' }).last());
  await expect(card(page)).toHaveCount(0);
});

test('a desk of one\'s own has none of these entries, and is offered no tour', async ({ page, app }) => {
  await setUp(page, app);
  await go(page, '#/network');
  await expect(page.getByRole('button', { name: '找地方' })).toBeVisible();
  await expect(page.getByRole('button', { name: '导览' })).toHaveCount(0);
  // Nor is one led on by a link.
  await go(page, '#/network?tour=pinggu.1');
  await expect(page.getByRole('button', { name: '找地方' })).toBeVisible();
  await expect(card(page)).toHaveCount(0);
});
