// The cost sheet: of a plan of the scenario, of figures typed from one's own screen, and on paper.
// Figures: 1000.00 in 3 rows at 0.70 % each, fee 21.00; the monthly rate r solves
// 1000 = 340.33/(1+r) + 340.33/(1+r)^2 + 340.34/(1+r)^3, so r = 1.0464 %, 12 r = 12.56 %, (1+r)^12 − 1 = 13.30 %.
// What is not here: the lines of other products.

import { expect, test } from './support.mjs';
import { add, done, open, sheet } from './page.mjs';

const card = (page) => page.locator('#cost');
const rate = (page) => card(page).locator('.cost-rate');
const item = (page, name) =>
  card(page)
    .locator('.cost-item')
    .filter({ has: page.getByRole('heading', { name, exact: true }) });

/** A scenario with the plan of 1000.00 in 3 rows, and its sheet. */
async function openPlan(page) {
  await open(page);
  await page.locator('#presets').getByRole('button', { name: '空白开始' }).click();
  await add(page, '消费');
  await sheet(page).getByLabel('金额').fill('1000');
  await sheet(page).getByLabel('日期').fill('2024-02-10');
  await sheet(page).getByRole('radio', { name: '3 期', exact: true }).check();
  await done(page);
  await page.locator('#plans').getByRole('button', { name: '费用明细表' }).click();
  await expect(rate(page)).toBeVisible();
}

/** The sheet for what is typed. */
async function openTyped(page) {
  await open(page);
  await card(page).getByRole('button', { name: '查一个分期的年化成本' }).click();
}

test('a plan says its annual cost first, simple and compound, as the plan card does', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openPlan(page);
  await expect(rate(page)).toContainText('正常履约年化综合融资成本');
  await expect(rate(page).locator('.big')).toHaveText('12.56%');
  await expect(rate(page)).toContainText('单利');
  await expect(rate(page)).toContainText('13.30% 复利');
  await expect(page.locator('#plans')).toContainText('12.56%');
  await expect(card(page).getByRole('heading', { name: '综合融资成本明示表' })).toBeFocused();
});

test('each charge has its standard, annual level and receiver; a plain share is marked', async ({ page }) => {
  await openPlan(page);
  const fee = item(page, '分期手续费');
  await expect(fee).toContainText('每期按本金的 0.7%（不是年化利率）');
  await expect(fee).toContainText('12.56%（单利）');
  await expect(fee).toContainText('¥21.00');
  // 0.05 % a day times 365.
  await expect(item(page, '逾期利息')).toContainText('18.25%（单利）');
  await expect(item(page, '提前结清')).toContainText('下一期的手续费，再多收一期');
});

test('settling after the first row asks for two fees and the principal left', async ({ page }) => {
  await openPlan(page);
  const row = card(page).getByRole('row').filter({ hasText: '还完 1 期' });
  // 1000.00 − 333.33, and 7.00 twice.
  await expect(row.getByRole('cell')).toHaveText(['3月6日', '666.67', '14.00', '680.67', '0.00']);
});

test('the lines are information: the published LPR of the day, or the one that is typed', async ({ page }) => {
  await openPlan(page);
  const lines = card(page).locator('.cost-lines li');
  await expect(lines.nth(0)).toContainText('年化 24%未超过');
  // Four times the 3.45 % of 21 August 2023.
  await expect(lines.nth(1)).toContainText('4 倍 LPR，年化 13.8%未超过');
  await expect(lines.nth(1)).toContainText('2023年8月21日公布');
  await card(page).getByLabel('一年期 LPR').fill('3');
  await expect(lines.nth(1)).toContainText('4 倍 LPR，年化 12%超过');
  await expect(lines.nth(1)).toContainText('你填的');
});

test('a receiver that is typed stays when the sheet is closed and opened', async ({ page }) => {
  await openPlan(page);
  await item(page, '分期手续费').getByLabel('谁收').fill('我的资金方');
  await card(page).getByRole('button', { name: '关闭' }).click();
  const link = page.locator('#plans').getByRole('button', { name: '费用明细表' });
  await expect(link).toBeFocused();
  await link.click();
  await expect(item(page, '分期手续费').getByLabel('谁收')).toHaveValue('我的资金方');
});

test('what one sees on a screen gives the rate: total fee, rate, payment', async ({ page }) => {
  await openTyped(page);
  await expect(card(page)).toContainText('填上你页面上看到的数');
  await card(page).getByLabel('期数').fill('３');
  await card(page).getByLabel('从哪天开始').fill('2024-02-10');
  await card(page).getByRole('radio', { name: '总费用' }).check();
  await card(page).getByRole('textbox', { name: '总费用', exact: true }).fill('21');
  await expect(rate(page).locator('.big')).toHaveText('12.56%');
  await card(page).getByRole('radio', { name: '每期费率' }).check();
  await card(page).getByRole('textbox', { name: '每期费率', exact: true }).fill('0.7');
  await expect(rate(page)).toContainText('13.30% 复利');
  await card(page).getByRole('radio', { name: '每期还多少' }).check();
  await card(page).getByLabel('每期要还', { exact: true }).fill('340.33');
  await expect(rate(page).locator('.big')).toHaveText('12.56%');
  await expect(card(page).getByLabel('每期要还', { exact: true })).toBeFocused();
});

test('a figure that no rate makes is said beside its field', async ({ page }) => {
  await openTyped(page);
  await card(page).getByLabel('每期要还', { exact: true }).fill('60');
  await expect(card(page).locator('[data-field=value] .error')).toHaveText(
    '这个数对不上任何费率。每期至少要够还本金。',
  );
  await expect(rate(page)).toBeHidden();
  await card(page).getByLabel('本金').fill('');
  await expect(card(page).locator('[data-field=principal] .error')).toHaveText('这里要填。');
});

test('paper gets the sheet alone, on A4', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {};
  });
  await openPlan(page);
  await page.getByRole('button', { name: /外观/ }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await item(page, '提前结清').getByLabel('谁收').fill('名字很长的资金方，长得在一格里放不下');
  await card(page).getByRole('button', { name: '打印' }).click();
  await page.setViewportSize({ width: 688, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  await expect(rate(page)).toBeVisible();
  await expect(item(page, '提前结清').getByText('名字很长的资金方，长得在一格里放不下')).toBeVisible();
  // Dark ink, whatever the screen's theme.
  await expect(rate(page)).toHaveCSS('color', 'rgb(21, 26, 34)');
  for (const hidden of ['.top', '.answer', '#presets', '#limit', '#plans', '#bills', '#foot'])
    await expect(page.locator(hidden)).toBeHidden();
  // The two rates open their reason; nothing else can be pressed.
  await expect(card(page).getByRole('button')).toHaveText(['12.56%', '13.30%']);
  // What is cut off at the side would be lost.
  const cut = await card(page).evaluate((one) =>
    [...one.querySelectorAll('*')]
      .filter(
        (part) =>
          !part.classList.contains('sr') &&
          part.scrollWidth > part.clientWidth + 1 &&
          getComputedStyle(part).overflowX !== 'visible',
      )
      .map((part) => part.className),
  );
  expect(cut).toEqual([]);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  // A4 is 210 by 297 mm, which is 595 by 842 points.
  const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, ...size]) =>
    size.map((one) => Number(one)),
  );
  expect(boxes.length).toBeGreaterThan(0);
  expect(boxes.length).toBeLessThanOrEqual(2);
  for (const [wide, high] of boxes) {
    expect(Math.abs(wide - 595)).toBeLessThan(1.5);
    expect(Math.abs(high - 842)).toBeLessThan(1.5);
  }
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.top')).toBeVisible();
});
