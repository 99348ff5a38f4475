// Other ways that a case takes than the whole one in main_job.test.js: nobody asked for it, it is agreed on by word of
// mouth, it is withdrawn; a day that is still to come is refused; and what was mistyped is put right.
import { expect, test } from './fixtures.js';
import { DISPUTE, done, fillWhat, fillWho, go, note, openStep, press, setUp, takeIn, tap } from './person.js';

const seen = (locator) => locator.filter({ visible: true });

/** A case that has been accepted. */
async function accepted(page) {
  const case_ = await takeIn(page, { risk: [] });
  await openStep(page, 'accept');
  await done(page, '受理', '受理');
  return case_;
}

/** The day so many days from today, by the page's own clock. */
const dayFromNow = (page, days) => page.evaluate((days) => {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}, days);

test('a dispute that the committee came upon itself is registered as that, and its paper says so', async ({ page, app }) => {
  await setUp(page, app);
  const case_ = await takeIn(page, { source: '主动调解' });
  await expect(page.locator('.head .kicker')).toContainText('主动调解');
  await go(page, `#/case/${case_}/paper/acceptance_register`);
  await expect(page.locator('.paper')).toContainText('☐当事人申请　☑主动调解');
  await expect(page.locator('.paper')).toContainText(DISPUTE.facts);
});

test('an oral agreement is recorded, and its register can be printed', async ({ page, app }) => {
  await setUp(page, app);
  const case_ = await accepted(page);
  const paper = page.locator('.paper');
  await go(page, `#/case/${case_}/paper/oral_agreement_register`);
  await expect(page.getByText('达成口头协议后，登记表在这里打印。')).toBeVisible();
  await go(page, `#/case/${case_}`);
  await openStep(page, 'assign');
  await done(page, '指派调解员', '指派调解员');

  await openStep(page, 'oral');
  const form = page.locator('.step-form');
  await expect(form).toContainText('口头协议，达成时就生效');
  await press(page, '记口头协议');
  await expect(form.locator('.error').first()).toBeVisible();
  const clause = form.getByRole('group', { name: '第1条' });
  // A moment after the press: what is typed before would go where the focus was.
  await expect(form.getByLabel('主要事实')).toBeFocused();
  await clause.getByLabel('谁做什么').fill('李国强当天把排水沟改回自家院内。');
  await clause.getByLabel('金额').fill('300');
  await tap(clause.getByRole('button', { name: '今天' }));
  await form.getByLabel('主要事实').fill('排水沟改道，水流到张家墙根。');
  await tap(form.getByRole('button', { name: '当场履行' }));
  await done(page, '记口头协议', '口头协议');
  const agreement = page.locator('.case-agreement');
  await expect(agreement).toContainText('口头');
  await expect(agreement).toContainText('李国强当天把排水沟改回自家院内。');
  await expect(page.locator('.timeline')).toContainText('达成口头协议');

  await tap(page.locator('a.case-paper', { hasText: '人民调解口头协议登记表' }));
  await expect(page).toHaveURL(new RegExp(`${case_}/paper/oral_agreement_register$`));
  await expect(page.getByRole('heading', { level: 1, name: '人民调解口头协议登记表' })).toBeVisible();
  for (const words of ['李国强当天把排水沟改回自家院内。', '排水沟改道，水流到张家墙根。', '叁佰元整', '当场履行', DISPUTE.applicant.name, DISPUTE.respondent.name]) {
    await expect(paper).toContainText(words);
  }
});

