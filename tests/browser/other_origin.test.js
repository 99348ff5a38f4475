// Nothing goes to another origin from where the record is read: the workers, which the page's own policy does not bind.
import { DIST, answers, expect, host, test } from './fixtures.js';
import { setUp } from './person.js';

test.beforeEach(({}, { project }) => test.skip(project.name !== 'desktop', 'the workers are the same on a phone'));

const engineOf = async (page) => {
  const found = () => page.workers().find((worker) => worker.url().includes('/worker-'));
  await expect.poll(found).toBeTruthy();
  return found();
};

/** A host with the app on it, and another that counts what it is asked. */
async function hosts(options) {
  const [own, other] = [await host(DIST, options), await host(DIST)];
  const asked = [];
  other.server.on('request', ({ url }) => asked.push(url));
  return { own, other, asked, close: () => Promise.all([own.close(), other.close()]) };
}

test('the engine asks no other origin, whatever its host sends', async ({ page }) => {
  const { own, other, asked, close } = await hosts({ bare: true });
  await setUp(page, own.url);
  const engine = await engineOf(page);
  const tried = await engine.evaluate(async (there) => {
    const tries = {
      fetch: () => fetch(there, { mode: 'no-cors' }),
      request: () => fetch(new Request(there, { mode: 'no-cors' })),
      underneath: () => WorkerGlobalScope.prototype.fetch.call(self, there, { mode: 'no-cors' }),
      worker: async () => new Worker(URL.createObjectURL(new Blob([`fetch('${there}', { mode: 'no-cors' })`]))),
      bucket: async () => {
        const bucket = await navigator.storageBuckets.open('x');
        const store = await bucket.caches.open('x');
        return store.add(there).then(() => ({ ok: true }));
      },
      own: () => fetch('./manifest.webmanifest'),
    };
    const outcomes = Object.entries(tries).map(async ([name, attempt]) => [name, await attempt().then(({ ok }) => ok, () => 'refused')]);
    return Object.fromEntries(await Promise.all(outcomes));
  }, `${other.url}leak`);
  expect(tried).toEqual({ fetch: 'refused', request: 'refused', underneath: 'refused', worker: 'refused', bucket: 'refused', own: true });
  const ways = await engine.evaluate(() => ['XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'caches', 'importScripts'].filter((way) => self[way]));
  expect(ways).toEqual([]);
  expect(await engine.evaluate(() => ['add', 'addAll'].filter((way) => Cache.prototype[way]))).toEqual([]);
  expect(asked).toEqual([]);
  await close();
});

// Once for a host that sends the policy, once for one that doesn't, where the service worker hands out the files.
for (const bare of [false, true]) {
  test(`a worker's script comes with a policy ${bare ? 'from the service worker' : 'from the host'}`, async ({ page, expectedErrors }) => {
    expectedErrors.push(/Content Security Policy/);
    const { own, other, asked, close } = await hosts({ bare });
    await page.goto(own.url);
    await answers(page);
    if (bare) {
      await expect(page.locator('html:is([data-kept=ready], [data-kept=whole])')).toBeAttached();
      await page.reload();
      await answers(page);
    }
    const engine = await engineOf(page);
    const imported = await engine.evaluate((there) => import(there).then(() => 'loaded', () => 'refused'), `${other.url}sw.js`);
    expect(imported).toBe('refused');
    expect(asked).toEqual([]);
    await close();
  });
}
