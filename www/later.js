// @ts-check
// Parts and actions of the page that are loaded when they are first wanted, each a file of its own; parts with their words.
// It draws nothing but the sentence that says that a part could not be loaded.

import { enter, fill, h } from './dom.js';
import { t, useLaterWords } from './i18n.js';

/**
 * Loads a module when it is first wanted, again after a failure. What was asked for first is done first.
 * @template M
 * @param {() => Promise<M>} load
 * @returns {(use: (module: M) => void, fail: () => void) => void}
 */
export function once(load) {
  /** @type {Promise<M> | undefined} */
  let loading;
  return (use, fail) => {
    loading ??= load();
    loading.then(use, (error) => {
      loading = undefined;
      console.error(error);
      fail();
    });
  };
}

/**
 * A part that comes when it is first wanted. What it gives takes what to do with the module, and the element for a failure.
 * @template M
 * @param {() => Promise<M>} load
 * @returns {(element: Element, use: (module: M) => void) => void}
 */
export function later(load) {
  /** @type {M | undefined} */
  let module;
  const wanted = once(() => Promise.all([load(), useLaterWords()]));
  return (element, use) => {
    if (module) return use(module);
    wanted(
      ([loaded]) => {
        enter(element);
        use((module = loaded));
      },
      () => {
        enter(element);
        failed(element);
      },
    );
  };
}

/**
 * An action that comes when it is first wanted. What it gives takes what to do with the module; a failure is said shortly.
 * @template M
 * @param {import('./store.js').Store} store @param {() => Promise<M>} load
 * @returns {(use: (module: M) => void) => void}
 */
export function soon(store, load) {
  const wanted = once(load);
  return (use) => wanted(use, () => store.say('fault.load'));
}

/** Says so where the part would be, with a way on; a dialog is named by the sentence. @param {Element} element */
function failed(element) {
  const dialog = element instanceof HTMLDialogElement ? element : null;
  const button = (/** @type {string} */ key, /** @type {() => void} */ click) =>
    h('button', { type: 'button', on: { click } }, t(key));
  fill(
    element,
    h(
      'div.fault',
      { role: 'alert' },
      h('p', { id: dialog?.getAttribute('aria-labelledby') }, t('fault.load')),
      h(
        'div.buttons',
        null,
        button('fault.reload', () => location.reload()),
        dialog && button('sheet.close', () => dialog.close()),
      ),
    ),
  );
  if (dialog && !dialog.open) dialog.showModal();
}
