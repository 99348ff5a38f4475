// Cases bear the number that the office gives them, by a rule and an abbreviation of its own.
import { expect, test } from './fixtures.js';
import { go, rows, search, setUp, takeIn, tap } from './person.js';

const kicker = (page) => page.locator('.head .kicker');
const year = (page) => page.evaluate(() => String(new Date().getFullYear()));

test('a case is numbered by the rule that the office set, and the count goes on', async ({ page, app }) => {
  await setUp(page, app);
  await takeIn(page);
  await expect(kicker(page)).toContainText('通西人调字第1号');

  await go(page, '#/settings');
  const card = page.locator('form').filter({ has: page.getByRole('heading', { name: '案号' }) });
  const [rule, abbreviation] = [card.getByLabel('编号规则'), card.getByLabel('简称')];
  const example = card.locator('.settings-example');
  await expect(rule).toHaveValue('（{year}）{abbr}人调字第{n}号');
  await rule.fill('{abbr}〔{year}〕民调{n}号');
  await abbreviation.fill('潞西');
  const number = (n, of) => `${of}〔${n}〕民调`;
  const now = await year(page);
  await expect(example).toHaveText(`${number(now, '潞西')}2号`);
  await tap(card.getByRole('button', { name: '保存' }));
  await expect(page.getByText('已保存。')).toBeVisible();

  const case_ = await takeIn(page, { applicant: { name: '孙玉兰' } });
  await expect(kicker(page)).toContainText(`${number(now, '潞西')}2号`);
  await go(page, `#/case/${case_}/paper/acceptance_register`);
  await expect(page.locator('.paper')).toContainText(`${number(now, '潞西')}2号`);
  await search(page, '民调2号');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('孙玉兰');
  await search(page, '');

  // It is still so the next day, with the abbreviation alone changed and a letter for this desk.
  await page.reload();
  await go(page, '#/settings');
  await expect(rule).toHaveValue('{abbr}〔{year}〕民调{n}号');
  await abbreviation.fill('集');
  await card.getByLabel('本机后缀').fill('甲');
  await expect(example).toHaveText(`${number(now, '集')}3甲号`);
  await tap(card.getByRole('button', { name: '保存' }));
  await expect(page.getByText('已保存。')).toBeVisible();
  await takeIn(page, { applicant: { name: '郑小兰' } });
  await expect(kicker(page)).toContainText(`${number(now, '集')}3甲号`);
});

test('a rule by which numbers would repeat is refused in words, and nothing of it is kept', async ({ page, app }) => {
  await setUp(page, app);
  await go(page, '#/settings');
  const card = page.locator('form').filter({ has: page.getByRole('heading', { name: '案号' }) });
  const rule = card.getByLabel('编号规则');
  for (const [typed, why] of [
    ['（{year}）{abbr}人调字', '规则里要有{n}，不然号会重。'],
    ['{year}-{month}-{n}', '“{month}”这里没有。'],
  ]) {
    await rule.fill(typed);
    await expect(card.locator('.error')).toContainText(why);
    await tap(card.getByRole('button', { name: '保存' }));
    await expect(rule).toHaveValue(typed);
  }
  await takeIn(page);
  await expect(kicker(page)).toContainText('通西人调字第1号');
  await go(page, '#/settings');
  await expect(rule).toHaveValue('（{year}）{abbr}人调字第{n}号');
});
