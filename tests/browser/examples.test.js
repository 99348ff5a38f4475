// Each sentence of the published report stands on a page of the demonstration, in both languages. tests/demonstration
// finds the entries that say it; here is where a person reads it: on a stop of a tour, and on the page that the stop opens.
import { answers, expect, test } from './fixtures.js';
import { go, tap } from './person.js';

const seen = (locator) => locator.filter({ visible: true });

/** What stands on the stop's card, and on the page behind its link. `zh` and `en` of each: [card, page]. */
const SENTENCES = [
  // In 2017 the judicial bureaus of the three places signed the framework agreement.
  { stop: 'corridor.1',
    zh: ['2017年9月26日，通州、武清、安次和广阳的司法局签了《通武廊司法行政协作框架协议》。现在：生效中。', ['生效中', '通武廊司法行政协作框架协议（正文）', '司法局牵头，毗邻乡镇司法所直接联系']],
    en: ['On 26 September 2017 the justice bureaus of Tongzhou, Wuqing, Anci and Guangyang signed the Tongwu Corridor Judicial and Administrative Cooperation Framework Agreement. Today: in force.', ['In force', 'Tongwu Corridor Judicial and Administrative Cooperation Framework Agreement']] },
  // Direct network: administrations, adjacent townships' offices, township and village organisations.
  { stop: 'corridor.2',
    zh: ['结成5对。区县司法局联到8个毗邻司法所，再到8个乡镇调委会、24个村调委会', ['毗邻结对', '各方联络人']],
    en: ['5 pairs of bordering townships. Bureaus, 8 judicial offices, 8 township and 24 village committees reach their neighbours directly.', ['Paired neighbours', 'Contact persons']] },
  // One-stop centres in the border towns.
  { stop: 'corridor.3',
    zh: ['边界乡镇的8个一站式中心，由协议各方联建。', ['一站式多元化解中心']],
    en: ['8 one-stop centres in the border towns are kept jointly under the agreement.', ['Township one-stop centre']] },
  // Joint conference of Tongzhou and Wuqing; joint management.
  { stop: 'corridor.4',
    zh: ['2018年3月22日，通州区、武清区司法局联席会议；2023年9月21日，通武廊节前毗邻乡镇联合排查。涉及两边的事，联合管理。', ['联席会议', '通州区、武清区']],
    en: ['22 March 2018: Joint conference of Tongzhou and Wuqing; 21 September 2023: Joint inspection of bordering townships before the holidays. What concerns both sides is managed jointly.', ['Joint conference of Tongzhou and Wuqing', 'Tongzhou District']] },
  // Three large training sessions for the mediation backbone of the three places.
  { stop: 'corridor.5',
    zh: ['三地调解骨干的大型培训办了3期，550人次参加。', ['培训', '210']],
    en: ['3 large training sessions for the key mediators of the three places, attended 550 times in all.', ['Tongwu Corridor training for key mediators, third session', '210']] },
  // One-stop centres in villages, townships and the district, full coverage.
  { stop: 'pinggu.1',
    zh: ['区里1个，乡镇街道18个，村和社区320个：一共339个一站式中心。', ['平谷区一站式多元化解中心']],
    en: ['1 for the district, 18 in townships and streets, 320 in villages and communities: 339 one-stop centres in all.', ['Pinggu District One-stop Centre']] },
  // 4+N: enter one door, go to one place at most.
  { stop: 'pinggu.2',
    zh: ['信访办、司法所、派出所、法庭都在区中心里，另有2个行业主管部门闻哨就到。进一扇门，最多跑一地。', ['平谷区信访办公室', '平谷区司法所（驻中心）', '平谷区公安分局', '平谷区人民法院诉调对接中心', '平谷区人力资源和社会保障局']],
    en: ['and 2 industry authorities come when called. Enter one door, go to one place at most.', ['Offices below']] },
  // Functions sunk into the micro-grid: found at the source, mediated at the front, served at the grass roots.
  { stop: 'pinggu.3',
    zh: ['36个微网格，36名网格员：发现在源头，调解在前端，服务在基层。', ['微网格', '网格员']],
    en: ['36 micro-grids, 36 grid workers: found at the source, mediated at the front, served at the grass roots.', ['Grid workers']] },
  // Work orders resolved by mediation, organisation and evaluation under 4+N.
  { stop: 'pinggu.4',
    zh: ['在4+N下，经调解、组织和评议化解工单5,784件。', ['平谷 · 化解工单', '5,784']],
    en: ['Under 4+N, 5,784 work orders were resolved by mediation, organisation and evaluation.', ['Pinggu · work orders', '5,784']] },
  // Disputes mediated at the three levels, January–August 2023.
  { stop: 'pinggu.5',
    zh: ['2023年1–8月，三级中心调解纠纷8,359件，成功2,974件。', ['8,359']],
    en: ['Jan–Aug 2023: the centres mediated 8,359 disputes, 2,974 of them successfully.', ['8,359']] },
  // 320 m² township-level one-stop centre, between the core and the sub-centre.
  { stop: 'heizhuanghu.1',
    zh: ['黑庄户在核心区和副中心之间，乡级一站式中心320平方米', ['面积（平方米）', '320', '向日葵暖心团']],
    en: ['Heizhuanghu lies between the core of Beijing and its sub-centre. Its township centre has 320 m²', ['Floor area (m²)', '320', 'Sunflower Warm Heart Team']] },
  // Temperature+ rooms in villages, communities, police stations and key enterprises.
  { stop: 'heizhuanghu.2',
    zh: ['24间“温度+”调解室，开在村里、社区、派出所和重点企业。', ['温度+', '个人（品牌）调解室']],
    en: ['24 “Temperature+” rooms, in villages, communities, police stations and key enterprises.', ['Personal or branded room', 'Temperature+ Room']] },
  // Sunflower Warm Heart Team, with members of seven kinds.
  { stop: 'heizhuanghu.3',
    zh: ['向日葵暖心团有21人：社会贤达、专业人士、党员先锋、五老、楼门长、网格员和退休法律工作者。', ['社会贤达', '五老', '退休法律工作者']],
    en: ['The Sunflower Warm Heart Team has 21 members: social figures, professionals, party pioneers, the five elders, building-door chiefs, grid workers and retired legal workers.', ['Social figure', 'Five-elders', 'Retired legal worker']] },
  // Legal consultations answered since 2022.
  { stop: 'heizhuanghu.4',
    zh: ['2022年以来，答复法律咨询5,230次。', ['黑庄户 · 法律咨询', '5,230']],
    en: ['Since 2022, 5,230 legal consultations have been answered.', ['Heizhuanghu · consultations', '5,230']] },
  // By the rooms since 2022: disputes, people, petition backlog.
  { stop: 'heizhuanghu.5',
    zh: ['调解纠纷107件，涉及251人，其中信访积案46件。', ['107']],
    en: ['have mediated 107 disputes of 251 people; 46 were petition backlog cases.', ['107']] },
  // Sponsor.
  { stop: 'meeting.1',
    zh: ['2023年9月27日，天津市司法局主办“京津冀人民调解工作交流会”。', ['天津市司法局', '主办', '北京市司法局', '河北省司法厅', '协办']],
    en: ['On 27 September 2023 the Tianjin Municipal Bureau of Justice sponsored the Beijing-Tianjin-Hebei mediation exchange meeting.', ['Tianjin Municipal Bureau of Justice', 'Sponsor', 'Beijing Municipal Bureau of Justice', 'Hebei Provincial Department of Justice', 'Co-organiser']] },
  // Co-organisers.
  { stop: 'meeting.2',
    zh: ['北京市司法局和河北省司法厅协办。', ['北京市司法局']],
    en: ['Co-organised by the Beijing Municipal Bureau of Justice and Hebei Provincial Department of Justice.', ['Beijing Municipal Bureau of Justice']] },
  // Nine representatives, three from each, shared the practice of their region and field.
  { stop: 'meeting.3',
    zh: ['9名代表讲了本地、本行的做法。', ['9名代表', '三地各三名代表交流了本地区、本领域的做法']],
    en: ['9 representatives shared the practice of their region and field.', ['9 representatives']] },
];

for (const [language, button] of [['zh', null], ['en', 'Switch to English']]) {
  test(`each sentence of the report stands on a page, in ${language}`, async ({ page, app }) => {
    test.setTimeout(420_000);
    await page.goto(app);
    await answers(page);
    if (button) await tap(seen(page.getByRole('button', { name: button })).first());
    await go(page, '#/open/demonstration');
    await expect(page.locator('.shell.demo')).toBeVisible({ timeout: 120_000 });
    const card = page.locator('.tour');
    for (const sentence of SENTENCES) {
      const [onCard, onPage] = sentence[language];
      await go(page, `#/network?tour=${sentence.stop}`);
      await expect(card, sentence.stop).toContainText(onCard);
      await card.locator('.tour-links a').first().click();
      await expect(card).toHaveCount(0);
      for (const words of onPage) {
        await expect(page.locator('#main'), `${sentence.stop}: ${words}`).toContainText(words);
      }
    }
  });
}
