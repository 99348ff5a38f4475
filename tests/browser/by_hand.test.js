// The map by hand: wheel, drag, keys and fingers move it, and a tap opens the county under it. What the map shows is
// read off the ring for the keyboard's focus, which it keeps in step with its canvas even while no county has it.
import { expect, test } from './fixtures.js';
import { go, tap } from './person.js';

/** How much one press of a key zooms and pans. */
const STEP = 1.6;
const PAN = 96;

/** Opens the demonstration's map. */
async function openMap(page, app) {
  await page.goto(`${app}#/open/demonstration`);
  await expect(page.locator('.shell.demo')).toBeVisible({ timeout: 120_000 });
  await go(page, '#/network');
  await expect(page.locator('.map')).toHaveAttribute('aria-busy', 'false');
  // It opens on the region, and on the desk's own counties once the page knows them.
  await expect(page.locator('.map-tools').getByRole('button', { name: '回到本区' })).toBeVisible();
  return rested(page);
}

/** Pixels a kilometre, and where the plane's origin lies in the window; what was asked of the map before has begun to show. */
const view = (page) => page.locator('.map-ring').evaluate(async (ring) => {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  const { a: scale, e: x, f: y } = ring.getScreenCTM();
  return { scale, x, y };
});

/** The view once it rests. */
async function rested(page) {
  let last;
  await expect.poll(async () => {
    const before = last;
    last = await view(page);
    return JSON.stringify(last) === JSON.stringify(before);
  }, 'the map rests').toBe(true);
  return last;
}

/** What has become of a view: how often larger, and where the place now lies that lay at a point of the window. */
async function moved(page, from, [x, y] = [0, 0]) {
  const to = await view(page);
  const zoom = to.scale / from.scale;
  const there = [to.x + (x - from.x) * zoom - x, to.y + (y - from.y) * zoom - y];
  return [zoom, ...there].map((number) => Math.round(number * 1000) / 1000);
}

/** The middle of the map. */
async function middle(page) {
  const { x, y, width, height } = await page.locator('.map-surface').boundingBox();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
}

const nearly = (...numbers) => numbers.map((number) => expect.closeTo(number, 0));

test('the wheel zooms about the pointer, and a drag pans', async ({ page, app }, { project }) => {
  test.skip(project.name === 'phone', 'a phone has no mouse');
  test.setTimeout(180_000);
  let before = await openMap(page, app);
  const [x, y] = await middle(page);
  const pointer = [x - 120, y - 80];
  await page.mouse.move(...pointer);
  await page.mouse.wheel(0, -200);
  await expect.poll(async () => (await moved(page, before))[0], 'nearer').toBeGreaterThan(1.2);
  expect((await moved(page, before, pointer)).slice(1), 'what lies under the pointer stays there').toEqual(nearly(0, 0));
  await page.mouse.wheel(0, 200);
  await expect.poll(async () => (await moved(page, before))[0], 'and back').toBeCloseTo(1, 2);

  before = await rested(page);
  await page.mouse.down();
  await page.mouse.move(pointer[0] + 30, pointer[1] + 10);
  await page.mouse.move(pointer[0] + 90, pointer[1] + 40);
  await page.mouse.up();
  await expect.poll(() => moved(page, before), 'it goes where the hand goes').toEqual([1, ...nearly(90, 40)]);
  await page.mouse.move(x, y);
  expect(await moved(page, before), 'and stays when it is let go').toEqual([1, ...nearly(90, 40)]);
  await expect(page, 'a drag is no tap').not.toHaveURL(/county=/);
});

test('keys zoom and pan the map', async ({ page, app }) => {
  test.setTimeout(180_000);
  await openMap(page, app);
  await page.locator('.map-surface').focus();
  for (const [key, zoom, x, y] of [
    ['+', STEP], ['=', STEP], ['-', 1 / STEP],
    ['ArrowLeft', 1, PAN, 0], ['ArrowRight', 1, -PAN, 0], ['ArrowUp', 1, 0, PAN], ['ArrowDown', 1, 0, -PAN],
  ]) {
    const before = await rested(page);
    await page.keyboard.press(key);
    await expect.poll(async () => (await moved(page, before))[0], key).toBeCloseTo(zoom, 2);
    if (x !== undefined) await expect.poll(async () => (await moved(page, before)).slice(1), key).toEqual(nearly(x, y));
  }
  const near = await rested(page);
  await page.keyboard.press('0');
  await expect.poll(async () => (await moved(page, near))[0], 'the whole region').toBeLessThan(0.5);
});

