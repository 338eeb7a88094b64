// @ts-check
// The shelf: every scenario kept on this device, to take up, rename, copy or throw away.
// It shows what storage.js has; a scenario that cannot be read can still be saved as a file.

import { fill, h, make } from '../dom.js';
import { t } from '../i18n.js';
import { shelf, textOfKept } from '../storage.js';
import { scenarioName } from '../view/scenario.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */
/** @typedef {import('../storage.js').Named} Named */

/** @param {HTMLDialogElement} element @param {State} state @param {Actions} act */
export function panel(element, state, act) {
  const others = shelf().filter(({ id }) => id !== state.scenario.id);
  fill(
    element,
    h(
      'div.sheet-head',
      null,
      h('h2', { id: 'shelf-title', tabindex: '-1', autofocus: true }, t('shelf.title')),
      h(
        'button.icon',
        { type: 'button', 'aria-label': t('sheet.close'), data: { k: 'shelf-close' }, on: { click: act.closeShelf } },
        '✕',
      ),
    ),
    h(
      'div.sheet-body',
      null,
      h('p.hint', null, t(state.kept === 'kept' ? 'shelf.what' : `shelf.${state.kept}Hint`)),
      rename(state, act),
      h(
        'div.buttons',
        null,
        h('button', { type: 'button', data: { k: 'shelf-copy' }, on: { click: () => act.newScenario(true) } }, t('shelf.copy')),
        h('button', { type: 'button', data: { k: 'shelf-new' }, on: { click: () => act.newScenario(false) } }, t('shelf.new')),
      ),
      others.length ? h('h3', null, t('shelf.others')) : null,
      h(
        'ul.shelf',
        null,
        others.map((one) => (one.damaged ? damaged(one, act) : row(one, act))),
      ),
    ),
  );
  if (!element.open) element.showModal();
}

/** @param {Named} one @param {Actions} act */
const row = (one, act) =>
  h(
    'li',
    null,
    h(
      'button.row-button',
      { type: 'button', data: { k: `shelf-${one.id}` }, on: { click: () => act.takeScenario(one.id) } },
      h('span.row-main', null, scenarioName(one)),
    ),
    dropButton(one.id, scenarioName(one), act),
  );

/** @param {string} id @param {string} name @param {Actions} act */
const dropButton = (id, name, act) =>
  h(
    'button.quiet.danger',
    {
      type: 'button',
      'aria-label': t('shelf.dropOf', { name }),
      data: { k: `shelf-drop-${id}` },
      on: { click: () => act.dropScenario(id) },
    },
    t('edit.remove'),
  );

/** One that cannot be read: its text can be saved before it goes. @param {Named} one @param {Actions} act */
function damaged(one, act) {
  const text = new Blob([textOfKept(one.id)], { type: 'text/plain' });
  const save = () => {
    const link = make(h('a', { href: URL.createObjectURL(text), download: `yuefu-${one.id}.txt` }));
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return h(
    'li',
    null,
    h('p', null, scenarioName(one), ' ', h('span.note', null, t('shelf.damaged'))),
    h('button.quiet', { type: 'button', on: { click: save } }, t('shelf.saveText')),
    dropButton(one.id, scenarioName(one), act),
  );
}

/** @param {State} state @param {Actions} act */
function rename(state, act) {
  const on = { input: (/** @type {any} */ { target }) => act.nameScenario(target.value) };
  const input = h('input', {
    id: 'shelf-name',
    type: 'text',
    maxlength: '40',
    autocomplete: 'off',
    placeholder: scenarioName({ ...state.scenario, name: '' }),
    value: state.scenario.name,
    data: { k: 'shelf-name' },
    on,
  });
  return h('div.field', null, h('label', { for: 'shelf-name' }, t('shelf.name')), h('div.box', null, input));
}
