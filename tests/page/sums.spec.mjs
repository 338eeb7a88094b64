// Figures that are made of others open into their parts; the worked example of domain.md §13 says what they are.
// What is not here: the engine's own explanations.

import { expect, expectNoAxeViolations, test } from './support.mjs';
import { open } from './page.mjs';

const why = (page) => page.locator('#why');

async function explain(page, place, name) {
  await page.locator(place).getByRole('button', { name }).first().click();
  await expect(why(page)).toBeVisible();
}

test('the fees of the run open into those of each bill', async ({ page }) => {
  await open(page);
  await explain(page, '#totals', '¥21.00，为什么');
  await expect(why(page).locator('.why-result')).toHaveText('¥21.00');
  await expect(why(page).locator('.lines li')).toHaveText([/3月账单.*¥7\.00/, /4月账单.*¥7\.00/, /5月账单.*¥7\.00/]);
  await why(page).getByRole('button', { name: '¥7.00，为什么' }).first().click();
  await expect(why(page)).toContainText('¥1,000.00 × 0.7%');
  await expectNoAxeViolations(page);
});

test('what can be spent opens into limit, used and held', async ({ page }) => {
  await open(page);
  await explain(page, '#summary', '¥8,500.00，为什么');
  // 5 March: used 1000.00, held 500.00.
  await expect(why(page).locator('.lines li')).toHaveText([/总额度.*¥10,000\.00/, /已用.*¥1,000\.00/, /待恢复.*¥500\.00/]);
  await expect(why(page).locator('.why-result')).toHaveText('¥8,500.00');
});

test('the next bill and the next rise of the limit open into what they are made of', async ({ page }) => {
  await open(page);
  // The March bill of 1 March, with the refund of 500.00 taken off: 333.33 and 7.00, due on the 6th, recommended 3 days before.
  await explain(page, '#summary', '¥340.33，为什么');
  await expect(why(page)).toContainText('还款日 3月6日 周三前还清');
  await why(page).locator('.lines').getByRole('button').click();
  await expect(why(page).locator('h2')).toHaveText('账单的日子和应还总额');
  await page.keyboard.press('Escape');
  // The principal of that bill, usable on 6 March at best and three days later for sure.
  await explain(page, '#summary', '+¥333.33，为什么');
  await expect(why(page).locator('.lines li')).toHaveText([/3月6日 还了本金.*¥333\.33/, /3月9日 还款到账可用.*¥333\.33/]);
  await expectNoAxeViolations(page);
});

test('annual rates open into the payments that they follow from, on a plan and on its cost sheet', async ({ page }) => {
  await open(page);
  const rows = [/第 1 期.*¥333\.33 \+ ¥7\.00/, /第 2 期.*¥333\.33 \+ ¥7\.00/, /第 3 期.*¥333\.34 \+ ¥7\.00/];
  await page.locator('#plans').getByRole('button', { name: '费用明细表' }).click();
  for (const place of ['#plans', '#cost .cost-rate'])
    for (const [rate, sentence] of [
      ['12.56%', '乘以 12 就是这个数'],
      ['13.30%', '利上加利'],
    ]) {
      await explain(page, place, `${rate}，为什么`);
      await expect(why(page).locator('.why-result')).toHaveText(rate);
      await expect(why(page)).toContainText(sentence);
      await expect(why(page).locator('.lines li')).toHaveText(rows);
      await page.keyboard.press('Escape');
    }
});

test('where sources do not agree the page says so', async ({ page }) => {
  await open(page);
  await page.locator('#answer').getByRole('button', { name: /为什么/ }).click();
  await expect(why(page)).toContainText('资料说法不一');
  await expect(why(page)).toContainText('下月1日重算');
  await page.keyboard.press('Escape');
  await page.locator('#foot').getByRole('button', { name: '资料说法不一的地方' }).click();
  await expect(why(page)).toContainText('没有接入央行的征信系统');
});
