// The page at three widths, light and dark, with its sheets open: nothing overflows, nothing bars anyone.
// What is not here: how beautiful it is.

import { expect, expectNoAxeViolations, test } from './support.mjs';
import { add, close, edit, language, open, sheet } from './page.mjs';

// Each test looks at several states, and the accessibility check takes seconds for each.
test.describe.configure({ timeout: 90_000 });

const WIDTHS = [320, 390, 1280];
const PRESETS = ['示例', '一天退五次', '到期没还上', '分 3 期还是 12 期'];

async function expectNoOverflow(page) {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide).toBeLessThanOrEqual(room);
}

for (const width of WIDTHS) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${width} px, ${colorScheme}: every preset fits and is accessible`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 700 });
      await open(page);
      for (const name of PRESETS) {
        await page.locator('#presets').getByRole('button', { name, exact: true }).click();
        await page.evaluate(() =>
          document.querySelectorAll('main details').forEach((details) => (details.open = true)),
        );
        await expectNoOverflow(page);
        await expectNoAxeViolations(page);
      }
    });

    test(`${width} px, ${colorScheme}: every sheet fits and is accessible`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 700 });
      await open(page);
      await edit(page, '退「消费 1」');
      await expectNoOverflow(page);
      await expectNoAxeViolations(page);
      await close(page);
      await page.locator('#bar').getByRole('button', { name: '更多' }).click();
      await expectNoAxeViolations(page);
      await close(page);
      await add(page, '消费');
      await sheet(page).getByLabel('金额').fill('0');
      await expectNoAxeViolations(page);
      await close(page);
      await page.getByRole('button', { name: /账户设置/ }).click();
      await expectNoOverflow(page);
      await expectNoAxeViolations(page);
      await close(page);
      await page
        .locator('#refunds')
        .getByRole('button', { name: /为什么/ })
        .click();
      await expectNoAxeViolations(page);
    });
  }
}

for (const code of ['zh-Hant', 'en']) {
  test(`${code} fits at every width`, ({ page }) => expectLanguageFits(page, code));
}

async function expectLanguageFits(page, code) {
  await open(page);
  await language(page, code);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 700 });
    for (const preset of await page.locator('#presets button').all()) {
      await preset.click();
      await expectNoOverflow(page);
    }
  }
}

test('everything that is pressed is at least 44 px high', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open(page);
  await page.evaluate(() => document.querySelectorAll('main details').forEach((details) => (details.open = true)));
  const small = await page
    .locator('button:visible, summary:visible, select:visible')
    .evaluateAll((list) =>
      list
        .filter((element) => element.getBoundingClientRect().height < 44)
        .map((element) => `${element.className} ${element.textContent}`),
    );
  expect(small).toEqual([]);
});

test('paper gets every table and no buttons', async ({ page }) => {
  await open(page);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('#limit table')).toBeVisible();
  await expect(page.locator('#bar')).toBeHidden();
  await expect(page.locator('.not-official').first()).toBeVisible();
});
