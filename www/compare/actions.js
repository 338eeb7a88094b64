// @ts-check
// What a person does with scenarios kept for comparison: part of the page's actions.
// It compares nothing: the engine does, when compare/card.js asks it.

import { isUntouched } from '../draft.js';
import { storeKept } from './kept.js';

/** @typedef {import('../draft.js').Draft} Draft */
/**
 * @typedef {object} CompareActions
 * @property {() => void} keepForComparison  the scenario as it is now
 * @property {() => void} compareOpened  what was opened, with one's own
 * @property {(place: number) => void} goOnWith  makes a kept scenario the one that is edited
 * @property {(place: number) => void} dropKept
 * @property {() => void} restoreKept  what was dropped last
 */

/** Scenarios that are kept beside the one that is edited. */
export const MOST_KEPT = 2;

/** @param {import('../store.js').Store} store @returns {CompareActions} */
export function compareActions({ get, update, edit }) {
  /** @type {Draft[]} */
  let before = [];
  /** @param {Draft[]} kept @param {Partial<import('../store.js').State>} [also] */
  const keep = (kept, also = {}) => {
    before = get().kept;
    storeKept(kept);
    update({ kept, ...also });
  };
  /** @param {Draft} draft */
  const withOne = (draft) => [...get().kept, settled(draft)].slice(0, MOST_KEPT);
  return {
    keepForComparison: () => keep(withOne(get().draft)),
    compareOpened() {
      const { opened } = get();
      if (opened) keep(withOne(opened.draft), { opened: null });
    },
    goOnWith(place) {
      const notice = { text: 'notice.goOnWith', undo: true };
      edit(get().kept[place], '', { sheet: null, focus: null, notice });
    },
    dropKept(place) {
      const notice = { text: 'notice.dropped', restore: true };
      keep(get().kept.filter((_, i) => i !== place), { notice });
    },
    restoreKept: () => keep(before, { notice: null }),
  };
}

/** Without an event that was only begun, and no longer a preset. @param {Draft} draft @returns {Draft} */
const settled = (draft) => ({ ...draft, events: draft.events.filter((event) => !isUntouched(event)), preset: null });
