// What goes between offices about a case: another county is asked to mediate jointly and replies, both sit together; a case
// is handed on, and becomes theirs with the receipt. The letters of each are printed.
import { expect, test } from './fixtures.js';
import { done, enterOffice, go, openStep, press, setUp, takeIn, tap } from './person.js';

const paper = async (page, case_, form, words) => {
  await go(page, `#/case/${case_}/paper/${form}`);
  for (const word of words) await expect(page.locator('.paper')).toContainText(word);
};

/** A case that has been accepted. */
async function accepted(page) {
  const case_ = await takeIn(page, { risk: [] });
  await openStep(page, 'accept');
  await done(page, '受理', '受理');
  return case_;
}

test('another county is asked, replies, and both offices sit together', async ({ page, app }) => {
  await setUp(page, app);
  const case_ = await accepted(page);
  // The respondent lives across the border: the page says that the office there may be asked, and the form has its county.
  const reaches = page.getByText('这起纠纷牵涉两地');
  await expect(reaches).toHaveCount(0);
  await tap(page.getByRole('link', { name: '改正李国强的信息' }));
  await page.getByLabel('住址').fill('天津市武清区河西务镇一村');
  await press(page, '更正');
  await expect(reaches).toBeVisible();
  await tap(page.getByRole('link', { name: '记联合调解' }).first());
  await expect(page.locator('.place-pick')).toContainText('武清区');
  // Whoever accepted it leads, unless one says otherwise.
  await expect(page.getByRole('radio', { name: '受理单位', exact: true })).toBeChecked();
  await done(page, '记联合调解', '联合调解');
  const joint = page.locator('.case-joint');
  await expect(joint).toContainText('等复函');
  await expect(joint).toContainText('受理单位牵头');
  await paper(page, case_, 'joint_invitation', ['天津市武清区司法局', '本案由我单位牵头']);
  await paper(page, case_, 'joint_reply', ['□同意']);

  await go(page, `#/case/${case_}`);
  await openStep(page, 'reply');
  await expect(page.getByRole('radio', { name: '同意参加', exact: true })).toBeChecked();
  await page.getByLabel('谁来参加、怎么联系').fill('河西务司法所派一名调解员。');
  await done(page, '记复函', '联合调解复函');
  await expect(joint).toContainText('同意参加');
  await expect(page.locator('.timeline')).toContainText('受邀单位同意联合调解');
  await paper(page, case_, 'joint_reply', ['我单位同意参加联合调解']);

  // Before both sat together there is nothing to sign.
  await go(page, `#/case/${case_}/paper/joint_record`);
  await expect(page.getByText('联合调解后开了调解会，笔录在这里打印。')).toBeVisible();
});

test('a case that is handed on is theirs with the receipt, and not before', async ({ page, app }) => {
  await setUp(page, app);
  await enterOffice(page, '永乐店镇调委会', '乡镇调委会');
  const case_ = await accepted(page);
  await openStep(page, 'transfer');
  // One says to whom, and why.
  await press(page, '移送');
  await expect(page.locator('.step-form .error').first()).toBeVisible();
  await page.getByRole('radio', { name: '永乐店镇调委会', exact: true }).check();
  await page.getByLabel('原因').fill('双方都住在永乐店。');
  await done(page, '移送', '移送');
  const handed = page.locator('.case-handed-on');
  await expect(handed).toContainText('永乐店镇调委会');
  await expect(handed).toContainText('等回执');
  await paper(page, case_, 'transfer_letter', ['永乐店镇调委会', '双方都住在永乐店。', '收到回执以前']);
  await paper(page, case_, 'transfer_receipt', ['□已收下']);

  await go(page, `#/case/${case_}`);
  await openStep(page, 'receipt');
  await done(page, '记回执', '移送回执');
  await expect(handed).toContainText('已接收');
  await expect(page.locator('.timeline')).toContainText('移送被接收，案子归接收单位');
  await paper(page, case_, 'transfer_receipt', ['已收下，由我单位办理']);
  // The register finds it by that.
  await go(page, '#/register?handed_on=1');
  await expect(page.locator('a[href*="#/case/"]')).toHaveCount(1);
  await expect(page.getByRole('button', { name: /移送的/ })).toBeVisible();
});
