// @ts-check
// What is done with whole scenarios: take one up, begin another, name it, throw it away.
// Each tab has one at a time; going to another keeps the one at hand first.

import { emptyDraft } from '../draft.js';
import { drop, freeId, keep, putBack, shelf, take, textOfKept } from '../storage.js';

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
export function shelfActions({ get, update, undo }, keepNow) {
  /** @param {import('../storage.js').Named} scenario @param {import('../draft.js').Draft} draft */
  const go = (scenario, draft) => {
    const { kept, past, draft: before } = get();
    // What is not kept anywhere else must stay in reach of undo.
    const steps = { past: kept === 'kept' ? [] : [...past, before], future: [], tag: '' };
    update({ ...steps, sheet: null, why: null, focus: null, cost: null, help: null, scenario, draft, shelf: false });
  };
  return {
    openShelf: () => update({ shelf: true }),
    closeShelf: () => update({ shelf: false }),
    takeScenario(id) {
      keepNow();
      const kept = id === get().scenario.id ? null : take(id);
      if (kept) go({ id, name: kept.name }, kept.draft);
      else update({ shelf: false });
    },
    newScenario(copy) {
      keepNow();
      const { draft, scenario, kept } = get();
      if (kept === 'kept' && !shelf().some(({ id }) => id === scenario.id)) keep(scenario, draft);
      const { creditLimit, product, rates } = draft;
      go({ id: freeId(), name: '' }, copy ? { ...draft } : { ...emptyDraft(), creditLimit, product, rates });
      update({ notice: { text: copy ? 'notice.scenarioCopied' : 'notice.scenarioNew' } });
    },
    nameScenario: (name) => update({ scenario: { ...get().scenario, name } }),
    dropScenario(id) {
      const dropped = { id, text: textOfKept(id) };
      drop(id);
      update({ shelf: false, notice: { text: 'notice.removed', undo: true, dropped } });
    },
    undo() {
      const dropped = get().notice?.dropped;
      if (!dropped) return undo();
      putBack(dropped);
      update({ notice: null });
    },
  };
}
