// @ts-check
// The place of the questions: one button for each; the one that is pressed fetches its form and its answer.
// It is not the answers, which are in ask/.

import { fill, find, h } from '../dom.js';
import { lang, t } from '../i18n.js';
import { later } from '../later.js';
import { cardHead } from './parts.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */

const KINDS = /** @type {const} */ (['usableOn', 'haveBy', 'lastRefundDay', 'cheapest', 'settle', 'whenPasses']);
const card = later(() => import('../ask/card.js'));

/** @param {HTMLElement} element @param {State} state @param {Actions} act @param {(id: string) => any} product */
export function ask(element, state, act, product) {
  if (element.lang !== lang) build(element, act);
  // The field that is typed in stays where it is: what is taken out and put back loses what was just typed.
  for (const one of KINDS) find(element, `ask-${one}`)?.setAttribute('aria-pressed', String(one === state.ask?.kind));
  const body = /** @type {HTMLElement} */ (element.lastChild);
  if (!state.ask) return body.replaceChildren();
  card(body, (module) => {
    const now = act.state();
    if (now.ask) module.card(body, now, act, product(now.draft.product));
  });
}

/** @param {HTMLElement} element @param {Actions} act */
function build(element, act) {
  element.lang = lang;
  const chips = KINDS.map((one) =>
    h(
      'li',
      null,
      h('button.chip', { type: 'button', data: { k: `ask-${one}` }, on: { click: () => act.ask(one) } }, t(`ask.${one}`)),
    ),
  );
  const list = h('ul.chips.wrap', { 'aria-label': t('ask.title') }, chips);
  fill(element, cardHead(t('ask.title')), list, h('div.ask-body', null));
}
