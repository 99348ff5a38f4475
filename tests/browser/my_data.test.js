// 我的数据 says where everything lies, to which address it is bound, whether the browser promised to keep it, and
// when it was last backed up; in both languages.
import { expect, test } from './fixtures.js';
import { go, setUp, takeIn, tap } from './person.js';

const WORDS = {
  'zh-CN': {
    title: '我的数据', lead: '都在这台机器的这个浏览器里，没有服务器。',
    where: ['在哪里', '本机 · 本浏览器 · 我的工作台'], address: '只认这个网址', cases: '案子', room: ['浏览器给的空间', /^用了[\d.]+ [KMG]?B，最多[\d.]+ [KMG]?B$/],
    kept: ['会不会被清掉', '浏览器答应长期保存，除非您自己清除。', '浏览器没答应：空间紧张时可能会清掉。', '请浏览器答应'],
    last: ['上次备份', '从没备份过', /^今天 \d\d:\d\d$/, '之后又办了1件'],
  },
  en: {
    title: 'My data', lead: 'All of it is in this browser on this device; there is no server.',
    where: ['Where', 'This device, this browser, My desk'], address: 'Bound to this address', cases: 'Cases', room: ['Room from the browser', /^[\d.]+ [KMG]?B of [\d.]+ [KMG]?B$/],
    kept: ['Will it stay', 'The browser promised to keep it until you clear it.', 'No promise yet: the browser may clear it when space is short.', 'Ask for the promise'],
    last: ['Last backup', 'Never', /^Today,? \d\d:\d\d$/i, 'Cases since: 1'],
  },
};

const card = (page, title) => page.locator('.my-data .card').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const fact = (page, name) => page.locator('.my-data dl > div').filter({ has: page.getByText(name, { exact: true }) }).locator('dd');

/** Has the browser answer so when it is asked whether it keeps the record. */
const promise = (page, promised) => page.addInitScript((promised) => {
  Object.assign(StorageManager.prototype, { persisted: async () => promised, persist: async () => promised });
}, promised);

/** Looks at the page in both languages, switched where a phone too has the switch. */
async function inBoth(page, look) {
  for (const [language, words] of Object.entries(WORDS)) {
    await go(page, '#/settings');
    await page.getByRole('radio', { name: language === 'en' ? 'English' : '中文' }).check();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await go(page, '#/data');
    await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible();
    await look(words);
  }
  await go(page, '#/settings');
  await page.getByRole('radio', { name: '中文' }).check();
}

test('it says where the record lies, which address sees it, and when it was last backed up', async ({ page, app }) => {
  await promise(page, true);
  await setUp(page, app);
  await takeIn(page);
  const here = new URL(app);
  await inBoth(page, async ({ lead, where, address, cases, room, kept, last }) => {
    await expect(page.getByText(lead)).toBeVisible();
    await expect(fact(page, where[0])).toHaveText(where[1]);
    await expect(fact(page, address).locator('.my-data-address')).toHaveText(`${here.host}${here.pathname}`);
    await expect(fact(page, cases)).toHaveText('1');
    await expect(fact(page, room[0])).toHaveText(room[1]);
    await expect(card(page, kept[0])).toContainText(kept[1]);
    await expect(card(page, kept[0]).getByRole('button')).toHaveCount(0);
    await expect(card(page, last[0]).locator('.my-data-when')).toHaveText(last[1]);
  });

  await go(page, '#/data');
  const downloading = page.waitForEvent('download');
  await tap(page.getByRole('button', { name: '现在备份' }));
  await downloading;
  await tap(page.getByRole('button', { name: '存好了' }));
  await expect(page.getByText('备份记下了。')).toBeVisible();
  await takeIn(page, { applicant: { name: '孙玉兰' } });
  await inBoth(page, async ({ cases, last }) => {
    await expect(fact(page, cases)).toHaveText('2');
    await expect(card(page, last[0]).locator('.my-data-when')).toHaveText(last[2]);
    await expect(card(page, last[0])).toContainText(last[3]);
  });
});

test('where the browser gave no promise, it says so and can be asked again', async ({ page, app }) => {
  await promise(page, false);
  await setUp(page, app);
  await expect(page.getByText('浏览器没答应长期保存案件，请常备份。')).toBeVisible();
  await inBoth(page, async ({ kept }) => {
    await expect(card(page, kept[0])).toContainText(kept[2]);
    await expect(card(page, kept[0]).getByRole('button', { name: kept[3] })).toBeVisible();
  });
  await go(page, '#/data');
  const ask = page.getByRole('button', { name: '请浏览器答应' });
  await tap(ask);
  await expect(page.getByText('浏览器这次没答应。装到桌面或常用之后再试。')).toBeVisible();
  await page.evaluate(() => { StorageManager.prototype.persist = async () => true; });
  await tap(ask);
  await expect(card(page, '会不会被清掉')).toContainText('浏览器答应长期保存');
  await expect(ask).toHaveCount(0);
});
