// The map at work: through time, along the borders, to a place, two periods beside one another, and taken along.
import fs from 'node:fs';
import { expect, test } from './fixtures.js';
import { go, tap } from './person.js';

const seen = (locator) => locator.filter({ visible: true });
const panel = (page) => page.locator('.network-panel');
/** A county's figure as a screen reader has it. */
const figure = (page, code) => page.locator('.map-hidden tr', { has: page.locator(`[data-adcode="${code}"]`) }).locator('[id^="map-figure"]');

test.beforeEach(async ({ page, app }) => {
  test.setTimeout(180_000);
  await page.goto(`${app}#/open/demonstration`);
  await expect(page.locator('.shell.demo')).toBeVisible({ timeout: 120_000 });
  await go(page, '#/network');
  await expect(figure(page, 110117)).toHaveText('8,359');
});

test('one walks the map through time', async ({ page }) => {
  const line = page.getByRole('group', { name: '时间' });
  const thumb = line.getByRole('slider', { name: '时间' });
  const menu = page.getByRole('button', { name: /^看哪一段/ });
  await expect(thumb).toHaveAttribute('aria-valuetext', '2023年1–8月');
  await thumb.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/from=2024-01-01&to=2024-12-31/);
  await expect(thumb).toHaveAttribute('aria-valuetext', '2024年');
  await expect(menu).toContainText('2024年');
  await page.keyboard.press('ArrowLeft');
  await expect(figure(page, 110117)).toHaveText('8,396');
  // Shades mean the same from stop to stop, and the legend says so.
  await expect(page.locator('.map-held')).toHaveCount(1);
  await tap(line.getByRole('button', { name: '按月' }));
  await expect(page).toHaveURL(/from=2023-12-01&to=2023-12-31/);
  await thumb.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/from=2023-11-01&to=2023-11-30/);
  // What the menu chooses, the line shows.
  await tap(menu);
  await tap(page.getByRole('menuitem', { name: '全部年份' }));
  await expect(thumb).toHaveAttribute('aria-valuetext', '全部年份');
  // From the end it plays from the beginning, until it is stopped.
  await tap(line.getByRole('button', { name: '逐段播放' }));
  await expect(page).toHaveURL(/from=2018-01-01/);
  await expect(page).toHaveURL(/from=2019-01-01/);
  await tap(line.getByRole('button', { name: '停下' }));
  const stopped = page.url();
  await page.waitForTimeout(2_000);
  expect(page.url()).toBe(stopped);
});

test('the borders alone, and neighbours without an agreement with the cases that speak for one', async ({ page }) => {
  await tap(page.getByRole('button', { name: '只看交界' }));
  await expect(page).toHaveURL(/border=1/);
  await expect(page.locator('.map-hidden tbody tr:not(.gone) [data-adcode]')).toHaveCount(41);
  const could = panel(page).locator('.network-could');
  await expect(could.getByRole('heading', { name: '还没有协议的邻居' })).toBeVisible();
  await expect(could.locator('li').first()).toContainText(/交界\d+公里/);
  const door = could.getByRole('link', { name: /^近一年\d+件涉两地$/ }).first();
  const count = (await door.textContent()).match(/年(\d+)件/)[1];
  await tap(door);
  await expect(page).toHaveURL(/joint=1/);
  await expect(seen(page.locator('.head .state')).first()).toContainText(`显示${count}`);
  await page.goBack();
  // A pair's county opens, and says there what it could agree on.
  await tap(could.locator('li button').first());
  await expect(page).toHaveURL(/border=1/);
  await expect(page).toHaveURL(/county=\d{6}/);
  await expect(could.getByRole('link', { name: '起草合作协议' })).toBeAttached();
});

