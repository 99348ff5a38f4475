// The first load, as the network sees it: from an open link to a desk that is set up and a register that can be
// used. Everything that the page and its worker fetch until then, as brotli would send it, stays within its budget.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { DIST, expect, test } from './fixtures.js';
import { go, setUp } from './person.js';

const BUDGET = 450 * 1024;

const brotli = (file) => zlib.brotliCompressSync(fs.readFileSync(file)).length;

// What the service worker keeps for later is fetched in quiet, and nobody waits for it.
test.use({ serviceWorkers: 'block' });

test('a desk is set up and its register used within 450 KB', async ({ page, app, context }) => {
  const names = new Set();
  context.on('requestfinished', (request) => {
    names.add(decodeURI(request.url().slice(app.length).replace(/[?#].*$/, '')) || 'index.html');
  });
  await setUp(page, app);
  await go(page, '#/register');
  await expect(page.locator('.register-rows')).toBeVisible();
  await expect(page.getByRole('searchbox').filter({ visible: true }).first()).toBeEditable();
  // Packed only now: it takes seconds, and the page would wait for them.
  const fetched = new Map([...names].map((name) => [name, brotli(path.join(DIST, name))]));
  const sum = [...fetched.values()].reduce((all, size) => all + size, 0);
  const list = [...fetched].map(([name, size]) => `${(size / 1024).toFixed(1)} ${name}`).join('\n');
  console.log(`first load ${(sum / 1024).toFixed(1)} KB\n${list}`);
  expect(fetched.size, list).toBeGreaterThan(5);
  expect(sum, list).toBeLessThanOrEqual(BUDGET);
});
