// What was opened and left open: a sheet under which Back goes away, a colleague who was typed and not added.
import { expect, test } from './fixtures.js';
import { done, fillWho, go, openStep, press, setUp, takeIn, tap } from './person.js';

const seen = (locator) => locator.filter({ visible: true });

test('Back with a sheet open closes it, and the form goes on', async ({ page, app }) => {
  await setUp(page, app);
  await go(page, '#/intake');
  await fillWho(page);
  await press(page, '下一步：什么事');
  await tap(seen(page.locator('.place-pick')).first());
  await expect(seen(page.getByRole('dialog'))).toBeVisible();
  await page.goBack();
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await press(page, '下一步：什么事');
  await expect(page.getByLabel('用当事人的话说一遍')).toBeVisible();
});

test('a colleague who was typed and not added is asked about, and nobody is assigned meanwhile', async ({ page, app }) => {
  await setUp(page, app);
  const id = await takeIn(page);
  await openStep(page, 'accept');
  await done(page, '受理', '受理');
  await openStep(page, 'assign');
  await tap(page.getByRole('button', { name: '加一位同事' }));
  await page.getByLabel('同事的姓名').fill('王建国');
  await press(page, '指派调解员');
  await expect(page.getByText('先按“加上”，或“不加了”。')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`#/case/${id}/assign$`));
  await tap(page.getByRole('button', { name: '加上', exact: true }));
  await expect(page.getByRole('checkbox', { name: '王建国' })).toBeChecked();
  await press(page, '指派调解员');
  await expect(page).toHaveURL(new RegExp(`#/case/${id}$`));
  await expect(page.getByText('王建国').first()).toBeVisible();
});
