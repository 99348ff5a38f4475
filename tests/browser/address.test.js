// An address that was typed or kept: what of it was not understood does not stay in the bar, where a name could
// stand, and the page shows what the bar says.
import { answers, expect, test } from './fixtures.js';
import { go, setUp } from './person.js';

const hash = (page) => page.evaluate(() => location.hash);

test('an address is replaced by what was understood of it', async ({ page, app }) => {
  await setUp(page, app);
  for (const [typed, shown] of [
    ['#/register?type=zhang&overdue=1', '#/register?overdue=1'],
    ['#/register?type=zhang', '#/register'],
    ['#/statistics?from=2023-08-09', '#/statistics?from=2023-08-01&to=2023-08-31'],
    ['#/statistics?from=zhang&to=2023-02-28', '#/statistics'],
    ['#/nowhere/zhang', '#/unknown'],
  ]) {
    await go(page, typed);
    await expect.poll(() => hash(page), typed).toBe(shown);
  }
  // As the first address of a visit, and without a step of its own in the way back.
  await go(page, '#/today');
  await go(page, '#/register?status=zhang');
  await expect.poll(() => hash(page)).toBe('#/register');
  await page.goBack();
  await expect.poll(() => hash(page)).toBe('#/today');
  await page.goto(`${app}?#/register?type=zhang`);
  await answers(page).catch(() => {});
  await expect.poll(() => hash(page)).toBe('#/register');
});

test('the page of the figures shows the period that its address says', async ({ page, app }) => {
  await setUp(page, app);
  await go(page, '#/statistics?from=2023-05-07&to=2023-02-01');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2023年2–5月');
  expect(await hash(page)).toBe('#/statistics?from=2023-02-01&to=2023-05-31');
});
