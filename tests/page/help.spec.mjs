// Help after a freeze or a cut: plan, checklist and text with the case's own figures; the ladder.
// Days are those of facts L1 to L6 counted by hand in the working-day calendar. What is not here: whether articles are right.

import { expect, test } from './support.mjs';
import { open, openKept, sheet } from './page.mjs';

const card = (page) => page.locator('#help');
const text = (page) => card(page).getByLabel('给客服的话');

/** Five refunds on one day, 20 January 2025: the account is frozen from the fourth on. */
async function openFrozen(page) {
  await open(page);
  await page.locator('#presets').getByRole('button', { name: '一天退五次' }).click();
  await card(page).getByRole('button', { name: '怎样恢复' }).click();
  await expect(text(page)).toBeVisible();
}

test('a freeze has a plan with its days', async ({ page }) => {
  await openFrozen(page);
  // Days 1, 3 and 5; 1–3, 3–7 and 7–15 working days, with the holiday from 28 January to 4 February and the worked
  // 26 January and 8 February.
  const steps = card(page).locator('.way').first().locator('li');
  await expect(steps).toHaveText([
    /1月20日 周一.*还清逾期/,
    /1月21日 周二 – 1月23日 周四.*自己先查/,
    /1月22日 周三.*收入证明/,
    /1月23日 周四 – 2月5日 周三.*证明材料/,
    /1月24日 周五.*每月还款的日子/,
    /2月5日 周三 – 2月14日 周五.*恢复/,
    /最晚 2月14日 周五.*申诉最晚办完/,
  ]);
});

test('the text holds the figures of the case and what is ticked', async ({ page }) => {
  await openFrozen(page);
  await expect(text(page)).toHaveValue(/2025年1月20日起显示「永久冻结」/);
  for (const amount of ['128.00', '99.00', '256.00', '69.90', '180.00'])
    await expect(text(page)).toHaveValue(new RegExp(`2025年1月20日退款 ¥${amount}，是2025年1月18日买的（¥${amount}）`));
  await card(page).getByLabel('退货单或物流截图').check();
  await expect(text(page)).toHaveValue(/我备好了：退货单或物流截图。/);
});

test('the text is copied, as it was changed', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openFrozen(page);
  await text(page).fill('请恢复');
  await card(page).getByRole('button', { name: '复制这段话' }).click();
  await expect(page.locator('#notice')).toContainText('已复制');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('请恢复');
});

test('where copying is refused the text is selected', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await openFrozen(page);
  await card(page).getByRole('button', { name: '复制这段话' }).click();
  await expect(page.locator('#notice')).toContainText('已选中');
  expect(await text(page).evaluate((area) => area.selectionEnd - area.selectionStart)).toBeGreaterThan(50);
});

test('an appeal is added from the help and gives the days', async ({ page }) => {
  await openFrozen(page);
  await card(page).getByRole('button', { name: '加一条申诉' }).click();
  await expect(sheet(page)).toContainText('申诉');
  await sheet(page).getByRole('button', { name: '完成' }).click();
  // 15 and 30 days after 20 January.
  await expect(page.locator('#notes')).toContainText('最早 2月4日 周二、最晚 2月19日 周三 解除');
  await expect(text(page)).toHaveValue(/我在2025年1月20日申诉过/);
});

test('a cut of the limit says from what to what', async ({ page }) => {
  const purchase = { type: 'purchase', id: 'p1', date: '2025-01-10', amount: '3000.00', periods: '3' };
  const rest = { channel: 'default', label: '', merchantSupports: true };
  await openKept(page, { habit: 'none', until: '2025-04-20' }, [{ ...purchase, ...rest }]);
  await card(page).getByRole('button', { name: '怎样恢复' }).click();
  // The third overdue bill was due on 6 April; its grace ends on the 9th: half the limit is left for sure (L1).
  await card(page).getByLabel('关于哪一次').selectOption({ label: '额度被降，4月10日 周四' });
  await expect(text(page)).toHaveValue(/2025年4月10日从 ¥10,000\.00 降到了 ¥5,000\.00/);
  await expect(text(page)).toHaveValue(/2025年3月账单 ¥1,021\.00 逾期，还剩/);
});

test('the ladder says what is met and what is missing', async ({ page }) => {
  await open(page);
  await card(page).getByRole('button', { name: '怎样提高' }).click();
  const rungs = card(page).locator('.ladder > li');
  await expect(rungs).toHaveCount(4);
  await expect(rungs.nth(0)).toContainText('¥5,000.00 – ¥10,000.00');
  await expect(rungs.nth(0)).toContainText('已到');
  // 10 February to 9 May 2024 are two whole months; one plan was finished.
  await expect(rungs.nth(1)).toContainText('用了 6 个月');
  await expect(rungs.nth(1)).toContainText('现在 2');
  await expect(rungs.nth(1)).toContainText('现在 1');
  await card(page).getByRole('button', { name: '收起' }).click();
  await expect(card(page).getByRole('button', { name: '怎样提高' })).toBeFocused();
});
