// Every explanation that the engine gives can be opened where its figure stands, and the sheet shows all of it.
//
// What is held against the page is the report of the same scenario. What is not here: the words of each explanation.

import { open, openKept } from './page.mjs';
import { expect, test } from './support.mjs';

const HABIT = { payInFull: true, daysBeforeDue: 0 };
const base = { format: 'yuefu.scenario/1', product: 'douyin-monthly-pay', creditLimit: '10000.00', habit: HABIT };

/** What the page starts with. */
const EXAMPLE = {
  ...base,
  events: [
    { type: 'purchase', id: 'p1', date: '2024-02-10', amount: '500.00' },
    { type: 'purchase', id: 'p2', date: '2024-02-20', amount: '1000.00', periods: 3 },
    { type: 'refund', date: '2024-03-05', purchase: 'p1' },
  ],
};

/** A freeze, and a purchase that is refused because of it. */
const FROZEN = [
  { type: 'purchase', id: 'p1', date: '2024-02-10', amount: '500.00' },
  { type: 'freeze', date: '2024-02-12', kind: 'riskControl' },
  { type: 'purchase', id: 'p2', date: '2024-02-13', amount: '100.00' },
];

/** The report of a scenario, by the page's own module. */
const reportOf = (page, scenario) =>
  page.evaluate(async (given) => {
    const engine = await import(new URL('pkg/yuefu.js', document.baseURI).href);
    await engine.default();
    return engine.simulate(given);
  }, scenario);

/** The button beside a whole statement. */
const asks = (page, card, key) => page.locator(`${card} [data-k="whyb-${key}"]`);

test('bills, their lines, rows of plans, refunds and changes of the limit all have their reason', async ({ page }) => {
  await open(page);
  const { bills, plans, refunds, limit } = await reportOf(page, EXAMPLE);
  expect([bills.length, plans.length, refunds.length]).toEqual([3, 1, 1]);
  for (const bill of bills) await expect(asks(page, '#bills', bill.why)).toHaveCount(1);
  const sum = (lists) => lists.reduce((total, list) => total + list.length, 0);
  await expect(page.locator('#bills .lines button.why')).toHaveCount(sum(bills.map(({ lines }) => lines)));
  await expect(page.locator('#plans tbody button.why')).toHaveCount(plans[0].rows.length);
  await expect(asks(page, '#refunds', refunds[0].why)).toHaveCount(1);
  await page.locator('#limit details.twin summary').click();
  await expect(page.locator('#limit details.twin button.why')).toHaveCount(sum(limit.map(({ causes }) => causes)));
  await expect(asks(page, '#answer', refunds[0].why)).toHaveCount(1);
});

test('a refused purchase and a freeze have their reason', async ({ page }) => {
  await openKept(page, {}, FROZEN, '冻结');
  const { outcomes, freezes } = await reportOf(page, { ...base, events: FROZEN });
  expect(outcomes[2]).toMatchObject({ status: 'refused', code: 'frozen' });
  await expect(asks(page, '#notes', outcomes[2].why)).toHaveCount(1);
  await expect(asks(page, '#notes', freezes[0].why)).toHaveCount(1);
});

test('the sheet shows result, inputs, steps, rounding, sources and rules that did not apply', async ({ page }) => {
  await open(page);
  const { why, bills, plans, refunds } = await reportOf(page, EXAMPLE);
  const [row] = plans[0].rows;
  const asked = [...bills, ...refunds].map((one) => [one.why, `whyb-${one.why}`]);
  const shown = page.locator('#why');
  for (const [key, name] of [...asked, [row.why, `row-p2-${row.n}`]]) {
    const { inputs, steps, reference, notApplied, rounding } = why[key];
    await page.locator(`:is(#bills, #refunds, #plans) [data-k="${name}"]`).first().dispatchEvent('click');
    await expect(shown.locator('.why-result')).toHaveText(/\d/);
    await expect(shown.locator('dl.facts > div')).toHaveCount(inputs.length);
    await expect(shown.locator('ol.steps > li')).toHaveCount(new Set(steps.map((step) => JSON.stringify(step))).size);
    await expect(shown.locator('ul.sources:not(.split) > li')).toHaveCount(reference.length + notApplied.length);
    await expect(shown.locator('.sheet-body > p.hint')).toHaveCount(rounding ? 1 : 0);
    await page.keyboard.press('Escape');
    await expect(shown).toBeHidden();
  }
  // Between them they have all of it, or there would be nothing to see.
  const { inputs, steps, reference, notApplied } = why[refunds[0].why];
  expect([inputs, steps, reference, notApplied].every((list) => list.length > 0)).toBe(true);
  expect(why[row.why].rounding).toBe('halfUp');
});

test('the fees of a settlement have their reason', async ({ page }) => {
  const plan = { type: 'purchase', id: 'p1', date: '2024-02-10', amount: '900.00', periods: 3 };
  const settled = { type: 'settlePlan', date: '2024-03-02', plan: 'p1' };
  await openKept(page, {}, [{ ...plan, periods: '3' }, settled]);
  const { plans, why } = await reportOf(page, { ...base, events: [plan, settled] });
  expect(why[plans[0].settlement.why].rule).toBeTruthy();
  await expect(page.locator(`#plans dl button.why[data-k="why-${plans[0].settlement.why}"]`)).toHaveCount(1);
});
