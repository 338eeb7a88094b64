// Up to three scenarios side by side: their figures, their differences, what sets them apart.
// By hand: 1000.00 in 3 at 0.70 % costs 21.00, in 12 it costs 84.00; a row of 12 is 83.33 and 7.00, the last 83.37.
// What is not here: how the engine compares (tests/questions/comparison.rs).

import { expect, test } from './support.mjs';
import { add, done, edit, field, open, rows } from './page.mjs';

const card = (page) => page.locator('#compare');
const row = (page, name) => card(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
const cells = (page, name) => row(page, name).getByRole('cell');
const button = (page, name) => card(page).getByRole('button', { name, exact: true });

/** Keeps the worked example, then pays its second purchase in another number of instalments. */
async function keepAndChange(page, how) {
  await edit(page, '消费 2');
  await field(page, how).input.check();
  await done(page);
}

test('three or twelve instalments: fees, bills and their differences', async ({ page }) => {
  await open(page);
  await button(page, '记下现在这份').click();
  await expect(card(page)).toContainText('和方案 A一样');
  await expect(cells(page, '手续费')).toHaveText(['¥21.00', '¥21.00一样']);
  await keepAndChange(page, '12 期');
  await expect(cells(page, '手续费')).toHaveText(['¥21.00', '¥84.00+¥63.00']);
  await expect(cells(page, '一共还出去')).toHaveText(['¥1,021.00', '¥1,084.00+¥63.00']);
  await expect(cells(page, '最高一期账单')).toHaveText(['¥840.333月', '¥590.333月']);
  await card(page).getByText('每期账单').click();
  await expect(cells(page, '4月账单')).toHaveText(['¥340.33', '¥90.33']);
  await expect(cells(page, '2025年2月账单')).toHaveText(['—', '¥90.37']);
  await expect(cells(page, '额度全部回来')).toHaveText(['5月6日最晚 5月9日', '2025年2月6日最晚 2025年2月9日']);
  await expect(card(page)).toContainText('消费 2：分 3 期 → 分 12 期');
});

test('what is kept is the scenario as it was, however late the part comes that keeps it', async ({ page }) => {
  let letCome = () => {};
  const late = new Promise((come) => (letCome = come));
  await page.route('**/compare/work.js', (route) => late.then(() => route.continue()));
  await open(page);
  await button(page, '记下现在这份').click();
  await keepAndChange(page, '12 期');
  letCome();
  await expect(cells(page, '手续费')).toHaveText(['¥21.00', '¥84.00+¥63.00']);
});

test('the third joins, more do not, and settings are told', async ({ page }) => {
  await open(page);
  await button(page, '记下现在这份').click();
  await keepAndChange(page, '12 期');
  await button(page, '把现在这份也记下').click();
  await page.getByRole('button', { name: /账户设置/ }).click();
  await field(page, '总额度').input.fill('8000');
  await done(page);
  await expect(card(page).getByRole('columnheader')).toHaveText(['方案 A', '方案 B', '现在这份']);
  await expect(cells(page, '手续费')).toHaveText(['¥21.00', '¥84.00+¥63.00', '¥84.00+¥63.00']);
  await expect(card(page)).toContainText('总额度不同');
  await expect(button(page, '把现在这份也记下')).toHaveCount(0);
});

test('a kept one is gone on with, and one undo takes it back', async ({ page }) => {
  await open(page);
  await button(page, '记下现在这份').click();
  await add(page, '还款');
  await field(page, '金额').input.fill('100');
  await done(page);
  await button(page, '接着改方案 A').click();
  await expect(rows(page)).toHaveCount(3);
  await page.locator('#events').getByRole('button', { name: '撤销' }).click();
  await expect(rows(page)).toHaveCount(4);
});

test('what is kept survives a reload, and a removal is taken back', async ({ page }) => {
  await open(page);
  await button(page, '记下现在这份').click();
  await keepAndChange(page, '12 期');
  await page.reload();
  await expect(cells(page, '手续费')).toHaveText(['¥21.00', '¥84.00+¥63.00']);
  await button(page, '移除方案 A').click();
  await expect(button(page, '记下现在这份')).toBeVisible();
  await page.locator('#notice').getByRole('button', { name: '撤销' }).click();
  await expect(cells(page, '手续费')).toHaveText(['¥21.00', '¥84.00+¥63.00']);
});

test('what was opened is held against one’s own', async ({ page }) => {
  await open(page);
  await page.locator('#presets').getByRole('button', { name: '空白开始' }).click();
  await page.goto('./#s=AQGqQQCTAwMAiwUBFxAUAysDARwBSJA87A');
  await page.getByRole('button', { name: '和我的比一比' }).click();
  await expect(cells(page, '手续费')).toHaveText(['¥21.00', '¥0.00−¥21.00']);
  await expect(rows(page)).toHaveCount(0);
});
