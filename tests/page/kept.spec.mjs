// What is kept on the device: several scenarios by name, older forms, refused, full and damaged storage, two tabs.
// What is not here: links and files, by which a scenario leaves the device.

import { expect, expectNoAxeViolations, test } from './support.mjs';
import { add, answer, done, edit, field, open, rows, sheet } from './page.mjs';

const shelf = (page) => page.locator('#shelf');
const here = (page) => page.locator('#scenario-row');

async function openShelf(page) {
  await here(page).getByRole('button').click();
  await expect(shelf(page)).toBeVisible();
}

/** Changes the first purchase and waits until it is kept. */
async function buyFor(page, amount) {
  await edit(page, '消费 1');
  await field(page, '金额').input.fill(amount);
  await done(page);
  await expect
    .poll(() => page.evaluate(() => Object.values(localStorage).join()))
    .toContain(`"amount":"${amount}"`);
}

test('several scenarios are kept by name and taken up again', async ({ page }) => {
  await open(page);
  await buyFor(page, '111');
  await openShelf(page);
  await shelf(page).getByLabel('现在这个方案的名称').fill('买手机');
  await shelf(page).getByRole('button', { name: '复制成新方案' }).click();
  await expect(here(page)).toContainText('方案 2');
  await buyFor(page, '222');
  await page.reload();
  await expect(here(page)).toContainText('方案 2');
  await expect(rows(page).first()).toContainText('¥222.00');
  await openShelf(page);
  await shelf(page).getByRole('button', { name: '买手机', exact: true }).click();
  await expect(rows(page).first()).toContainText('¥111.00');
  await page.reload();
  await expect(here(page)).toContainText('买手机');
  await expect(rows(page).first()).toContainText('¥111.00');
});

test('a scenario that was thrown away comes back by undo', async ({ page }) => {
  await open(page);
  await buyFor(page, '111');
  await openShelf(page);
  await shelf(page).getByRole('button', { name: '新的空白方案' }).click();
  await expect(rows(page)).toHaveCount(0);
  await openShelf(page);
  await shelf(page).getByRole('button', { name: '删除「方案 1」' }).click();
  await page.locator('#notice').getByRole('button', { name: '撤销' }).click();
  await openShelf(page);
  await shelf(page).getByRole('button', { name: '方案 1', exact: true }).click();
  await expect(rows(page).first()).toContainText('¥111.00');
});

test('the first form of keeping is read', async ({ page }) => {
  // The form of the page's first version: one draft beside language and theme, here without a field that came later.
  const rest = { periods: '1', channel: 'default', label: '鞋', merchantSupports: true };
  const { assume, ...draft } = {
    product: 'douyin-monthly-pay',
    ...{ creditLimit: '8000.00', today: '', until: '', assume: 'guaranteed', habit: 'full', daysBeforeDue: '0' },
    ...{ refundRule: '', choice: '', rates: {}, next: 2, preset: null },
    events: [{ key: 'k1', type: 'purchase', id: 'p1', date: '2024-02-10', amount: '345', ...rest }],
  };
  expect(assume).toBe('guaranteed');
  const kept = JSON.stringify({ format: 'yuefu.page/1', draft, lang: 'zh-CN', theme: 'dark' });
  await page.addInitScript((text) => localStorage.length || localStorage.setItem('yuefu.page', text), kept);
  await open(page);
  await expect(rows(page)).toHaveText(/鞋.*¥345\.00/s);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(rows(page)).toHaveText(/鞋.*¥345\.00/s);
});

test('what cannot be read stays, and can be saved as a file', async ({ page }) => {
  const torn = '{"format":"yuefu.page/1","draft":{"eve';
  await page.addInitScript((text) => localStorage.length || localStorage.setItem('yuefu.page', text), torn);
  await open(page);
  await expect(rows(page)).toHaveCount(3);
  await expect(page.locator('#notice')).toContainText('读不出来');
  await openShelf(page);
  const download = page.waitForEvent('download');
  await shelf(page).getByRole('button', { name: '存成文件' }).click();
  expect((await download).suggestedFilename()).toBe('yuefu-s1.txt');
  await expectNoAxeViolations(page);
});

test('refused storage is said, and undo still reaches the scenario before', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    }),
  );
  await open(page);
  await expect(here(page)).toContainText('浏览器不让保存');
  await openShelf(page);
  await expect(shelf(page)).toContainText('带走');
  await shelf(page).getByRole('button', { name: '新的空白方案' }).click();
  await expect(rows(page)).toHaveCount(0);
  await page.locator('#events').getByRole('button', { name: '撤销' }).click();
  await expect(rows(page)).toHaveCount(3);
});

test('full storage is said, and what is typed stays on the screen', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    for (let size = 1 << 20; size > 0; size >>= 1)
      try {
        for (;;) localStorage.setItem(`other.${Object.keys(localStorage).length}`, 'x'.repeat(size));
      } catch {
        // Now with less.
      }
  });
  await add(page, '消费');
  await field(page, '金额').input.fill('77');
  await expect(here(page)).toContainText('存不下了');
  await done(page);
  await expect(rows(page).filter({ hasText: '¥77.00' })).toHaveCount(1);
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('other.')) localStorage.removeItem(key);
  });
  await edit(page, '¥77.00');
  await field(page, '金额').input.fill('78');
  await expect(here(page)).toContainText('自动存在这台设备上');
});

test('a second tab follows the first, and undo goes back', async ({ page, context }) => {
  await open(page);
  await buyFor(page, '111');
  const other = await context.newPage();
  await open(other);
  await expect(rows(other).first()).toContainText('¥111.00');
  await buyFor(other, '222');
  await expect(rows(page).first()).toContainText('¥222.00');
  await expect(page.locator('#notice')).toContainText('另一个窗口');
  await page.locator('#notice').getByRole('button', { name: '撤销' }).click();
  await expect(rows(page).first()).toContainText('¥111.00');
});

test('closing the page at once keeps the last letter typed', async ({ page, context }) => {
  await open(page);
  await add(page, '消费');
  await field(page, '金额').input.fill('88');
  await page.close();
  const again = await context.newPage();
  await again.goto('./');
  await expect(rows(again).last()).toContainText('¥88.00');
  await expect(answer(again)).toContainText('¥');
  await expect(sheet(again)).toBeHidden();
});