test('one finger pans the map, two zoom it', async ({ page, app }, { project }) => {
  test.skip(project.name !== 'phone', 'a desktop has no fingers');
  test.setTimeout(180_000);
  let before = await openMap(page, app);
  const [x, y] = await middle(page);
  const hand = await page.context().newCDPSession(page);
  const fingers = (type, ...places) => hand.send('Input.dispatchTouchEvent', {
    type, touchPoints: places.map(([x, y], id) => ({ x, y, id })),
  });

  await fingers('touchStart', [x, y]);
  for (const share of [0.25, 0.5, 0.75, 1]) await fingers('touchMove', [x - 80 * share, y - 60 * share]);
  await fingers('touchEnd');
  await expect.poll(() => moved(page, before), 'it goes where the finger goes').toEqual([1, ...nearly(-80, -60)]);
  await expect(page, 'a drag is no tap').not.toHaveURL(/county=/);

  before = await rested(page);
  await fingers('touchStart', [x - 40, y], [x + 40, y]);
  for (const far of [50, 60, 70, 80]) await fingers('touchMove', [x - far, y], [x + far, y]);
  await fingers('touchEnd');
  await expect.poll(() => moved(page, before, [x, y]), 'twice as near, about what lies between them').toEqual([2, ...nearly(0, 0)]);
  await expect(page, 'a pinch is no tap').not.toHaveURL(/county=/);
});

test('a tap on a county opens it, wherever the map has been moved to', async ({ page, app }, { project }) => {
  test.setTimeout(180_000);
  await openMap(page, app);
  const surface = page.locator('.map-surface');
  await surface.focus();
  const before = await rested(page);
  await page.keyboard.press('+');
  await expect.poll(async () => (await moved(page, before))[0]).toBeCloseTo(STEP, 2);
  await rested(page);
  for (const [code, name] of [['120114', '武清区'], ['131003', '广阳区']]) {
    const [x, y] = await inside(page, code);
    if (project.name === 'phone') await page.touchscreen.tap(x, y);
    else {
      const frame = await surface.boundingBox();
      await tap(surface, { position: { x: x - frame.x, y: y - frame.y } });
    }
    await expect(page).toHaveURL(new RegExp(`county=${code}$`));
    const panel = page.locator('.network-panel');
    await expect(panel.getByRole('heading', { name, level: 2 })).toBeVisible();
    // Its figures, its organisations and its latest cases.
    await expect(panel.locator('.network-tiles .tile').first().locator('.figure')).toHaveText(/^[\d,]+$/);
    for (const part of ['机构', '最近的案件']) await expect(panel.getByRole('heading', { name: part })).toBeVisible();
    await expect(panel.locator('a[href^="#/case/"]').first()).toBeVisible();
    await tap(panel.getByRole('button', { name: '关上' }));
    await expect(page).not.toHaveURL(/county=/);
  }
});

/** A place in the window well inside a county, with nothing but the map there: its outline is the ring's while it has the focus. */
async function inside(page, code) {
  const county = page.locator(`.map-hidden [data-adcode="${code}"]`);
  await county.focus();
  await rested(page);
  const place = await page.locator('.map-ring').evaluate((ring) => {
    const box = ring.getBBox();
    const toWindow = ring.getScreenCTM();
    const pill = document.querySelector('.map-pill').getBoundingClientRect();
    const clear = ({ x, y }) => document.elementFromPoint(x, y)?.closest('.map-surface')
      && !(x >= pill.left && x <= pill.right && y >= pill.top && y <= pill.bottom);
    // From the middle outwards; a county is seldom round.
    const steps = Array.from({ length: 21 }, (_, at) => at / 20);
    const all = steps.flatMap((right) => steps.map((down) => [right, down]));
    all.sort(([a, b], [c, d]) => Math.hypot(a - 0.5, b - 0.5) - Math.hypot(c - 0.5, d - 0.5));
    for (const [right, down] of all) {
      const here = new DOMPoint(box.x + right * box.width, box.y + down * box.height);
      const seen = here.matrixTransform(toWindow);
      if (ring.isPointInFill(here) && clear(seen)) return [seen.x, seen.y];
    }
    return null;
  });
  expect(place, `${code} is in sight`).not.toBeNull();
  await county.blur();
  return place;
}
