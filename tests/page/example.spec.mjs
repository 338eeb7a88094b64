// The worked example stands on the page, figure for figure, as it was worked out by hand from the rules:
// limit 10 000.00, 500.00 in full on 2024-02-10, 1000.00 in 3 on 2024-02-20, the first refunded on 2024-03-05.
// What is not here: other scenarios, which the engine's own tests cover.

import { expect, test } from './support.mjs';
import { answer, open, readings, twin } from './page.mjs';

/** Day, used, held possible / guaranteed, available possible / guaranteed. */
const LIMIT = [
  ['2024-02-10', '500.00', ['0.00', '0.00'], ['9,500.00', '9,500.00']],
  ['2024-02-20', '1,500.00', ['0.00', '0.00'], ['8,500.00', '8,500.00']],
  ['2024-03-05', '1,000.00', ['500.00', '500.00'], ['8,500.00', '8,500.00']],
  ['2024-03-06', '666.67', ['500.00', '833.33'], ['8,833.33', '8,500.00']],
  ['2024-03-08', '666.67', ['0.00', '833.33'], ['9,333.33', '8,500.00']],
  ['2024-03-09', '666.67', ['0.00', '500.00'], ['9,333.33', '8,833.33']],
  ['2024-03-12', '666.67', ['0.00', '0.00'], ['9,333.33', '9,333.33']],
  ['2024-04-06', '333.34', ['0.00', '333.33'], ['9,666.66', '9,333.33']],
  ['2024-04-09', '333.34', ['0.00', '0.00'], ['9,666.66', '9,666.66']],
  ['2024-05-06', '0.00', ['0.00', '333.34'], ['10,000.00', '9,666.66']],
  ['2024-05-09', '0.00', ['0.00', '0.00'], ['10,000.00', '10,000.00']],
];

test.beforeEach(({ page }) => open(page));

test('the answer says when the refund is usable', async ({ page }) => {
  await expect(answer(page)).toHaveText('¥500.00 可用：最早 3月8日，最晚 3月12日');
});

test('the table of the limit holds every figure of the example', async ({ page }) => {
  const rows = await twin(page, '#limit');
  expect(rows.length).toBe(LIMIT.length);
  for (const [i, [day, used, held, available]] of LIMIT.entries()) {
    const row = page.locator('#limit details.twin tbody tr').nth(i);
    await expect(row.locator('time')).toHaveAttribute('datetime', day);
    expect(rows[i][1], day).toBe(used);
    expect(await readings(page, '#limit', i, 2), day).toEqual(held);
    expect(await readings(page, '#limit', i, 3), day).toEqual(available);
  }
});

test('the table of the bills holds their totals and due dates', async ({ page }) => {
  expect((await twin(page, '#bills')).map((row) => row.slice(0, 4))).toEqual([
    ['2024年3月', '3月6日', '840.33', '0.00'],
    ['2024年4月', '4月6日', '340.33', '0.00'],
    ['2024年5月', '5月6日', '340.34', '0.00'],
  ]);
});

test('a bill opens into its lines', async ({ page }) => {
  await page.locator('.bill summary').first().click();
  const lines = page.locator('.bill').first().locator('.lines li');
  await expect(lines.filter({ hasText: '消费：消费 1' })).toContainText('¥500.00');
  await expect(lines.filter({ hasText: '分期本金：消费 2，第 1 期' })).toContainText('¥333.33');
  await expect(lines.filter({ hasText: '分期手续费：消费 2，第 1 期' })).toContainText('¥7.00');
  await expect(lines.filter({ hasText: '退款：消费 1' })).toContainText('−¥500.00');
  await expect(lines.filter({ hasText: /^还款/ })).toContainText('−¥340.33');
});

test('the table of the refunds holds its days', async ({ page }) => {
  expect(await twin(page, '#refunds')).toEqual([['消费 1', '500.00', '3月8日', '3月8日', '3月12日']]);
});

test('the plan holds its rows and its fee', async ({ page }) => {
  const plan = page.locator('#plans section');
  await expect(plan.getByRole('heading')).toHaveText('消费 2，分 3 期');
  const rows = await plan
    .locator('tbody tr')
    .evaluateAll((list) => list.map((row) => [...row.cells].slice(0, 4).map((cell) => cell.innerText.trim())));
  expect(rows).toEqual([
    ['1', '3月6日', '333.33', '7.00'],
    ['2', '4月6日', '333.33', '7.00'],
    ['3', '5月6日', '333.34', '7.00'],
  ]);
  await expect(plan.locator('dl')).toContainText('¥21.00');
});

test('the sums add up to what was bought, paid and given back', async ({ page }) => {
  const totals = page.locator('#totals .facts > div');
  await expect(totals).toHaveText(['消费¥1,500.00', '手续费¥21.00', '退款¥500.00', '已还¥1,021.00', '还欠¥0.00']);
});

test('a figure opens its rule, inputs, steps and source', async ({ page }) => {
  await page.locator('#answer').getByRole('button', { name: '为什么' }).click();
  const why = page.locator('#why');
  await expect(why).toBeVisible();
  await expect(why).toContainText('3 个工作日');
  await expect(why).toContainText('3月12日');
  await expect(why).toContainText('没有用上的规则');
  await page.keyboard.press('Escape');
  await expect(why).toBeHidden();
});

test('arrows move the reading cursor through the changes', async ({ page }) => {
  const cursor = page.getByRole('slider');
  await cursor.focus();
  await page.keyboard.press('Home');
  await expect(page.locator('#limit-reading')).toContainText('2月10日');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#limit-reading')).toContainText('2月20日');
  await expect(cursor).toHaveAttribute('aria-valuetext', /8,500\.00/);
  await page.keyboard.press('End');
  await expect(page.locator('#limit-reading')).toContainText('¥10,000.00');
});
