// The engine dies in the middle of a form: the page says so, starts it again, and the form goes on.
import { expect, test } from './fixtures.js';
import { DISPUTE, fillWhat, fillWho, go, press, rows, setUp, takeIn, tap } from './person.js';

const kill = (page) => page.workers()[0].evaluate(() => { setTimeout(() => { throw new Error('the worker dies'); }); });

test('the engine dies in mid-form: the form is kept, and what one does next is done', async ({ page, app, expectedErrors }) => {
  expectedErrors.push(/the worker dies/);
  await setUp(page, app);
  await go(page, '#/intake');
  await fillWho(page);
  await press(page, '下一步：什么事');
  await page.getByLabel('用当事人的话说一遍').fill('写到一半');
  await kill(page);
  await expect(page.getByText('刚才停了一下，已重新开始。正填的表单还在。')).toBeVisible();
  await expect(page.getByLabel('用当事人的话说一遍')).toHaveValue('写到一半');
  await fillWhat(page);
  await press(page, '下一步：核对并登记');
  await expect(page.locator('.will-be b')).toContainText('第1号');
  await press(page, '登记');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('张桂珍与李国强');
  await page.reload();
  await go(page, '#/register');
  await expect(rows(page)).toHaveCount(1);
});

/** Runs in the worker: it dies at the given point of what it writes next, and does nothing more. */
function dieAt(point) {
  const die = () => { reportError(new Error('the worker dies')); for (;;); };
  const { add } = IDBObjectStore.prototype;
  const { transaction } = IDBDatabase.prototype;
  if (point === 'before') {
    IDBObjectStore.prototype.add = function (...all) { if (this.name === 'tail') die(); return add.apply(this, all); };
  } else {
    IDBDatabase.prototype.transaction = function (...all) {
      const begun = transaction.apply(this, all);
      if (begun.mode === 'readwrite' && [...begun.objectStoreNames].includes('tail')) begun.addEventListener('complete', die);
      return begun;
    };
  }
}

for (const [point, when] of [['before', 'before the case is written'], ['after', 'once the case is on disk']]) {
  test(`the engine dies ${when} and nobody heard of it: one presses again, and it is there once`, async ({ page, app, expectedErrors }) => {
    expectedErrors.push(/the worker dies/);
    await setUp(page, app);
    await takeIn(page);
    await go(page, '#/intake');
    await fillWho(page, { ...DISPUTE, applicant: { name: '孙玉兰' } });
    await press(page, '下一步：什么事');
    await fillWhat(page);
    await press(page, '下一步：核对并登记');
    await expect(page.locator('.will-be b')).toContainText('第2号');
    await page.workers()[0].evaluate(dieAt, point);
    await press(page, '登记');
    await expect(page.locator('.step-refused')).toContainText('不知道办成没有。请再按一次。');
    await press(page, '登记');
    await expect(page.getByRole('heading', { level: 1, name: /^孙玉兰与/ })).toBeVisible();
    await go(page, '#/register');
    await expect(rows(page)).toHaveCount(2);
  });
}

test('the engine dies while the demonstration is told: it is opened once more, and is whole', async ({ page, app, expectedErrors }) => {
  test.setTimeout(180_000);
  expectedErrors.push(/the worker dies/);
  await page.goto(`${app}#/open/demonstration`);
  await expect(page.locator('.progress, [role=progressbar]').first()).toBeVisible();
  await kill(page);
  await expect(page.getByText('打开到一半停了，什么也没丢。')).toBeVisible();
  await tap(page.getByRole('button', { name: '再打开一次' }));
  await expect(page.locator('.shell.demo')).toBeVisible({ timeout: 120_000 });
  await go(page, '#/statistics');
  const tile = page.locator('.tile').filter({ has: page.getByText('平谷 · 调解纠纷', { exact: true }) });
  await expect(tile.locator('.figure')).toHaveText('8,359');
});
