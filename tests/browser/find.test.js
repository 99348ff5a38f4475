// The register of a whole region: scrolled to its end, put in another order, filtered; and what the address keeps of it.
import { expect, test } from './fixtures.js';
import { go, tap } from './person.js';

const seen = (locator) => locator.filter({ visible: true });
const list = (page) => page.locator('.vlist');
const row = (page, at) => list(page).locator(`[data-row="${at}"]`);
const chip = (page, name) => page.locator('.register-chips').getByRole('button', { name });
const hash = (page) => page.evaluate(() => location.hash);

/** Opens the demonstration's register. */
async function openRegister(page, app) {
  test.setTimeout(180_000);
  await page.goto(`${app}#/open/demonstration`);
  await expect(page.locator('.shell.demo')).toBeVisible({ timeout: 120_000 });
  await go(page, '#/register');
  await expect(row(page, 0).getByRole('link')).toBeVisible();
}

/** How many cases the list says it has. */
async function found(page) {
  const name = await list(page).getAttribute('aria-label');
  return Number(name.match(/([\d,]+)件/)[1].replaceAll(',', ''));
}

test('a list of thousands is scrolled to its last row, and only the rows in sight are drawn', async ({ page, app }) => {
  await openRegister(page, app);
  const count = await found(page);
  expect(count).toBeGreaterThan(8_000);
  const drawn = list(page).locator('[data-row]');
  const few = async () => {
    const rows = await drawn.count();
    expect(rows).toBeGreaterThan(3);
    expect(rows).toBeLessThan(60);
  };
  await few();
  const scroll = (share) => list(page).evaluate((one, share) => { one.scrollTop = one.scrollHeight * share; }, share);
  await scroll(0.5);
  const half = row(page, Math.round(count / 2));
  await expect(half.getByRole('link')).toBeInViewport();
  await few();
  await expect(row(page, 0), 'what has gone by is taken down').toHaveCount(0);
  await scroll(1);
  const last = row(page, count - 1);
  await expect(last.getByRole('link')).toBeInViewport({ ratio: 0.9 });
  await expect(last).toHaveAttribute('aria-posinset', String(count));
  await expect(row(page, count)).toHaveCount(0);
  await few();

  // It is a case like any other; and who comes back finds the list where it was.
  await tap(last.getByRole('link'));
  await expect(page).toHaveURL(/#\/case\/[\w-]{22}$/);
  await expect(page.locator('.timeline > li')).not.toHaveCount(0);
  await page.goBack();
  await expect(last.getByRole('link')).toBeInViewport();
});

/** Whether the first list lies kept in the workspace's database. */
const firstIsKept = (page) => page.evaluate(async () => {
  const { name } = (await indexedDB.databases()).find((one) => one.name.endsWith(' demonstration'));
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) });
  });
  const bytes = await new Promise((resolve, reject) => {
    const request = db.transaction('views').objectStore('views').get('first');
    Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) });
  });
  db.close();
  return (bytes?.byteLength ?? 0) > 0;
});

test('a long register shows its first rows again as it was kept, and all of it is there for who looks on', async ({ page, app }) => {
  await openRegister(page, app);
  const count = await found(page);
  const first = await row(page, 0).textContent();
  await expect.poll(() => firstIsKept(page), { timeout: 60_000 }).toBe(true);
  await page.reload();
  await expect(row(page, 0)).toHaveText(first);
  expect(await found(page)).toBe(count);
  // At once, while the rows behind it may not have been read yet.
  await list(page).evaluate((one) => { one.scrollTop = one.scrollHeight; });
  await expect(row(page, count - 1).getByRole('link')).toBeInViewport({ ratio: 0.9 });
  await go(page, '#/today');
  await expect(page.locator('.today-cards')).toBeVisible();
});

test('another order is another first row, and stays in the address', async ({ page, app }) => {
  await openRegister(page, app);
  const order = page.locator('.register-order');
  const choose = async (name) => {
    await tap(order.getByRole('button', { name: '换排法' }));
    await tap(order.getByRole('menuitem', { name }));
    await expect(order.getByText(name, { exact: true })).toBeVisible();
    await expect(list(page).getByText('正在读…')).toHaveCount(0);
  };
  const first = () => row(page, 0).getByRole('link').getAttribute('href');
  const inFirstOrder = await first();
  const count = await found(page);

  await choose('按登记，旧的在前');
  expect(await hash(page)).toBe('#/register?sort=oldest');
  await expect.poll(first).not.toBe(inFirstOrder);
  const oldest = await first();
  // What is newest in one order is last in the other.
  await choose('按登记，新的在前');
  expect(await hash(page)).toBe('#/register?sort=newest');
  await expect.poll(first).not.toBe(oldest);
  await list(page).evaluate((one) => { one.scrollTop = one.scrollHeight; });
  await expect(row(page, count - 1).getByRole('link')).toHaveAttribute('href', oldest);

  await page.reload();
  await expect(order.getByText('按登记，新的在前', { exact: true })).toBeVisible();
  await choose('按期限，近的在前');
  expect(await hash(page), 'the usual order needs no word').toBe('#/register');
  await expect.poll(first).toBe(inFirstOrder);
  expect(await found(page)).toBe(count);
});

