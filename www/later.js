// @ts-check
// Parts of the page that are loaded when they are first wanted, each a file of its own, with their words.
// It draws nothing but the sentence that says that a part could not be loaded.

import { enter, fill, h } from './dom.js';
import { t, useLaterWords } from './i18n.js';

/**
 * A part that comes when it is first wanted. What it gives takes what to do with the module, and the element for a failure.
 * @template M
 * @param {() => Promise<M>} load
 * @returns {(element: Element, use: (module: M) => void) => void}
 */
export function later(load) {
  /** @type {M | undefined} */
  let module;
  /** @type {Promise<[M, void]> | undefined} */
  let loading;
  return (element, use) => {
    if (module) return use(module);
    loading ??= Promise.all([load(), useLaterWords()]);
    loading.then(
      ([loaded]) => {
        enter(element);
        use((module = loaded));
      },
      (error) => {
        enter(element);
        loading = undefined;
        console.error(error);
        failed(element);
      },
    );
  };
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
