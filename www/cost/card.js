// @ts-check
// The card of the cost sheet (综合融资成本明示表): for a plan of the scenario, or for figures seen on one's own screen.
// It keeps its fields while their answer is drawn anew, and works nothing out.

import { fill, h, make } from '../dom.js';
import { has, say, t } from '../i18n.js';
import { nameOf } from '../names.js';
import { use } from '../engine.js';
import { control } from '../editor/form.js';
import { fieldOf, planOf, requestOf } from './request.js';
import { after, before } from './sheet.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */
/** @typedef {import('../pkg/yuefu.js').Product} Product */
/** @typedef {import('../editor/fields.js').Field} Field */

const knownOptions = () =>
  ['monthlyPayment', 'totalFee', 'rate'].map((value) => ({ value, text: say('cost.known', value) }));

/** @type {Field[]} */
const TYPED = [
  { name: 'principal', kind: 'money', label: 'cost.principal' },
  { name: 'periods', kind: 'count', label: 'cost.periods' },
  { name: 'date', kind: 'date', label: 'cost.date' },
  { name: 'known', kind: 'choice', label: 'cost.knownWhat', options: knownOptions },
];
/** @type {Record<string, Field>} */
const VALUE = {
  monthlyPayment: { name: 'value', kind: 'money', label: 'cost.value.monthlyPayment' },
  totalFee: { name: 'value', kind: 'money', label: 'cost.value.totalFee' },
  rate: { name: 'value', kind: 'percent', label: 'cost.value.rate', hint: 'cost.value.rateHint' },
};
/** @type {Field} */
const LPR = { name: 'lpr', kind: 'percent', label: 'cost.lpr', hint: 'cost.lprHint' };

/** What is drawn in a card: its name, its controls by field, and the boxes that its answer goes into. */
const blank = () => ({
  name: '',
  controls: /** @type {{ field: Field, control: import('../editor/form.js').Control }[]} */ ([]),
  title: /** @type {any} */ (null),
  before: /** @type {any} */ (null),
  after: /** @type {any} */ (null),
});

/** What is drawn in the card at hand, and in each: a page may show several simulators. */
let drawn = blank();
/** @type {WeakMap<Element, typeof drawn>} */
const cards = new WeakMap();

/** @param {HTMLElement} element @param {State} state @param {Actions} act @param {Product | null} terms */
export function card(element, state, act, terms) {
  const { cost, lang } = state;
  if (!cost) return;
  drawn = cards.get(element) ?? blank();
  cards.set(element, drawn);
  const name = JSON.stringify([cost.plan === null ? cost.known : '', lang]);
  const opened = !element.querySelector('.cost-head') || drawn.title?.dataset.plan !== String(cost.plan);
  if (drawn.name !== name || !element.querySelector('.cost-head')) build(element, state, act);
  drawn.name = name;
  sync(state, act, terms);
  drawn.title.dataset.plan = String(cost.plan);
  if (opened) {
    element.scrollIntoView({ block: 'start' });
    drawn.title.focus({ preventScroll: true });
  }
}

/** @param {HTMLElement} element @param {State} state @param {Actions} act */
function build(element, state, act) {
  const cost = /** @type {NonNullable<State['cost']>} */ (state.cost);
  const fields = cost.plan === null ? [...TYPED, VALUE[cost.known], LPR] : [LPR];
  const focused = element.contains(document.activeElement) ? cost.known : '';
  Object.assign(drawn, {
    controls: fields.map((field) => ({ field, control: control(field, (value) => act.costField(field.name, value)) })),
    title: make(h('h2', { tabindex: '-1', id: 'cost-title' }, t('cost.title'))),
    before: make(h('div')),
    after: make(h('div')),
  });
  const elements = drawn.controls.map((one) => one.control.element);
  fill(
    element,
    h(
      'div.card-head.cost-head',
      null,
      drawn.title,
      h('button.icon', { type: 'button', 'aria-label': t('sheet.close'), on: { click: act.closeCost } }, '✕'),
    ),
    h('p.note', null, t('cost.about')),
    elements.length > 1 ? h('div.cost-form', null, elements.slice(0, -1)) : null,
    drawn.before,
    h('div.cost-lpr', null, elements.at(-1)),
    drawn.after,
    h('div.buttons', null, h('button', { type: 'button', on: { click: printSheet } }, t('cost.print'))),
  );
  const again = focused ? element.querySelector(`input[value="${focused}"]`) : null;
  if (again instanceof HTMLElement) again.focus();
}

/** @param {State} state @param {Actions} act @param {Product | null} terms */
function sync(state, act, terms) {
  const cost = /** @type {NonNullable<State['cost']>} */ (state.cost);
  const request = requestOf(state, terms);
  const answer = request && (cost.plan !== null || cost.value !== '') ? use((wasm) => wasm.quote(request)) : {};
  const { error } = answer;
  for (const { field, control: one } of drawn.controls) {
    const name = /** @type {keyof typeof cost} */ (field.name);
    const wrong = error && fieldOf(error.path) === name ? complaint(error, name, cost[name] ?? '') : '';
    one.sync(cost[name], field.options?.(state, null, null) ?? [], wrong);
  }
  const plan = planOf(state);
  const draft = state.result.draft ?? state.draft;
  const name = plan ? t('plans.title', { name: nameOf(draft, plan.id), n: plan.rows.length }) : '';
  const empty = cost.plan === null ? 'cost.fillIn' : 'cost.gone';
  const shown = answer.value;
  drawn.after.parentElement.classList.toggle('is-empty', !shown);
  fill(drawn.before, shown ? before(shown, name, state, act, terms) : error ? null : h('p.hint', null, t(empty)));
  fill(drawn.after, shown ? after(shown) : null);
}

/** A complaint of the engine in words. @param {{ code: string }} error @param {string} field @param {string} value */
function complaint({ code }, field, value) {
  if (value === '') return t('empty.any');
  const special = `error.${code}.${field}`;
  return t(has(special) ? special : `error.${code}`);
}

/** Prints the sheet alone. */
function printSheet() {
  const root = document.documentElement;
  root.classList.add('prints-cost');
  addEventListener('afterprint', () => root.classList.remove('prints-cost'), { once: true });
  print();
}
