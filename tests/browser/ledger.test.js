// An office's old ledger, as it lies in a spreadsheet, becomes cases; again it adds nothing; a month later it brings what is new.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { answers, expect, test } from './fixtures.js';
import { choose, counts, fillDesk, go, rows, search, takeOut, tap } from './person.js';

const fixture = (name) => fileURLToPath(new URL(`../fixtures/ledger/${name}`, import.meta.url));
const expected = JSON.parse(fs.readFileSync(fixture('wuqing.expected.json'), 'utf8'));
const ROWS = expected.rows.length;

const read = async (page, name) => {
  await go(page, '#/ledger');
  await page.locator('main input[type=file]').setInputFiles(fixture(name));
  await expect(page.locator('.ledger-sum')).toBeVisible();
};

test('a ledger comes in, again adds nothing, and next month brings thirty and one correction', async ({ page, app }) => {
  test.setTimeout(120_000);
  await page.goto(app);
  await answers(page);
  await fillDesk(page, '赵淑敏', { county: ['wqq', '武清区'], town: '王庆坨镇' });
  await read(page, 'wuqing.csv');
  await expect(page.locator('.ledger .exchange-name')).toContainText('GB18030');
  // The columns are guessed; none waits for an answer.
  await expect(page.locator('.ledger-column')).not.toHaveCount(0);
  // Each stands under the heading that the file gives it, and its choice is called by that.
  await expect(page.getByRole('heading', { name: '登记时间', exact: true })).toBeVisible();
  await expect(page.getByRole('combobox', { name: '“登记时间”收成' })).toBeVisible();
  await tap(page.getByRole('button', { name: `收进${ROWS}件` }));
  await expect(page.getByText(`收进${ROWS}件，改了0件。`)).toBeVisible();
  const after = await counts(page);
  expect(after.cases).toBe(ROWS);

  await test.step('each case says which file and row it came from', async () => {
    const [one] = expected.rows;
    await search(page, one.phone);
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page).first()).toContainText(`${one.applicants[0]} 与 ${one.respondents[0]}`);
    await tap(rows(page).first());
    await expect(page.locator('.timeline')).toContainText('wuqing.csv');
    await expect(page.locator('.timeline')).toContainText(/第\d+行/);
    await search(page, '');
  });

  await test.step('again it adds nothing', async () => {
    await read(page, 'wuqing.csv');
    await expect(page.getByText('这份台账里的案子这里都有了。')).toBeVisible();
    await expect(page.locator('.ledger')).toContainText(`其中新的0件，本来就有${ROWS}件`);
    expect(await counts(page)).toEqual(after);
  });

  await test.step('next month: thirty more, and one to correct', async () => {
    await read(page, 'wuqing-next-month.csv');
    await expect(page.getByText('1件和这里记的不一样')).toBeVisible();
    await page.locator('.ledger').getByRole('checkbox').first().check();
    await tap(page.getByRole('button', { name: '收进30件' }));
    await expect(page.getByText('收进30件，改了1件。')).toBeVisible();
    expect((await counts(page)).cases).toBe(ROWS + 30);
  });
});

