// @ts-check
// Keeps the draft, language and theme on this device. Works, without keeping, where storage is refused.
// It sends nothing anywhere.

import { isDraft } from './draft.js';

const KEY = 'yuefu.page';
const FORMAT = 'yuefu.page/1';

/** What was kept, as far as it can be read. @returns {{ draft?: any, lang?: string, theme?: string }} */
export function restore() {
  try {
    const saved = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const { lang, theme } = saved;
    return saved.format === FORMAT && isDraft(saved.draft) ? { draft: saved.draft, lang, theme } : { lang, theme };
  } catch {
    return {};
  }
}

/** @param {{ draft: object, lang: string, theme: string }} state  @returns {boolean} whether it was kept */
export function keep({ draft, lang, theme }) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ format: FORMAT, draft, lang, theme }));
    return true;
  } catch {
    return false;
  }
}
