// The map by keyboard: its counties are buttons of a table out of sight, one of them in the order of Tab.
import { expect, test } from './fixtures.js';
import { go, setUp } from './person.js';

const COUNTIES = 199;
const focused = (page) => page.locator('.map-hidden button[data-adcode]:focus');

/** Tabs to a county, and with an arrow to its neighbour. */
async function walk(page) {
  await go(page, '#/network');
  // The table fills a few rows at a time.
  await expect(page.locator('.map-hidden button[data-adcode]')).toHaveCount(COUNTIES);
  await page.locator('.map-surface').focus();
  for (let stops = 0; stops < 3 && !(await focused(page).count()); stops += 1) await page.keyboard.press('Tab');
  await expect(focused(page)).toHaveCount(1);
  const first = await focused(page).getAttribute('data-adcode');
  for (const arrow of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
    await page.keyboard.press(arrow);
    if (await focused(page).getAttribute('data-adcode') !== first) return;
  }
  throw new Error('no arrow led to a neighbour');
}

test('one leaves the map while a county has the focus', async ({ page, app }) => {
  // The browser takes the focus from what is taken down; whatever panics then is an error of the page, and fails the test.
  await setUp(page, app);
  await walk(page);
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/#\/intake$/);
  await expect(page.getByRole('heading', { level: 1, name: '受理纠纷' })).toBeVisible();

  await walk(page);
  await page.goBack();
  await expect(page).toHaveURL(/#\/intake$/);
  await expect(page.getByRole('heading', { level: 1, name: '受理纠纷' })).toBeVisible();
});

test('Escape closes the county that is open, and leads back to it', async ({ page, app }) => {
  await setUp(page, app);
  await walk(page);
  const code = await focused(page).getAttribute('data-adcode');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`county=${code}$`));
  const close = page.locator('.network-panel').getByRole('button', { name: '关上' });
  // From the map, and from within the panel.
  for (const from of [focused(page), close]) {
    await expect(close).toBeVisible();
    await from.focus();
    await page.keyboard.press('Escape');
    await expect(close).toHaveCount(0);
    await expect(page).not.toHaveURL(/county=/);
    await expect(focused(page)).toHaveAttribute('data-adcode', code);
    await page.keyboard.press('Enter');
  }
  // What lies over the page is closed first.
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(close).toBeVisible();
});
