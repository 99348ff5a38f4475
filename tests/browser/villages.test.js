// The villages of a county come when they are asked for, and stay: no first visit fetches those of all 222 counties.
import { expect, host, test as base, DIST, answers } from './fixtures.js';

const test = base.extend({
  own: async ({ expectedErrors }, use) => {
    expectedErrors.push(/ERR_CONNECTION_REFUSED|ERR_FAILED|Failed to fetch|Failed to load resource/);
    const { url, server, close } = await host(DIST);
    const asked = [];
    server.on('request', ({ url }) => asked.push(url.replace(/^.*\/langqiao\//, '').replace(/\?.*$/, '')));
    await use({ url, close, asked });
    await close();
  },
});

const villages = (page, county) => page.evaluate(async (county) => {
  const answer = await fetch(`places/villages/${county}.txt`).catch(() => undefined);
  return answer?.ok ? answer.text() : undefined;
}, county);

test('villages are kept once they were asked for, and not before', async ({ page, own }) => {
  await page.goto(own.url);
  await answers(page);
  await expect(page.locator('html[data-kept=whole]')).toBeAttached({ timeout: 60_000 });
  expect(own.asked.filter((path) => path.startsWith('places/villages/'))).toEqual([]);
  expect(await villages(page, 110112)).toContain('肖家林');
  await own.close();
  expect(await villages(page, 110112)).toContain('肖家林');
  expect(await villages(page, 120114)).toBeUndefined();
});
