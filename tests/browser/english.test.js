// Everything in English too: the switch is remembered, and a case is taken in without a word of Chinese around it.
import { answers, expect, test } from './fixtures.js';
import { go, press, tap } from './person.js';

const seen = (locator) => locator.filter({ visible: true });
const HAN = /\p{Script=Han}+/gu;

// Townships and offices are called as they are, and an office writes its numbers as it does; nothing else may be Chinese.
const OURS = ['通州区', '西集镇', '西集镇司法所', '西集', '司法所'];

/** What a part of the page says in Chinese beyond that. */
async function chinese(part) {
  let text = await part.innerText();
  text = text.replaceAll(/(（\d{4}）通西人调字)?第\d+号/g, '');
  for (const name of OURS.toSorted((a, b) => b.length - a.length)) text = text.replaceAll(name, '');
  return text.match(HAN) ?? [];
}

/** Presses the switch that says the other language in that language. */
const switchTo = (page, language) => tap(seen(page.getByRole('button', { name: language })).first());

test('English is switched to by a button, and stays after a reload', async ({ page, app }) => {
  await page.goto(app);
  await answers(page);
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('从哪儿开始？');
  await switchTo(page, 'Switch to English');
  const isEnglish = async () => {
    await expect(title).toHaveText('Where to begin?');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('button', { name: 'Restore a backup' })).toBeVisible();
  };
  await isEnglish();
  await page.reload();
  await answers(page);
  await isEnglish();
  await switchTo(page, '换成中文');
  await expect(title).toHaveText('从哪儿开始？');
  await page.reload();
  await answers(page);
  await expect(title).toHaveText('从哪儿开始？');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('a desk is set up and a case registered, all in English', async ({ page, app }) => {
  test.setTimeout(120_000);
  await page.goto(app);
  await answers(page);
  await switchTo(page, 'Switch to English');
  await page.locator('.level').nth(0).getByRole('searchbox').fill('tongzhou');
  await page.getByRole('radio', { name: /^Tongzhou/ }).first().check();
  await page.getByRole('radio', { name: /^西集镇/ }).first().check();
  await page.getByRole('radio', { name: /^西集镇司法所/ }).first().check();
  await page.getByLabel('My name').fill('Zhao Shumin');
  await tap(seen(page.getByRole('button', { name: 'Begin' })));
  await expect(page.locator('.shell')).toBeVisible();

  await tap(seen(page.getByRole('link', { name: 'Take in' })).first());
  await expect(page.getByRole('heading', { level: 1, name: 'Take in a dispute' })).toBeVisible();
  const form = page.locator('.step-form');
  const speaksEnglish = async (where) => expect(await chinese(page.locator('main')), where).toEqual([]);
  for (const [role, name, phone] of [['Applicant', 'Zhang Guizhen', '138001380'], ['Respondent', 'Li Guoqiang', '']]) {
    const party = page.getByRole('group', { name: role, exact: true });
    await party.getByLabel('Name').fill(name);
    await party.getByLabel('Phone').fill(phone);
    await party.getByLabel('Name').focus();
  }
  const error = form.locator('.error').first();
  await expect(error).toBeVisible();
  expect(await error.textContent()).toMatch(/digits/);
  await page.getByRole('group', { name: 'Applicant', exact: true }).getByLabel('Phone').fill('13800138000');
  await expect(error).toHaveCount(0);
  await speaksEnglish('who');

  await press(page, 'Next: what it is about');
  await page.getByRole('radio', { name: 'Neighbours', exact: true }).check();
  await page.getByLabel("In the person's own words").fill('The ditch was moved, and water runs to our wall.');
  await page.getByRole('checkbox', { name: 'Petitioned before' }).check();
  await expect(page.locator('.rated').first()).toContainText('Risk: watch.');
  await speaksEnglish('what');
  await press(page, 'Next: check and register');
  await expect(page.locator('.will-be')).toContainText('It will be number');
  await speaksEnglish('check');
  await press(page, 'Register');

  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('Zhang Guizhen v. Li Guoqiang: Neighbours');
  await expect(page.locator('.timeline')).toContainText('The ditch was moved');
  await speaksEnglish('the case');
  // The language is kept with the browser, not with the page.
  await page.reload();
  await expect(title).toHaveText('Zhang Guizhen v. Li Guoqiang: Neighbours');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await go(page, '#/register');
  await expect(page.locator('.vlist a')).toContainText('Zhang Guizhen v. Li Guoqiang');
  await speaksEnglish('the register');
});
