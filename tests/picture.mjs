// Takes README's picture anew, tests/screenshot.jpg, so that it shows what the app shows: node tests/picture.mjs [folder]
// The demonstration's network, with 通武廊 chosen, over the months from which its published figures are.
// Wants what .ci/set-up brings for the tests in a browser.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { serve } from '../.ci/serve.mjs';

const { chromium } = createRequire(new URL('browser/', import.meta.url))('playwright-core');
const PICTURE = fileURLToPath(new URL('screenshot.jpg', import.meta.url));

const { server, url } = await serve(process.argv[2] ?? 'dist');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const opened = await page.goto(`${url}#/open/demonstration`);
  if (!opened.ok()) throw new Error('There is no index.html in this folder: run "make build" first.');
  await page.locator('.shell.demo').waitFor({ timeout: 120_000 });
  await page.evaluate(() => { location.hash = '#/network'; });
  await page.getByText(/^通武廊 \d+ ?件$/).first().click();
  await page.getByRole('heading', { name: '通武廊' }).waitFor();
  // Nothing moves any more: two pictures in a row are alike.
  let last, picture;
  do {
    last = picture;
    await page.waitForTimeout(1000);
    picture = await page.screenshot({ type: 'jpeg', quality: 80 });
  } while (!last?.equals(picture));
  fs.writeFileSync(PICTURE, picture);
} finally {
  await browser.close();
  server.close();
}
