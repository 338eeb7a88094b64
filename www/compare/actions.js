// @ts-check
// What a person does with scenarios kept for comparison: part of the page's actions.
// The work is in work.js, which comes when it is first wanted.

/**
 * @typedef {object} CompareActions
 * @property {() => void} keepForComparison  the scenario as it is now
 * @property {() => void} compareOpened  what was opened, with one's own
 * @property {(place: number) => void} goOnWith  makes a kept scenario the one that is edited
 * @property {(place: number) => void} dropKept
 * @property {() => void} restorePinned  what was dropped last
 */

const work = () => import('./work.js');

/** @param {import('../store.js').Store} store @returns {CompareActions} */
export const compareActions = (store) => ({
  keepForComparison() {
    const { draft } = store.get();
    work().then(({ keepForComparison }) => keepForComparison(store, draft));
  },
  compareOpened: () => void work().then(({ compareOpened }) => compareOpened(store)),
  goOnWith: (place) => void work().then(({ goOnWith }) => goOnWith(store, place)),
  dropKept: (place) => void work().then(({ dropKept }) => dropKept(store, place)),
  restorePinned: () => void work().then(({ restorePinned }) => restorePinned(store)),
});
