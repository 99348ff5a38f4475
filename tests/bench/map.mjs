// Frame times of the map: a hand that pans and zooms over 5,000 organisations and 2,000 lines, in Chromium with the
// processor slowed down four times. Prints milliseconds between frames: half of them, 95 of 100, the longest.
// node tests/bench/map.mjs [dist], after `make build`; ORGANISATIONS, ARCS and SLOWER change what is asked.
//
// The page, its canvas and its names are the app's own; what the engine answers about the map is replaced on its way to
// the page, for no record here has as many organisations. It asserts nothing: a machine that does other things too is
// slower.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../.ci/serve.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const installed = ['tests/bench/', 'tests/browser/'].find((folder) => fs.existsSync(path.join(ROOT, folder, 'node_modules/playwright-core')));
const { chromium } = createRequire(path.join(ROOT, installed ?? 'tests/browser/'))('playwright-core');
const dist = process.argv[2] ?? path.join(ROOT, 'dist');
const organisations = Number(process.env.ORGANISATIONS ?? 5_000);
const arcs = Number(process.env.ARCS ?? 2_000);
const slower = Number(process.env.SLOWER ?? 4);

/** In the page, before the app: whoever listens to the engine hears of a fuller map. */
function fill({ organisations, arcs }) {
  // Mapped counties, from the boundaries' own codes as they come by; until then none.
  const counties = [];
  const fetched = window.fetch;
  window.fetch = async (...asked) => {
    const response = await fetched(...asked);
    if (String(asked[0]).includes('topo.json')) {
      const file = await response.clone().json();
      counties.splice(0, counties.length, ...file.objects.counties.geometries.map((one) => Number(one.properties.adcode)));
    }
    return response;
  };
  const kinds = ['centre_township', 'judicial_office', 'committee_village', 'police_station', 'mediation_room'];
  const short = (n) => n.toString(36).padStart(21, '0') + 'A';
  const fuller = (map) => {
    const codes = counties.length ? counties : map.counties.map((one) => one.county);
    const [line] = map.organisations;
    const prefix = line.id.slice(0, line.id.length - 22);
    map.organisations = Array.from({ length: organisations }, (_, n) => ({
      ...line, id: prefix + short(n), cases: n % 7,
      organisation: { ...line.organisation, county: codes[n % codes.length], kind: kinds[n % kinds.length], name: `机构${n}`, town: undefined },
    }));
    map.joint = [];
    for (let step = 1; map.joint.length < arcs; step += 1) {
      for (let at = 0; at < codes.length && map.joint.length < arcs; at += 1) {
        const other = codes[(at + step) % codes.length];
        if (codes[at] < other) map.joint.push({ county: codes[at], joined: [other], cases: 1 + ((at * step) % 40) });
      }
    }
    return map;
  };
  const own = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage');
  Object.defineProperty(Worker.prototype, 'onmessage', {
    ...own,
    set(listener) {
      own.set.call(this, listener && function (event) {
        const { data } = event;
        if (Array.isArray(data) && typeof data[1] === 'string' && data[1].includes('"joint":[') && data[1].includes('"organisations":[')) {
          const said = JSON.parse(data[1]);
          const map = said.organisations ? said : said.Ok;
          if (map?.organisations?.length) {
            fuller(map);
            window.benchFilled = { organisations: map.organisations.length, arcs: map.joint.length };
            return listener.call(this, new MessageEvent('message', { data: [data[0], JSON.stringify(said), ...data.slice(2)] }));
          }
        }
        return listener.call(this, event);
      });
    },
  });
}

/** In the page: the times between frames until it is told to stop. */
function watch() {
  const between = [];
  let last;
  let on = true;
  const frame = (now) => {
    if (last !== undefined) between.push(now - last);
    last = now;
    if (on) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.benchStop = () => { on = false; return between; };
}

function told(name, between) {
  const sorted = [...between].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1);
  console.log(`${name.padEnd(22)} frames ${String(sorted.length).padStart(4)}   p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   max ${at(1)} ms`);
}

const { server, url } = await serve(dist);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', serviceWorkers: 'block' });
  page.on('pageerror', (error) => console.error(`page: ${error.message}`));
  await page.addInitScript(fill, { organisations, arcs });
  await page.goto(`${url}#/open/demonstration`);
  await page.locator('.shell.demo').waitFor({ timeout: 300_000 });
  await page.evaluate(() => { location.hash = '#/network'; });
  await page.locator('.map-name').first().waitFor({ timeout: 60_000 });
  // Once more with the boundaries' codes at hand.
  await page.evaluate(() => { location.hash = '#/network?from=2023-01-01&to=2023-12-31'; });
  await page.waitForFunction((wanted) => window.benchFilled?.organisations === wanted, organisations, { timeout: 60_000 });
  await page.waitForTimeout(3_000);
  console.log(`${JSON.stringify(await page.evaluate(() => window.benchFilled))}, processor slowed down ${slower} times`);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const middle = { x: 560, y: 450 };
  const measured = async (name, act) => {
    await page.waitForTimeout(600);
    await page.evaluate(watch);
    await act();
    told(name, await page.evaluate(() => window.benchStop()));
  };
  const pan = async () => {
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    for (let step = 1; step <= 120; step += 1) {
      await page.mouse.move(middle.x + 160 * Math.sin(step / 12), middle.y + 90 * Math.sin(step / 7));
      await page.waitForTimeout(12);
    }
    await page.mouse.up();
  };
  const zoom = async () => {
    await page.mouse.move(middle.x, middle.y);
    for (let step = 0; step < 90; step += 1) {
      await page.mouse.wheel(0, step % 30 < 15 ? -60 : 60);
      await page.waitForTimeout(12);
    }
  };
  await page.getByRole('button', { name: '看三地全图' }).click();
  await measured('whole region, idle', () => page.waitForTimeout(1_500));
  await measured('whole region, pan', pan);
  await measured('whole region, zoom', zoom);
  await page.getByRole('button', { name: '回到本区' }).click();
  await measured('own counties, pan', pan);
  await measured('own counties, zoom', zoom);
} finally {
  await browser.close();
  server.close();
}
