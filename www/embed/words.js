// @ts-check
// All words of a language at once, those of the embeds among them: a simulator draws with its own, whatever language
// stands beside it on the page. What is not here: the sentences.

import { LANGUAGES, bestLanguage } from '../i18n.js';

/** @type {Record<string, () => Promise<{ default: Record<string, string> }>>} */
const OWN = {
  'zh-CN': () => import('../i18n/embed/zh-CN.js'),
  'zh-Hant': () => import('../i18n/embed/zh-Hant.js'),
  en: () => import('../i18n/embed/en.js'),
};

/** @param {string} code */
export async function wordsFor(code) {
  const { load, later } = LANGUAGES[code];
  const tables = await Promise.all([load(), later(), OWN[code]()]);
  return Object.assign({}, ...tables.map((table) => table.default));
}

/** The language that was asked for, else the one that suits the reader. @param {string} asked */
export const languageFor = (asked) => (asked in LANGUAGES ? asked : bestLanguage(navigator.languages));
