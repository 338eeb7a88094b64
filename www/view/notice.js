// @ts-check
// Short word at the foot of the screen after something was done, with its undo; and faults of the page itself.
// It says nothing about money.

import { fill, find, h } from '../dom.js';
import { t } from '../i18n.js';
import { notOfficial } from './answer.js';

/** @typedef {import('../actions.js').Actions} Actions */

/** What had the focus before a button here took it. @type {HTMLElement | null} */
let before = null;

/** @param {Element} element @param {import('../store.js').State} state @param {Actions} act */
export function notice(element, state, act) {
  const note = state.notice;
  element.classList.toggle('shown', note !== null);
  if (!note) {
    const focused = element.matches(':focus-within');
    fill(element);
    if (focused) (before?.isConnected ? before : find(document, 'more'))?.focus({ preventScroll: true });
    return;
  }
  const focus = (/** @type {any} */ { relatedTarget }) => element.contains(relatedTarget) || (before = relatedTarget);
  /** @param {() => void} click */
  const undo = (click) => h('button.quiet', { type: 'button', on: { click, focus } }, t('edit.undo'));
  fill(
    element,
    h('p', null, t(note.text, note.values)),
    note.undo ? undo(act.undo) : null,
    note.restore ? undo(act.restorePinned) : null,
    h('button.icon', { type: 'button', 'aria-label': t('sheet.close'), on: { click: act.hideNotice, focus } }, '✕'),
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
