// @ts-check
// What a person does with scenarios kept for comparison: part of the page's actions.
// It compares nothing: the engine does, when compare/card.js asks it.

import { isUntouched } from '../draft.js';
import { forgetLink } from '../share/actions.js';
import { storePinned } from './pinned.js';

/** @typedef {import('../draft.js').Draft} Draft */
/**
 * @typedef {object} CompareActions
 * @property {() => void} keepForComparison  the scenario as it is now
 * @property {() => void} compareOpened  what was opened, with one's own
 * @property {(place: number) => void} goOnWith  makes a kept scenario the one that is edited
 * @property {(place: number) => void} dropKept
 * @property {() => void} restorePinned  what was dropped last
 */

/** Scenarios that are kept beside the one that is edited. */
export const MOST_PINNED = 2;

/** @param {import('../store.js').Store} store @returns {CompareActions} */
export function compareActions({ get, update, edit }) {
  /** @type {Draft[]} */
  let before = [];
  /** @param {Draft[]} pinned @param {Partial<import('../store.js').State>} [also] */
  const pin = (pinned, also = {}) => {
    before = get().pinned;
    storePinned(pinned);
    update({ pinned, ...also });
  };
  /** @param {Draft} draft */
  const withOne = (draft) => [...get().pinned, settled(draft)].slice(0, MOST_PINNED);
  return {
    keepForComparison: () => pin(withOne(get().draft)),
    compareOpened() {
      const { opened } = get();
      if (!opened) return;
      forgetLink();
      pin(withOne(opened.draft), { opened: null });
    },
    goOnWith(place) {
      const notice = { text: 'notice.goOnWith', undo: true };
      edit(get().pinned[place], '', { sheet: null, focus: null, notice });
    },
    dropKept(place) {
      const notice = { text: 'notice.dropped', restore: true };
      pin(get().pinned.filter((_, i) => i !== place), { notice });
    },
    restorePinned: () => pin(before, { notice: null }),
  };
}

/** Without an event that was only begun, and no longer a preset. @param {Draft} draft @returns {Draft} */
const settled = (draft) => ({ ...draft, events: draft.events.filter((event) => !isUntouched(event)), preset: null });
