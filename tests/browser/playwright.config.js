// Two sizes, one browser: the machine's own Chromium, which .ci/env finds.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  // How pages look is compared by hand (map.looks.js): nobody has shown yet that thumbnails hold from day to day.
  testMatch: process.env.LOOKS ? '*.looks.js' : '*.test.js',
  outputDir: 'test-results',
  // A test that needs a second try is telling us something.
  retries: 0,
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: './reporter.js',
  // A machine that does other things too must not fail a test.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    testIdAttribute: 'data-test',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', '--disable-sync'],
    },
  },
  projects: [
    { name: 'phone', use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true } },
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
  ],
});
