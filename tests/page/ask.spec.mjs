// Questions about the account: the answer, and that one tap puts it into the scenario and one undo takes it out.
// Expected figures are worked out by hand on the worked example: 500.00 on 10 February 2024 (refunded on 5 March),
// 1000.00 in 3 on 20 February, limit 10 000.00. What is not here: how the solver searches (tests/questions), how it looks (states.spec.mjs).

import { expect, test } from './support.mjs';
import { add, done, field, open, rows } from './page.mjs';

const card = (page) => page.locator('#ask');
const reply = (page) => card(page).locator('.ask-answer');
const button = (page, name) => card(page).getByRole('button', { name, exact: true });
const undo = (page) => page.locator('#events').getByRole('button', { name: '撤销' });

/** Opens a question and fills in its fields. */
async function ask(page, name, fields) {
  await button(page, name).click();
  for (const [label, value] of Object.entries(fields)) {
    const input = card(page).getByLabel(label, { exact: true });
    if (await input.evaluate((element) => element.tagName === 'SELECT')) await input.selectOption(value);
    else await input.fill(value);
  }
}

test.beforeEach(({ page }) => open(page));

test('usable on a day: both readings, and what the rest waits for', async ({ page }) => {
  await ask(page, '那天能用多少', { 哪一天: '2024-03-07' });
  await expect(reply(page)).toContainText('3月7日 确定可用 ¥8,500.00，最多可能 ¥8,833.33');
  const parts = reply(page).getByRole('listitem');
  await expect(parts.filter({ hasText: '退款恢复：消费 1' })).toContainText('¥500.00');
  await expect(parts.filter({ hasText: '退款恢复：消费 1' })).toContainText('3月8日 – 3月12日');
  await expect(parts.filter({ hasText: '还款到账' })).toContainText('3月6日 – 3月9日');
});

test('an amount by a day: the least repayment is added by one tap and taken back by one undo', async ({ page }) => {
  await ask(page, '那天想有多少可用', { 想有多少可用: '９，０００', 哪一天: '2024-03-07' });
  // 500.00 short. Before the statement of 1 March all of a repayment goes to the first purchase; after it the fee
  // of 7.00 comes first.
  await expect(reply(page)).toContainText('2月29日 或之前还 ¥500.00，3月7日 就确定有 ¥9,000.00 可用');
  await button(page, '加上这笔还款').click();
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).filter({ hasText: '还款' })).toContainText('¥500.00');
  await expect(reply(page)).toContainText('已经做到');
  await expect(reply(page)).toContainText('3月7日 确定可用 ¥9,000.00');
  await undo(page).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(reply(page)).toContainText('2月29日 或之前还');
});

test('an amount above the limit is impossible, with what would be possible', async ({ page }) => {
  await ask(page, '那天想有多少可用', { 想有多少可用: '12000', 哪一天: '2024-03-12' });
  await expect(reply(page)).toContainText('做不到');
  // The two rows that are not billed yet cannot be repaid early: 10 000.00 − 666.67.
  await expect(reply(page)).toContainText('那天最多确定有 ¥9,333.33');
});

test('the last day to refund, for each class and channel', async ({ page }) => {
  await ask(page, '最晚哪天退', { 退哪一笔: 'p2', 哪一天: '2024-04-07' });
  const line = (name) => reply(page).getByRole('listitem').filter({ hasText: name });
  // Five working days after Thursday, 28 March are 29 March, 1, 2, 3 and 7 April (4 to 6 are a holiday); three after
  // 1 April and eight after 25 March end on 7 April too.
  await expect(line('普通')).toContainText('3月28日 周四');
  await expect(line('自家商城')).toContainText('4月1日');
  await expect(line('外部平台')).toContainText('3月25日');
  await button(page, '加上这笔退款').click();
  await expect(rows(page)).toHaveCount(4);
  await expect(page.locator('.refund').filter({ hasText: '消费 2' })).toContainText('4月7日');
});

