// The watch itself: what no user should ever cause fails a test, whatever the test looks at.
import { test as base } from './fixtures.js';

const test = base.extend({
  opened: async ({ page, app }, use) => {
    await page.goto(app);
    await use(page);
  },
});

// Each of these is to fail; one that passes is reported. That the page opens is no part of them: the last test shows it.
test.fail('an error in the console', ({ opened }) => opened.evaluate(() => console.error('oh')));

test.fail('an error nobody caught', ({ opened }) => opened.evaluate(() => setTimeout(() => { throw new Error('oh'); })));

// The page itself can't send one, for its policy forbids it; see the next test.
test.fail('a request to another origin', ({ opened }) => opened.goto('http://localhost:9/').catch(() => {}));

test('the page lets no request out to another origin', async ({ opened, expectedErrors }) => {
  expectedErrors.push(/Content Security Policy/);
  await opened.evaluate(() => fetch('http://localhost:9/').then(() => Promise.reject(new Error('it went out')), () => {}));
});

test.fail('Han characters in an address', ({ opened }) => opened.evaluate(() => { location.hash = '#/search/张三'; }));

test.fail('a typed name in a title', ({ opened }) => type(opened, '张三', () => { document.title = '张三的案件'; }));

test.fail('a typed number in the console', ({ opened }) => type(opened, '13800000000', () => console.log('looking for 13800000000')));

test('a typed name that stays on the page', ({ opened }) => type(opened, '张三', () => {}));

async function type(page, text, then) {
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { id: 'typed' })));
  await page.locator('#typed').fill(text);
  await page.locator('#typed').blur();
  await page.evaluate(then);
}
