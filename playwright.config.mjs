// The page's tests: the laid-out site (`cargo xtask site`) in headless Chromium, under a sub-path.
// What is not here: the checks that every test makes, which are in tests/page/support.mjs.

import { defineConfig } from '@playwright/test';
import { chromiumPath } from './tests/chromium.mjs';

const site = process.env.YUEFU_SITE ?? 'target/site';

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
      executablePath: chromiumPath(),
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
