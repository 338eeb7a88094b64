// The page without a network: it comes back whole, and a newer version waits until it is wanted.
// What is not here: embeds, which have no worker.

import { expect, expectNoAxeViolations, test } from './support.mjs';
import { add, answer, done, edit, field, language, open, rows } from './page.mjs';

test.use({ serviceWorkers: 'allow' });

/** Waits until the worker has every file and answers for the page. */
async function settled(page) {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active.state !== 'activated') await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

/** Registers a worker and gives the state that it comes to first. */
const register = (page, path) =>
  page.evaluate(async (name) => {
    const types = window.trustedTypes.createPolicy(name, { createScriptURL: (text) => text });
    const { installing } = await navigator.serviceWorker.register(types.createScriptURL(name));
    return new Promise((resolve) => installing.addEventListener('statechange', () => resolve(installing.state)));
  }, path);

test('without a network the page reloads, with every part and language', async ({ page, context }) => {
  test.slow();
  await open(page);
  await settled(page);
  await page.reload();
  await expect(answer(page)).toContainText('¥');
  await context.setOffline(true);
  await page.reload();
  await expect(answer(page)).toHaveText('¥500.00 可用：最早 3月8日，最晚 3月12日');
  await expectNoAxeViolations(page);
  await edit(page, '消费 1');
  await field(page, '金额').input.fill('321');
  await done(page);
  await page.locator('#answer').getByRole('button', { name: /为什么/ }).click();
  await expect(page.locator('#why')).toContainText('依据');
  await page.keyboard.press('Escape');
  await page.locator('#help').getByRole('button', { name: '怎样提高' }).click();
  await expect(page.locator('#help .ladder')).toBeVisible();
  await page.locator('#cost').getByRole('button', { name: '查一个分期的年化成本' }).click();
  await expect(page.locator('#cost')).toContainText('页面上能看到什么');
  await language(page, 'zh-Hant');
  await expect(page.locator('#bills h2')).toHaveText('帳單');
  await page.reload();
  await expect(rows(page).first()).toContainText('¥321.00');
});

test('a newer version waits until it is wanted, and what was typed stays', async ({ page }) => {
  test.slow();
  await page.addInitScript(() => {
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = function (...given) {
      const registration = register.apply(this, given);
      registration.then(() => (window.registered = true));
      return registration;
    };
  });
  await open(page);
  await settled(page);
  await page.reload();
  // The page registers its own worker last of all; another one must come after it.
  await expect.poll(() => page.evaluate(() => window.registered)).toBe(true);
  await expect(answer(page)).toContainText('¥');
  await add(page, '消费');
  await field(page, '金额').input.fill('64');
  await done(page);
  // The same worker under another address is another version to the browser, as after a deployment.
  await register(page, './sw.js?another');
  await expect(page.locator('#newer')).toContainText('有新版本');
  await expect(rows(page)).toHaveCount(4);
  await Promise.all([page.waitForEvent('load'), page.locator('#newer').getByRole('button', { name: '更新' }).click()]);
  await expect(rows(page)).toHaveCount(4);
  const script = await page.evaluate(() => navigator.serviceWorker.controller.scriptURL);
  expect(script).toMatch(/\?another$/);
});

test('files of two versions are never mixed', async ({ page, context }) => {
  await context.route('**/later.css', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()} ` });
  });
  await page.goto('./');
  expect(await register(page, './sw.js?mixed')).toBe('redundant');
});
