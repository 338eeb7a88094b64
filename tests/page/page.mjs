// What the tests of the page's content share: opening it, its rows and sheets, and reading its tables.
//
// What is not here: the watch over every page, which is in support.mjs.

import { expect } from './support.mjs';

/** Opens the page and waits until the engine has answered, with an amount unless something else is expected. */
export async function open(page, expected = '¥') {
  await page.goto('./');
  await expect(answer(page)).toContainText(expected);
}

/** The sentence at the head of the page. */
export const answer = (page) => page.locator('#answer .answer-text');

/**
 * Opens the page with a draft as an earlier visit kept it.
 * @param {object} settings  fields of the draft that differ from the default @param {object[]} events  without keys
 */
export async function openKept(page, settings, events, expected = '¥') {
  const blank = { product: 'douyin-monthly-pay', creditLimit: '10000.00', today: '', until: '', assume: 'guaranteed' };
  const rest = { habit: 'full', daysBeforeDue: '0', refundRule: '', choice: '', rates: {}, preset: null };
  const keyed = events.map((event, i) => ({ key: `k${i + 1}`, ...event }));
  const draft = { ...blank, ...rest, ...settings, events: keyed, next: events.length + 1 };
  const kept = JSON.stringify({ format: 'yuefu.page/1', draft, lang: 'zh-CN', theme: 'auto' });
  await page.addInitScript((text) => localStorage.getItem('yuefu.page') ?? localStorage.setItem('yuefu.page', text), kept);
  await open(page, expected);
}

/** Switches the page's language. */
export async function language(page, code) {
  await page.locator('#tools select').selectOption(code);
  await expect(page.locator('html')).toHaveAttribute('lang', code);
}

/** The sheet in which something is edited. */
export const sheet = (page) => page.locator('#sheet');

/** The rows of what happens. */
export const rows = (page) => page.locator('#events .event');

/** One field of the open sheet with its complaint. */
export function field(page, label) {
  const input = sheet(page).getByLabel(label, { exact: true });
  const box = sheet(page)
    .locator('.field')
    .filter({ has: page.getByLabel(label, { exact: true }) });
  return { input, error: box.locator('.error') };
}

/** Opens the row whose text matches. */
export async function edit(page, text) {
  await rows(page).filter({ hasText: text }).first().click();
  await expect(sheet(page)).toBeVisible();
}

/** Ends editing by the button. */
export async function done(page) {
  await sheet(page).getByRole('button', { name: '完成' }).click();
  await expect(sheet(page)).toBeHidden();
}

/** Closes the open sheet by its cross. */
export const close = (page) => sheet(page).getByRole('button', { name: '关闭', exact: true }).click();

/** Adds an event by the bar at the foot: `消费`, `退款`, `还款`, or through `更多`. */
export async function add(page, name) {
  const bar = page.locator('#bar');
  if (['消费', '退款', '还款'].includes(name)) return bar.getByRole('button', { name }).click();
  await bar.getByRole('button', { name: '更多' }).click();
  await sheet(page).getByRole('button', { name }).click();
}

/** The cells of a card's table twin, row by row, opened first. */
export async function twin(page, card) {
  const details = page.locator(`${card} details.twin`);
  if (!(await details.evaluate((element) => element.open))) await details.locator('summary').click();
  return details
    .locator('tbody tr')
    .evaluateAll((list) => list.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
}

/** The two readings of a cell: `['0.00', '833.33']`, or one figure twice where they agree. */
export async function readings(page, card, row, column) {
  const cell = page.locator(`${card} details.twin tbody tr`).nth(row).locator('th, td').nth(column);
  return cell.evaluate((element) => {
    const one = (name) => element.querySelector(`[data-reading=${name}]`)?.lastChild.textContent;
    return one('possible') ? [one('possible'), one('guaranteed')] : [element.textContent, element.textContent];
  });
}

/** Runs in the page: what has the focus, where no point of it can be seen. */
export function hiddenFocus() {
  const element = document.activeElement;
  if (!element || element === document.body) return '';
  const { left, top, width, height } = element.getBoundingClientRect();
  const parts = [0.1, 0.3, 0.5, 0.7, 0.9];
  const seen = parts.some((x) =>
    parts.some((y) => {
      const over = document.elementFromPoint(left + width * x, top + height * y);
      return over && (element.contains(over) || element.labels?.[0]?.contains(over));
    }),
  );
  return seen ? '' : `${element.outerHTML.slice(0, 100)} at ${[left, top].map(Math.round)}`;
}
