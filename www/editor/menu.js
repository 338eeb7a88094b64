// @ts-check
// The less common kinds of events, each with a line that says when it is for.
// A kind that needs a bill or a plan cannot be chosen while there is none. Which bill can be converted, the engine says.

import { h } from '../dom.js';
import { t } from '../i18n.js';
import { BLANK, toScenario, withEvent } from '../draft.js';
import { product, simulate } from '../engine.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */
/** @typedef {{ bill: string, date: string }} Conversion */

/** Kinds that have buttons of their own. */
const COMMON = ['purchase', 'refund', 'repayment'];
const NEEDS = /** @type {Record<string, 'bills' | 'plans'>} */ ({
  settlePlan: 'plans',
  convertBill: 'bills',
  payMinimum: 'bills',
  postpone: 'bills',
});

/** The newest bill that the engine lets be converted, and its day: the last to pay it, else that of the statement. @param {State} state */
function convertible({ draft, result }) {
  const bills = (result.report?.bills ?? []).filter(({ lines }) => lines.some(({ kind }) => kind === 'purchase'));
  const tried = bills
    .reverse()
    .flatMap(({ month, dueDate, statementDate }) => [dueDate, statementDate].map((date) => ({ bill: month, date })));
  // A draft that is not understood as it is would be refused with anything in it.
  return result.error ? tried[0] : tried.find((conversion) => passes(draft, conversion));
}

/** @param {import('../draft.js').Draft} draft @param {Conversion} conversion */
function passes(draft, conversion) {
  const { scenario } = toScenario(withEvent(draft, 'convertBill', conversion).draft, product(draft.product));
  const last = scenario.events.length - 1;
  return simulate(scenario).report?.outcomes.some(({ event, status }) => event === last && status === 'accepted');
}

/** What a kind begins with, or what is missing for it. @param {string} kind @param {State} state @returns {{ missing?: string, fields?: Conversion }} */
function beginning(kind, state) {
  if (NEEDS[kind] && !state.result.report?.[NEEDS[kind]]?.length) return { missing: NEEDS[kind] };
  if (kind !== 'convertBill') return {};
  const fields = convertible(state);
  return fields ? { fields } : { missing: 'convertible' };
}

/** @param {State} state @param {Actions} act */
export function menu(state, act) {
  const kinds = Object.keys(BLANK).filter((kind) => !COMMON.includes(kind));
  return h(
    'ul.menu',
    null,
    kinds.map((kind) => {
      const { missing, fields } = beginning(kind, state);
      return h(
        'li',
        null,
        h(
          'button.row-button',
          { type: 'button', disabled: Boolean(missing), on: { click: () => act.add(kind, fields) } },
          h('span.row-main', null, t(`event.${kind}`)),
          h('span.row-note', null, t(missing ? `menu.no.${missing}` : `menu.${kind}`)),
        ),
      );
    }),
  );
}
