// What a person does with the app, as the tests tell it: by names and labels, on a phone as on a desktop.
import { answers, expect } from './fixtures.js';

const seen = (locator) => locator.filter({ visible: true });

/** To another page by its address, as a kept link leads there. */
export const go = (page, hash) => page.evaluate((to) => { location.hash = to; }, hash);

/** Sets up a desk: the county by its initials, township, organisation, name. */
export async function setUp(page, app, name = '赵淑敏') {
  await page.goto(app);
  await answers(page);
  await fillDesk(page, name);
}

export async function fillDesk(page, name = '赵淑敏', { county = ['tzq', '通州区'], town = '西集镇' } = {}) {
  await page.locator('.level').nth(0).getByRole('searchbox').fill(county[0]);
  await page.getByRole('radio', { name: new RegExp(`^${county[1]}`) }).first().check();
  await page.getByRole('radio', { name: new RegExp(`^${town}`) }).first().check();
  await page.getByRole('radio', { name: new RegExp(`^${town}司法所`) }).first().check();
  await page.getByLabel('我的姓名').fill(name);
  await tap(seen(page.getByRole('button', { name: '开始办案' })));
  await expect(page.locator('.shell')).toBeVisible();
}

/** The dispute that most tests tell. */
export const DISPUTE = {
  source: '当事人申请',
  applicant: { name: '张桂珍', phone: '13800138000', idNumber: '11010519491231002X' },
  respondent: { name: '李国强', phone: '13911112222' },
  kind: '邻里',
  place: '肖家林村12号',
  facts: '两家因排水沟走向起了争执，对方把水引到我家墙根。',
  risk: ['曾经信访'],
};

/** Fills in the first part of an intake: who comes. */
export async function fillWho(page, { source, applicant, respondent } = DISPUTE) {
  await page.getByRole('radio', { name: source, exact: true }).check();
  for (const [role, { name, phone, idNumber }] of [['申请人', applicant], ['被申请人', respondent]]) {
    const party = page.getByRole('group', { name: role, exact: true });
    await party.getByLabel('姓名').fill(name);
    if (phone) await party.getByLabel('电话').fill(phone);
    if (idNumber) {
      await tap(party.getByText('证件、住址等'));
      await party.getByLabel('身份证号').fill(idNumber);
    }
  }
}

/** Fills in the second part: what it is about. */
export async function fillWhat(page, { kind, place, facts, risk = [] } = DISPUTE) {
  await page.getByRole('radio', { name: kind, exact: true }).check();
  await page.getByLabel('村、小区、门牌').fill(place);
  await page.getByLabel('用当事人的话说一遍').fill(facts);
  for (const sign of risk) await page.getByRole('checkbox', { name: sign }).check();
  if (risk.length === 0) await page.getByRole('checkbox', { name: '都没有' }).check();
}

/** The app takes taps at one spot within half a second for one, by a shaky thumb; nobody fills in a form that fast. */
const SAME_TAP = 500;

/** Presses at a person's pace, whatever was pressed before; in the middle, or at a place of it. */
export async function tap(locator, where = {}) {
  await locator.page().waitForFunction((pause) => Date.now() > (window.langqiaoTestTapped ?? 0) + pause, SAME_TAP);
  await locator.click(where);
}

/** Presses the button under the thumb of a form. */
export async function press(page, name) {
  const button = seen(page.locator('.step-form')).getByRole('button', { name, exact: true });
  await expect(button).toBeVisible();
  await tap(button);
}

