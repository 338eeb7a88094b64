// @ts-check
// Keeps scenarios by name, language and theme on this device, each scenario under a key of its own.
// Older forms are read and brought up to date; what cannot be read is left where it is. It sends nothing anywhere.

import { BLANK, emptyDraft, isDraft } from './draft.js';

/** @typedef {import('./draft.js').Draft} Draft */
/** @typedef {{ id: string, name: string }} Named */
/** @typedef {'kept' | 'refused' | 'full'} Standing  whether the last change is kept, and if not, why */

const PAGE = 'yuefu.page';
const SCENARIO = 'yuefu.scenario.';
const FORMAT = 'yuefu.page/2';
const DRAFT_FORMAT = 'yuefu.draft/1';

/** A store, or null where it is refused. @param {'localStorage' | 'sessionStorage'} name @returns {Storage | null} */
function storeOf(name) {
  try {
    return window[name];
  } catch {
    return null;
  }
}

/** @param {string | null | undefined} text @returns {any} */
function parsed(text) {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

/** Writes a text. @param {string} key @param {string} text @returns {Standing} */
function write(key, text) {
  try {
    const store = storeOf('localStorage');
    if (!store) return 'refused';
    store.setItem(key, text);
    return 'kept';
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused';
  }
}

/**
 * A draft of this or an earlier version with all that it needs today; null if it is none.
 * @param {any} value @returns {Draft | null}
 */
export function upToDate(value) {
  if (!value || typeof value !== 'object' || !Array.isArray(value.events)) return null;
  const events = value.events.map((/** @type {any} */ event) => ({
    .../** @type {any} */ (BLANK)[event?.type],
    ...event,
  }));
  const draft = { ...emptyDraft(), ...value, events };
  return isDraft(draft) ? draft : null;
}

/** What was kept: page and the scenario that this tab had, as far as it can be read. */
export function restore() {
  const text = storeOf('localStorage')?.getItem(PAGE);
  const page = parsed(text);
  if (text && page?.format !== FORMAT) adopt(text, page);
  const { lang, theme } = page ?? {};
  const known = shelf();
  const wanted = [storeOf('sessionStorage')?.getItem(PAGE), page?.current, known[0]?.id];
  const id = wanted.find((one) => typeof one === 'string' && known.some((each) => each.id === one && !each.damaged));
  const kept = id ? take(id) : null;
  const scenario = { id: kept && id ? id : freeId(), name: kept?.name ?? '' };
  return { lang, theme, scenario, draft: kept?.draft ?? null, damaged: !kept && known.some((one) => one.damaged) };
}

/** The one scenario of the page's first version, put on the shelf: as it is, where it cannot be read. @param {string} text @param {any} page */
function adopt(text, page) {
  const draft = upToDate(page?.draft);
  if (draft) keep({ id: freeId(), name: '' }, draft);
  else if (!page || page.draft) write(SCENARIO + freeId(), text);
}

/** Every scenario that is kept, in the order of their making. @returns {(Named & { damaged: boolean })[]} */
export function shelf() {
  const store = storeOf('localStorage');
  const keys = store ? Object.keys(store).filter((key) => key.startsWith(SCENARIO)) : [];
  const number = (/** @type {string} */ id) => Number(id.slice(1)) || 0;
  return keys
    .map((key) => ({ id: key.slice(SCENARIO.length), kept: read(key.slice(SCENARIO.length)) }))
    .map(({ id, kept }) => ({ id, name: kept?.name ?? '', damaged: !kept }))
    .sort((a, b) => number(a.id) - number(b.id));
}

/** The text of a scenario as it is kept, for one that cannot be read. @param {string} id */
export const textOfKept = (id) => storeOf('localStorage')?.getItem(SCENARIO + id) ?? '';

/** @param {string} id @returns {{ name: string, draft: Draft } | null} */
function read(id) {
  const kept = parsed(textOfKept(id));
  const draft = kept?.format === DRAFT_FORMAT ? upToDate(kept.draft) : null;
  return draft && { name: typeof kept.name === 'string' ? kept.name : '', draft };
}

/** A scenario of the shelf, which from now on is this tab's. @param {string} id */
export function take(id) {
  const kept = read(id);
  if (kept) remember(id);
  return kept;
}

/** Remembers which scenario this tab has. @param {string} id */
function remember(id) {
  try {
    storeOf('sessionStorage')?.setItem(PAGE, id);
  } catch {
    // The tab then begins with the scenario that was used last.
  }
}

/** Keeps a scenario. @param {Named} scenario @param {Draft} draft @returns {Standing} */
export function keep({ id, name }, draft) {
  remember(id);
  return write(SCENARIO + id, JSON.stringify({ format: DRAFT_FORMAT, name, draft }));
}

/** Keeps what concerns all scenarios. @param {{ lang: string, theme: string, current: string }} page @returns {Standing} */
export const keepPage = (page) => write(PAGE, JSON.stringify({ format: FORMAT, ...page }));

/** Takes a scenario off the shelf. @param {string} id */
export function drop(id) {
  try {
    storeOf('localStorage')?.removeItem(SCENARIO + id);
  } catch {
    // What is refused was not kept either.
  }
}

/** Puts back what was dropped, as it was. @param {{ id: string, text: string }} dropped */
export const putBack = ({ id, text }) => void write(SCENARIO + id, text);

/** An id that no scenario has. */
export function freeId() {
  const taken = shelf().map(({ id }) => id);
  let number = 1;
  while (taken.includes(`s${number}`)) number += 1;
  return `s${number}`;
}

/** Calls back when another tab has changed a scenario. @param {(id: string, kept: { name: string, draft: Draft } | null) => void} changed */
export function onOtherTab(changed) {
  addEventListener('storage', ({ key, newValue }) => {
    if (key?.startsWith(SCENARIO) && newValue !== null) changed(key.slice(SCENARIO.length), read(key.slice(SCENARIO.length)));
  });
}
