// A backup brings everything back onto an empty device: cases, people, drafts.
import { answers, expect, test } from './fixtures.js';
import { counts, digests, fillDesk, fillWho, go, note, rows, search, setUp, takeIn, tap } from './person.js';

async function backUp(page) {
  await go(page, '#/data');
  const downloading = page.waitForEvent('download');
  await tap(page.getByRole('button', { name: '现在备份' }));
  const path = await (await downloading).path();
  await tap(page.getByRole('button', { name: '存好了' }));
  await expect(page.getByText('备份记下了。')).toBeVisible();
  return path;
}

test('a backup restored onto an empty device gives back everything', async ({ page, app, another }) => {
  test.setTimeout(120_000);
  await setUp(page, app);
  const case_ = await takeIn(page);
  await note(page, '打过电话。', '电话');
  await takeIn(page, { applicant: { name: '孙玉兰' } });
  await go(page, '#/intake');
  await fillWho(page, { source: '主动调解', applicant: { name: '周凤英' }, respondent: { name: '吴大海' } });
  await expect(page.locator('.kept')).toContainText('草稿已存');
  const before = { ...await counts(page), ...await digests(page) };
  const file = await backUp(page);

  const there = await another();
  await there.goto(app);
  await answers(there);
  await there.locator('.welcome-restore input[type=file]').setInputFiles(file);
  await expect(there.locator('.shell')).toBeVisible();
  expect({ ...await counts(there), ...await digests(there) }).toEqual(before);
  await go(there, `#/case/${case_}`);
  await expect(there.locator('.timeline')).toContainText('打过电话。');
  await search(there, 'syl');
  await expect(rows(there)).toHaveCount(1);
  await search(there, '');
  await go(there, '#/intake');
  await expect(there.getByRole('group', { name: '申请人', exact: true }).getByLabel('姓名')).toHaveValue('周凤英');
  // It is a desk of its own from now on, and goes on numbering where the other stopped.
  await takeIn(there, { applicant: { name: '郑小兰' }, respondent: { name: '冯国庆' } });
  await expect(there.locator('.head .kicker')).toContainText('第3号');
});

test('a bundle is no backup, and nothing is restored over a desk', async ({ page, app, another }) => {
  test.setTimeout(90_000);
  await setUp(page, app);
  await takeIn(page);
  const file = await backUp(page);
  await tap(page.locator('button.place-button').filter({ visible: true }).first());
  await tap(page.getByRole('button', { name: '回到首页' }));
  await answers(page);
  await expect(page.locator('.welcome-restore')).toHaveCount(0);
  const there = await another();
  await there.goto(app);
  await answers(there);
  await there.locator('.welcome-restore input[type=file]').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
  await expect(there.locator('.welcome-restore .error')).toContainText('不是廊桥的交换文件');
  await there.locator('.welcome-restore input[type=file]').setInputFiles(file);
  await expect(there.locator('.shell')).toBeVisible();
});

/** Changes a text in what lies under a key of a store, or was written there last, as a failing disk may. */
const spoil = (page, change) => page.evaluate(async ({ store, key, was, is }) => {
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const [{ name }] = (await indexedDB.databases()).filter(({ name }) => name.endsWith(' desk'));
  const database = await settled(indexedDB.open(name));
  const values = database.transaction(store, 'readwrite').objectStore(store);
  key ??= (await settled(values.getAllKeys())).at(-1);
  const value = await settled(values.get(key));
  await settled(values.put(value.replace(was, is), key));
  database.close();
}, change);

test('what the disk damaged is said, is in no backup, and comes back with an older one', async ({ page, app }) => {
  test.setTimeout(120_000);
  await setUp(page, app);
  const case_ = await takeIn(page);
  await note(page, '打过电话。', '电话');
  const file = await backUp(page);
  const before = { ...await counts(page), ...await digests(page) };

  await spoil(page, { store: 'tail', was: '打过电话', is: '打过电活' });
  await page.reload();
  const banner = page.locator('.banner').filter({ hasText: '有1条记录坏了，读不出来' });
  await expect(banner).toBeVisible();
  await go(page, `#/case/${case_}`);
  await expect(page.locator('.timeline')).toContainText('登记');
  await expect(page.locator('.timeline')).not.toContainText('打过电');
  await go(page, '#/data');
  const downloading = page.waitForEvent('download');
  await tap(page.getByRole('button', { name: '现在备份' }));
  await downloading;
  await expect(page.getByText('文件里缺了东西')).toBeVisible();
  await tap(page.getByRole('button', { name: '存好了' }));

  await tap(banner.getByRole('button', { name: '去并进来' }));
  await page.locator('.exchange input[type=file]').first().setInputFiles(file);
  await tap(page.getByRole('button', { name: /^并入\d+条/ }));
  await expect(page.locator('.exchange a[href^="#/register"]').first()).toBeVisible();
  await expect(banner).toHaveCount(0);
  await go(page, `#/case/${case_}`);
  await expect(page.locator('.timeline')).toContainText('打过电话。');
  expect({ ...await counts(page), ...await digests(page) }).toEqual(before);
});

test('a desk that was lost is set up or restored over its cases', async ({ page, app }) => {
  test.setTimeout(120_000);
  await setUp(page, app);
  await takeIn(page);
  const file = await backUp(page);
  const lose = async () => {
    await spoil(page, { store: 'about', key: 'desk', was: '{', is: 'x' });
    await page.reload();
    await answers(page);
    await expect(page.locator('.welcome')).toContainText('案子都还在');
  };

  await lose();
  await fillDesk(page);
  await takeIn(page, { applicant: { name: '孙玉兰' } });
  await expect(page.locator('.head .kicker')).toContainText('第2号');

  await lose();
  await page.locator('.welcome-restore input[type=file]').setInputFiles(file);
  await expect(page.locator('.shell')).toBeVisible();
  await takeIn(page, { applicant: { name: '郑小兰' } });
  await expect(page.locator('.head .kicker')).toContainText('第3号');
});
