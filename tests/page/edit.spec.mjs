// What happens can be added, changed, duplicated, removed and undone, and the figures follow at once.
// Expected figures are worked out by hand from the rules.
// What is not here: inputs that are refused (see inputs.spec.mjs).

import { expect, test } from './support.mjs';
import { add, answer, close, done, edit, field, open, rows, sheet, twin } from './page.mjs';

test.beforeEach(({ page }) => open(page));

test('a purchase is added and takes its part of the limit', async ({ page }) => {
  await add(page, '消费');
  await field(page, '金额').input.fill('２，０００');
  await field(page, '日期').input.fill('2024-03-10');
  await done(page);
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).last()).toContainText('¥2,000.00');
  // 9333.33 and 8833.33 on 03-09, less 2000.00.
  const row = (await twin(page, '#limit'))[6];
  expect(row[3]).toMatch(/7,333\.33[\s\S]*6,833\.33/);
});

test('a purchase that was only begun goes away again', async ({ page }) => {
  await add(page, '消费');
  await close(page);
  await expect(rows(page)).toHaveCount(3);
});

test('a purchase in full becomes instalments', async ({ page }) => {
  await edit(page, '消费 1');
  await field(page, '6 期').input.check();
  await done(page);
  await expect(page.locator('#plans section')).toHaveCount(2);
});

test('each keystroke runs the account anew, with the answer in view', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await edit(page, '退「消费 1」');
  await field(page, '退多少').input.pressSequentially('200');
  await expect(sheet(page).locator('.answer-text')).toContainText('¥200.00');
  await expect(sheet(page).locator('.answer-text')).toBeInViewport();
});

test('a day is moved by the buttons beside it', async ({ page }) => {
  await edit(page, '退「消费 1」');
  await sheet(page).getByRole('button', { name: '后一天' }).click();
  await expect(field(page, '日期').input).toHaveValue('2024-03-06');
  // Three and five working days after Wednesday, 6 March 2024.
  await expect(answer(page)).toHaveText('¥500.00 可用：最早 3月11日，最晚 3月13日');
  await sheet(page).getByRole('button', { name: '前一天' }).click();
  await expect(answer(page)).toHaveText('¥500.00 可用：最早 3月8日，最晚 3月12日');
});

test('a refund is added to the purchase that is chosen', async ({ page }) => {
  await add(page, '退款');
  await field(page, '退哪一笔').input.selectOption('p2');
  await field(page, '日期').input.fill('2024-03-05');
  await done(page);
  await expect(rows(page)).toHaveCount(4);
  await expect(page.locator('.refund')).toHaveCount(2);
});

test('a refund is removed, and undo brings it back', async ({ page }) => {
  await edit(page, '退「消费 1」');
  await sheet(page).getByRole('button', { name: '删除' }).click();
  await expect(rows(page)).toHaveCount(2);
  // Bill of March: 500.00 + 333.33 + 7.00. As of 02-20 it is not closed yet, so the answer has no bill to name.
  await expect(page.locator('.refund')).toHaveCount(0);
  await page.locator('#notice').getByRole('button', { name: '撤销' }).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(answer(page)).toContainText('3月12日');
});

test('removing a purchase removes its refund too, and says so', async ({ page }) => {
  await edit(page, '消费 1');
  await sheet(page).getByRole('button', { name: '删除' }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.locator('#notice')).toContainText('连同相关的 1 条');
});

test('a repayment is added, changed and removed', async ({ page }) => {
  await add(page, '还款');
  await field(page, '金额').input.fill('100');
  await field(page, '日期').input.fill('2024-03-05');
  await done(page);
  await expect(rows(page).last()).toContainText('+¥100.00');
  // 840.33 − 500.00 refunded − 100.00 paid.
  await expect(page.locator('#summary')).toContainText('¥240.33');
  await edit(page, '还款');
  await field(page, '金额').input.fill('140.33');
  await expect(page.locator('#summary')).toContainText('¥200.00');
  await sheet(page).getByRole('button', { name: '删除' }).click();
  await expect(rows(page)).toHaveCount(3);
});

test('an event is duplicated', async ({ page }) => {
  await edit(page, '消费 2');
  await sheet(page).getByRole('button', { name: '复制' }).click();
  await expect(sheet(page)).toBeVisible();
  await done(page);
  await expect(rows(page)).toHaveCount(4);
  await expect(page.locator('#plans section')).toHaveCount(2);
});

