// The page's tests: the laid-out site (`cargo xtask site`) in headless Chromium, under a sub-path.
// What is not here: the checks that every test makes, which are in tests/page/support.mjs.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { defineConfig } from '@playwright/test';

const site = process.env.YUEFU_SITE ?? 'target/site';

/** Chromium as the environment names it, or the first on the path; else Playwright's own. */
function chromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

export default defineConfig({
  testDir: 'tests',
  testMatch: ['page/**/*.spec.mjs', 'embed/**/*.spec.mjs'],
  fullyParallel: true,
  workers: 2,
  // A busy machine may be late once. What passes only the second time is listed as flaky, and is a defect all the same.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  webServer: {
    command: `node xtask/serve.mjs "${site}" --port 0 --base /yuefu/`,
    // The address goes into the environment as YUEFU_PAGE, where support.mjs reads it.
    wait: { stdout: /Serving at (?<yuefu_page>\S+)/ },
  },
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    screenshot: 'only-on-failure',
    // Only the tests of working offline let a worker in.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: chromium(),
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Nothing but this machine has a name, so a stray request cannot succeed unnoticed.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      ],
    },
  },
});
