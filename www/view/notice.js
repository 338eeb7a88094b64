// @ts-check
// Short word at the foot of the screen after something was done, with its undo; and faults of the page itself.
// It says nothing about money.

import { fill, h } from '../dom.js';
import { t } from '../i18n.js';
import { notOfficial } from './answer.js';

/** @typedef {import('../actions.js').Actions} Actions */

/** @param {Element} element @param {import('../store.js').State} state @param {Actions} act */
export function notice(element, state, act) {
  const note = state.notice;
  element.classList.toggle('shown', note !== null);
  if (!note) return fill(element);
  fill(
    element,
    h('p', null, t(note.text, note.values)),
    note.undo ? h('button.quiet', { type: 'button', on: { click: act.undo } }, t('edit.undo')) : null,
    note.restore ? h('button.quiet', { type: 'button', on: { click: act.restorePinned } }, t('edit.undo')) : null,
    h('button.icon', { type: 'button', 'aria-label': t('sheet.close'), on: { click: act.hideNotice } }, '✕'),
  );
}

/** The engine failed while running. @param {Element} element @param {import('../store.js').State} state @param {Actions} act */
export function fault(element, state, act) {
  if (!state.result.fault) return fill(element);
  fill(
    element,
    h(
      'div.fault',
      { role: 'alert' },
      h('p', null, t('fault.run')),
      h(
        'div.buttons',
        null,
        h('button', { type: 'button', on: { click: act.undo } }, t('edit.undo')),
        h('button', { type: 'button', on: { click: () => location.reload() } }, t('fault.reload')),
      ),
    ),
  );
}

/** The page cannot work at all. @param {Element} element @param {string} text  key of the sentence */
export function deadEnd(element, text) {
  fill(
    element,
    h(
      'div.fault',
      { role: 'alert' },
      h('p', null, t(text)),
      h('button', { type: 'button', on: { click: () => location.reload() } }, t('fault.reload')),
    ),
    notOfficial(),
  );
}
