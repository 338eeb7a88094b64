// @ts-check
// Bills as stacked bars, one for each month, the total above each.
// A bar is drawn from the lines as they are: nothing is added up to be shown.

import { s } from '../dom.js';
import { linear, plot } from './scale.js';

/** @typedef {import('../pkg/yuefu.js').Bill} Bill */

const TOP = 56;
const BOTTOM = 48;
const HEIGHT = 240;
const SLOT = { least: 72, most: 136 };

/** @typedef {{ total: (bill: Bill) => string, fees: (bill: Bill) => string[], month: (bill: Bill, i: number) => string, status: (bill: Bill) => string }} Words */

/** Which colour a line of a bill takes; what is not here is a credit or comes after the close. */
const PART = /** @type {Record<string, string>} */ ({
  purchase: 'plain',
  planPrincipal: 'plan',
  planFee: 'fee',
  movedFee: 'fee',
  interest: 'fee',
  revolved: 'moved',
  postponed: 'moved',
});

/** The parts that these bills have, in the order of the legend. @param {Bill[]} bills */
export function partsOf(bills) {
  const found = new Set(bills.flatMap((bill) => charges(bill).map((line) => PART[line.kind])));
  return ['plain', 'plan', 'moved', 'fee'].filter((part) => found.has(part));
}

/** @param {Bill} bill @returns {any[]} */
const charges = (bill) => bill.lines.filter((line) => line.inTotal && line.kind in PART);

/**
 * @param {Bill[]} bills @param {number} width  of the page's column; the drawing may be wider
 * @param {Words} words
 */
export function billsChart(bills, width, words) {
  const slot = Math.min(SLOT.most, Math.max(SLOT.least, width / bills.length));
  const wide = Math.max(width, slot * bills.length);
  const most = Math.max(
    ...bills.map((bill) => charges(bill).reduce((height, line) => height + Number(line.amount), 0)),
  );
  const length = linear(0, most, 0, HEIGHT - TOP - BOTTOM);
  return plot(
    wide,
    HEIGHT,
    s('line.base', { x1: 0, x2: wide, y1: HEIGHT - BOTTOM + 0.5, y2: HEIGHT - BOTTOM + 0.5 }),
    bills.flatMap((bill, i) => [
      ...bar(bill, (i + 0.5) * slot, Math.min(48, slot * 0.5), length),
      ...texts(bill, i, (i + 0.5) * slot, length, words),
    ]),
  );
}

/** @param {Bill} bill @param {number} middle @param {number} thick @param {(n: number) => number} length */
function bar(bill, middle, thick, length) {
  let bottom = HEIGHT - BOTTOM;
  return charges(bill).map((line) => {
    const height = Math.max(2, length(Number(line.amount)));
    bottom -= height;
    return s(`rect.part.${PART[line.kind]}`, {
      x: middle - thick / 2,
      y: bottom,
      width: thick,
      height: Math.max(1, height - 1),
    });
  });
}

/** @param {Bill} bill @param {number} i @param {number} middle @param {(n: number) => number} length @param {Words} words */
function texts(bill, i, middle, length, words) {
  const heights = charges(bill).map((line) => Math.max(2, length(Number(line.amount))));
  const top = HEIGHT - BOTTOM - heights.reduce((a, b) => a + b, 0);
  const fees = words.fees(bill);
  return [
    text('bar-total', middle, top - 8 - 16 * fees.length, words.total(bill)),
    ...fees.map((fee, n) => text('tick', middle, top - 8 - 16 * (fees.length - 1 - n), fee)),
    text('bar-month', middle, HEIGHT - BOTTOM + 20, words.month(bill, i)),
    text('tick', middle, HEIGHT - BOTTOM + 38, words.status(bill)),
  ];
}

/** @param {string} kind @param {number} x @param {number} y @param {string} content */
const text = (kind, x, y, content) => s(`text.${kind}`, { x, y, 'text-anchor': 'middle' }, content);
