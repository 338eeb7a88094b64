// @ts-check
// What the engine is asked for a cost sheet: a plan of the scenario, or a plan as it is typed in.
// It checks nothing and works nothing out: the engine does.

import { toScenario } from '../draft.js';
import { percentToRate, typedNumber } from '../format.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../store.js').Cost} Cost */
/** @typedef {import('../pkg/yuefu.js').Product} Product */
/** @typedef {import('../pkg/yuefu.js').QuoteRequest} QuoteRequest */

/** The plan of the scenario that the sheet is about, if it is about one that is there. @param {State} state */
export const planOf = ({ cost, result }) => result.report?.plans.find((plan) => plan.id === cost?.plan);

/** The request; null where the plan is gone. @param {State} state @param {Product | null} terms @returns {QuoteRequest | null} */
export function requestOf(state, terms) {
  const cost = /** @type {Cost} */ (state.cost);
  const draft = state.result.draft ?? state.draft;
  const { product, overrides } = toScenario(draft, terms).scenario;
  const base = { product, ...(overrides ? { overrides } : {}), ...(cost.lpr ? { lpr: percentToRate(cost.lpr) } : {}) };
  if (cost.plan === null) return { ...base, ...typed(cost) };
  const plan = planOf(state);
  const begun = draft.events.find((event) => event.id === cost.plan);
  return plan && begun ? { ...base, principal: plan.principal, periods: plan.rows.length, date: begun.date } : null;
}

/** @param {Cost} cost */
function typed({ principal, periods, date, known, value }) {
  const whole = /^\d{1,9}$/.test(typedNumber(periods));
  return {
    principal: typedNumber(principal),
    periods: /** @type {number} */ (whole ? Number(typedNumber(periods)) : periods),
    date,
    ...(known === 'rate'
      ? { method: /** @type {const} */ ('flatPerPeriod'), rate: percentToRate(value) }
      : { [known]: typedNumber(value) }),
  };
}

/** The field that a complaint is about. @param {string} path  JSON pointer into the request */
export function fieldOf(path) {
  const name = path.split('/')[1] ?? '';
  if (['rate', 'monthlyPayment', 'totalFee', 'method'].includes(name)) return 'value';
  return ['periods', 'date', 'lpr'].includes(name) ? name : 'principal';
}
