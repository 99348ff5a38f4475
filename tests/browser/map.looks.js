// How the map looks, at three zooms, in both languages and both themes: each picture beside a thumbnail of how it
// looked when somebody looked at it. To make the thumbnails anew, and then to look at them and at the pictures in
// test-results/map-looks before they are committed:
//   cd tests/browser; LOOKS=new npx playwright test
// To compare, LOOKS=held. Not among what CI runs: the demonstration is told as of today, and nobody has shown yet that
// its lines and bars leave these thumbnails alone from one day to the next.
//
// Thumbnails are coarse, a few hundred blocks of mean colour: letters of another font are much alike at that size, a
// shade, a line, a hatch or a sea that went another way is not.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures.js';
import { go } from './person.js';

const THUMBNAILS = fileURLToPath(new URL('../fixtures/map/looks', import.meta.url));
const NEW = process.env.LOOKS === 'new';
/**
 * Steps of 256 that a colour of a block may be off, and how many of a hundred blocks may be farther off: a serif for all
 * names makes 1.5 of them, one county of another shade 2 on the desktop that opens on it, 3 on the phone.
 */
const STEPS = 16;
const BLOCKS = 1.8;

/** A picture as blocks of colour, and those as a picture; made by the page, which reads and writes pictures. */
const coarse = (page, png) => page.evaluate(async (base64) => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const longest = Math.max(image.width, image.height);
  const canvas = document.createElement('canvas');
  // Halved until it is small: each block is then the mean of all that lies in it.
  let [width, height, from] = [image.width, image.height, image];
  const small = (size) => Math.round((size / longest) * 48);
  while (width > small(image.width)) {
    [width, height] = [Math.max(small(image.width), Math.ceil(width / 2)), Math.max(small(image.height), Math.ceil(height / 2))];
    const step = new OffscreenCanvas(width, height);
    step.getContext('2d').drawImage(from, 0, 0, width, height);
    from = step;
  }
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  context.drawImage(from, 0, 0);
  return { width, height, colours: [...context.getImageData(0, 0, width, height).data], png: canvas.toDataURL('image/png').split(',')[1] };
}, png.toString('base64'));

/** How many of a hundred blocks differ so much that it shows. */
function apart(one, other) {
  if (one.width !== other.width || one.height !== other.height) return 100;
  let blocks = 0;
  for (let at = 0; at < one.colours.length; at += 4) {
    const off = [0, 1, 2].map((channel) => Math.abs(one.colours[at + channel] - other.colours[at + channel]));
    if (Math.max(...off) > STEPS) blocks += 1;
  }
  return (blocks * 400) / one.colours.length;
}

/** The map once it rests: where its ring for the focus lies, it lies too. */
async function rested(page) {
  let last;
  await expect.poll(async () => {
    const before = last;
    last = await page.locator('.map-ring').evaluate(async (ring) => {
      for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
      const { a, e, f } = ring.getScreenCTM();
      return [a, e, f].join();
    });
    return last === before;
  }, 'the map rests').toBe(true);
}

/** The map alone, once it no longer changes: what lies over it is letters, and other tests look at those. */
async function picture(page) {
  await rested(page);
  const over = page.locator('.map-foot, .map-tools, .network-bar, .network-foot, .network-panel');
  await over.evaluateAll((parts) => parts.forEach((part) => { part.style.visibility = 'hidden'; }));
  const { x, y, width, height } = await page.locator('.map-surface').boundingBox();
  const taken = () => page.screenshot({ clip: { x, y, width, height }, scale: 'css', animations: 'disabled' });
  let last = await taken();
  await expect.poll(async () => {
    const before = last;
    last = await taken();
    return last.equals(before);
  }, { message: 'the picture stays', intervals: [400] }).toBe(true);
  return last;
}

/** The fine boundaries have come: before, the coarse ones stand in for them. */
const areFine = (page) => expect.poll(() => page.evaluate(() => performance.getEntriesByType('resource')
  .some((file) => file.name.endsWith('/map/jjj.topo.json') && file.responseEnd > 0)), 'the fine boundaries').toBe(true);

for (const language of ['zh', 'en']) {
  for (const theme of ['light', 'dark']) {
    test(`the map in ${language}, ${theme}`, async ({ page, app }, info) => {
      test.setTimeout(180_000);
      if (language === 'en') await page.addInitScript(() => localStorage.setItem('langqiao.language', 'en'));
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.goto(`${app}#/open/demonstration`);
      await expect(page.locator('.shell.demo')).toBeVisible({ timeout: 120_000 });
      await go(page, '#/network');
      await expect(page.locator('.map')).toHaveAttribute('aria-busy', 'false');
      await expect(page.locator('.map-hidden tr', { has: page.locator('[data-adcode="110117"]') })).toContainText('8,359');
      // Home is known, and then what it opens on.
      await expect(page.locator('.map-tools button')).toHaveCount(4);
      const surface = page.locator('.map-surface');
      for (const [zoom, keys] of [['near', ['+', '+', '+']], ['home', ['Home']], ['region', ['0']]]) {
        for (const key of keys) {
          await surface.focus();
          await page.keyboard.press(key);
        }
        await surface.blur();
        if (zoom === 'near') await areFine(page);
        const png = await picture(page);
        const name = `${info.project.name}-${zoom}-${language}-${theme}.png`;
        const seen = await coarse(page, png);
        fs.mkdirSync(info.outputPath('map-looks'), { recursive: true });
        fs.writeFileSync(info.outputPath('map-looks', name), png);
        const thumbnail = `${THUMBNAILS}/${name}`;
        if (NEW) {
          fs.mkdirSync(THUMBNAILS, { recursive: true });
          fs.writeFileSync(thumbnail, Buffer.from(seen.png, 'base64'));
          continue;
        }
        const known = await coarse(page, fs.readFileSync(thumbnail));
        expect.soft(apart(seen, known), `${name}: blocks of a hundred that look otherwise`).toBeLessThanOrEqual(BLOCKS);
      }
    });
  }
}
