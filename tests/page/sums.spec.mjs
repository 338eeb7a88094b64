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
  await explain(page, '#summary', '可用额度，为什么');
  // 5 March: used 1000.00, held 500.00.
  await expect(why(page).locator('.lines li')).toHaveText([/总额度.*¥10,000\.00/, /已用.*¥1,000\.00/, /待恢复.*¥500\.00/]);
  await expect(why(page).locator('.why-result')).toHaveText('¥8,500.00');
});

test('an annual rate opens into the payments that it follows from', async ({ page }) => {
  await open(page);
  await explain(page, '#plans', /12\.56%/);
  await expect(why(page)).toContainText('乘以 12 是单利');
  await expect(why(page).locator('.lines li')).toHaveText([
    /第 1 期.*¥333\.33 \+ ¥7\.00/,
    /第 2 期.*¥333\.33 \+ ¥7\.00/,
    /第 3 期.*¥333\.34 \+ ¥7\.00/,
  ]);
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
