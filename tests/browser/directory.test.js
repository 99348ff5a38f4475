// The directory: an office is entered, written anew, taken back; a team gets members; an agreement is drafted and signed.
import { expect, test } from './fixtures.js';
import { enterOffice, field, go, setUp, tap } from './person.js';

test('an office is entered with what is needed, and each field is written anew by itself', async ({ page, app }) => {
  await setUp(page, app);
  await go(page, '#/directory/new/organisation');
  // What is missing is said where it is missing, and nothing is recorded.
  await tap(page.getByRole('button', { name: '记下' }));
  await expect(page.getByText('请补齐上面标出的几项')).toBeVisible();
  await enterOffice(page, '永乐店司法所');

  await page.getByRole('button', { name: '补上开放时间' }).click();
  await field(page, '开放时间').fill('周一至周五 9:00–17:00');
  await tap(page.getByRole('dialog').getByRole('button', { name: '记下' }));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.facts')).toContainText('周一至周五 9:00–17:00');

  await page.getByRole('button', { name: '改名称' }).click();
  await field(page, '名称').fill('永乐店镇司法所');
  await tap(page.getByRole('dialog').getByRole('button', { name: '记下' }));
  await expect(page.getByRole('heading', { level: 1, name: '永乐店镇司法所' })).toBeVisible();

  // Whoever comes back finds what has happened.
  await go(page, '#/directory');
  await page.locator('.directory-line').filter({ hasText: '永乐店镇司法所' }).click();
  await expect(page.locator('.timeline')).toContainText('改了名称');

  // The last entry is taken back.
  await page.getByRole('button', { name: '撤销这一条' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '永乐店司法所' })).toBeVisible();

  // A few letters find it.
  await go(page, '#/directory');
  await page.getByRole('searchbox', { name: '名称、首字母、区县' }).fill('yld');
  await expect(page.locator('.directory-line')).toHaveCount(1);
  await page.locator('.directory-line').first().click();
  await expect(page.locator('.facts')).toContainText('周一至周五 9:00–17:00');
});

test('an office is placed on the map by a press or by keys, and taken off again', async ({ page, app }) => {
  await setUp(page, app);
  await enterOffice(page, '永乐店司法所');
  const dialog = page.getByRole('dialog');
  const surface = dialog.locator('.map-surface');
  const stands = dialog.getByText(/^放在|^还没放/);
  const open = async (name) => {
    await tap(page.getByRole('button', { name }));
    await expect(dialog.locator('.map')).toHaveAttribute('aria-busy', 'false');
  };
  const record = async () => {
    await tap(dialog.getByRole('button', { name: '记下' }));
    await expect(dialog).toHaveCount(0);
  };

  await open('补上地图上的位置');
  await expect(stands).toHaveText('还没放，按所在地显示');
  // The corner of the map lies in another county.
  await tap(surface, { position: { x: 4, y: 4 } });
  await expect(dialog.getByText('那里不在通州区')).toBeVisible();
  await expect(stands).toHaveText('还没放，按所在地显示');
  const { width, height } = await surface.boundingBox();
  await tap(surface, { position: { x: width / 2, y: height / 2 } });
  await expect(stands).toHaveText(/^放在116\.\d{5}, 39\.\d{5}$/);
  const first = (await stands.textContent()).replace('放在', '');
  await record();
  await expect(page.locator('.facts')).toContainText(first);

  // By keys: the map is moved beneath the cross, and Enter says "here".
  await open('改地图上的位置');
  await expect(stands).toHaveText(`放在${first}`);
  await surface.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(stands).not.toHaveText(`放在${first}`);
  await expect(stands).toHaveText(/^放在116\.\d{5}, 39\.\d{5}$/);
  const second = (await stands.textContent()).replace('放在', '');
  await record();
  await expect(page.locator('.facts')).toContainText(second);

  await open('改地图上的位置');
  await tap(dialog.getByRole('button', { name: '取下，按所在地显示' }));
  await expect(stands).toHaveText('还没放，按所在地显示');
  await record();
  await expect(page.getByRole('button', { name: '补上地图上的位置' })).toBeVisible();
});

test('a form that was left goes on', async ({ page, app }) => {
  await setUp(page, app);
  await go(page, '#/directory/new/team');
  await field(page, '名称').fill('向日葵暖心团');
  await go(page, '#/today');
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await go(page, '#/directory/new/team');
  await expect(field(page, '名称')).toHaveValue('向日葵暖心团');
});

test('a team has members by kind, chosen by a few letters, and lets them go', async ({ page, app }) => {
  await setUp(page, app);
  await go(page, '#/directory/new/person');
  await field(page, '姓名').fill('赵淑敏');
  await page.getByRole('radio', { name: '协助', exact: true }).check();
  await tap(page.getByRole('button', { name: '记下' }));
  await expect(page.getByRole('heading', { level: 1, name: '赵淑敏' })).toBeVisible();

  await go(page, '#/directory/new/team');
  await field(page, '名称').fill('向日葵暖心团');
  await tap(page.getByRole('button', { name: '记下' }));
  await expect(page.getByRole('heading', { level: 1, name: '向日葵暖心团' })).toBeVisible();
  await page.getByRole('button', { name: '加成员' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('zsm');
  await dialog.getByRole('checkbox', { name: /^赵淑敏/ }).first().check();
  await dialog.getByRole('radio', { name: '五老', exact: true }).check();
  await tap(dialog.getByRole('button', { name: '记下' }));
  await expect(page.locator('.network-lines')).toContainText('赵淑敏');
  await expect(page.locator('.network-lines')).toContainText('五老');
  await page.getByRole('button', { name: '去掉赵淑敏' }).click();
  await expect(page.locator('.network-lines')).not.toContainText('赵淑敏');
});

test('an agreement is drafted, signed, paired across the border and renewed', async ({ page, app }) => {
  await setUp(page, app);
  await enterOffice(page, '河西务镇司法所');
  await go(page, '#/directory/new/agreement');
  await field(page, '名称').fill('毗邻乡镇合作协议');
  await page.locator('.place-pick').first().click();
  // A county pressed is a county chosen: the sheet shuts by itself.
  await page.getByRole('dialog').getByRole('radio', { name: /^武清区/ }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const parties = page.locator('.field').filter({ hasText: '签约单位' }).getByRole('checkbox');
  await expect(parties).toHaveCount(2);
  for (const party of await parties.all()) await party.check();
  await tap(page.getByRole('button', { name: '记下' }));
  await expect(page.getByRole('heading', { level: 1, name: '毗邻乡镇合作协议' })).toBeVisible();
  await expect(page.locator('.chip').filter({ hasText: '拟签' })).toBeVisible();

  await page.getByRole('button', { name: '记签订' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '今天' }).click();
  await tap(page.getByRole('dialog').getByRole('button', { name: '记下' }));
  await expect(page.locator('.chip').filter({ hasText: '生效中' })).toBeVisible();
});
