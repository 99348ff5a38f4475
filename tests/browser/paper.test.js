// Papers as the printer gets them: A4, sheet for sheet, nothing of the page around them; and what is practice says so on
// every sheet. A PDF is what the browser would print.
import zlib from 'node:zlib';
import { expect, test } from './fixtures.js';
import { DISPUTE, done, go, openStep, press, setUp, takeIn, tap } from './person.js';

/** Millimetres to points. */
const POINTS = 72 / 25.4;
const A4 = [210 * POINTS, 297 * POINTS];
const CLAUSE = '李国强把排水沟改回自家院内。';

/** The sheets of what the page would print: each its size in points, and what is drawn on it. */
async function printed(page) {
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: false });
  const text = bytes.toString('latin1');
  const object = (number) => {
    const start = text.search(new RegExp(`(^|\\n)${number} 0 obj`));
    return text.slice(start, text.indexOf('endobj', start));
  };
  const sheets = [...text.matchAll(/\/Type \/Page\n[^]*?endobj/g)].map(([page]) => page);
  return sheets.map((sheet) => {
    const [left, bottom, right, top] = sheet.match(/\/MediaBox \[([\d. -]+)\]/)[1].trim().split(/\s+/).map(Number);
    const content = object(sheet.match(/\/Contents (\d+) 0 R/)[1]);
    const from = content.indexOf('stream\n') + 7;
    const stream = Buffer.from(content.slice(from, content.lastIndexOf('\nendstream')), 'latin1');
    return { size: [right - left, top - bottom], drawn: zlib.inflateSync(stream).toString('latin1') };
  });
}

/** Takes a case in and brings it to a written agreement; gives its address. */
async function agreed(page) {
  const case_ = await takeIn(page, { risk: [] });
  await openStep(page, 'accept');
  await done(page, '受理', '受理');
  await openStep(page, 'assign');
  const me = page.locator('.step-form').getByRole('checkbox').first();
  await me.check();
  await done(page, '指派调解员', '指派调解员');
  await openStep(page, 'agreement');
  await page.getByLabel('主要事实').fill('排水沟改道，水流到张家墙根。');
  await page.getByLabel('争议事项').fill('排水沟的走向');
  // So much that it takes a second sheet.
  await page.getByLabel('各方责任').fill(Array(12).fill('李国强改沟，张桂珍让出墙根一尺，双方各自清理门前的淤泥。').join('\n'));
  const clause = page.getByRole('group', { name: '第1条' });
  await clause.getByLabel('谁做什么').fill(CLAUSE);
  await tap(clause.getByRole('button', { name: '今天' }));
  await tap(page.getByRole('button', { name: '当场履行' }));
  await page.getByLabel('履行地点').fill('肖家林村委会');
  await press(page, '下一步：念一遍');
  for (const name of [DISPUTE.applicant.name, DISPUTE.respondent.name, '调解员已签名', '已盖调委会印章']) {
    await page.getByRole('checkbox', { name }).check();
  }
  await done(page, '定书面协议', '书面协议');
  return `#/case/${case_}`;
}

for (const [world, open, mark] of [
  ['at a desk', (page, app) => setUp(page, app), 'none'],
  ['in the sandbox', async (page, app) => {
    await page.goto(`${app}#/open/sandbox`);
    await expect(page.locator('.shell.demo')).toBeVisible();
  }, '"演练"'],
]) {
  test(`register and agreement print on A4, ${world}`, async ({ page, app }) => {
    test.setTimeout(120_000);
    await open(page, app);
    const case_ = await agreed(page);
    for (const [form, title, words] of [
      ['acceptance_register', '人民调解受理登记表', DISPUTE.facts],
      ['agreement', '人民调解协议书', CLAUSE],
    ]) {
      await go(page, `${case_}/paper/${form}`);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      const sheets = page.locator('.paper .a4-stack > .a4');
      await expect(page.locator('.paper')).toContainText(words);
      await expect(page.locator('.paper .a4-frame')).not.toHaveAttribute('aria-busy', 'true');
      const count = await sheets.count();
      expect(count).toBeGreaterThanOrEqual(form === 'agreement' ? 2 : 1);

      const paper = await printed(page);
      expect(paper.length, `${form}: as many sheets as are shown, and no empty one`).toBe(count);
      for (const { size, drawn } of paper) {
        expect(size).toEqual(A4.map((points) => expect.closeTo(points, 0)));
        expect(drawn.length).toBeGreaterThan(200);
      }

      await page.emulateMedia({ media: 'print' });
      // Nothing of the page around: no head, no buttons, no place; and the mark of what is practice.
      for (const around of ['.head', '.top', '.tabs', '.rail', '.place', '.paper-hint', '.button']) {
        await expect(page.locator(around).filter({ visible: true }), around).toHaveCount(0);
      }
      await expect(sheets.first()).toContainText(title);
      const marked = () => page.evaluate(() => getComputedStyle(document.body, '::after').content);
      expect(await marked(), form).toBe(mark);
      await page.emulateMedia({ media: null });
      if (mark === 'none') continue;

      // It is drawn, and on each of them: without it every sheet is another.
      const world = await page.locator('body').getAttribute('data-world');
      await page.locator('body').evaluate((body) => body.removeAttribute('data-world'));
      const plain = await printed(page);
      await page.locator('body').evaluate((body, world) => body.setAttribute('data-world', world), world);
      expect(plain.length).toBe(count);
      for (const [at, { drawn }] of paper.entries()) expect(drawn.length, `sheet ${at + 1}`).toBeGreaterThan(plain[at].drawn.length);
    }
  });
}
