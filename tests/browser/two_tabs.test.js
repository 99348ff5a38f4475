// Two tabs of one desk write to one case at once: every line is kept, nothing is odd, both hold the same.
import { expect, test } from './fixtures.js';
import { counts, digests, go, setUp, takeIn, tap } from './person.js';

const LINES = 200;

/**
 * Adds lines as a person at the keyboard would, without a pause: types, presses a verb, and goes on once the
 * box is empty again. The verbs take turns, for a button takes two presses within half a second for one.
 */
function addLines(page, whose, count) {
  return page.evaluate(async ([whose, count]) => {
    const box = document.querySelector('.case-add textarea');
    const verbs = document.querySelectorAll('.case-add-verbs button');
    const until = (there) => new Promise((resolve) => {
      const look = () => { if (there()) { resolve(); clearInterval(timer); } };
      const timer = setInterval(look, 5);
      look();
    });
    const pressed = Array.from(verbs, () => -Infinity);
    for (let at = 0; at < count; at += 1) {
      const turn = at % verbs.length;
      box.value = `${whose}的第${at + 1}句`;
      box.dispatchEvent(new Event('input', { bubbles: true }));
      await until(() => performance.now() - pressed[turn] > 500 && !verbs[turn].hasAttribute('aria-busy'));
      pressed[turn] = performance.now();
      verbs[turn].click();
      await until(() => box.value === '' || document.querySelector('.case-add .error:not(.gone)'));
      const refused = document.querySelector('.case-add .error:not(.gone)');
      if (refused) throw new Error(refused.textContent);
    }
  }, [whose, count]);
}

/** A timeline comes in parts of 60; the button under it says how many are still to come. */
async function drawWhole(tab, entries) {
  const earlier = tab.getByRole('button', { name: '条更早的' });
  for (let drawn = 60; drawn < entries; drawn += 60) {
    await expect(earlier).toContainText(`还有${entries - drawn}条`);
    await tap(earlier);
  }
}

test('two tabs append 200 lines each to one case at once', async ({ page, app, context }, { project }) => {
  test.skip(project.name !== 'desktop', 'the engine is the same on a phone');
  test.setTimeout(420_000);
  await setUp(page, app);
  const case_ = await takeIn(page);
  const before = await counts(page);
  await go(page, `#/case/${case_}`);
  const other = await context.newPage();
  await other.goto(`${app}#/case/${case_}`);
  await expect(other.locator('.case-add')).toBeVisible();
  await expect(page.locator('.case-add')).toBeVisible();

  await Promise.all([addLines(page, '甲窗', LINES), addLines(other, '乙窗', LINES)]);

  for (const tab of [page, other]) {
    await drawWhole(tab, 2 * LINES + 1);
    await expect(tab.locator('.timeline > li')).toHaveCount(2 * LINES + 1);
    await expect(tab.locator('.case-anomalies')).toHaveCount(0);
    await expect(tab.locator('.case-question')).toHaveCount(0);
  }
  const here = await digests(page);
  expect(await digests(other)).toEqual(here);
  expect(await counts(page)).toEqual({ cases: before.cases, entries: before.entries + 2 * LINES });
  // A third tab, that reads it all anew, finds the same.
  const third = await context.newPage();
  await third.goto(`${app}#/data`);
  expect(await digests(third)).toEqual(here);
});

test('what one tab writes shows in the other', async ({ page, app, context }) => {
  await setUp(page, app);
  const case_ = await takeIn(page);
  const other = await context.newPage();
  await other.goto(`${app}#/case/${case_}`);
  await expect(other.locator('.case-add')).toBeVisible();
  await addLines(page, '这边', 1);
  await expect(other.locator('.timeline')).toContainText('这边的第1句');
  // The other's form shows that the case moved on, and what both write is asked about, not overruled.
  await go(other, `#/case/${case_}/correct.facts`);
  await other.getByLabel('应改为').fill('乙窗写的。');
  await go(page, `#/case/${case_}/correct.facts`);
  await page.getByLabel('应改为').fill('甲窗写的。');
  await tap(page.getByRole('button', { name: '更正', exact: true }));
  await expect(page).toHaveURL(new RegExp(`#/case/${case_}$`));
  await expect(other.getByText('这件案子刚有新内容。')).toBeVisible();
  await tap(other.getByRole('button', { name: '更正', exact: true }));
  await expect(other.locator('.step-refused')).toContainText('刚被别处改过');
  await tap(other.getByRole('button', { name: '看过了，照发' }));
  await expect(other).toHaveURL(new RegExp(`#/case/${case_}$`));
  await expect(other.getByText('乙窗写的。').first()).toBeVisible();
});