/** Takes in a dispute and gives its case's id. */
export async function takeIn(page, dispute = {}) {
  const told = { ...DISPUTE, ...dispute };
  await go(page, '#/intake');
  await fillWho(page, told);
  await press(page, '下一步：什么事');
  await fillWhat(page, told);
  await press(page, '下一步：核对并登记');
  await press(page, '登记');
  await expect(page).toHaveURL(/#\/case\/[\w-]{22}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(told.applicant.name);
  return page.url().split('/case/')[1];
}

/** Opens a step's form from the case's page: the one that stands out, or one of 还能做什么. */
export async function openStep(page, code) {
  const main = seen(page.locator(`.case-next a.main[href$="/${code}"], .thumb a.main[href$="/${code}"]`));
  const more = seen(page.locator('.case-next, .thumb')).getByRole('button', { name: /^(其他|还能做什么)$/ });
  await expect(more).toBeVisible();
  if (await main.count()) {
    await tap(main);
  } else {
    await tap(more);
    await tap(page.getByRole('dialog').locator(`a[href$="/${code}"]`));
  }
  await expect(page.locator('.step-form')).toBeVisible();
}

/** Does what a form is for, and comes back to the case. */
export async function done(page, verb, title) {
  await press(page, verb);
  await expect(page.locator('.toast').getByText(`已记下：${title}`)).toBeVisible();
  await expect(page).toHaveURL(/#\/case\/[\w-]{22}$/);
}

/** Adds a line to the case on show. */
export async function note(page, text, verb = '便条') {
  const box = page.getByLabel('记一笔：刚才发生了什么');
  await box.fill(text);
  await tap(page.getByRole('group', { name: '记成' }).getByRole('button', { name: verb }));
  await expect(box).toHaveValue('');
  await expect(page.locator('.timeline').getByText(text, { exact: true })).toBeVisible();
}

/** Types into the search of the register. */
export async function search(page, words) {
  await go(page, '#/register');
  const box = seen(page.getByRole('searchbox', { name: '姓名、首字母、案号、电话、区县' })).last();
  await box.fill(words);
  return box;
}

/** The rows of the register that are on show. */
export const rows = (page) => page.locator('.vlist .case-row, .vlist a[href*="#/case/"]');

/** The first lines of 核对码: what is here, and with what leaves. */
export async function digests(page) {
  await go(page, '#/data');
  await tap(page.getByRole('button', { name: '算出核对码' }));
  const line = (name) => page.locator('dl > div, .fact').filter({ hasText: name }).locator('code').last().textContent();
  return { entries: await line('全部记录'), opened: await line('含个人信息') };
}

/** How many entries and cases this desk has, by the page 我的数据. */
export async function counts(page) {
  await go(page, '#/data');
  const number = async (name) => Number((await page.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) }).locator('.num').first().textContent()).replaceAll(',', ''));
  return { cases: await number('案子'), entries: await number('记录') };
}

/** Takes a bundle out and gives the path of its file; with a case, from where that case's page leads. */
export async function takeOut(page, { case_, which = case_ ? '这一件案子' : '全部', level = '完整' } = {}) {
  await go(page, case_ ? `#/exchange?case=${case_}` : '#/exchange');
  await page.getByRole('radio', { name: which, exact: true }).check();
  await page.getByRole('radio', { name: new RegExp(`^${level}`) }).check();
  if (level === '完整') await page.getByRole('checkbox', { name: /^对方与我共同办案/ }).check();
  const downloading = page.waitForEvent('download');
  await tap(page.getByRole('button', { name: '存成文件' }));
  return (await downloading).path();
}

/** Chooses a file to take in; the page then shows what it would bring, or why it can't be read. */
export async function choose(page, file) {
  await go(page, '#/exchange');
  await page.locator('main input[type=file]').setInputFiles(file);
}

/** Takes a bundle in. */
export async function takeInFile(page, file) {
  await choose(page, file);
  await tap(page.getByRole('button', { name: /^并入\d+条$/ }));
  await expect(page.getByRole('heading', { name: '已经并入' })).toBeVisible();
}

/** A field of a form by its name; what it must have bears a star. */
export const field = (page, name) => page.getByRole('textbox', { name: new RegExp(`^${name}＊?$`) });

/** Enters an office in the directory. */
export async function enterOffice(page, name, kind = '司法所') {
  await go(page, '#/directory/new/organisation');
  await expect(page.getByRole('heading', { level: 1, name: '登记机构' })).toBeVisible();
  await page.getByRole('radio', { name: kind, exact: true }).check();
  await field(page, '名称').fill(name);
  await tap(page.getByRole('button', { name: '记下' }));
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}
