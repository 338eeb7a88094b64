// @ts-check
// Language and theme, in the corner.
// They change how things are shown and nothing else.

import { fill, h, s } from '../dom.js';
import { LANGUAGES, lang, t } from '../i18n.js';

/** @typedef {import('../actions.js').Actions} Actions */

/** Written so that they are drawn as letters, not as pictures. */
const SIGNS = { auto: '◐', dark: '☾', light: '☀\uFE0E' };
const NEXT = /** @type {const} */ ({ auto: 'dark', dark: 'light', light: 'auto' });

/** @param {Element} element @param {import('../store.js').State} state @param {Actions} act */
export function tools(element, state, act) {
  const root = document.documentElement;
  if (state.theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = state.theme;
  fill(
    element,
    h(
      'button.icon',
      {
        type: 'button',
        'aria-label': t('tools.share'),
        title: t('tools.share'),
        data: { k: 'share' },
        on: { click: () => act.openShare('out') },
      },
      s(
        'svg.share-icon',
        { viewBox: '0 0 24 24', 'aria-hidden': 'true' },
        s('path', { d: 'M12 15V3m-4 4 4-4 4 4M6 11H5v10h14V11h-1' }),
      ),
    ),
    languages(act),
    h(
      'button.icon',
      {
        type: 'button',
        'aria-label': t(`theme.${state.theme}`),
        title: t(`theme.${state.theme}`),
        data: { k: 'theme' },
        on: { click: () => act.theme(NEXT[state.theme]) },
      },
      SIGNS[state.theme],
    ),
  );
}

/** @param {Actions} act */
function languages(act) {
  const options = Object.entries(LANGUAGES).map(([code, { name }]) => h('option', { value: code, lang: code }, name));
  /** What is chosen is what the page speaks, also where the words could not be loaded. @param {any} event */
  const change = ({ target }) => act.lang(target.value).then(() => (target.value = lang));
  return h('select.quiet', { 'aria-label': t('tools.lang'), value: lang, data: { k: 'lang' }, on: { change } }, options);
}
