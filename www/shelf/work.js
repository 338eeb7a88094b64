// @ts-check
// The work of the shelf, loaded with it: going to another scenario, beginning one, throwing one away and putting it back.
// Going to another keeps the one at hand first.

import { emptyDraft } from '../draft.js';
import { drop, freeId, keep, putBack, shelf, take, textOfKept } from '../storage.js';

/** @typedef {import('../store.js').Store} Store */

/** @param {Store} store @param {import('../storage.js').Named} scenario @param {import('../draft.js').Draft} draft */
function go({ get, update }, scenario, draft) {
  const { kept, past, draft: before } = get();
  // What is not kept anywhere else must stay in reach of undo.
  const steps = { past: kept === 'kept' ? [] : [...past, before], future: [], tag: '' };
  update({ ...steps, sheet: null, why: null, focus: null, cost: null, help: null, scenario, draft, shelf: false });
}

/** @param {Store} store @param {() => void} keepNow @param {string} id */
export function takeScenario(store, keepNow, id) {
  keepNow();
  const kept = id === store.get().scenario.id ? null : take(id);
  if (kept) go(store, { id, name: kept.name }, kept.draft);
  else store.update({ shelf: false });
}

/** @param {Store} store @param {() => void} keepNow @param {boolean} copy */
export function newScenario(store, keepNow, copy) {
  keepNow();
  const { draft, scenario, kept } = store.get();
  if (kept === 'kept' && !shelf().some(({ id }) => id === scenario.id)) keep(scenario, draft);
  const { creditLimit, product, rates } = draft;
  go(store, { id: freeId(), name: '' }, copy ? { ...draft } : { ...emptyDraft(), creditLimit, product, rates });
  store.update({ notice: { text: copy ? 'notice.scenarioCopied' : 'notice.scenarioNew' } });
}

/** @param {Store} store @param {string} id */
export function dropScenario({ update }, id) {
  const dropped = { id, text: textOfKept(id) };
  drop(id);
  update({ shelf: false, notice: { text: 'notice.removed', undo: true, dropped } });
}

/** @param {Store} store @param {{ id: string, text: string }} dropped */
export function restoreScenario({ update }, dropped) {
  putBack(dropped);
  update({ notice: null });
}
