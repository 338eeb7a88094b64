// @ts-check
// The less common kinds of events, each with a line that says when it is for.
// A kind that needs a bill or a plan cannot be chosen while there is none.

import { h } from '../dom.js';
import { t } from '../i18n.js';
import { BLANK } from '../draft.js';

/** @typedef {import('../actions.js').Actions} Actions */

/** Kinds that have buttons of their own. */
const COMMON = ['purchase', 'refund', 'repayment'];
const NEEDS = /** @type {Record<string, 'bills' | 'plans'>} */ ({
  settlePlan: 'plans',
  convertBill: 'bills',
  payMinimum: 'bills',
  postpone: 'bills',
});

/** @param {import('../store.js').State} state @param {Actions} act */
export function menu(state, act) {
  const kinds = Object.keys(BLANK).filter((kind) => !COMMON.includes(kind));
  return h(
    'ul.menu',
    null,
    kinds.map((kind) => {
      const missing = NEEDS[kind] && !state.result.report?.[NEEDS[kind]]?.length;
      return h(
        'li',
        null,
        h(
          'button.row-button',
          { type: 'button', disabled: missing, on: { click: () => act.add(kind) } },
          h('span.row-main', null, t(`event.${kind}`)),
          h('span.row-note', null, t(missing ? `menu.no.${NEEDS[kind]}` : `menu.${kind}`)),
        ),
      );
    }),
  );
}
