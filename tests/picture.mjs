// Takes README's picture anew, tests/screenshot.png, so that it shows what the app shows: node tests/picture.mjs [folder]
// The demonstration's network, with 通武廊 chosen, over the months from which its published figures are.
// Wants what .ci/set-up brings for the tests in a browser.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { serve } from '../.ci/serve.mjs';

const { chromium } = createRequire(new URL('browser/', import.meta.url))('playwright-core');
const PICTURE = fileURLToPath(new URL('screenshot.png', import.meta.url));

/** Runs in the page: the picture's size, and its pixels as red, green and blue, in base64. */
async function pixels(png) {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height).getContext('2d');
  canvas.drawImage(image, 0, 0);
  const { data } = canvas.getImageData(0, 0, width, height);
  let text = '';
  for (let at = 0; at < data.length; at += 4) text += String.fromCharCode(data[at], data[at + 1], data[at + 2]);
  return { width, height, rgb: btoa(text) };
}

/** A PNG of 256 colours, a third of the browser's own: the most frequent ones, and for each other the one next to it. */
function inFewColours({ width, height, rgb }) {
  const bytes = Buffer.from(rgb, 'base64');
  const counts = new Map();
  for (let at = 0; at < bytes.length; at += 3) {
    const colour = bytes.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const parts = (colour) => [colour >> 16, colour >> 8 & 255, colour & 255];
  const far = (one, other) => one.reduce((sum, part, at) => sum + (part - other[at]) ** 2, 0);
  // Colours that nobody can tell from one that is taken leave their place to others.
  const palette = [];
  for (const colour of [...counts.keys()].sort((one, other) => counts.get(other) - counts.get(one))) {
    if (palette.length < 256 && palette.every((taken) => far(taken, parts(colour)) > 12)) palette.push(parts(colour));
  }
  const nearest = new Map([...counts.keys()].map((colour) => {
    const wanted = parts(colour);
    return [colour, palette.reduce((best, one, at) => (far(one, wanted) < far(palette[best], wanted) ? at : best), 0)];
  }));
  const rows = Buffer.alloc(height * (width + 1));
  for (let at = 0; at < width * height; at += 1) rows[at + Math.floor(at / width) + 1] = nearest.get(bytes.readUIntBE(at * 3, 3));
  const number = (value) => { const four = Buffer.alloc(4); four.writeUInt32BE(value); return four; };
  const chunk = (name, data) => { const all = Buffer.concat([Buffer.from(name), data]); return Buffer.concat([number(data.length), all, number(zlib.crc32(all))]); };
  const head = Buffer.concat([number(width), number(height), Buffer.from([8, 3, 0, 0, 0])]);
  const body = [['IHDR', head], ['PLTE', Buffer.from(palette.flat())], ['IDAT', zlib.deflateSync(rows, { level: 9 })], ['IEND', Buffer.alloc(0)]];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...body.map(([name, data]) => chunk(name, data))]);
}

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
    picture = await page.screenshot();
  } while (!last?.equals(picture));
  fs.writeFileSync(PICTURE, inFewColours(await page.evaluate(pixels, picture.toString('base64'))));
} finally {
  await browser.close();
  server.close();
}
