// @ts-check
// The account's settings: limit, how bills are paid, which reading decides, days of the run, product and its fees.
// The figures that a product starts with are its own; here they can be replaced by those on the person's screen.

import { fill, h } from '../dom.js';
import { say, t } from '../i18n.js';
import { rateToPercent } from '../format.js';
import { typedMoney } from '../names.js';
import { products } from '../engine.js';
import { dayChoices, offersOf, textOf } from '../product.js';

/** @typedef {import('./fields.js').Field} Field */
/** @typedef {import('../draft.js').Draft} Draft */
/** @typedef {import('../pkg/yuefu.js').Product} Product */
/** @typedef {import('../actions.js').Actions} Actions */

/** @param {string} group @param {string[]} codes */
const words = (group, codes) => () => codes.map((value) => ({ value, text: say(group, value) }));

/** @param {Product | null} terms @returns {Field[]} */
export function settingsFields(terms) {
  return [
    { name: 'creditLimit', kind: 'money', label: 'setting.creditLimit' },
    { name: 'habit', kind: 'choice', label: 'setting.habit', options: words('habit', ['full', 'none']) },
    { name: 'daysBeforeDue', kind: 'count', label: 'setting.daysBeforeDue', hint: 'setting.daysBeforeDueHint' },
    { name: 'today', kind: 'date', label: 'setting.today', hint: 'setting.todayHint' },
    { name: 'until', kind: 'date', label: 'setting.until', hint: 'setting.untilHint' },
    {
      name: 'assume',
      kind: 'choice',
      label: 'setting.assume',
      hint: 'setting.assumeHint',
      options: words('assume', ['guaranteed', 'possible']),
    },
    { name: 'product', kind: 'select', label: 'setting.product', options: productOptions },
    ...choices(terms),
    ...rates(terms),
    {
      name: 'refundRule',
      kind: 'select',
      label: 'setting.refundRule',
      hint: 'setting.refundRuleHint',
      options: words('refundRule', ['', 'resetNextMonth']),
    },
  ];
}

const productOptions = () => products().map((one) => ({ value: one.id, text: textOf(one.name) }));

/** The sets of days that the product offers. @param {Product | null} terms @returns {Field[]} */
function choices(terms) {
  const list = dayChoices(terms);
  if (!list.length) return [];
  const options = () => [
    { value: '', text: t('setting.ownDays') },
    ...list.map((one) => ({ value: one.id, text: textOf(one.title) })),
  ];
  return [{ name: 'choice', kind: 'select', label: 'setting.choice', options }];
}

/** What each method's rate is called. @type {Record<string, string>} */
const RATE_LABEL = {
  flatPerPeriod: 'setting.rate',
  flatTotal: 'setting.rateTotal',
  upfront: 'setting.rateTotal',
  equalInstalment: 'setting.rateAnnual',
  equalPrincipal: 'setting.rateAnnual',
};

/** A rate for each number of periods on offer that costs something. @param {Product | null} terms @returns {Field[]} */
const rates = (terms) =>
  offersOf(terms)
    .filter((offer) => offer.method in RATE_LABEL)
    .map(({ periods, method, rate }) => ({
      name: `rate${periods}`,
      kind: /** @type {const} */ ('percent'),
      label: RATE_LABEL[method],
      hint: 'setting.rateHint',
      values: { n: periods, own: rateToPercent(rate) },
    }));

/** @param {Draft} draft @param {string} name */
export function settingValue(draft, name) {
  const rate = /^rate(\d+)$/.exec(name);
  return rate ? (draft.rates[rate[1]] ?? '') : /** @type {any} */ (draft)[name];
}

/** @param {Draft} draft @param {string} name @param {string} value @returns {Draft} */
export function withSetting(draft, name, value) {
  const rate = /^rate(\d+)$/.exec(name);
  if (rate) return { ...draft, rates: { ...draft.rates, [rate[1]]: value } };
  if (name === 'product') return { ...draft, product: value, rates: {}, choice: '', overrides: {} };
  return { ...draft, [name]: value };
}

/** The row that shows the settings and opens them. @param {Element} element @param {import('../store.js').State} state @param {Actions} act @param {Product | null} terms */
export function settingsRow(element, state, act, terms) {
  const { draft } = state;
  const paid = draft.habit === 'full' ? t('setting.rowFull') : t('setting.rowNone');
  fill(
    element,
    h(
      'button.card.row-button',
      { type: 'button', data: { k: 'settings' }, on: { click: act.openSettings } },
      h('span.row-main', null, t('setting.row')),
      h('span.row-figure', null, typedMoney(draft.creditLimit)),
      h('span.row-note', null, `${paid} · ${textOf(terms?.name) || draft.product}`),
    ),
  );
}