test('a few letters lead to a place', async ({ page }) => {
  await tap(page.getByRole('button', { name: '找地方' }));
  const box = page.getByRole('combobox', { name: '区县名称或拼音首字母' });
  await expect(box).toBeFocused();
  await box.fill('vv');
  await expect(page.getByText('没有这个区县，换几个字试试')).toBeVisible();
  await box.fill('wqq');
  await expect(page.getByRole('option', { name: /^武清区/ })).toBeVisible();
  await box.fill('w');
  await page.keyboard.press('ArrowDown');
  const second = page.getByRole('option', { selected: true });
  const name = (await second.textContent()).replace(/(北京|天津|.+)市$/, '');
  await page.keyboard.press('Enter');
  await expect(box).toHaveCount(0);
  await expect(page).toHaveURL(/county=\d{6}/);
  await expect(panel(page).getByRole('heading', { level: 2 })).toContainText(name.slice(0, 2));
});

test('two periods stand beside one another, on the map, in the table and in the panel', async ({ page }) => {
  await go(page, '#/network?from=2023-01-01&to=2023-12-31');
  await tap(page.getByRole('button', { name: /^比较/ }));
  await tap(page.getByRole('menuitem', { name: '与2022年比' }).first());
  await expect(page).toHaveURL(/against=2022-01-01\.2022-12-31/);
  await expect(figure(page, 110117)).toHaveText(/^8,396，之前0，增加8,396$/);
  await expect(figure(page, 110105)).toHaveText(/，减少\d+$/);
  await expect(page.locator('.map-legend-title')).toContainText('调解件数（件）的变化 · 2023年，与2022年比');
  await expect(page.locator('.map-scale li')).toHaveCount(5);
  await go(page, '#/network?from=2023-01-01&to=2023-12-31&against=2022-01-01.2022-12-31&county=110117');
  const tile = panel(page).locator('.tile').filter({ has: page.getByText('调解件数', { exact: true }) });
  await expect(tile).toContainText('8,396');
  await expect(tile).toContainText('2022年：0，+8,396');
});

test('time, coverage and people shade the map, each figure in words', async ({ page }) => {
  await tap(page.getByRole('button', { name: '乡镇中心覆盖' }));
  await expect(figure(page, 110117)).toHaveText('18 / 18（100%）');
  await tap(page.getByRole('button', { name: '调解员' }));
  await expect(figure(page, 110117)).toHaveText(/^\d+$/);
  await tap(page.getByRole('button', { name: /别的数字/ }));
  await tap(page.getByRole('menuitem', { name: '平均用时' }));
  await expect(figure(page, 110117)).toHaveText(/^\d+\.\d天$/);
  await go(page, '#/network?county=110117');
  const coverage = panel(page).locator('section', { has: page.getByRole('heading', { name: '一站式中心覆盖' }) });
  await expect(coverage.locator('li')).toHaveText([/^村、社区320 \/ 323$/, /^乡镇、街道18 \/ 18$/, /^区县1 \/ 1$/]);
  await expect(panel(page).locator('.tile').filter({ hasText: '调解员' })).toContainText(/专职\d+ · 兼职\d+/);
});

test('the map is taken along as a drawing, as an image and on paper', async ({ page }) => {
  const take = async (kind) => {
    await tap(page.getByRole('button', { name: '带走地图' }));
    const downloading = page.waitForEvent('download');
    await tap(page.getByRole('menuitem', { name: kind, exact: true }));
    const download = await downloading;
    return [download.suggestedFilename(), fs.readFileSync(await download.path())];
  };
  const [drawing, svg] = await take('存成矢量图');
  expect(drawing).toBe('langqiao-map-mediated-2023-01-01.2023-08-31.svg');
  for (const said of ['调解件数（件）', '2023年1–8月', '示意图，不作为划界依据 · 边界：天地图', '演示 · 廊桥', '<title>平谷区 8,359</title>']) {
    expect(svg.toString()).toContain(said);
  }
  const [image, png] = await take('存成图片');
  expect(image).toMatch(/\.png$/);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.length).toBeGreaterThan(20_000);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.network-paper svg');
  await expect(sheet).toBeVisible();
  await expect(sheet).toContainText('示意图，不作为划界依据');
  await expect(page.locator('.network-stage > .map')).toBeHidden();
});
