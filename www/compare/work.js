// @ts-check
// What is done with scenarios kept for comparison: keep one, go on with one, drop one. It comes when it is first wanted.
// It compares nothing: the engine does, when card.js asks it.

import { isUntouched } from '../draft.js';
import { forgetLink } from '../share/actions.js';
import { storePinned } from './pinned.js';

/** @typedef {import('../store.js').Store} Store */
/** @typedef {import('../draft.js').Draft} Draft */

/** Scenarios that are kept beside the one that is edited. */
export const MOST_PINNED = 2;

/** What was kept before the last change. @type {Draft[]} */
let before = [];

/** @param {Store} store @param {Draft[]} pinned @param {Partial<import('../store.js').State>} [also] */
function pin({ get, update }, pinned, also = {}) {
  before = get().pinned;
  storePinned(pinned);
  update({ pinned, ...also });
}

/** @param {Store} store @param {Draft} draft */
const withOne = ({ get }, draft) => [...get().pinned, settled(draft)].slice(0, MOST_PINNED);

/** Without an event that was only begun, and no longer a preset. @param {Draft} draft @returns {Draft} */
const settled = (draft) => ({ ...draft, events: draft.events.filter((event) => !isUntouched(event)), preset: null });

/** @param {Store} store @param {Draft} draft  as it was when that was asked for */
export const keepForComparison = (store, draft) => pin(store, withOne(store, draft));

/** @param {Store} store */
export function compareOpened(store) {
  const { opened } = store.get();
  if (!opened) return;
  forgetLink();
  pin(store, withOne(store, opened.draft), { opened: null });
}

/** @param {Store} store @param {number} place */
export function goOnWith({ get, edit }, place) {
  const notice = { text: 'notice.goOnWith', undo: true };
  edit(get().pinned[place], '', { sheet: null, focus: null, notice });
}

/** @param {Store} store @param {number} place */
export function dropKept(store, place) {
  const notice = { text: 'notice.dropped', restore: true };
  const pinned = store.get().pinned.filter((_, i) => i !== place);
  pin(store, pinned, { notice });
}

/** @param {Store} store */
export const restorePinned = (store) => pin(store, before, { notice: null });
