// @ts-check
// What things are called on the screen: purchases by label or number, plans, bills, events and freezes.
// It takes no amount from anywhere but the draft and the report.

import { t, say } from './i18n.js';
import { money, month, typedNumber } from './format.js';

/** @typedef {import('./draft.js').Draft} Draft */
/** @typedef {import('./draft.js').DraftEvent} DraftEvent */

/** Events by day; those of one day in the order of the draft. @param {Draft} draft @returns {DraftEvent[]} */
export const inOrder = (draft) =>
  draft.events
    .map((event, index) => ({ event, index }))
    .sort((a, b) => (a.event.date === b.event.date ? a.index - b.index : a.event.date < b.event.date ? -1 : 1))
    .map(({ event }) => event);

/** Numbers of purchases and conversions by day, of each draft once. @type {WeakMap<Draft, Map<string, { event: DraftEvent, n: number, of: number }>>} */
const numbered = new WeakMap();

/** @param {Draft} draft */
function numbersOf(draft) {
  const known = numbered.get(draft);
  if (known) return known;
  const numbers = new Map();
  for (const type of ['purchase', 'convertBill']) {
    const alike = inOrder(draft).filter((event) => event.type === type);
    alike.forEach((event, i) => numbers.set(event.id, { event, n: i + 1, of: alike.length }));
  }
  numbered.set(draft, numbers);
  return numbers;
}

/** The name of a purchase or of a converted bill: its label, or its number by day. @param {Draft} draft @param {string} id */
export function nameOf(draft, id) {
  const found = numbersOf(draft).get(id);
  if (!found) return id;
  const { event, n, of } = found;
  if (event.label) return event.label;
  return of === 1 ? t(`name.${event.type}`) : t(`name.${event.type}N`, { n });
}

/** What a reference of the engine means: an id, a month or a freeze. @param {Draft} draft @param {string} ref */
export function refName(draft, ref) {
  if (/^\d{4}-\d{2}$/.test(ref)) return t('name.bill', { month: month(ref) });
  if (numbersOf(draft).has(ref)) return nameOf(draft, ref);
  return say('freeze', ref);
}

/** The title of an event in the list. @param {Draft} draft @param {DraftEvent} event */
export function eventTitle(draft, event) {
  if (event.type === 'purchase') return nameOf(draft, event.id);
  if (event.type === 'refund') return t('event.refundOf', { name: nameOf(draft, event.purchase) });
  if (event.type === 'settlePlan') return t('event.settlePlanOf', { name: nameOf(draft, event.plan) });
  if (['convertBill', 'payMinimum', 'postpone'].includes(event.type) && event.bill) {
    return t(`event.${event.type}Of`, { month: month(event.bill) });
  }
  if (event.type === 'freeze') return say('freeze', event.kind);
  return say('event', event.type);
}

/** The second line of an event in the list. @param {DraftEvent} event */
export function eventDetail(event) {
  if (event.type === 'purchase') {
    const how = event.periods === '1' ? t('periods.1') : t('periods.in', { n: event.periods });
    return event.channel === 'default' ? how : `${how} · ${say('channel', event.channel)}`;
  }
  if (event.type === 'refund') return event.amount ? t('event.partly') : t('event.wholly');
  if (event.type === 'repayment') return event.target === 'auto' ? '' : targetName(event.target);
  return '';
}

/** @param {string} target */
export const targetName = (target) =>
  /^\d/.test(target) ? t('name.bill', { month: month(target) }) : say('target', target);

/** What was typed, as money if it is an amount, else as typed. @param {string} typed @param {string} [sign] */
export function typedMoney(typed, sign = '') {
  const plain = typedNumber(typed);
  if (!/^\d+(\.\d{1,2})?$/.test(plain)) return typed;
  const [whole, decimals = ''] = plain.split('.');
  return money(`${whole.replace(/^0+(?=\d)/, '')}.${decimals.padEnd(2, '0')}`, sign);
}
