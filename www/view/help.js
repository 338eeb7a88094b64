// @ts-check
// The place of the help after a freeze or a cut, and of the ladder: closed, it says what they are for; open, it fetches them.
// It is not the help, which is in help/.

import { fill, find, h } from '../dom.js';
import { product } from '../engine.js';
import { t } from '../i18n.js';
import { later } from '../later.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */

const card = later(() => import('../help/card.js'));

/** @param {HTMLElement} element @param {State} state @param {Actions} act */
export function help(element, state, act) {
  const { report } = state.result;
  const hasWays = Boolean(report?.recovery.length);
  const hasLadder = Boolean(report?.ladder.length);
  element.hidden = !hasWays && !hasLadder;
  const view = state.help?.view;
  if (element.hidden || !view || (view === 'way' && !hasWays)) return closed(element, act, hasWays, hasLadder);
  element.dataset.shown = view;
  card(element, (module) => {
    const now = act.state();
    if (now.help) module.card(element, now, act, product(now.draft.product));
  });
}

/** @param {HTMLElement} element @param {Actions} act @param {boolean} hasWays @param {boolean} hasLadder */
function closed(element, act, hasWays, hasLadder) {
  fill(
    element,
    h('div.card-head', null, h('h2', { id: 'help-title' }, t('help.title'))),
    h('p.hint', null, t(hasWays ? 'help.what' : 'help.whatLadder')),
    h(
      'div.buttons',
      null,
      hasWays && opener('way', t('help.open'), act),
      hasLadder && opener('ladder', t('help.openLadder'), act),
    ),
  );
  const { shown } = element.dataset;
  if (shown) find(element, `help-${shown}`)?.focus();
  delete element.dataset.shown;
}

/** @param {'way' | 'ladder'} view @param {string} text @param {Actions} act */
const opener = (view, text, act) =>
  h('button', { type: 'button', data: { k: `help-${view}` }, on: { click: () => act.help({ view }) } }, text);
