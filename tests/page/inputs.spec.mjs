// What cannot be taken gets its sentence beside the field, keeps what was typed, and leaves the last good result.
// What is not here: refusals of the account, which are results.

import { expect, test } from './support.mjs';
import { add, answer, close, done, edit, field, open, sheet } from './page.mjs';

test.beforeEach(({ page }) => open(page));

const AMOUNTS = [
  ['three decimals', '12.345', '最多两位小数'],
  ['zero', '0', '要大于 0'],
  ['a negative amount', '-5', '要大于 0'],
  ['words', '一百', '请只填数字'],
  ['two points', '1.2.3', '请只填数字'],
  ['a misplaced comma', '1,2', '请只填数字'],
  ['far too much', '99999999999', '数太大了'],
  ['nothing', '', '请填金额'],
];

for (const [name, typed, sentence] of AMOUNTS) {
  test(`${name} as an amount`, async ({ page }) => {
    await edit(page, '消费 1');
    const { input, error } = field(page, '金额');
    await input.fill(typed);
    await expect(error).toContainText(sentence);
    await expect(input).toHaveValue(typed);
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    await expect(answer(page)).toContainText('¥500.00 可用');
    await expect(page.locator('#answer')).toContainText('这是上一次的结果');
  });
}

test('a refund above its purchase', async ({ page }) => {
  await edit(page, '退「消费 1」');
  const { input, error } = field(page, '退多少');
  await input.fill('500.01');
  await expect(error).toContainText('超过了这笔消费');
  await expect(input).toHaveValue('500.01');
  await input.fill('500.00');
  await expect(error).toBeEmpty();
});

test('a refund before its purchase', async ({ page }) => {
  await edit(page, '退「消费 1」');
  const { input, error } = field(page, '日期');
  await input.fill('2024-02-09');
  await expect(error).toContainText('不能早于消费');
  await expect(input).toHaveValue('2024-02-09');
});

/** Whether the browser holds something that is no day. */
const isBad = (input) => input.evaluate((element) => element.validity.badInput);

test('a day that does not exist', async ({ page }) => {
  await edit(page, '消费 1');
  const { input, error } = field(page, '日期');
  await input.fill('2024-01-31');
  await input.focus();
  // The 31st of February, in the browser's own field. Its parts stand in an order of the browser's own.
  for (let part = 0; part < 2 && !(await isBad(input)); part += 1) {
    if (part > 0) await page.keyboard.press('ArrowRight');
    await page.keyboard.type('02');
  }
  expect(await isBad(input)).toBe(true);
  await expect(error).toContainText('没有这一天');
  // The last good result is that of 31 January: its bill was paid on 6 February, so the refund is credit.
  await expect(answer(page)).toContainText('¥500.00 存成余额');
});

for (const day of ['2003-12-31', '2100-01-01']) {
  test(`the day ${day}`, async ({ page }) => {
    await edit(page, '消费 1');
    const { input, error } = field(page, '日期');
    await input.fill(day);
    await expect(error).toContainText('2004 到 2099');
    await expect(input).toHaveValue(day);
  });
}

test('a limit that is no number, in the settings', async ({ page }) => {
  await page.getByRole('button', { name: /账户设置/ }).click();
  const { input, error } = field(page, '总额度');
  await input.fill('很多');
  await expect(error).toContainText('请只填数字');
  await expect(input).toHaveValue('很多');
});

test('grouped and full-width digits are amounts', async ({ page }) => {
  await edit(page, '消费 1');
  const { input, error } = field(page, '金额');
  for (const typed of ['1,234.5', '１，２３４．５', '¥ 1,234.50', '1234。5']) {
    await input.fill(typed);
    await expect(error).toBeEmpty();
    await expect(page.locator('#events .event').first()).toContainText('¥1,234.50');
  }
});

test('a closed sheet leads back to what is to be put right', async ({ page }) => {
  await edit(page, '消费 1');
  await field(page, '金额').input.fill('abc');
  await close(page);
  await expect(page.locator('#events .event').first()).toContainText('要改');
  await page.locator('#answer').getByRole('button', { name: '去改' }).click();
  await expect(field(page, '金额').input).toBeFocused();
  await expect(field(page, '金额').input).toHaveValue('abc');
});

test('finishing with a fault goes to the field instead', async ({ page }) => {
  await add(page, '消费');
  await field(page, '金额').input.fill('0');
  await sheet(page).getByRole('button', { name: '完成' }).click();
  await expect(field(page, '金额').input).toBeFocused();
  await expect(sheet(page)).toBeVisible();
});

for (const width of [320, 1280])
  test(`a name of one long word is broken, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const purchase of ['消费 1', '消费 2']) {
      await edit(page, purchase);
      await field(page, '名称（可不填）').input.fill('20240210'.repeat(25));
      await done(page);
    }
    await page.locator('[data-k="compare-keep"]').click();
    await edit(page, '分 3 期');
    await sheet(page).getByRole('radio', { name: '不分期' }).check();
    await done(page);
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    const within = () =>
      page.evaluate(() => {
        const out = [...document.querySelectorAll('.card, dialog[open]')].filter((one) => one.scrollWidth > one.clientWidth);
        return [document.documentElement.scrollWidth - innerWidth, out.map((one) => one.id)];
      });
    await expect.poll(within).toEqual([0, []]);
    await page.locator('#bills .lines .why').first().click();
    await expect(page.locator('#why h2')).toBeVisible();
    expect(await within()).toEqual([0, []]);
  });
