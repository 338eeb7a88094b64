// @ts-check
// The place of the cost sheet: closed, it says what the sheet is for; open, it fetches the sheet's modules.
// It is not the sheet, which is in cost/.

import { fill, find, h } from '../dom.js';
import { product } from '../engine.js';
import { t } from '../i18n.js';
import { later } from '../later.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */

const sheet = later(() => import('../cost/card.js'));

/** The plan whose sheet was open; undefined while none is. @type {string | null | undefined} */
let shown;

/** @param {HTMLElement} element @param {State} state @param {Actions} act */
export function cost(element, state, act) {
  if (!state.cost) return closed(element, act);
  shown = state.cost.plan;
  sheet(element, ({ card }) => {
    const now = act.state();
    card(element, now, act, product(now.draft.product));
  });
}

/** @param {HTMLElement} element @param {Actions} act */
function closed(element, act) {
  fill(
    element,
    h('div.card-head', null, h('h2', { id: 'cost-title' }, t('cost.title'))),
    h('p.hint', null, t('cost.what')),
    h(
      'div.buttons',
      null,
      h(
        'button',
        { type: 'button', on: { click: () => act.openCost(null) }, data: { k: 'cost-open' } },
        t('cost.open'),
      ),
    ),
  );
  if (shown === undefined) return;
  const from = find(document, shown === null ? 'cost-open' : `cost-${shown}`) ?? find(document, 'cost-open');
  from?.focus();
  shown = undefined;
}
