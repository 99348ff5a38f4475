// What one was typing outlives a reload, and the death of the engine.
import { answers, expect, test } from './fixtures.js';
import { DISPUTE, done, fillWhat, fillWho, go, openStep, press, setUp, takeIn, tap } from './person.js';

const kept = (page) => expect(page.locator('.kept')).toContainText('草稿已存');

test('a reload in mid-form keeps the draft', async ({ page, app }) => {
  await setUp(page, app);
  await go(page, '#/intake');
  await fillWho(page);
  await press(page, '下一步：什么事');
  await fillWhat(page);
  await kept(page);
  await page.reload();
  await expect(page.getByLabel('用当事人的话说一遍')).toHaveValue(DISPUTE.facts);
  await expect(page.getByRole('radio', { name: DISPUTE.kind, exact: true })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: DISPUTE.risk[0] })).toBeChecked();
  await tap(page.getByRole('button', { name: '上一步' }));
  await expect(page.getByRole('group', { name: '申请人', exact: true }).getByLabel('姓名')).toHaveValue(DISPUTE.applicant.name);
  await press(page, '下一步：什么事');
  await press(page, '下一步：核对并登记');
  await press(page, '登记');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('张桂珍');
  // Done, it is not offered again.
  await go(page, '#/intake');
  await expect(page.getByRole('group', { name: '申请人', exact: true }).getByLabel('姓名')).toHaveValue('');
});

test('two windows that take in two disputes keep both', async ({ page, app, context }) => {
  await setUp(page, app);
  const name = (tab) => tab.getByRole('group', { name: '申请人', exact: true }).getByLabel('姓名');
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto(`${app}#/intake`);
    await expect(name(tab)).toHaveValue('');
  }
  await name(page).fill('郑小兰');
  await kept(page);
  await name(other).fill('周凤英');
  await kept(other);
  // The second registers its case; the first still has its own.
  await fillWho(other);
  await press(other, '下一步：什么事');
  await fillWhat(other);
  await press(other, '下一步：核对并登记');
  await press(other, '登记');
  await expect(other).toHaveURL(/#\/case\//);
  await page.reload();
  await expect(name(page)).toHaveValue('郑小兰');
  await name(page).fill('郑晓兰');
  await kept(page);
  await go(other, '#/intake');
  await expect(name(other)).toHaveValue('郑晓兰');
});

test('a reload during the first set-up keeps what was chosen', async ({ page, app }) => {
  await page.goto(app);
  await answers(page);
  await page.locator('.level').nth(0).getByRole('searchbox').fill('tzq');
  await page.getByRole('radio', { name: /^通州区/ }).first().check();
  await page.getByRole('radio', { name: /^西集镇/ }).first().check();
  const office = page.getByRole('radio', { name: /^西集镇司法所/ }).first();
  await office.check();
  await page.getByLabel('我的姓名').fill('赵淑敏');
  await page.reload();
  await answers(page);
  await expect(office).toBeChecked();
  await expect(page.getByLabel('我的姓名')).toHaveValue('赵淑敏');
  await tap(page.getByRole('button', { name: '开始办案' }).filter({ visible: true }));
  await expect(page.locator('.shell')).toBeVisible();
  // Done, it is not kept any longer.
  await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('赵淑敏');
});

test('a reload right after the last key loses nothing', async ({ page, app }) => {
  await setUp(page, app);
  await takeIn(page);
  await openStep(page, 'accept');
  await done(page, '受理', '受理');
  await openStep(page, 'assign');
  await done(page, '指派调解员', '指派调解员');
  await openStep(page, 'inquire');
  await page.getByLabel('问了什么，看到什么').fill('写到一半，');
  await kept(page);
  await page.getByLabel('问了什么，看到什么').fill('写到一半，页面重开了。');
  await page.reload();
  await expect(page.getByLabel('问了什么，看到什么')).toHaveValue('写到一半，页面重开了。');
});

const step = (page) => page.locator('.steps-bar h2');

