// @ts-check
// The place of the questions: one button for each; the one that is pressed fetches its form and its answer.
// It is not the answers, which are in ask/.

import { fill, h } from '../dom.js';
import { product } from '../engine.js';
import { t } from '../i18n.js';
import { later } from '../later.js';
import { cardHead } from './parts.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */

const KINDS = /** @type {const} */ (['usableOn', 'haveBy', 'lastRefundDay', 'cheapest', 'settle', 'whenPasses']);
const card = later(() => import('../ask/card.js'));

/** @param {HTMLElement} element @param {State} state @param {Actions} act */
export function ask(element, state, act) {
  const kind = state.ask?.kind;
  const chips = KINDS.map((one) =>
    h(
      'li',
      null,
      h(
        'button.chip',
        { type: 'button', 'aria-pressed': String(one === kind), data: { k: `ask-${one}` }, on: { click: () => act.ask(one) } },
        t(`ask.${one}`),
      ),
    ),
  );
  fill(element, cardHead(t('ask.title')), h('ul.chips.wrap', { 'aria-label': t('ask.title') }, chips), h('div.ask-body'));
  const body = /** @type {Element} */ (element.lastChild);
  if (!state.ask) return fill(body);
  card(body, (module) => {
    const now = act.state();
    if (now.ask) module.card(body, now, act, product(now.draft.product));
  });
}
