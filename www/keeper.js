// @ts-check
// Keeps the work a moment after it changed, follows what another tab did to the same scenario, and says when nothing is kept.
// How and where it is kept is storage.js's.

import { isUntouched } from './draft.js';
import { keep, keepPage, onOtherTab, upToDate } from './storage.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./store.js').Store} Store */

/** Milliseconds after the last change until it is kept. */
const KEEP_AFTER = 300;

/** @param {Store} store @returns {() => void} keeps at once what still waits */
export function keeper(store) {
  let timer = 0;
  let waiting = false;
  const now = () => {
    clearTimeout(timer);
    if (!waiting) return;
    waiting = false;
    const { scenario, draft, lang, theme, kept } = store.get();
    const standing = keep(scenario, withoutBegun(draft));
    keepPage({ lang, theme, current: scenario.id });
    if (standing !== kept) store.update({ kept: standing });
  };
  addEventListener('pagehide', now);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && now());
  store.subscribe((state, before) => {
    if (!needsKeeping(state, before)) return;
    waiting = true;
    clearTimeout(timer);
    timer = setTimeout(now, KEEP_AFTER);
  });
  onOtherTab((id, theirs) => {
    const { scenario, draft } = store.get();
    if (id !== scenario.id || !theirs) return;
    if (JSON.stringify(theirs.draft) === JSON.stringify(withoutBegun(draft))) return;
    const notice = { text: 'notice.otherTab', undo: true };
    store.edit(theirs.draft, '', { scenario: { ...scenario, name: theirs.name }, sheet: null, focus: null, notice });
  });
  return now;
}

/** @param {State} state @param {State} before */
const needsKeeping = (state, before) =>
  state.draft !== before.draft ||
  state.scenario !== before.scenario ||
  state.lang !== before.lang ||
  state.theme !== before.theme;

/** The draft without an event that was only begun, in the form in which it comes back. @param {import('./draft.js').Draft} draft */
const withoutBegun = (draft) =>
  /** @type {import('./draft.js').Draft} */ (upToDate({ ...draft, events: draft.events.filter((one) => !isUntouched(one)) }));
