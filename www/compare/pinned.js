// @ts-check
// Keeps the scenarios of a comparison on this device. Works, without keeping, where storage is refused.
// It sends nothing anywhere.

import { isDraft } from '../draft.js';

const KEY = 'yuefu.compare';
const FORMAT = 'yuefu.compare/1';

/** @returns {import('../draft.js').Draft[]} */
export function pinnedDrafts() {
  try {
    const { format, drafts } = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return format === FORMAT && drafts.every(isDraft) ? drafts : [];
  } catch {
    return [];
  }
}

/** @param {import('../draft.js').Draft[]} drafts */
export function storePinned(drafts) {
  try {
    if (drafts.length) localStorage.setItem(KEY, JSON.stringify({ format: FORMAT, drafts }));
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is refused: they last as long as the page.
  }
}