test('people whom a ledger counts and does not name are said before it comes in, and count', async ({ page, app }) => {
  await page.goto(app);
  await answers(page);
  await fillDesk(page);
  await go(page, '#/ledger');
  const text = '案号,登记日期,申请人,被申请人,纠纷类型,调解结果\n1号,2026.1.5,张三等3人,某商贸有限公司,工资,成功\n';
  const file = { name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.locator('main input[type=file]').setInputFiles(file);
  await expect(page.locator('.ledger')).toContainText('有 1 处只写了一部分人的姓名：第2行“张三等3人”');
  await tap(page.getByRole('button', { name: '收进1件' }));
  await expect(page.getByText('收进1件，改了0件。')).toBeVisible();
  await search(page, '张三');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('张三等3人 与 某商贸有限公司');
});

test('a ledger of another county counts there, or here where somebody says so', async ({ page, app }) => {
  await page.goto(app);
  await answers(page);
  await fillDesk(page);
  await read(page, 'wuqing.csv');
  const county = page.getByLabel('这些案子算在哪个区县');
  await expect(county.locator('option:checked')).toHaveText('台账标题：天津市武清区');
  await county.selectOption({ label: '本单位：北京市通州区' });
  await expect(county.locator('option:checked')).toHaveText('本单位：北京市通州区');
  await county.selectOption({ label: '台账标题：天津市武清区' });
  // It is read anew with each choice.
  const take = page.getByRole('button', { name: `收进${ROWS}件` });
  await expect(take).not.toHaveAttribute('aria-busy', 'true');
  await tap(take);
  await expect(page.getByText(`收进${ROWS}件，改了0件。`)).toBeVisible();
  await go(page, '#/register?county=120114');
  await expect(rows(page).first()).toBeVisible();
  await expect(page.locator('main')).toContainText(`${ROWS}件`);
});

test('two desks that took in one ledger are told before each case counts twice', async ({ page, app, another }) => {
  test.setTimeout(120_000);
  const there = await another();
  for (const desk of [page, there]) {
    await desk.goto(app);
    await answers(desk);
    await fillDesk(desk, '赵淑敏', { county: ['wqq', '武清区'], town: '王庆坨镇' });
    await read(desk, 'wuqing.csv');
    await tap(desk.getByRole('button', { name: `收进${ROWS}件` }));
    await expect(desk.getByText(`收进${ROWS}件，改了0件。`)).toBeVisible();
  }
  await choose(page, await takeOut(there));
  await expect(page.locator('.exchange')).toContainText(/有\d+件和这里的案子同一个编号/);
});

test('what is no ledger is said to be none, and changes nothing', async ({ page, app }) => {
  await page.goto(app);
  await answers(page);
  await fillDesk(page);
  const before = await counts(page);
  const put = async (name, buffer) => {
    await go(page, '#/ledger');
    await page.locator('main input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(buffer) });
  };
  await put('x.xlsx', [0x50, 0x4b, 3, 4, 0, 0]);
  await expect(page.locator('.ledger')).toContainText('请在表格软件里“另存为 CSV”');
  await put('empty.csv', '');
  await expect(page.locator('.ledger')).toContainText('这份台账里一行也没有');
  await put('letter.txt', '同志：\n您好，附件请查收。\n');
  await expect(page.locator('.ledger')).toContainText('没有找到表头');
  expect(await counts(page)).toEqual(before);
});

test('what a ledger leaves unsaid is asked once: the unit of its sums, a column that is the result, what 同上 means', async ({ page, app }) => {
  await page.goto(app);
  await answers(page);
  await fillDesk(page);
  const bring = async (text) => {
    await go(page, '#/ledger');
    const file = { name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
    await page.locator('main input[type=file]').setInputFiles(file);
    await expect(page.locator('.ledger-sum')).toBeVisible();
  };

  await test.step('no column is the result: said once, with the way to the columns', async () => {
    const head = '案号,登记日期,申请人,被申请人,纠纷类型,结案日期\n';
    const row = (n) => `${n}号,2026.1.${n},张三,李四,邻里,2026.2.${n}\n`;
    await bring(head + [1, 2, 3, 4, 5].map(row).join(''));
    const said = page.locator('.ledger').getByText('没有一列是结果');
    await expect(said).toHaveCount(1);
    await expect(page.locator('.ledger')).toContainText('有5行因此读不成，最早是第2行');
    await tap(page.getByRole('button', { name: '去对列' }));
    await expect(page.locator('.ledger-columns select').first()).toBeFocused();
    await tap(page.getByRole('button', { name: '先不收' }));
  });

  await test.step('the unit that nobody wrote is chosen, and holds', async () => {
    const text = '案号,登记日期,申请人,被申请人,纠纷类型,调解结果,协议形式,涉及金额\n1号,2026.1.5,张三,李四,邻里,成功,书面,1.2\n2号,同上,王五,赵六,同上,成功,书面,0.5\n';
    await bring(text);
    const unit = page.getByRole('combobox', { name: '没写单位' });
    await expect(unit).toBeVisible();
    await unit.selectOption({ label: '按万元读' });
    await tap(page.getByRole('button', { name: '收进2件' }));
    await expect(page.getByText('收进2件，改了0件。')).toBeVisible();
  });

  await test.step('a column that is chosen stays where it stands, and every box shows what is read', async () => {
    await tap(page.getByRole('button', { name: '再收一份' }));
    await bring('案号,登记日期,申请人,被申请人,纠纷类型,调解结果,来件渠道\n4号,2026.2.6,周一,吴二,邻里,调解中,窗口\n');
    const column = (name) => page.locator('.ledger-column').filter({ has: page.getByRole('heading', { name, exact: true }) });
    const order = () => page.locator('.ledger-column h3').allTextContents();
    const before = await order();
    const box = column('来件渠道').getByRole('combobox');
    await box.focus();
    await box.selectOption('note');
    await expect(column('来件渠道')).toContainText('您定的');
    await expect(box).toBeFocused();
    expect(await order()).toEqual(before);
    // What one column takes from another is shown in both.
    await column('申请人').getByRole('combobox').selectOption('respondent');
    await expect(column('被申请人').getByRole('combobox')).toHaveValue('ignore');
    await column('被申请人').getByRole('combobox').selectOption('applicant');
    await expect(column('被申请人').getByRole('combobox')).toHaveValue('applicant');
    await expect(column('申请人').getByRole('combobox')).toHaveValue('respondent');
    expect(await order()).toEqual(before);
    await tap(page.getByRole('button', { name: '先不收' }));
  });

  await test.step('and holds for the next ledger, which says so', async () => {
    await bring('案号,登记日期,申请人,被申请人,纠纷类型,调解结果,协议形式,涉及金额\n3号,2026.2.5,孙七,李四,邻里,成功,书面,0.3\n');
    await expect(page.getByRole('combobox', { name: '没写单位' })).toHaveValue('2');
    await expect(page.locator('.ledger')).toContainText('照上一份台账，都按万元读。不对请改。');
    await tap(page.getByRole('button', { name: '先不收' }));
  });

  await test.step('同上 was read from the row above', async () => {
    await search(page, '王五');
    await expect(rows(page)).toHaveCount(1);
    await tap(rows(page).first());
    await expect(page.locator('.timeline')).toContainText('5,000');
    await expect(page.locator('.timeline')).toContainText('1月5日');
    await expect(page.locator('main')).toContainText('邻里');
  });
});
