// @ts-check
// What is done with whole scenarios: take one up, begin another, name it, throw it away. Each tab has one at a time.
// Most of the work is in work.js, which comes when it is first wanted.

import { soon } from '../later.js';

/** @typedef {import('../store.js').Store} Store */
/** @typedef {import('../store.js').State} State */
/**
 * @typedef {object} ShelfActions
 * @property {() => void} openShelf
 * @property {() => void} closeShelf
 * @property {(id: string) => void} takeScenario
 * @property {(copy: boolean) => void} newScenario  a copy of the one at hand, or an empty one
 * @property {(name: string) => void} nameScenario
 * @property {(id: string) => void} dropScenario
 * @property {() => void} undo  puts back what was thrown away, else takes back the last change
 */

/** @param {Store} store @param {() => void} keepNow @returns {ShelfActions} */
export function shelfActions(store, keepNow) {
  const work = soon(store, () => import('./work.js'));
  return {
    openShelf: () => store.update({ shelf: true }),
    closeShelf: () => store.update({ shelf: false }),
    nameScenario: (name) => store.update({ scenario: { ...store.get().scenario, name } }),
    takeScenario: (id) => work(({ takeScenario }) => takeScenario(store, keepNow, id)),
    newScenario: (copy) => work(({ newScenario }) => newScenario(store, keepNow, copy)),
    dropScenario: (id) => work(({ dropScenario }) => dropScenario(store, id)),
    undo() {
      const dropped = store.get().notice?.dropped;
      if (dropped) work(({ restoreScenario }) => restoreScenario(store, dropped));
      else store.undo();
    },
  };
}
