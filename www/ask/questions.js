// @ts-check
// The questions as forms: which fields each has, what can be chosen in them, and the engine's form of the question.
// It checks nothing: the engine does, and its complaint finds its field here.

import { t } from '../i18n.js';
import { day, typedNumber } from '../format.js';
import { eventTitle, inOrder, nameOf, typedMoney } from '../names.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../store.js').Ask} Ask */
/** @typedef {import('../editor/fields.js').Field} Field */
/** @typedef {import('../pkg/yuefu.js').Question} Question */

/** @param {State} state */
const purchases = ({ draft }) =>
  inOrder(draft)
    .filter((event) => event.type === 'purchase')
    .map((event) => ({
      value: event.id,
      text: [nameOf(draft, event.id), event.date && day(event.date), typedMoney(event.amount)].filter(Boolean).join(' · '),
    }));

/** Purchases that were refused; their keys stand for their indexes. @param {State} state */
function refused({ draft, result }) {
  const indexes = (result.report?.outcomes ?? []).filter((one) => one.status === 'refused').map((one) => one.event);
  return indexes
    .map((index) => draft.events.find((event) => event.key === result.keys[index]))
    .filter((event) => event?.type === 'purchase')
    .map((event) => ({ value: event?.key ?? '', text: event ? `${eventTitle(draft, event)} · ${typedMoney(event.amount)}` : '' }));
}

/** @type {Record<string, Field>} */
const F = {
  date: { name: 'date', kind: 'date', label: 'ask.date' },
  amount: { name: 'amount', kind: 'money', label: 'ask.amount' },
  price: { name: 'amount', kind: 'money', label: 'ask.price' },
  monthlyMax: { name: 'monthlyMax', kind: 'money', label: 'ask.monthlyMax', hint: 'ask.monthlyMaxHint' },
  purchase: { name: 'purchase', kind: 'select', label: 'ask.purchase', options: purchases },
  event: { name: 'event', kind: 'select', label: 'ask.event', options: refused },
};

/** @type {Record<Ask['kind'], Field[]>} */
export const FIELDS = {
  usableOn: [F.date],
  haveBy: [F.amount, F.date],
  lastRefundDay: [F.purchase, F.date],
  cheapest: [F.price, F.monthlyMax, F.date],
  settle: [F.date],
  whenPasses: [F.event],
};

/** What a field holds: what was typed or chosen, else the last of its choices. @param {Field} field @param {State} state @returns {string} */
export function valueOf(field, state) {
  const typed = /** @type {any} */ (state.ask)[field.name];
  const options = field.options?.(state, null, null);
  if (!options || options.some((option) => option.value === typed)) return typed;
  return options.at(-1)?.value ?? '';
}

/**
 * The question; or the key of a sentence that says what is missing.
 * @param {State} state
 * @returns {Question | string}
 */
export function questionOf(state) {
  const { kind, date, amount, monthlyMax } = /** @type {Ask} */ (state.ask);
  if (kind === 'usableOn' || kind === 'settle') return { ask: kind, date };
  if (kind === 'haveBy') return amount === '' ? 'ask.fillAmount' : { ask: kind, date, amount: typedNumber(amount) };
  if (kind === 'cheapest') {
    if (amount === '') return 'ask.fillPrice';
    return { ask: kind, date, amount: typedNumber(amount), ...(monthlyMax ? { monthlyMax: typedNumber(monthlyMax) } : {}) };
  }
  if (kind === 'lastRefundDay') {
    const purchase = valueOf(F.purchase, state);
    return purchase === '' ? 'ask.noPurchase' : { ask: kind, purchase, date };
  }
  const index = state.result.keys.indexOf(valueOf(F.event, state));
  return index < 0 ? 'ask.nothingRefused' : { ask: kind, event: index };
}
