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
  const other = Object.keys(LANGUAGES).filter((code) => code !== lang);
  fill(
    element,
    h(
      'button.quiet',
      { type: 'button', data: { k: 'share' }, on: { click: () => act.openShare('out') } },
      t('tools.share'),
    ),
    other.map((code) =>
      h(
        'button.quiet',
        { type: 'button', lang: code, data: { k: 'lang' }, on: { click: () => act.lang(code) } },
        LANGUAGES[code].name,
      ),
    ),
    h(
      'button.quiet',
      { type: 'button', data: { k: 'theme' }, on: { click: () => act.theme(NEXT[state.theme]) } },
      t(`theme.${state.theme}`),
    ),
  );
}
