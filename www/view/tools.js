// @ts-check
// Language and theme, in the corner.
// They change how things are shown and nothing else.

import { fill, h } from '../dom.js';
import { LANGUAGES, lang, t } from '../i18n.js';

/** @typedef {import('../actions.js').Actions} Actions */

const NEXT = /** @type {const} */ ({ auto: 'dark', dark: 'light', light: 'auto' });

/** @param {Element} element @param {import('../store.js').State} state @param {Actions} act */
export function tools(element, state, act) {
  const root = document.documentElement;
  if (state.theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = state.theme;
  fill(
    element,
    languages(act),
    h(
      'button.quiet',
      { type: 'button', data: { k: 'theme' }, on: { click: () => act.theme(NEXT[state.theme]) } },
      t(`theme.${state.theme}`),
    ),
  );
}

/** @param {Actions} act */
function languages(act) {
  const options = Object.entries(LANGUAGES).map(([code, { name }]) => h('option', { value: code, lang: code }, name));
  /** @param {Event} event */
  const change = ({ target }) => act.lang(/** @type {HTMLSelectElement} */ (target).value);
  const select = h('select.quiet', { 'aria-label': t('tools.lang'), data: { k: 'lang' }, on: { change } }, options);
  select.value = lang;
  return select;
}