test('Back leads to the step before, and 今日 back into what is unfinished', async ({ page, app }) => {
  await setUp(page, app);
  await tap(page.getByRole('link', { name: '受理' }).filter({ visible: true }).first());
  await fillWho(page);
  await press(page, '下一步：什么事');
  await fillWhat(page);
  await press(page, '下一步：核对并登记');
  await expect(step(page)).toContainText('第3步');
  await page.goBack();
  await expect(step(page)).toContainText('第2步');
  await expect(page.getByLabel('用当事人的话说一遍')).toHaveValue(DISPUTE.facts);
  await page.goBack();
  await expect(step(page)).toContainText('第1步');
  await page.goBack();
  await tap(page.getByRole('link', { name: '有一份没填完' }));
  await expect(page.getByRole('group', { name: '申请人', exact: true }).getByLabel('姓名')).toHaveValue(DISPUTE.applicant.name);

  await tap(page.getByRole('button', { name: '不要了' }));
  await expect(page).toHaveURL(/#\/today$/);
  await expect(page.getByRole('link', { name: '有一份没填完' })).toHaveCount(0);
  await tap(page.getByRole('button', { name: '撤销' }));
  await press(page, '下一步：什么事');
  await press(page, '下一步：核对并登记');
  await press(page, '登记');
  await expect(page).toHaveURL(/#\/case\//);
  // Past the form, which is done, with all of its steps.
  await page.goBack();
  await expect(page).toHaveURL(/#\/today$/);
  await expect(page.getByRole('link', { name: '有一份没填完' })).toHaveCount(0);
});

test('the focus goes to what is new: a page, a step, a field', async ({ page, app }) => {
  await setUp(page, app);
  for (const [hash, title] of [['#/intake', '受理纠纷'], ['#/settings', '设置'], ['#/network', '网络']]) {
    await go(page, hash);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
  }
  await go(page, '#/intake');
  await fillWho(page);
  await press(page, '下一步：什么事');
  await expect(step(page)).toBeFocused();
  await fillWhat(page);
  await press(page, '下一步：核对并登记');
  await expect(step(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/intake$/);
  await press(page, '登记');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('张桂珍');
  await expect(page.getByRole('heading', { level: 1, name: /张桂珍/ })).toBeFocused();
});

/** Waits until the browser refuses, or again takes, what a page stores: it looks only now and then what room there is. */
const roomFor = (page, room) => expect.poll(() => page.evaluate(() => new Promise((resolve) => {
  const opening = indexedDB.open('room');
  opening.onupgradeneeded = () => opening.result.createObjectStore('all', { autoIncrement: true });
  opening.onerror = () => resolve(false);
  opening.onsuccess = () => {
    const database = opening.result;
    const transaction = database.transaction('all', 'readwrite');
    transaction.objectStore('all').add('x'.repeat(10_000));
    const done = (outcome) => { database.close(); resolve(outcome); };
    transaction.oncomplete = () => done(true);
    transaction.onabort = () => done(false);
  };
})), { timeout: 60_000 }).toBe(room);

test('on a full disk what was typed outlives the way to the backup, a reload, and is kept once there is room', async ({ page, app }, { project }) => {
  test.skip(project.name !== 'desktop', 'the disk is the same on a phone');
  test.setTimeout(240_000);
  await setUp(page, app);
  await go(page, '#/intake');
  await page.getByRole('group', { name: '申请人', exact: true }).getByLabel('姓名').fill('孙以前');
  await kept(page);
  const disk = await page.context().newCDPSession(page);
  const { origin } = new URL(app);
  await disk.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
  await roomFor(page, false);

  await fillWho(page);
  // The banner moves what stands below it: nobody presses while it comes.
  const toData = page.getByRole('button', { name: '看我的数据' });
  await expect(toData).toBeVisible();
  await press(page, '下一步：什么事');
  await fillWhat(page);
  await press(page, '下一步：核对并登记');
  await press(page, '登记');
  await expect(page.locator('.step-refused')).toContainText('存不下');
  await tap(toData);
  await expect(page).toHaveURL(/#\/data$/);
  // The older draft had none.
  const typed = () => expect(page.getByLabel('用当事人的话说一遍')).toHaveValue(DISPUTE.facts);
  await go(page, '#/intake');
  await typed();
  await page.reload();
  await typed();

  await disk.send('Storage.overrideQuotaForOrigin', { origin });
  await roomFor(page, true);
  await go(page, '#/register');
  await go(page, '#/intake');
  await typed();
  // Kept by the engine, it is beside it no longer.
  await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(DISPUTE.applicant.name);
  await page.reload();
  await typed();
});

test('whoever takes in a dispute that stands in the register already is told so before it is registered', async ({ page, app }) => {
  await setUp(page, app);
  await takeIn(page);
  await go(page, '#/intake');
  await fillWho(page);
  await press(page, '下一步：什么事');
  await fillWhat(page);
  await press(page, '下一步：核对并登记');
  await expect(page.locator('main').getByText(/有1件写着这几位的名字，最近的是（2026）/)).toBeVisible();
  await tap(page.getByRole('link', { name: '看那一件' }));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('张桂珍');
  // Another respondent is another dispute.
  await go(page, '#/intake');
  await tap(page.getByRole('button', { name: '不要了' }));
  await go(page, '#/intake');
  await fillWho(page, { ...DISPUTE, respondent: { name: '孙玉兰' } });
  await press(page, '下一步：什么事');
  await fillWhat(page);
  await press(page, '下一步：核对并登记');
  await expect(page.getByText('登记后编号')).toBeVisible();
  await expect(page.getByRole('link', { name: '看那一件' })).toHaveCount(0);
});
