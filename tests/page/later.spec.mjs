// What is loaded when it is first wanted: where it does not come, the page says so and goes on, and it can be tried again.
// What is not here: the start of the page (see ways.spec.mjs) and working offline (see offline.spec.mjs).

import { expect, test } from './support.mjs';
import { answer, open, rows } from './page.mjs';

const notice = (page) => page.locator('#notice');

/** For each action that comes later: its file, how it is begun, and what shows that it was done. */
const ACTIONS = {
  'a preset': {
    file: 'cases.js',
    begin: (page) => page.locator('#presets').getByRole('button', { name: '到期没还上' }).click(),
    done: (page) => expect(answer(page)).toContainText('逾期'),
  },
  'keeping for comparison': {
    file: 'compare/work.js',
    begin: (page) => page.locator('#compare button').click(),
    done: (page) => expect(page.locator('#compare')).toContainText('方案'),
  },
  'a language': {
    file: 'i18n/en.js',
    begin: (page) => page.locator('[data-k=lang]').selectOption('en'),
    done: (page) => expect(page.locator('html')).toHaveAttribute('lang', 'en'),
  },
};

for (const [what, { file, begin, done }] of Object.entries(ACTIONS))
  test(`${what} that cannot be loaded is said, nothing is lost, and it can be tried again`, async ({ page, expectProblem }) => {
    expectProblem(/Failed to (fetch|load)/);
    await open(page);
    await page.route(`**/${file}`, (route) => route.abort());
    await begin(page);
    await expect(notice(page)).toContainText('没有全部载入');
    await expect(answer(page)).toHaveText('¥500.00 可用：最早 3月8日，最晚 3月12日');
    await expect(rows(page)).toHaveCount(3);
    await expect(page.locator('[data-k=lang]')).toHaveValue('zh-CN');
    await page.unroute(`**/${file}`);
    await begin(page);
    await done(page);
  });
