// The first visit, the desk that comes of it, and what the frame says about it.
import AxeBuilder from '@axe-core/playwright';
import { answers, expect, test } from './fixtures.js';
import { DISPUTE, go, note, rows, setUp, takeIn, tap } from './person.js';

test('a desk is set up, and a reload comes back to it', async ({ page, app }) => {
  await setUp(page, app);
  await expect(page.locator('.place').filter({ visible: true }).first()).toContainText('西集镇司法所');
  await expect(page.locator('body')).not.toHaveAttribute('data-world');
  await go(page, '#/settings');
  await page.reload();
  await expect(page.getByRole('heading', { name: '设置' })).toBeVisible();
  await expect(page.locator('.place').filter({ visible: true }).first()).toContainText('西集镇司法所');
});

test('what is missing is said beside the button, and nothing is set up', async ({ page, app }) => {
  await page.goto(app);
  await answers(page);
  await tap(page.getByRole('button', { name: '开始办案' }).filter({ visible: true }));
  await expect(page.getByText('请先选区县。')).toBeVisible();
  await expect(page.locator('.shell')).toHaveCount(0);
});

test('the sandbox is marked on every page and on paper', async ({ page, app }) => {
  await page.goto(`${app}#/open/sandbox`);
  await expect(page.locator('.shell.demo')).toBeVisible();
  await expect(page.locator('body')).toHaveAttribute('data-world', 'training');
  expect(new URL(page.url()).hash).toBe('#/today');
  await go(page, '#/register');
  const case_ = (await rows(page).first().getAttribute('href')).split('?')[0];
  const named = page.getByText('演练区', { exact: true }).filter({ visible: true });
  for (const hash of ['#/register', case_, `${case_}/note`, `${case_}/paper/acceptance_register`, '#/intake', '#/network', '#/statistics', '#/exchange', '#/ledger', '#/data', '#/settings', '#/help', '#/more', '#/no/page']) {
    await go(page, hash);
    await expect(page.getByRole('heading', { level: 1 }).filter({ visible: true }).first()).toBeVisible();
    await expect(named.first(), hash).toBeVisible();
  }
});

for (const [how, die] of [
  ['with an error', () => { setTimeout(() => { throw new Error('the worker dies'); }); }],
  ['inside a promise', () => { setTimeout(() => { Promise.reject(new Error('the worker dies')); }); }],
]) {
  test(`when the engine dies ${how} it is started again with the workspace that was open`, async ({ page, app, expectedErrors }) => {
    expectedErrors.push(/the worker dies/);
    await setUp(page, app);
    await page.workers()[0].evaluate(die);
    await expect(page.getByText('刚才停了一下')).toBeVisible();
    await go(page, '#/data');
    await tap(page.getByRole('button', { name: '算出核对码' }));
    await expect(page.getByText('全部记录', { exact: true })).toBeVisible();
  });
}

/** Sets a PIN on the page 设置, where 锁屏 then stands. */
async function setPin(page, pin = '135790') {
  await go(page, '#/settings');
  await tap(page.getByRole('button', { name: '设PIN' }));
  await page.getByLabel('6位数字').fill(pin);
  await page.getByLabel('再输一遍').fill(pin);
  await page.getByLabel('再输一遍').press('Enter');
  await expect(lock(page)).toBeVisible();
}

const lock = (page) => page.getByRole('button', { name: '锁屏' }).filter({ visible: true }).first();

test('a PIN locks the page and opens it', async ({ page, app }) => {
  await setUp(page, app);
  await setPin(page);
  await tap(lock(page));
  await expect(page.getByRole('heading', { name: '已锁屏' })).toBeVisible();
  await expect(page.locator('.shell')).toBeHidden();
  await page.keyboard.type('111111');
  await expect(page.getByText('不对，再试一次。')).toBeVisible();
  await page.keyboard.type('135790');
  await expect(page.locator('.shell')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('heading', { name: '已锁屏' })).toBeVisible();
});

