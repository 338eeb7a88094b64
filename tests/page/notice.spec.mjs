// What the page says of itself: beside the answer where something is to be done, and shortly at its foot.
// What is not here: what it says of the account.

import { expect, test } from './support.mjs';
import { close, edit, open, rows, sheet } from './page.mjs';
import { reach } from './states.mjs';

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a newer version is offered where it is seen', async ({ page }) => {
    await reach(page, 'a newer version');
    await expect(page.locator('#newer .newer')).toBeInViewport({ ratio: 1 });
  });

  test('that the engine failed is said where it is seen', async ({ page, expectProblem }) => {
    expectProblem(/unreachable/);
    await reach(page, 'the engine failed');
    await close(page);
    await expect(page.locator('#fault .fault')).toBeInViewport({ ratio: 1 });
  });
});

/** What has the focus, by its key. */
const focused = (page) => page.evaluate(() => document.activeElement.dataset.k);

test('what is said shortly gives the focus back when it is closed or taken back', async ({ page }) => {
  await open(page);
  for (const button of ['关闭', '撤销']) {
    await edit(page, '退');
    await sheet(page).getByRole('button', { name: '删除' }).click();
    await expect(page.locator('#notice')).toHaveClass('shown');
    await page.locator('[data-k=settings]').focus();
    await page.locator('#notice').getByRole('button', { name: button }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#notice')).toBeEmpty();
    expect(await focused(page)).toBe('settings');
    // Closed, it can no longer be taken back there.
    if (button === '关闭') await page.locator('[data-k="edit.undo"]').click();
    await expect(rows(page)).toHaveCount(3);
  }
});

test('an explanation that was opened at the foot gives the focus back to what opened it', async ({ page }) => {
  await open(page);
  const opener = page.locator('#foot [data-k=split]');
  for (const key of ['Escape', 'Enter']) {
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#why h2')).toBeFocused();
    if (key === 'Enter') await page.locator('#why [data-k=why-close]').focus();
    await page.keyboard.press(key);
    await expect(page.locator('#why')).toBeHidden();
    await expect(opener).toBeFocused();
  }
});
