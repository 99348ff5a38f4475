// Two desks, each in a browser of its own, carry files to each other: both edits stand, one asks, one settles.
import { expect, test } from './fixtures.js';
import { choose, digests, DISPUTE, done, go, note, openStep, press, setUp, takeIn, takeInFile, takeOut, tap } from './person.js';

/** Puts the facts of the case on show right. */
async function correctFacts(page, case_, words) {
  await go(page, `#/case/${case_}/correct.facts`);
  await page.getByLabel('应改为').fill(words);
  await press(page, '更正');
  await expect(page).toHaveURL(new RegExp(`#/case/${case_}$`));
}

test('a case edited at two desks shows both edits, asks, and is settled at one for both', async ({ page, app, another }) => {
  test.setTimeout(180_000);
  const here = page;
  const there = await another();
  await setUp(here, app, '赵淑敏');
  await setUp(there, app, '钱卫东');
  const case_ = await takeIn(here);
  await takeInFile(there, await takeOut(here));
  await go(there, `#/case/${case_}`);
  await expect(there.getByRole('heading', { level: 1 })).toHaveText('张桂珍与李国强邻里纠纷');

  await correctFacts(here, case_, '沟是去年改的。');
  await note(here, '这边打过电话。');
  await correctFacts(there, case_, '沟是今年春天改的。');
  await note(there, '那边上门看过。', '走访');

  const fromHere = await takeOut(here);
  const fromThere = await takeOut(there);
  await choose(here, fromThere);
  await expect(here.locator('.tile', { hasText: '两边都改过' })).toContainText('1');
  // Which case it is that one will have to settle.
  const toSettle = here.locator('.exchange .notice', { hasText: '有1件各写各的' });
  await expect(toSettle.getByRole('listitem')).toHaveText([/第1号$/]);
  await tap(here.getByRole('button', { name: /^并入\d+条$/ }));
  await expect(here.getByText('有1件案件两边记得不一样')).toBeVisible();
  await tap(here.getByRole('link', { name: '去定第1件' }));
  await takeInFile(there, fromHere);
  expect(await digests(here)).toEqual(await digests(there));

  for (const [desk, other] of [[here, '那边上门看过。'], [there, '这边打过电话。']]) {
    await go(desk, `#/case/${case_}`);
    await expect(desk.locator('.timeline')).toContainText(other);
    const question = desk.locator('.case-question');
    await expect(question).toContainText('两边记得不一样');
    await expect(question).toContainText('沟是去年改的。');
    await expect(question).toContainText('沟是今年春天改的。');
    await expect(desk.locator('.case-anomalies')).toHaveCount(0);
  }

  await tap(there.getByRole('button', { name: '留那边' }));
  await expect(there.locator('.case-question')).toHaveCount(0);
  await takeInFile(here, await takeOut(there));
  await go(here, `#/case/${case_}`);
  await expect(here.locator('.timeline')).toContainText('那边上门看过。');
  await expect(here.locator('.case-question')).toHaveCount(0);
  expect(await digests(here)).toEqual(await digests(there));
});

test('what cannot both have happened is shown at both desks, with what may be done', async ({ page, app, another }) => {
  test.setTimeout(120_000);
  const there = await another();
  await setUp(page, app, '赵淑敏');
  await setUp(there, app, '钱卫东');
  const case_ = await takeIn(page);
  await takeInFile(there, await takeOut(page));
  await go(page, `#/case/${case_}`);
  await openStep(page, 'accept');
  await done(page, '受理', '受理');
  await go(there, `#/case/${case_}`);
  await openStep(there, 'decline');
  await there.locator('.step-form').getByRole('radio').first().check();
  await done(there, '不予受理', '不予受理');
  const [fromHere, fromThere] = [await takeOut(page), await takeOut(there)];
  await takeInFile(page, fromThere);
  await takeInFile(there, fromHere);
  for (const desk of [page, there]) {
    await go(desk, `#/case/${case_}`);
    await expect(desk.locator('.case-anomalies')).toContainText('受理');
  }
});