test('a lock in one tab leaves no name in sight in another, and each is opened by itself', async ({ page, app, context }) => {
  await setUp(page, app);
  await takeIn(page);
  await setPin(page);
  const other = await context.newPage();
  await other.goto(`${app}#/register`);
  // A tab that is opened begins locked.
  await expect(other.getByRole('heading', { name: '已锁屏' })).toBeVisible();
  await other.keyboard.type('135790');
  const name = other.getByText(DISPUTE.applicant.name).filter({ visible: true });
  await expect(name).not.toHaveCount(0);
  await tap(lock(page));
  for (const tab of [page, other]) {
    await expect(tab.getByRole('heading', { name: '已锁屏' })).toBeVisible();
    await expect(tab.locator('.shell')).toBeHidden();
  }
  await expect(name).toHaveCount(0);
  await page.keyboard.type('135790');
  await expect(page.locator('.shell')).toBeVisible();
  await expect(other.locator('.shell')).toBeHidden();
  // It is told again the next time.
  await other.keyboard.type('135790');
  await expect(name).not.toHaveCount(0);
  await tap(lock(page));
  await expect(other.locator('.shell')).toBeHidden();
});

test('a colleague is added and takes over in two taps', async ({ page, app }) => {
  await setUp(page, app);
  await tap(page.locator('button.place-button').filter({ visible: true }).first());
  await tap(page.getByRole('button', { name: '加一位同事' }));
  await page.getByLabel('同事的姓名').fill('王建国');
  await tap(page.getByRole('button', { name: '加上' }));
  await tap(page.locator('.place-row', { hasText: '王建国' }));
  await expect(page.getByText('现在是王建国在办。')).toBeVisible();
  // What each of them writes bears the name of whoever wrote it.
  await takeIn(page);
  await note(page, '王建国打过电话。');
  await tap(page.locator('button.place-button').filter({ visible: true }).first());
  await tap(page.locator('.place-row', { hasText: '赵淑敏' }));
  await note(page, '上门看过。');
  const line = (words) => page.locator('.timeline > li', { hasText: words });
  await expect(line('王建国打过电话。').getByText('王建国', { exact: true })).toBeVisible();
  await expect(line('上门看过。').getByText('赵淑敏', { exact: true })).toBeVisible();
});

test('a backup is downloaded and restored in another browser', async ({ page, app, browser }) => {
  await setUp(page, app);
  await go(page, '#/data');
  const downloading = page.waitForEvent('download');
  await tap(page.getByRole('button', { name: '现在备份' }));
  const file = await (await downloading).path();
  await tap(page.getByRole('button', { name: '存好了' }));
  await expect(page.getByText('备份记下了。')).toBeVisible();
  const other = await browser.newContext();
  const elsewhere = await other.newPage();
  await elsewhere.goto(app);
  await answers(elsewhere);
  await elsewhere.locator('input[type=file]').setInputFiles(file);
  await expect(elsewhere.locator('.shell')).toBeVisible();
  await other.close();
});

test.describe('inside another app', () => {
  test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 MicroMessenger/8.0.45' });

  test('the person is warned before anything is set up', async ({ page, app }) => {
    await page.goto(app);
    await answers(page);
    await expect(page.getByText('这里是微信，存不了文件')).toBeVisible();
    await expect(page.getByText('布置我的工作台')).toHaveCount(0);
    await tap(page.getByRole('button', { name: '仍在这里布置' }));
    await expect(page.getByText('布置我的工作台')).toBeVisible();
  });
});

for (const [name, hash] of [['settings', '#/settings'], ['my data', '#/data'], ['help', '#/help'], ['more', '#/more'], ['nowhere', '#/nowhere']]) {
  test(`${name} can be used by everyone (axe)`, async ({ page, app }) => {
    await page.goto(`${app}#/open/sandbox`);
    await expect(page.locator('.shell')).toBeVisible();
    await go(page, hash);
    await expect(page.locator('main h1')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);
  });
}

test('a changed address changes the page, and Back returns', async ({ page, app }) => {
  await page.goto(`${app}#/open/sandbox`);
  await expect(page.locator('.shell')).toBeVisible();
  await go(page, '#/settings');
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();
  await go(page, '#/register');
  await expect(page.getByRole('heading', { level: 1, name: '台账' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();
});
