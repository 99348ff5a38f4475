// The demonstration region opens at once, and its published figures come out of its cases, case by case.
import { expect, test } from './fixtures.js';
import { go, note, rows, tap } from './person.js';

const seen = (locator) => locator.filter({ visible: true });

const FIGURES = [
  ['平谷 · 三级中心', '339'], ['平谷 · 化解工单', '5,784'], ['平谷 · 调解纠纷', '8,359'], ['平谷 · 调解成功', '2,974'],
  ['黑庄户 · 法律咨询', '5,230'], ['黑庄户 · 调解纠纷', '107'], ['黑庄户 · 涉及群众', '251'], ['黑庄户 · 信访积案', '46'],
  ['通武廊 · 骨干培训', '3'],
];

/** Opens the demonstration region from the first page. */
async function open(page, app) {
  await page.goto(app);
  await tap(page.getByRole('button', { name: /^(进去看看|看看示范区)$/ }));
  await expect(page.locator('.shell.demo')).toBeVisible({ timeout: 120_000 });
}

test('the demonstration shows the published figures, also from disk', async ({ page, app }) => {
  test.setTimeout(300_000);
  await open(page, app);
  await expect(page.locator('body')).toHaveAttribute('data-world', 'demonstration');
  // The line under the date counts what its rows show as late.
  const late = page.locator('.task.maple', { hasText: /已逾期|期已过/ });
  await expect(late.first()).toBeVisible();
  await expect(seen(page.locator('.head .state')).first()).toContainText(`其中${await late.count()}件过了期限`);
  // Overdue are those past the term of mediation, in their tile and in the register that it opens.
  const overdue = page.locator('.today-door', { hasText: '其中调解逾期' });
  await expect(overdue.locator('b')).toHaveText(/^[1-9]\d*$/);
  const count = await overdue.locator('b').textContent();
  await tap(overdue);
  await expect(seen(page.locator('.head .state')).first()).toContainText(`显示${count}`);
  await expect(rows(page).first()).toContainText('已逾期');
  const check = async () => {
    await go(page, '#/statistics');
    const published = page.getByRole('region', { name: '公开报道的数字，逐件现算' });
    for (const [label, value] of FIGURES) {
      const tile = published.locator('.tile').filter({ has: page.getByText(label, { exact: true }) });
      await expect(tile.locator('.figure')).toHaveText(value);
    }
    return published;
  };
  const published = await check();
  await tap(published.locator('.tile').filter({ has: page.getByText('平谷 · 调解纠纷', { exact: true }) }).getByRole('link'));
  await expect(page).toHaveURL(/#\/register\?/);
  await expect(seen(page.locator('.head .state')).first()).toContainText('8,359');
  await tap(rows(page).first());
  await expect(page.locator('.timeline > li')).not.toHaveCount(0);
  // It is the same after a reload, from disk.
  await page.reload();
  await expect(page.locator('.shell.demo')).toBeVisible({ timeout: 120_000 });
  await check();
});

test('what is done in the demonstration at once is there after a reload, and so is the region', async ({ page, app }) => {
  test.setTimeout(300_000);
  await open(page, app);
  await go(page, '#/register');
  await tap(rows(page).first());
  await expect(page.locator('.timeline > li')).not.toHaveCount(0);
  await note(page, '等到周五再去一趟');
  // Before all of it is on disk, most likely.
  await page.reload();
  await expect(page.locator('.shell.demo')).toBeVisible({ timeout: 120_000 });
  await expect(page.locator('.timeline')).toContainText('等到周五再去一趟');
  await go(page, '#/statistics');
  const tile = page.locator('.tile').filter({ has: page.getByText('平谷 · 调解纠纷', { exact: true }) });
  await expect(tile.locator('.figure')).toHaveText('8,359');
});

test('each published figure opens what makes it up', async ({ page, app }) => {
  test.setTimeout(300_000);
  await open(page, app);
  const state = seen(page.locator('.head .state')).first();
  const panel = seen(page.locator('.network-panel'));
  const tile = (label) => panel.locator('.tile').filter({ has: page.getByText(label, { exact: true }) }).locator('.figure');
  // Of people it is the cases that they are in.
  const cases = { '平谷 · 调解纠纷': '8,359', '平谷 · 调解成功': '2,974', '黑庄户 · 调解纠纷': '107', '黑庄户 · 涉及群众': '107', '黑庄户 · 信访积案': '46' };
  const onMap = { '平谷 · 三级中心': ['平谷区', '一站式中心'], '平谷 · 化解工单': ['平谷区', '化解工单'], '黑庄户 · 法律咨询': ['朝阳区', '法律咨询'], '通武廊 · 骨干培训': ['通武廊', '骨干培训'] };
  for (const [label, value] of FIGURES) {
    await go(page, '#/statistics');
    const published = page.getByRole('region', { name: '公开报道的数字，逐件现算' });
    await tap(published.locator('.tile').filter({ has: page.getByText(label, { exact: true }) }).getByRole('link'));
    if (cases[label]) {
      await expect(page).toHaveURL(/#\/register\?/);
      await expect(state, label).toContainText(`显示${cases[label]}`);
    } else {
      const [where, name] = onMap[label];
      await expect(page).toHaveURL(/#\/network\?/);
      await expect(panel.getByRole('heading', { name: where }).first()).toBeVisible();
      await expect(tile(name), label).toHaveText(value);
    }
  }
  // Back leads out of the corridor.
  await page.goBack();
  await expect(page).toHaveURL(/#\/statistics$/);
  const published = page.getByRole('region', { name: '公开报道的数字，逐件现算' });
  await expect(published.locator('.tile', { hasText: '黑庄户 · 涉及群众' })).toContainText('在107件案件里');
  // And from a number far down to where it stands.
  const table = page.locator('.official-box');
  await tap(table.locator('a').first());
  await expect(page).toHaveURL(/#\/register\?/);
  await page.goBack();
  await expect(table).toBeInViewport();
  // Another county is chosen by what it mediated in the period on show.
  await tap(seen(page.getByRole('button', { name: '各区县合计' })));
  await expect(page.getByRole('dialog').getByRole('button', { name: /平谷区/ })).toContainText('8,359');
});

test('one of very many mediators is found by name in the filter', async ({ page, app }) => {
  test.setTimeout(300_000);
  await open(page, app);
  await go(page, '#/register');
  const state = seen(page.locator('.head .state')).first();
  await tap(seen(page.getByRole('button', { name: '筛选' })).first());
  const sheet = page.getByRole('dialog');
  // 不限 and the twelve with most cases; a word finds the others.
  const mediators = sheet.getByRole('radiogroup', { name: '调解员' });
  await expect(mediators.getByRole('radio')).toHaveCount(13);
  await expect(mediators.getByText(/^还有\d+个/)).toBeVisible();
  const cases = async (radio) => (await radio.locator('..').textContent()).match(/\d+$/)[0];
  const least = await cases(mediators.getByRole('radio').last());
  await sheet.getByRole('searchbox', { name: '查找调解员' }).fill('王');
  await expect(mediators.getByRole('radio', { name: /^(?!不限)[^王]+$/ })).toHaveCount(0);
  const one = mediators.getByRole('radio').last();
  const count = await cases(one);
  expect(Number(count)).toBeLessThan(Number(least));
  await one.check();
  await tap(sheet.getByRole('button', { name: /^看这/ }));
  await expect(state).toContainText(`显示${count}`);
});