test('undo and redo go through the steps, typing in a field being one', async ({ page }) => {
  await edit(page, '消费 1');
  await field(page, '金额').input.fill('');
  await field(page, '金额').input.pressSequentially('750');
  await done(page);
  await expect(rows(page).first()).toContainText('¥750.00');
  await page.locator('#events').getByRole('button', { name: '撤销' }).click();
  await expect(rows(page).first()).toContainText('¥500.00');
  await page.locator('#events').getByRole('button', { name: '重做' }).click();
  await expect(rows(page).first()).toContainText('¥750.00');
});

test('a purchase above the limit is refused in plain words', async ({ page }) => {
  await add(page, '消费');
  await field(page, '金额').input.fill('9000');
  await field(page, '日期').input.fill('2024-03-05');
  await expect(answer(page)).toContainText('没有通过：可用额度不够');
  // 9333.33 for sure from 03-12, and 8833.33 and less before it; at the earliest 9333.33 from 03-08.
  await expect(answer(page)).toContainText('最早 3月8日、最晚 3月12日 能通过');
  await done(page);
  await expect(rows(page).filter({ hasText: '额度不够' })).toHaveCount(1);
  await expect(page.locator('#notes')).toContainText('那天可用 ¥8,500.00');
});

test('the other kinds of events are in the menu', async ({ page }) => {
  await add(page, '全部结清');
  await done(page);
  // As of 03-05: 340.33 on the bill, 666.67 of later rows, one fee and one charge of 7.00.
  await expect(rows(page).last()).toContainText('+¥1,021.00');
  await add(page, '额度调整');
  await field(page, '新的额度').input.fill('8000');
  await done(page);
  await expect(rows(page)).toHaveCount(5);
});

test('the limit, the day to look at and the fee are settings', async ({ page }) => {
  await page.getByRole('button', { name: /账户设置/ }).click();
  await field(page, '总额度').input.fill('5000');
  await field(page, '看哪一天').input.fill('2024-02-20');
  await field(page, '分 3 期，每期手续费率').input.fill('0.9');
  await done(page);
  await expect(page.locator('#summary')).toContainText('2024年2月20日');
  await expect(page.locator('#summary')).toContainText('¥3,500.00');
  await expect(page.locator('#plans')).toContainText('¥27.00');
});

test('with nothing left the page says what to do', async ({ page }) => {
  await page.getByRole('button', { name: '空白开始' }).click();
  await expect(page.locator('#answer')).toContainText('先加一笔消费');
  await page.locator('#events').getByRole('button', { name: '加一笔消费' }).click();
  await field(page, '金额').input.fill('100');
  await done(page);
  await expect(rows(page)).toHaveCount(1);
});

test('every preset has an answer', async ({ page }) => {
  const answers = {
    退款后额度哪天回来: '¥500.00 可用：最早 3月8日，最晚 3月12日',
    在别的平台退款: '¥300.00 可用：最早 12月18日，最晚 12月25日',
    节前退款: '¥800.00 可用：最早 10月9日，最晚 10月11日',
    一天退五次: '账户被冻结',
    到期没还上: '有账单逾期没还',
  };
  for (const [name, text] of Object.entries(answers)) {
    const chip = page.locator('#presets').getByRole('button', { name, exact: true });
    await chip.click();
    await expect(chip).toHaveAttribute('aria-pressed', 'true');
    await expect(answer(page)).toContainText(text);
  }
  await page.locator('#presets').getByRole('button', { name: '分 3 期还是 12 期' }).click();
  await expect(page.locator('#plans section')).toHaveCount(2);
  await page.locator('#presets').getByRole('button', { name: '只退一部分' }).click();
  await expect(answer(page)).toContainText('¥200.00');
});

test('an event is moved by its dot on the axis, and one undo takes it back', async ({ page }) => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await open(page);
    const dot = page.locator('#limit .event-mark').last();
    await dot.scrollIntoViewIfNeeded();
    await page.evaluate(() => scrollBy(0, 200));
    const { x, y, width: size } = await dot.boundingBox();
    await page.mouse.move(x + size / 2, y + size / 2);
    await page.mouse.down();
    await page.mouse.move(x + size / 2 + 60, y + size / 2, { steps: 6 });
    await expect(page.locator('#limit .event-day')).toBeVisible();
    await page.mouse.up();
    await expect(page.locator('#limit .event-day')).toHaveCount(0);
    await expect(rows(page).last()).not.toContainText('3月5日');
    await expect(answer(page)).not.toContainText('3月12日');
    await page.locator('#events').getByRole('button', { name: '撤销' }).click();
    await expect(rows(page).last()).toContainText('3月5日');
  }
});