test('a file twice brings nothing, and a redacted one shows no names', async ({ page, app, another }) => {
  test.setTimeout(120_000);
  const there = await another();
  await setUp(page, app);
  await setUp(there, app, '钱卫东');
  const case_ = await takeIn(page);
  const redacted = await takeOut(page, { level: '脱敏' });
  await takeInFile(there, redacted);
  await go(there, `#/case/${case_}`);
  await expect(there.getByRole('heading', { level: 1 })).toHaveText('甲与乙邻里纠纷');
  for (const words of [DISPUTE.applicant.name, DISPUTE.applicant.phone, DISPUTE.facts]) {
    await expect(there.locator('main')).not.toContainText(words);
  }
  await choose(there, redacted);
  await expect(there.getByText('里面的记录这里都有了')).toBeVisible();
  await tap(there.getByRole('button', { name: '知道了' }));
  // The full copy brings what was lacking, into the same entries.
  const before = await digests(there);
  await takeInFile(there, await takeOut(page));
  const after = await digests(there);
  expect(after.entries).toBe(before.entries);
  expect(after.opened).not.toBe(before.opened);
  await go(there, `#/case/${case_}`);
  await expect(there.getByRole('heading', { level: 1 })).toHaveText('张桂珍与李国强邻里纠纷');
});

test('what the register is filtered to is taken out alone', async ({ page, app, another }) => {
  test.setTimeout(120_000);
  const there = await another();
  await setUp(page, app);
  await setUp(there, app, '钱卫东');
  await takeIn(page);
  await takeIn(page, { applicant: { name: '孙玉兰' }, kind: '合同' });
  await openStep(page, 'accept');
  await done(page, '受理', '受理');

  await go(page, '#/register?type=contract');
  await expect(page.locator('.vlist a')).toHaveCount(1);
  await takeInFile(there, await takeOut(page, { which: '台账里筛出来的' }));
  await go(there, '#/register');
  await expect(there.locator('.vlist a')).toHaveCount(1);
  await expect(there.locator('.vlist a')).toContainText('孙玉兰');
});

test('one case is taken out from its page, and the other desk sees what is new and who made the file', async ({ page, app, another }) => {
  test.setTimeout(120_000);
  const there = await another();
  await setUp(page, app);
  await setUp(there, app, '钱卫东');
  await takeIn(page);
  const case_ = await takeIn(page, { applicant: { name: '孙玉兰' } });
  await note(page, '打过电话。', '电话');
  await tap(page.locator('.case-next, .thumb').filter({ visible: true }).getByRole('button', { name: /^(其他|还能做什么)$/ }));
  await tap(page.getByRole('dialog').getByRole('link', { name: '带出去' }));
  await expect(page).toHaveURL(new RegExp(`#/exchange\\?case=${case_}$`));
  await expect(page.getByRole('radio', { name: '这一件案子' })).toBeChecked();
  await expect(page.locator('.exchange-counted')).toHaveText('1件案件');
  const one = await takeOut(page, { case_ });
  const both = await takeOut(page);

  // A tile of the preview: its figure, and the line under it.
  const tile = (name) => there.locator('.exchange .tile').filter({ has: there.getByText(name, { exact: true }) });
  const from = there.locator('.exchange-from');
  const number = async (name) => Number(await tile(name).locator('.figure').textContent());
  await choose(there, one);
  await expect(from.getByRole('heading')).toHaveText(/^西集镇司法所 · 今天.*做的$/);
  await expect(from).toContainText('完整 · 真案子');
  await expect(tile('新增记录')).toContainText('1件案件、1个机构');
  await expect(tile('本来就有').locator('.figure')).toHaveText('0');
  await expect(tile('看不懂或反常')).toContainText('整包已逐条校验');
  const brought = await number('新增记录');
  await tap(there.getByRole('button', { name: `并入${brought}条` }));
  await expect(there.getByText(`新增${brought}条记录，涉及1件新案件。`)).toBeVisible();
  await go(there, '#/register');
  await expect(there.locator('.vlist a')).toHaveCount(1);
  await expect(there.locator('.vlist a')).toContainText('孙玉兰');

  // What came with the first file is known, and what it lacked is new.
  await choose(there, both);
  await expect(tile('本来就有').locator('.figure')).toHaveText(String(brought));
  await expect(tile('本来就有')).toContainText('不会重复');
  await expect(tile('新增记录')).toContainText('1件案件、0个机构');
  await tap(there.getByRole('button', { name: `并入${await number('新增记录')}条` }));
  await go(there, '#/register');
  await expect(there.locator('.vlist a')).toHaveCount(2);
  await choose(there, one);
  await expect(tile('新增记录').locator('.figure')).toHaveText('0');
  await expect(tile('本来就有').locator('.figure')).toHaveText(String(brought));
});
