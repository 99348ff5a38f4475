// Pictures of every page at 390×844 and 1440×900 in both languages, to be looked at beside the mock-ups:
// node tests/pages.mjs [dist] [folder] [part of a page's name…]
// In the demonstration, with a case of each stage; the first visit apart. Wants what .ci/set-up brings for the tests in a
// browser. It compares nothing: whoever changes a page looks.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../.ci/serve.mjs';

const { chromium } = createRequire(new URL('browser/', import.meta.url))('playwright-core');
const [dist = 'dist', folder = fileURLToPath(new URL('../target/pages', import.meta.url)), ...only] = process.argv.slice(2);

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };
const LANGUAGES = ['zh', 'en'];
/** A case of each stage, and the forms that are open there. */
const STAGES = {
  registered: ['accept', 'decline', 'risk'],
  accepted: ['assign', 'correct.facts'],
  in_mediation: ['inquire', 'session', 'agreement', 'oral', 'fail', 'withdraw', 'suspend', 'extend', 'join', 'note'],
  agreed: ['perform', 'urge', 'confirm', 'follow_up', 'reopen'],
  performed: ['close'],
  closed: ['archive'],
};

const pages = [
  ['today', '#/today'],
  ['register', '#/register'],
  ['register-overdue', '#/register?overdue=1'],
  ['register-none', '#/register?registered=1990-01-01.1990-01-02'],
  ['intake', '#/intake'],
  ['network', '#/network'],
  ['network-county', '#/network?county=110117'],
  ['network-rate', '#/network?layer=rate'],
  ['network-cover', '#/network?layer=coverage_towns'],
  ['network-border', '#/network?border=1'],
  ['network-against', '#/network?from=2023-01-01&to=2023-12-31&against=2022-01-01.2022-12-31&county=110117'],
  ['statistics', '#/statistics'],
  ['exchange', '#/exchange'],
  ['ledger', '#/ledger'],
  ['data', '#/data'],
  ['settings', '#/settings'],
  ['help', '#/help'],
  ['more', '#/more'],
  ['unknown', '#/no/such/page'],
];

/** Once nothing moves any more: two pictures in a row are alike. */
async function picture(page, name) {
  let last;
  for (let tries = 0; tries < 12; tries += 1) {
    const now = await page.screenshot();
    if (last?.equals(now)) break;
    last = now;
    await page.waitForTimeout(300);
  }
  fs.writeFileSync(path.join(folder, `${name}.png`), last);
}

fs.mkdirSync(folder, { recursive: true });
const { server, url } = await serve(dist);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const wanted = (name) => only.length === 0 || only.some((part) => name.includes(part));
try {
  for (const language of LANGUAGES) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport, reducedMotion: 'reduce', serviceWorkers: 'block' });
      if (language === 'en') await context.addInitScript(() => localStorage.setItem('langqiao.language', 'en'));
      const page = await context.newPage();
      page.on('pageerror', (error) => console.error(`${language} ${size}: ${error.message}`));
      const of = (name) => `${name}-${language}-${size}`;
      const take = async (name, hash) => {
        if (!wanted(name)) return;
        await page.evaluate((to) => { location.hash = to; }, hash);
        await page.waitForTimeout(250);
        await picture(page, of(name));
      };
      await page.goto(url);
      await page.getByRole('button').first().waitFor();
      if (wanted('welcome')) await picture(page, of('welcome'));
      await page.goto(`${url}#/open/demonstration`);
      await page.locator('.shell.demo').waitFor({ timeout: 120_000 });
      for (const [name, hash] of pages) await take(name, hash);
      if (wanted('filters')) {
        await page.evaluate(() => { location.hash = '#/register'; });
        await page.getByRole('button', { name: /^(筛选|Filter)/ }).filter({ visible: true }).first().click();
        await page.getByRole('dialog').waitFor();
        await picture(page, of('filters'));
        await page.keyboard.press('Escape');
      }
      for (const [stage, forms] of Object.entries(STAGES)) {
        await page.evaluate((to) => { location.hash = to; }, `#/register?status=${stage}`);
        const first = page.locator('.vlist a[href*="#/case/"]').first();
        if (!await first.waitFor({ timeout: 5_000 }).then(() => true, () => false)) { console.error(`no case is ${stage}`); continue; }
        const href = (await first.getAttribute('href')).split('?')[0];
        await take(`case-${stage}`, href);
        for (const form of forms) await take(`form-${form}`, `${href}/${form}`);
        if (stage === 'agreed') for (const paper of ['acceptance_register', 'agreement']) await take(`paper-${paper}`, `${href}/paper/${paper}`);
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  server.close();
}
console.log(`${fs.readdirSync(folder).length} pictures in ${folder}`);
