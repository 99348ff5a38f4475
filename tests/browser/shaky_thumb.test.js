// A shaky thumb on the smallest phone: what it taps again and again is done once, and nothing else with it.
import { expect, test } from './fixtures.js';
import { fillWhat, fillWho, go, press, setUp } from './person.js';

test.use({ viewport: { width: 360, height: 740 } });

test('three taps on 登记 register a case, and neither accept it nor open a form', async ({ page, app }) => {
  await setUp(page, app);
  await go(page, '#/intake');
  await fillWho(page);
  await press(page, '下一步：什么事');
  await fillWhat(page);
  await press(page, '下一步：核对并登记');
  const button = page.locator('.step-form').getByRole('button', { name: '登记', exact: true }).filter({ visible: true });
  await expect(button).toBeVisible();
  await page.waitForTimeout(600);
  const box = await button.boundingBox();
  for (let n = 0; n < 3; n += 1) {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForTimeout(150);
  }
  await page.waitForTimeout(600);
  await expect(page).toHaveURL(/#\/case\/[\w-]{22}$/);
  // The next step still waits for a tap of its own, and hears one.
  const next = page.locator('.thumb a.main, .case-next a.main').filter({ visible: true });
  await expect(next).toHaveAttribute('href', /\/accept$/);
  await expect(page.locator('.timeline').getByText('受理，口头告知权利义务')).toHaveCount(0);
  await next.click();
  await expect(page.locator('.step-form')).toBeVisible();
});
