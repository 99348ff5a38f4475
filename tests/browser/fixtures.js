// What every browser test stands on: the built app under a sub-folder of a host of its own, and a watch that
// fails a test for what no user should ever cause, whatever the test itself looks at:
//   an error in the console or on the page, a request to another origin, and anything a person typed
//   (names, numbers, search words) turning up in an address, a title or the console.
import { test as base, expect } from '@playwright/test';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../.ci/serve.mjs';

export { expect };
export const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const SUB_FOLDER = '/desk/langqiao/';
const ours = new Set();

/** The page stands and the engine has answered its first question. */
export const answers = (page) => expect(page.locator('[data-engine=answered]')).toBeVisible();

/** Serves a built folder as the app's host; `close` takes the host away, as a lost network does. */
export async function host(folder, { port = 0, types, bare } = {}) {
  const { server, url } = await serve(path.resolve(folder), { port, types, bare, under: SUB_FOLDER });
  ours.add(new URL(url).origin);
  const close = () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); });
  return { url, port: server.address().port, server, close };
}

export const test = base.extend({
  // The address of the app. One host for a worker: each test has a browser context, and so a record, of its own.
  app: [async ({}, use) => {
    const { url, close } = await host(DIST);
    await use(url);
    await close();
  }, { scope: 'worker' }],

  // Console errors that a test causes on purpose: patterns, pushed by the test.
  expectedErrors: async ({}, use) => use([]),

  // Watches over a browser context; every test's own is watched by itself, others are handed to it.
  watchOver: [async ({ expectedErrors }, use) => {
    const wrong = [];
    const typed = new Set();
    const seen = [];
    const expected = (text) => expectedErrors.some((pattern) => pattern.test(text));

    await use(async (context) => {
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (['http:', 'https:', 'ws:', 'wss:'].includes(protocol) && !ours.has(origin)) wrong.push(`request to ${request.url()}`);
        seen.push(['an address', decodeURIComponent(request.url())]);
      });
      context.on('console', (message) => {
        seen.push(['the console', message.text()]);
        if (message.type() === 'error' && !expected(message.text())) wrong.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => {
        const text = String(error.error().stack ?? error.error());
        if (!expected(text)) wrong.push(`page: ${text}`);
      });
      const follow = (page) => page.on('framenavigated', (frame) => seen.push(['an address', decodeURIComponent(frame.url())]));
      context.pages().forEach(follow);
      context.on('page', follow);
      await context.exposeFunction('langqiaoTestTyped', (text) => typed.add(text));
      await context.exposeFunction('langqiaoTestTitle', (title) => seen.push(['a title', title]));
      await context.addInitScript(watchTypingAndTitle);
      // To be called before the context is closed.
      return async () => {
        for (const page of context.pages()) seen.push(['a title', await page.title().catch(() => '')]);
      };
    });

    for (const [where, text] of seen) {
      if (where === 'an address' && /\p{Script=Han}/u.test(text)) wrong.push(`Han characters in an address: ${text}`);
      for (const word of typed) if (text.includes(word)) wrong.push(`typed “${word}” stands in ${where}: ${text}`);
    }
    expect([...new Set(wrong)], 'what no user should ever cause').toEqual([]);
  }, { auto: true }],

  context: async ({ context, watchOver }, use) => {
    const last = await watchOver(context);
    await use(context);
    await last();
  },

  // Another person's browser: a page with a record of its own, watched like the test's.
  another: async ({ browser, watchOver }, use) => {
    const opened = [];
    await use(async () => {
      const context = await browser.newContext();
      opened.push([context, await watchOver(context)]);
      return context.newPage();
    });
    for (const [context, last] of opened) {
      await last();
      await context.close();
    }
  },
});

/** Runs in the page, before the app; notes when it was last tapped (person.js). A word of one letter or digit is in every address: two Han or four others count. */
function watchTypingAndTitle() {
  addEventListener('click', () => { window.langqiaoTestTapped = Date.now(); }, true);
  addEventListener('change', ({ target }) => {
    const text = (target.value ?? '').trim();
    const free = target.matches?.('textarea, input:not([type]), input[type=text], input[type=search], input[type=tel]');
    if (free && (/\p{Script=Han}{2}/u.test(text) || text.length >= 4)) window.langqiaoTestTyped(text);
  }, true);
  addEventListener('DOMContentLoaded', () => {
    let last = document.title;
    new MutationObserver(() => {
      if (document.title !== last) window.langqiaoTestTitle(last = document.title);
    }).observe(document.head, { subtree: true, childList: true, characterData: true });
  });
}