test('filters are pressed and taken back by Back, and outlast a reload', async ({ page, app }) => {
  await openRegister(page, app);
  const all = await found(page);
  // What the page shows: its address, which chips are on, and how many cases.
  const shows = async (address, pressed, count) => {
    await expect.poll(() => hash(page)).toBe(address);
    for (const name of [/^在办/, /^逾期/]) {
      await expect(chip(page, name)).toHaveAttribute('aria-pressed', String(pressed.includes(name.source)));
    }
    await expect.poll(() => found(page)).toBe(count);
  };
  const press = async (name) => {
    const wanted = Number(await chip(page, name).locator('.num').textContent());
    await tap(chip(page, name));
    return wanted;
  };

  const open = await press(/^在办/);
  expect(open).toBeLessThan(all);
  await shows('#/register?open=1', ['^在办'], open);
  const overdue = await press(/^逾期/);
  expect(overdue).toBeLessThan(open);
  await shows('#/register?open=1&overdue=1', ['^在办', '^逾期'], overdue);
  await expect(row(page, 0)).toContainText('已逾期');
  // A type becomes a chip that can be taken away.
  const kind = page.locator('.register-chips .slide button[aria-pressed]').last();
  const name = (await kind.textContent()).replace(/\d+$/, '');
  await tap(kind);
  await expect.poll(() => hash(page)).toMatch(/^#\/register\?.*type=\w+/);
  const address = await hash(page);
  const away = page.getByRole('button', { name: `去掉：${name}` });
  await expect(away).toBeVisible();
  await expect(row(page, 0)).toContainText(name);
  const ofKind = await found(page);
  expect(ofKind).toBeLessThanOrEqual(overdue);

  await page.reload();
  await expect(row(page, 0).getByRole('link')).toBeVisible({ timeout: 60_000 });
  await shows(address, ['^在办', '^逾期'], ofKind);
  await expect(away).toBeVisible();

  await page.goBack();
  await shows('#/register?open=1&overdue=1', ['^在办', '^逾期'], overdue);
  await page.goBack();
  await shows('#/register?open=1', ['^在办'], open);
  await page.goBack();
  await shows('#/register', [], all);
  await page.goForward();
  await page.goForward();
  await shows('#/register?open=1&overdue=1', ['^在办', '^逾期'], overdue);
  await tap(chip(page, /^在办/));
  await shows('#/register?overdue=1', ['^逾期'], overdue);
});

test('what is searched for stands on the page alone: in no address, title, history or storage', async ({ page, app }) => {
  await openRegister(page, app);
  const browser = await page.context().newCDPSession(page);
  const visits = async () => (await browser.send('Page.getNavigationHistory')).entries;
  const all = await found(page);
  await tap(chip(page, /^在办/));
  await expect.poll(() => found(page)).toBeLessThan(all);
  const open = await found(page);
  expect(await hash(page)).toBe('#/register?open=1');
  const before = await visits();

  const words = (await row(page, 5).locator('.muted').first().textContent()).split(' 与 ')[0].replace(/等\d+人$/, '');
  const box = seen(page.getByRole('searchbox', { name: '姓名、首字母、案号、电话、区县' })).last();
  await box.fill(words);
  await expect.poll(() => found(page)).toBeLessThan(open);
  await expect(row(page, 0)).toContainText(words);
  await box.press('Enter');
  await tap(row(page, 0).getByRole('link'));
  await expect(page).toHaveURL(/#\/case\/[\w-]{22}$/);
  await page.goBack();
  await expect(row(page, 0)).toContainText(words);
  await expect(box).toHaveValue(words);

  const after = await visits();
  expect(after.length, 'typing is no step').toBeLessThanOrEqual(before.length + 1);
  const kept = await page.evaluate(() => JSON.stringify([history.state, { ...localStorage }, { ...sessionStorage }, location.href, document.title, window.name]));
  for (const place of [JSON.stringify(after), kept]) {
    for (const form of [words, encodeURIComponent(words)]) expect(place).not.toContain(form);
  }
  await page.reload();
  await expect(row(page, 0).getByRole('link')).toBeVisible({ timeout: 60_000 });
  await expect(box).toHaveValue('');
  await expect.poll(() => found(page), 'the filter is still there').toBe(open);
});
