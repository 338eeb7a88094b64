// @ts-check
// The row that names the scenario at hand and says whether it is kept; it opens the shelf.
// It keeps nothing itself.

import { fill, h } from '../dom.js';
import { t } from '../i18n.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */

/** What a scenario is called: its own name, or its number. @param {import('../storage.js').Named} scenario */
export const scenarioName = ({ id, name }) => name || t('shelf.nameN', { n: id.slice(1) });

/** @param {Element} element @param {State} state @param {Actions} act */
export function scenarioRow(element, state, act) {
  const lost = state.kept !== 'kept';
  fill(
    element,
    h(
      'button.card.row-button',
      { type: 'button', data: { k: 'shelf' }, on: { click: act.openShelf } },
      h('span.row-main', null, scenarioName(state.scenario)),
      h('span.row-figure.note', null, t('shelf.all')),
      h(lost ? 'span.row-note.bad' : 'span.row-note', { role: lost ? 'alert' : null }, t(`shelf.${state.kept}`)),
    ),
  );
}
