// @ts-check
// The place of the comparison: with nothing kept it says what it is for; else it fetches the table.
// It is not the table, which is in compare/.

import { fill, h } from '../dom.js';
import { product } from '../engine.js';
import { t } from '../i18n.js';
import { later } from '../later.js';
import { cardHead } from './parts.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */

const card = later(() => import('../compare/card.js'));

/** @param {HTMLElement} element @param {State} state @param {Actions} act */
export function compare(element, state, act) {
  const { pinned, result } = state;
  if (pinned.length) return card(element, (module) => module.card(element, act.state(), act, product));
  fill(
    element,
    cardHead(t('compare.title')),
    h('p.hint', null, t('compare.what')),
    h(
      'div.buttons',
      null,
      h(
        'button',
        {
          type: 'button',
          disabled: Boolean(result.error || state.opened),
          data: { k: 'compare-keep' },
          on: { click: act.keepForComparison },
        },
        t('compare.keep'),
      ),
    ),
  );
}
