// @ts-check
// Which fields each kind of event has, in their order, and what can be chosen in them.
// It draws nothing (see form.js) and checks nothing (the engine does).

import { say, t } from '../i18n.js';
import { day, month } from '../format.js';
import { offersOf } from '../product.js';
import { inOrder, nameOf, targetName, typedMoney } from '../names.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../draft.js').DraftEvent} DraftEvent */
/** @typedef {{ value: string, text: string }} Option */
/** @typedef {import('../pkg/yuefu.js').Product} Product */
/**
 * @typedef {object} Field
 * @property {string} name
 * @property {'money' | 'date' | 'text' | 'choice' | 'select' | 'check' | 'percent' | 'count'} kind
 * @property {string} label  key of its words
 * @property {string} [hint]  key of its hint
 * @property {Record<string, string>} [values]  what goes into both
 * @property {(state: State, event: any, terms: any) => Option[]} [options]
 */

/** @param {string} group @param {string[]} codes @returns {() => Option[]} */
const words = (group, codes) => () => codes.map((value) => ({ value, text: say(group, value) }));

/** @param {Product | null} terms @returns {string[]} */
const offeredPeriods = (terms) => offersOf(terms).map((offer) => offer.periods);

/** @param {string[]} periods @returns {Option[]} */
const periodOptions = (periods) =>
  periods.map((value) => ({ value, text: value === '1' ? t('periods.none') : t('periods.n', { n: value }) }));

/** The choice as it stands, put first where it is not among the others. @param {Option[]} options @param {string} value @param {string} text */
const withPresent = (options, value, text) =>
  value === '' || options.some((option) => option.value === value) ? options : [{ value, text }, ...options];

/** @param {State} state @param {DraftEvent} event */
function purchases(state, event) {
  const options = inOrder(state.draft)
    .filter((one) => one.type === 'purchase')
    .map((one) => ({
      value: one.id,
      text: [nameOf(state.draft, one.id), one.date && day(one.date), typedMoney(one.amount)]
        .filter(Boolean)
        .join(' · '),
    }));
  return withPresent(options, event.purchase, event.purchase);
}

/** @param {State} state @param {DraftEvent} event */
function plans(state, event) {
  const options = (state.result.report?.plans ?? []).map((plan) => ({
    value: plan.id,
    text: nameOf(state.draft, plan.id),
  }));
  return withPresent(options, event.plan, event.plan && nameOf(state.draft, event.plan));
}

/** @param {State} state @param {DraftEvent} event */
function bills(state, event) {
  const options = (state.result.report?.bills ?? []).map((bill) => ({
    value: bill.month,
    text: t('name.bill', { month: month(bill.month) }),
  }));
  return withPresent(options, event.bill, event.bill && month(event.bill));
}

/** @param {State} state @param {DraftEvent} event */
function targets(state, event) {
  const all = ['auto', 'unbilled', ...(state.result.report?.bills ?? []).map((bill) => bill.month)];
  const options = all.map((value) => ({ value, text: targetName(value) }));
  return withPresent(options, event.target, targetName(event.target));
}

/** @type {Record<string, Field>} */
const F = {
  amount: { name: 'amount', kind: 'money', label: 'field.amount' },
  refundAmount: { name: 'amount', kind: 'money', label: 'field.refundAmount', hint: 'field.refundAmountHint' },
  convertAmount: { name: 'amount', kind: 'money', label: 'field.amount', hint: 'field.convertAmountHint' },
  date: { name: 'date', kind: 'date', label: 'field.date' },
  periods: {
    name: 'periods',
    kind: 'choice',
    label: 'field.periods',
    options: (_s, _e, terms) => periodOptions(['1', ...offeredPeriods(terms)]),
  },
  convertPeriods: {
    name: 'periods',
    kind: 'choice',
    label: 'field.periods',
    options: (_s, _e, terms) => periodOptions(offeredPeriods(terms)),
  },
  channel: {
    name: 'channel',
    kind: 'choice',
    label: 'field.channel',
    options: words('channel', ['default', 'mall', 'externalPlatform']),
  },
  refundChannel: {
    name: 'channel',
    kind: 'select',
    label: 'field.refundChannel',
    options: () => [
      { value: '', text: t('field.sameChannel') },
      ...words('channel', ['default', 'mall', 'externalPlatform'])(),
    ],
  },
  label: { name: 'label', kind: 'text', label: 'field.label' },
  merchantSupports: { name: 'merchantSupports', kind: 'check', label: 'field.merchantSupports' },
  purchase: { name: 'purchase', kind: 'select', label: 'field.purchase', options: purchases },
  itemDiffers: { name: 'itemDiffers', kind: 'check', label: 'field.itemDiffers' },
  virtualAddress: { name: 'virtualAddress', kind: 'check', label: 'field.virtualAddress' },
  addressDiffers: { name: 'addressDiffers', kind: 'check', label: 'field.addressDiffers' },
  target: { name: 'target', kind: 'select', label: 'field.target', options: targets },
  plan: { name: 'plan', kind: 'select', label: 'field.plan', options: plans },
  bill: { name: 'bill', kind: 'select', label: 'field.bill', options: bills },
  kind: {
    name: 'kind',
    kind: 'select',
    label: 'field.kind',
    options: words('freeze', ['riskControl', 'manualReview', 'overdue', 'violation', 'permanent']),
  },
  limit: { name: 'limit', kind: 'money', label: 'field.limit' },
};

/** The fields of each kind of event. @type {Record<string, Field[]>} */
export const FIELDS = {
  purchase: [F.amount, F.date, F.periods, F.channel, F.label, F.merchantSupports],
  refund: [F.purchase, F.refundAmount, F.date, F.refundChannel, F.itemDiffers, F.virtualAddress, F.addressDiffers],
  repayment: [F.amount, F.date, F.target],
  settlePlan: [F.plan, F.date],
  settleAll: [F.date],
  convertBill: [F.bill, F.convertAmount, F.convertPeriods, F.date],
  payMinimum: [F.bill, F.date],
  postpone: [F.bill, F.date],
  freeze: [F.kind, F.date],
  appeal: [F.date],
  setLimit: [F.limit, F.date],
  creditEnquiry: [F.date],
  raiseRequest: [F.date],
  deviceChange: [F.date],
  closeAccount: [F.date],
};
