// Which bill an event begins with that is about one: a bill in instalments, a minimum payment, a postponement.
// Expected days come from the product's terms: bills are closed on the 1st and paid by the 6th.
// What is not here: what such an event does to the bills, which tests/scenarios hold.

import { BLANK } from '../../www/draft.js';
import { expect, test } from './support.mjs';
import { done, field, openKept, rows, sheet } from './page.mjs';

const purchase = { ...BLANK.purchase, type: 'purchase', date: '2025-01-10' };
/** Bought by twelve rows, the last of them on the bill of January 2026. */
const planned = { ...purchase, id: 'p2', amount: '3000.00', periods: '12' };

/** The choice of a kind of event in the menu. */
async function choice(page, name = '账单分期') {
  await page.locator('#bar').getByRole('button', { name: '更多' }).click();
  return sheet(page).getByRole('button', { name });
}

test('bill in instalments: it is the newest bill of which something can be converted', async ({ page }) => {
  await openKept(page, {}, [{ ...purchase, id: 'p1', amount: '500.00' }, planned]);
  await (await choice(page)).click();
  await expect(field(page, '哪期账单').input).toHaveValue('2025-02');
  await expect(field(page, '日期').input).toHaveValue('2025-02-06');
  await done(page);
  await expect(rows(page)).toHaveCount(3);
  await expect(page.locator('#events .badge')).toHaveCount(0);
});

test('bill in instalments: where it was paid some days before the last, the day is that of the statement', async ({ page }) => {
  await openKept(page, { daysBeforeDue: '2' }, [{ ...purchase, id: 'p1', amount: '500.00' }, planned]);
  await (await choice(page)).click();
  await expect(field(page, '日期').input).toHaveValue('2025-02-01');
});

test('bill in instalments: where the bills hold nothing but rows of plans, there is none, and the menu says so', async ({ page }) => {
  await openKept(page, {}, [planned]);
  const none = await choice(page);
  await expect(none).toBeDisabled();
  await expect(none).toContainText('没有可以改成分期的账单');
});

for (const name of ['还最低', '延后一个月还'])
  test(`${name}: it is the next bill to be paid, and its due date`, async ({ page }) => {
    await openKept(page, {}, [{ ...purchase, id: 'p1', amount: '500.00' }, planned]);
    await (await choice(page, name)).click();
    await expect(field(page, '哪期账单').input).toHaveValue('2025-02');
    await expect(field(page, '日期').input).toHaveValue('2025-02-06');
    await done(page);
    await expect(page.locator('#events .badge')).toHaveCount(0);
  });