test('the cheapest way to pay within a monthly limit comes first, and is bought by one tap', async ({ page }) => {
  await ask(page, '怎么付最省', { 要买的东西多少钱: '3000', '每月最多还多少（可不填）': '600', 哪一天: '2024-03-07' });
  const offers = reply(page).locator('.offers li');
  // 3000.00 × 0.7 % × 6 = 126.00; 500.00 + 21.00 a month.
  await expect(offers.first()).toContainText('分 6 期');
  await expect(offers.first()).toContainText('最省');
  await expect(offers.first()).toContainText('费 ¥126.00');
  await expect(offers.first()).toContainText('一个月最多还 ¥521.00');
  await expect(offers.filter({ hasText: '一次还清' })).toContainText('超过每月上限');
  await offers.first().getByRole('button').click();
  await expect(rows(page).filter({ hasText: '¥3,000.00' })).toContainText('分 6 期');
  await undo(page).click();
  await expect(rows(page)).toHaveCount(3);
});

test('settling everything: the amount in its parts, and closing in one step', async ({ page }) => {
  await ask(page, '全部结清要多少', { 哪一天: '2024-03-07' });
  // 1000.00 − 333.33 of principal, the next fee of 7.00 and the same once more.
  await expect(reply(page)).toContainText('3月7日 全部结清要付 ¥680.67');
  await expect(reply(page)).toContainText('¥666.67');
  await expect(reply(page)).toContainText('¥14.00');
  await button(page, '结清并注销').click();
  await expect(rows(page)).toHaveCount(5);
  await expect(page.locator('#notes .badge.bad')).toHaveCount(0);
  await undo(page).click();
  await expect(rows(page)).toHaveCount(3);
});

test('a refused purchase: when it passes, and moving it there', async ({ page }) => {
  await button(page, '没通过的何时能过').click();
  await expect(reply(page)).toContainText('没有被拒的消费');
  await add(page, '消费');
  await field(page, '金额').input.fill('9000');
  await field(page, '日期').input.fill('2024-03-06');
  await done(page);
  // From the table of the worked example: 9333.33 is usable on 8 March at best, on 12 March for sure.
  await expect(reply(page)).toContainText('3月8日 – 3月12日 起能通过');
  await expect(reply(page)).toContainText('2月29日 或之前还 ¥500.00');
  await button(page, '把它改到3月12日').click();
  await expect(rows(page).filter({ hasText: '¥9,000.00' })).toContainText('3月12日');
  await expect(page.locator('#events .badge.bad')).toHaveCount(0);
  await undo(page).click();
  await button(page, '加上这笔还款').click();
  await expect(rows(page)).toHaveCount(5);
  await expect(page.locator('#events .badge.bad')).toHaveCount(0);
});

test('what is missing or wrong is said beside its field', async ({ page }) => {
  await ask(page, '那天想有多少可用', {});
  await expect(reply(page)).toContainText('填上金额');
  await card(page).getByLabel('想有多少可用').fill('12.345');
  await expect(card(page).locator('[data-field=amount] .error')).toHaveText('最多两位小数，到分为止。');
  await card(page).getByLabel('想有多少可用').fill('100');
  await expect(card(page).locator('[data-field=amount] .error')).toHaveText('');
  await expect(reply(page)).toContainText('已经做到');
});

test('the answer follows an edit of the scenario, and the field keeps its focus', async ({ page }) => {
  await ask(page, '那天能用多少', { 哪一天: '2024-06-01' });
  await expect(reply(page)).toContainText('可用 ¥10,000.00');
  await expect(card(page).getByLabel('哪一天')).toBeFocused();
  await page.locator('#presets').getByRole('button', { name: '空白开始' }).click();
  await add(page, '消费');
  await field(page, '金额').input.fill('250');
  await field(page, '日期').input.fill('2024-05-31');
  await done(page);
  await expect(reply(page)).toContainText('可用 ¥9,750.00');
});
