// The reminder above every page that cases lie in this browser alone: after twenty of them, or seven days; gone once
// they are backed up.
import { expect, test } from './fixtures.js';
import { go, setUp, takeIn, tap } from './person.js';

const banner = (page) => page.locator('.banner').filter({ hasText: /备份/ });

/** Takes in so many cases at once, from a ledger of made-up people. */
async function takeInLedger(page, count) {
  const lines = Array.from({ length: count }, (_, at) => `${at + 1}号,2026.1.5,申请${at + 1},某商贸有限公司,邻里,成功`);
  const text = ['案号,登记日期,申请人,被申请人,纠纷类型,调解结果', ...lines, ''].join('\n');
  await go(page, '#/ledger');
  await page.locator('main input[type=file]').setInputFiles({ name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await tap(page.getByRole('button', { name: `收进${count}件` }));
  await expect(page.getByText(`收进${count}件，改了0件。`)).toBeVisible();
}

/** Follows the banner's button to a backup that is saved. */
async function backUpFromBanner(page) {
  const downloading = page.waitForEvent('download');
  await tap(banner(page).getByRole('button', { name: '备份', exact: true }));
  expect((await downloading).suggestedFilename()).toMatch(/\.(json|gz)$/);
  await expect(banner(page), 'a file that nobody saved yet is no backup').toBeVisible();
  await tap(page.getByRole('button', { name: '存好了' }));
  await expect(page.getByText('备份记下了。')).toBeVisible();
  await expect(banner(page)).toHaveCount(0);
}

/** Has the last backup lie so many days back, as if they had gone by: the engine's worker has a clock of its own. */
const ageBackup = (page, days) => page.evaluate(async (days) => {
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const [{ name }] = (await indexedDB.databases()).filter(({ name }) => name.endsWith(' desk'));
  const database = await settled(indexedDB.open(name));
  const about = database.transaction('about', 'readwrite').objectStore('about');
  const mark = JSON.parse(await settled(about.get('backup')));
  // A minute of local time, as in 2026-11-24T14:30; so is what this locale writes.
  const at = new Date(Date.parse(mark.at) - days * 86_400_000).toLocaleString('sv').replace(' ', 'T').slice(0, mark.at.length);
  await settled(about.put(JSON.stringify({ ...mark, at }), 'backup'));
  database.close();
}, days);

test('the twentieth case without a backup brings the reminder, and its button the backup', async ({ page, app }) => {
  test.setTimeout(120_000);
  await setUp(page, app);
  await takeInLedger(page, 19);
  await go(page, '#/today');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(banner(page)).toHaveCount(0);
  await takeIn(page);
  await expect(banner(page)).toContainText('还没备份过，已有20件案子。');
  await go(page, '#/register');
  await expect(banner(page), 'on every page').toBeVisible();
  await backUpFromBanner(page);
  await page.reload();
  await expect(page.locator('.vlist a').first()).toBeVisible();
  await expect(banner(page)).toHaveCount(0);
  await go(page, '#/data');
  await expect(page.locator('.my-data-when')).toContainText('今天');
});

test('seven days after the last backup what was written since brings the reminder', async ({ page, app }) => {
  test.setTimeout(120_000);
  await setUp(page, app);
  await takeIn(page);
  await go(page, '#/data');
  await expect(page.locator('.my-data-when')).toHaveText('从没备份过');
  const downloading = page.waitForEvent('download');
  await tap(page.getByRole('button', { name: '现在备份' }));
  await downloading;
  await tap(page.getByRole('button', { name: '存好了' }));
  await expect(page.getByText('备份记下了。')).toBeVisible();

  const later = async (days) => {
    await ageBackup(page, days);
    await page.reload();
    await expect(page.locator('.my-data-when')).toBeVisible();
  };
  await later(6);
  await expect(page.locator('.my-data')).toContainText('之后又办了1件');
  await expect(banner(page)).toHaveCount(0);
  await later(1);
  await expect(banner(page)).toContainText('7天没备份了，又办了1件。');
  await backUpFromBanner(page);
});
