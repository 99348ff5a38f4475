// The risk is rated anew while the case goes on: the page and the register say it, and what was said before stays.
import { expect, test } from './fixtures.js';
import { done, openStep, rows, search, setUp, takeIn, tap } from './person.js';

test('a threat that is heard of in the course of mediation is said at once, and goes when it is over', async ({ page, app }) => {
  await setUp(page, app);
  await takeIn(page, { risk: [] });
  const grave = page.locator('.rated.grave');
  await expect(grave).toHaveCount(0);

  await openStep(page, 'risk');
  await page.getByRole('checkbox', { name: '有轻生念头' }).check();
  await expect(page.locator('.step-form .rated.grave')).toBeVisible();
  await page.getByLabel('看到、听到了什么').fill('邻居说她夜里哭，说不想活了。');
  await done(page, '评估风险', '评估风险');
  await expect(grave).toBeVisible();
  await expect(page.locator('.timeline').getByText('邻居说她夜里哭，说不想活了。')).toBeVisible();
  await search(page, '张桂珍');
  await expect(rows(page).first()).toContainText('重大');

  await tap(rows(page).first());
  await openStep(page, 'risk');
  await expect(page.getByRole('checkbox', { name: '有轻生念头' })).toBeChecked();
  await page.getByRole('checkbox', { name: '都没有' }).check();
  await page.getByLabel('看到、听到了什么').fill('女儿接她去住了，医生看过。');
  await done(page, '评估风险', '评估风险');
  await expect(grave).toHaveCount(0);
  await expect(page.locator('.timeline').getByText('邻居说她夜里哭，说不想活了。')).toBeVisible();
});
