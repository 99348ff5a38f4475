// The browser closes its database under the app, as some do when memory is short: what was not acknowledged is done over
// a new connection, once.
import { expect, test } from './fixtures.js';
import { note, rows, go, setUp, takeIn } from './person.js';

/** Runs in the worker: the next transaction of this kind is aborted when it has begun, and its connection closed. */
function closeOnce(mode) {
  const { transaction } = IDBDatabase.prototype;
  let closed = false;
  IDBDatabase.prototype.transaction = function (...all) {
    const begun = transaction.apply(this, all);
    if (!closed && begun.mode === mode && [...begun.objectStoreNames].includes('tail')) {
      closed = true;
      this.close();
      begun.abort();
      self.closedByTest = true;
    }
    return begun;
  };
}

test('a connection that is closed while a step is written is opened again, and it is done once', async ({ page, app }) => {
  await setUp(page, app);
  await takeIn(page);
  await page.workers()[0].evaluate(closeOnce, 'readwrite');
  await note(page, '打过电话，约好周五来。');
  expect(await page.workers()[0].evaluate(() => self.closedByTest)).toBe(true);
  await page.reload();
  await expect(page.locator('.timeline').getByText('打过电话，约好周五来。', { exact: true })).toHaveCount(1);
  await go(page, '#/register');
  await expect(rows(page)).toHaveCount(1);
});

test('one that is closed while another tab’s entry is read is opened again, and the entry is there', async ({ page, app, context }) => {
  await setUp(page, app);
  const id = await takeIn(page);
  const other = await context.newPage();
  await other.goto(`${app}#/case/${id}`);
  await expect(other.getByRole('heading', { level: 1 })).toContainText('张桂珍');
  await other.workers()[0].evaluate(closeOnce, 'readonly');
  await note(page, '打过电话，约好周五来。');
  await expect(other.locator('.timeline').getByText('打过电话，约好周五来。', { exact: true })).toHaveCount(1);
  expect(await other.workers()[0].evaluate(() => self.closedByTest)).toBe(true);
});