test('a case that its applicant withdraws ends there, and can still be looked at and added to', async ({ page, app }) => {
  await setUp(page, app);
  await accepted(page);
  await openStep(page, 'withdraw');
  await expect(page.getByRole('radio', { name: '申请人撤回' })).toBeChecked();
  await page.getByLabel('原因').fill('两家自己说和了。');
  await done(page, '记撤回', '撤回');
  await expect(page.locator('.case-chips')).toContainText('已撤回');
  const line = page.locator('.timeline > li', { hasText: '申请人撤回' });
  await expect(line).toContainText('两家自己说和了。');
  // Nothing runs out any more, and what is left to do is to close it.
  await expect(page.locator('.case').getByText(/还剩\d+天/)).toHaveCount(0);
  await note(page, '又来问过一次。', '电话');
  await openStep(page, 'close');
  await done(page, '结案', '结案');
  await expect(page.locator('.case-chips')).toContainText('已结案');
  await go(page, '#/register?open=1');
  await expect(page.getByText('没有找到')).toBeVisible();
});

test('a day that is still to come is refused at its field, at intake and at a step', async ({ page, app }) => {
  await setUp(page, app);
  const WHY = '还没到这一天，请改成今天或以前。';
  const tomorrow = await dayFromNow(page, 1);
  /** Puts tomorrow into the field, leaves it, and is told; the button then does nothing. */
  const refused = async (form, label, verb) => {
    const field = form.locator('.field').filter({ has: page.getByLabel(label, { exact: true }) });
    const input = field.locator('input[type=date]');
    await expect(field.locator('.error')).toHaveCount(0);
    await input.fill(tomorrow);
    await input.blur();
    await expect(field.locator('.error')).toHaveText(WHY);
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    await press(page, verb);
    await expect(field.locator('.error')).toBeInViewport();
    await expect(input).toHaveValue(tomorrow);
    return field;
  };

  await go(page, '#/intake');
  await fillWho(page);
  await press(page, '下一步：什么事');
  await fillWhat(page);
  await press(page, '下一步：核对并登记');
  let field = await refused(page.locator('.step-form'), '哪天来的', '登记');
  await expect(page, 'nothing was registered').toHaveURL(/#\/intake$/);
  await tap(field.getByRole('button', { name: '昨天' }));
  await expect(field.locator('.error')).toHaveCount(0);
  await press(page, '登记');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('张桂珍与李国强邻里纠纷');

  await openStep(page, 'accept');
  field = await refused(page.locator('.step-form'), '哪天', '受理');
  await expect(page).toHaveURL(/\/accept$/);
  await tap(field.getByRole('button', { name: '今天' }));
  await done(page, '受理', '受理');
  await expect(page.locator('.timeline > li')).toHaveCount(2);
});

test('a mistyped type and phone are corrected, and the originals stay in sight', async ({ page, app }) => {
  await setUp(page, app);
  await takeIn(page);
  await tap(seen(page.locator('.case-next, .thumb')).getByRole('button', { name: /^(其他|还能做什么)$/ }));
  await tap(page.getByRole('dialog').getByRole('link', { name: '纠纷类型' }));
  const form = page.locator('.step-form');
  await expect(form.getByRole('radio', { name: '邻里', exact: true })).toBeChecked();
  await form.getByRole('radio', { name: '合同', exact: true }).check();
  await page.getByLabel('为什么改').fill('其实是为工钱。');
  await press(page, '更正');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('张桂珍与李国强合同纠纷');

  await tap(page.getByRole('link', { name: '改正张桂珍的信息' }));
  await form.getByLabel('电话').fill('138001380');
  await form.getByLabel('为什么改').focus();
  await expect(form).toContainText('手机号应有11位，这里9位');
  await form.getByLabel('电话').fill('13600136000');
  await form.getByLabel('为什么改').fill('抄错了。');
  await press(page, '更正');
  await expect(page.locator('.case-parties, main').getByRole('link', { name: '打给张桂珍' }).first()).toHaveAttribute('href', 'tel:13600136000');

  const replaced = page.locator('.case-replaced');
  await tap(replaced.getByText('改过2处'));
  await expect(replaced.locator('s').filter({ hasText: '邻里' })).toBeVisible();
  await expect(replaced.locator('s').filter({ hasText: DISPUTE.applicant.phone })).toBeVisible();
  await expect(replaced).toContainText('赵淑敏');
  await expect(page.locator('.timeline')).toContainText('其实是为工钱。');
});
