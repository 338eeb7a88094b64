// @ts-check
// A scenario as a draft: every field as it would have been typed. The way back of `toScenario`.
// It checks nothing: what comes here has been taken by the engine.

import { BLANK, emptyDraft } from '../draft.js';
import { percentToRate, rateToPercent } from '../format.js';
import { dayChoices } from '../product.js';

/** @typedef {import('../draft.js').Draft} Draft */
/** @typedef {import('../draft.js').DraftEvent} DraftEvent */
/** @typedef {import('../pkg/yuefu.js').Scenario} Scenario */
/** @typedef {import('../pkg/yuefu.js').Product} Product */

/** @param {Scenario} scenario @param {Product | null} terms  of its product @returns {Draft} */
export function toDraft(scenario, terms) {
  const { habit } = scenario;
  return {
    ...emptyDraft(),
    product: scenario.product,
    creditLimit: String(scenario.creditLimit),
    today: scenario.today ?? '',
    until: scenario.until ?? '',
    assume: scenario.assume ?? 'guaranteed',
    habit: habit?.payInFull === false ? 'none' : 'full',
    daysBeforeDue: String(habit?.daysBeforeDue ?? 0),
    ...withOverrides(scenario.overrides ?? {}, terms),
    events: scenario.events.map((event, i) => toDraftEvent(event, `k${i + 1}`)),
    next: scenario.events.length + 1,
  };
}

/** Overrides as the settings show them; those without a field stay as they are. @param {Record<string, any>} overrides @param {Product | null} terms */
function withOverrides(overrides, terms) {
  const extra = { ...overrides };
  const choice = dayChoices(terms).find((one) => holds(overrides, one.set));
  for (const key of Object.keys(choice?.set ?? {})) delete extra[key];
  const refundRule = extra['refund.rule'] === 'resetNextMonth' ? 'resetNextMonth' : '';
  if (refundRule) delete extra['refund.rule'];
  /** @type {Record<string, string>} */
  const rates = {};
  for (const periods of terms?.periods ?? []) {
    const key = `plan.${periods}.rate`;
    const typed = rateToPercent(String(extra[key] ?? ''));
    // Explanations show a rate as it is spelt, so one that would come back in another spelling has no field.
    if (percentToRate(typed) !== String(extra[key])) continue;
    rates[periods] = typed;
    delete extra[key];
  }
  return { choice: choice?.id ?? '', refundRule, rates, extra };
}

/** Whether each value of a set is among the overrides. @param {Record<string, any>} overrides @param {Record<string, any>} set */
const holds = (overrides, set) =>
  Object.entries(set).every(([key, value]) => key in overrides && String(overrides[key]) === String(value));

/** @param {any} event @param {string} key @returns {DraftEvent} */
function toDraftEvent(event, key) {
  /** @type {any} */
  const fields = { .../** @type {any} */ (BLANK)[event.type], key };
  for (const [name, value] of Object.entries(event)) fields[name] = typeof value === 'number' ? String(value) : value;
  if (typeof fields.target === 'object') fields.target = fields.target.bill;
  return fields;
}
