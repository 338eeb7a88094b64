// @ts-check
// What a person does with scenarios kept for comparison: part of the page's actions.
// The work is in work.js, which comes when it is first wanted.

import { soon } from '../later.js';

/**
 * @typedef {object} CompareActions
 * @property {() => void} keepForComparison  the scenario as it is now
 * @property {() => void} compareOpened  what was opened, with one's own
 * @property {(place: number) => void} goOnWith  makes a kept scenario the one that is edited
 * @property {(place: number) => void} dropKept
 * @property {() => void} restorePinned  what was dropped last
 */

/** @param {import('../store.js').Store} store @returns {CompareActions} */
export function compareActions(store) {
  const work = soon(store, () => import('./work.js'));
  return {
    keepForComparison() {
      const { draft } = store.get();
      work(({ keepForComparison }) => keepForComparison(store, draft));
    },
    compareOpened: () => work(({ compareOpened }) => compareOpened(store)),
    goOnWith: (place) => work(({ goOnWith }) => goOnWith(store, place)),
    dropKept: (place) => work(({ dropKept }) => dropKept(store, place)),
    restorePinned: () => work(({ restorePinned }) => restorePinned(store)),
  };
}
