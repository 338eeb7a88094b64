// The questions that people come with: each preset gives the answer that the sources or a calculation by hand give.
// What is not here: the example that the page starts with.

import { expect, test } from './support.mjs';
import { add, answer, field, open, rows, sheet } from './page.mjs';

const preset = (page, name) => page.locator('#presets').getByRole('button', { name, exact: true }).click();
const chosen = (page, name) => page.locator('#presets select').selectOption({ label: name });

/** The answers of cases R5, R6, R7 and T12, and of refunds before a holiday (domain.md §8). */
const ANSWERS = [
  ['退款后额度哪天回来', '¥500.00 可用：最早 3月8日，最晚 3月12日'],
  ['在别的平台退款', '¥300.00 可用：最早 12月18日，最晚 12月25日'],
  ['节前退款', '¥800.00 可用：最早 10月9日，最晚 10月11日'],
  // 7 and 15 working days after 20 May 2025, with the holiday on 2 June; the rest is paid on 6 June.
  ['只退一部分', '¥200.00 可用：最早 6月6日，最晚 6月11日'],
  ['一天退五次', '账户被冻结：要先申诉，¥180.00 才有恢复的日子'],
];

test('refunds of the cases come back on the days that are told', async ({ page }) => {
  await open(page);
  for (const [name, text] of ANSWERS) {
    await preset(page, name);
    await expect(answer(page)).toHaveText(text);
  }
  await expect(page.locator('#events .claim')).toContainText('1月20日连续退5次');
});

test('two days late is within the grace and costs nothing', async ({ page }) => {
  await open(page);
  await preset(page, '6 号晚两天还行吗');
  const bill = page.locator('#bills .bill').first();
  await expect(bill).toContainText('¥1,000.00');
  await expect(bill).toContainText('已还清');
  await expect(bill).toContainText('3月8日还清');
  await expect(page.locator('#totals')).not.toContainText('逾期利息');
});

test('missing the due day by two weeks costs interest from the day after', async ({ page }) => {
  await open(page);
  await preset(page, '到期没还上');
  // 1000.00 × 0.05 % × 14 days, from 7 to 20 March.
  await expect(page.locator('#bills .bill').first()).toContainText('逾期利息 ¥7.00');
});

test('an account is closed only when everything is paid', async ({ page }) => {
  await open(page);
  await preset(page, '想注销');
  await expect(rows(page).nth(2)).toContainText('还有欠款');
  await expect(rows(page).nth(4)).not.toContainText('还有欠款');
  // On 20 April: the principal of rows 2 and 3, the next row's fee of 0.7 % of 900.00, and the same once more.
  await expect(rows(page).nth(3)).toContainText('+¥612.60');
});

test('the cases of changed limits show them as steps', async ({ page }) => {
  await open(page);
  await chosen(page, '异地登录，降了又回来');
  await expect(rows(page)).toHaveCount(4);
  await expect(page.locator('#summary')).toContainText('¥22,000.00');
  await expect(page.locator('#events .claim')).toContainText('48小时内恢复');
  await chosen(page, '一年从 8000 到 86000');
  await expect(rows(page).filter({ hasText: '额度不够' })).toHaveCount(0);
  await expect(page.locator('#summary')).toContainText('¥86,000.00');
});

test('an own refund takes four taps and one amount', async ({ page }) => {
  await page.clock.setFixedTime(new Date(2024, 2, 5, 12));
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await page.locator('#presets').getByRole('button', { name: '空白开始' }).click();
  await add(page, '消费');
  await expect(field(page, '金额').input).toBeFocused();
  await page.keyboard.type('88');
  await sheet(page).getByRole('button', { name: '完成' }).click();
  await add(page, '退款');
  await expect(sheet(page).locator('.strip')).toContainText('¥88.00 可用：最早 3月8日，最晚 3月12日');
  await expect(sheet(page).locator('.strip')).toBeInViewport();
});
