// @ts-check
// What a person does to hand a scenario on and to open one: part of the page's actions.
// It reads and draws nothing: that is loaded when it is first wanted.

import { product } from '../engine.js';
import { t, useLaterWords } from '../i18n.js';

/** @typedef {import('../store.js').Share} Share */
/**
 * @typedef {object} ShareActions
 * @property {(mode: Share['mode']) => void} openShare
 * @property {() => void} closeShare
 * @property {(text: string) => void} paste  what stands in the field for a link, a code or a file's text
 * @property {(problem: string) => void} cannotOpen
 * @property {(text: string) => Promise<void>} read  opens a link, a code or a file's text, to look at first
 * @property {() => void} useOpened
 * @property {() => void} keepMine
 */

/** @param {import('../store.js').Store} store @returns {ShareActions} */
export function shareActions({ get, update, edit, run }) {
  /** @param {Partial<Share>} change */
  const share = (change) => update({ share: { mode: 'in', text: '', problem: '', ...get().share, ...change } });
  return {
    openShare: (mode) => update({ share: { mode, text: get().share?.text ?? '', problem: '' }, sheet: null }),
    closeShare: () => update({ share: null }),
    paste: (text) => share({ text, problem: '' }),
    cannotOpen: (problem) => share({ mode: 'in', problem }),

    async read(text) {
      const opened = await looked(text, run).catch((error) => {
        console.error(error);
        return { problem: t('fault.load') };
      });
      if ('problem' in opened) return share({ mode: 'in', ...(get().share ? {} : { text }), problem: opened.problem });
      update({ opened, share: null, sheet: null, focus: null, why: null, cost: null, help: null });
    },

    useOpened() {
      const { opened } = get();
      if (!opened) return;
      forgetLink();
      edit(opened.draft, '', { opened: null, focus: null, notice: { text: 'notice.opened', undo: true } });
    },

    keepMine() {
      forgetLink();
      update({ opened: null });
    },
  };
}

/**
 * A text as what it holds, or why it holds nothing; reading comes when it is first wanted.
 * @param {string} text @param {import('../store.js').Store['run']} run
 */
async function looked(text, run) {
  const [{ read }, { look }] = await Promise.all([
    import('../opened/read.js'),
    import('../opened/look.js'),
    useLaterWords(),
  ]);
  const found = read(text);
  return 'problem' in found ? found : look(found, product, run);
}

/** The address no longer leads to what was opened: a reload shows one's own. */
export function forgetLink() {
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
}
