// @ts-check
// The way back from the engine's scenario to a draft, so that what came from elsewhere can be shown and edited.
// The draft gives the same report. It checks nothing: a scenario that reaches it has gone through the engine.

import { BLANK, emptyDraft } from './draft.js';
import { percentToRate, rateToPercent } from './format.js';

/** @typedef {import('./draft.js').Draft} Draft */
/** @typedef {import('./pkg/yuefu.js').Product} Product */

/** @param {any} scenario @param {Product | null} terms  of its product @returns {Draft} */
export function fromScenario(scenario, terms) {
  const { product, creditLimit, today = '', until = '', assume = 'guaranteed', habit = {} } = scenario;
  const events = scenario.events.map(toDraftEvent);
  return {
    ...emptyDraft(),
    product,
    creditLimit: String(creditLimit),
    today,
    until,
    assume,
    habit: habit.payInFull === false ? 'none' : 'full',
    daysBeforeDue: String(habit.daysBeforeDue ?? 0),
    ...settings({ ...scenario.overrides }, terms),
    events,
    next: events.length + 1,
  };
}

/** The overrides as settings; those without a field of their own are kept as they are. @param {Record<string, any>} overrides @param {Product | null} terms */
function settings(overrides, terms) {
  const choice = terms?.choices?.find((one) => isWithin(one.set, overrides));
  for (const key of Object.keys(choice?.set ?? {})) delete overrides[key];
  const { 'refund.rule': refundRule = '', ...others } = overrides;
  // A rate is a setting where the setting gives it back as it was written.
  /** @param {[string, any]} one */
  const isRate = ([key, value]) => /^plan\.\d+\.rate$/.test(key) && percentToRate(rateToPercent(`${value}`)) === `${value}`;
  const rates = Object.entries(others).filter(isRate);
  return {
    choice: choice?.id ?? '',
    refundRule,
    rates: Object.fromEntries(rates.map(([key, value]) => [key.split('.')[1], rateToPercent(String(value))])),
    overrides: Object.fromEntries(Object.entries(others).filter((one) => !isRate(one))),
  };
}

/** Whether every value of a set is among the overrides. @param {Record<string, any>} set @param {Record<string, any>} overrides */
const isWithin = (set, overrides) =>
  'statement.day' in set && Object.entries(set).every(([key, value]) => String(overrides[key]) === String(value));

/** @param {any} event @param {number} index @returns {import('./draft.js').DraftEvent} */
function toDraftEvent(event, index) {
  const { target, ...given } = event;
  const fields = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]),
  );
  const aim = target === undefined ? {} : { target: typeof target === 'string' ? target : target.bill };
  return { key: `k${index + 1}`, .../** @type {any} */ (BLANK)[event.type], ...fields, ...aim };
}
