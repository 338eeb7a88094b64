// @ts-check
// The page's words in the chosen language. Tables are in i18n/, one flat module for each language.
// It knows no figure: what goes into a sentence is formatted before.

/** @type {Record<string, string>} */
let words = {};
export let lang = 'zh-CN';

/** @typedef {() => Promise<{ default: Record<string, string> }>} Load */
/** `later` has the words of what is loaded when it is first opened. @type {Record<string, { name: string, load: Load, later: Load }>} */
export const LANGUAGES = {
  'zh-CN': { name: '简体中文', load: () => import('./i18n/zh-CN.js'), later: () => import('./i18n/later/zh-CN.js') },
  'zh-Hant': {
    name: '繁體中文',
    load: () => import('./i18n/zh-Hant.js'),
    later: () => import('./i18n/later/zh-Hant.js'),
  },
  en: { name: 'English', load: () => import('./i18n/en.js'), later: () => import('./i18n/later/en.js') },
};

/** The page's language that suits a person best, by what their browser asks for. @param {readonly string[]} wanted */
export function bestLanguage(wanted) {
  const known = wanted.map((tag) =>
    /^zh-(Hant|TW|HK|MO)\b/i.test(tag) ? 'zh-Hant' : /^zh\b/i.test(tag) ? 'zh-CN' : /^en\b/i.test(tag) ? 'en' : '',
  );
  return known.find(Boolean) ?? 'zh-CN';
}

/** Whether something has been opened that was not there at the start. */
let opened = false;

/** @param {string} code @returns {Promise<Record<string, string>>} */
async function wordsOf(code) {
  const { load, later } = LANGUAGES[code];
  const tables = await Promise.all(opened ? [load(), later()] : [load()]);
  return Object.assign({}, ...tables.map((table) => table.default));
}

/** Loads the words of what is opened later, now and with every language from now on. */
export async function useLaterWords() {
  opened = true;
  const code = lang;
  const all = await wordsOf(code);
  if (code === lang) words = all;
}

/** The language that was asked for last. */
let wanted = '';

/**
 * Loads a language and makes it the page's, unless another was asked for meanwhile.
 * @param {string} code @returns {Promise<string>} the page's language now
 */
export async function useLanguage(code) {
  wanted = code;
  const all = await wordsOf(code);
  if (code !== wanted) return lang;
  words = all;
  lang = code;
  document.documentElement.lang = code;
  document.title = t('app.name');
  for (const element of document.querySelectorAll('[data-t]')) {
    element.textContent = t(/** @type {HTMLElement} */ (element).dataset.t ?? '');
  }
  for (const element of document.querySelectorAll('[data-t-label]')) {
    element.setAttribute('aria-label', t(/** @type {HTMLElement} */ (element).dataset.tLabel ?? ''));
  }
  return lang;
}

/** Makes words that were loaded elsewhere the current ones. @param {string} code @param {Record<string, string>} table */
export function speak(code, table) {
  lang = code;
  words = table;
}

/** @param {string} key */
export const has = (key) => Object.hasOwn(words, key);

/**
 * A sentence. `{name}` takes a value; `{n|day|days}` takes the first word where n is 1, else the second.
 * @param {string} key @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  return tx(key, values).join('');
}

/**
 * A sentence in pieces, so that a value may be an element.
 * @param {string} key @param {Record<string, any>} [values]
 * @returns {any[]}
 */
export function tx(key, values = {}) {
  const text = words[key] ?? readable(key);
  if (!text.includes('{')) return [text];
  return text.split(/(\{[^}]+\})/).map((piece) => {
    if (!piece.startsWith('{')) return piece;
    const [name, one, many] = piece.slice(1, -1).split('|');
    if (one !== undefined) return String(values[name]) === '1' ? one : many;
    return values[name] ?? '';
  });
}

/**
 * The words for a code of the engine: `say('outcome', 'overLimit')`.
 * @param {string} group @param {string} [code]  nothing gives nothing
 */
export const say = (group, code) => (code === undefined ? '' : t(`${group}.${code}`));

/** A code without a sentence, as words: `rule.refund.extraWindow` → `extra window`. @param {string} key */
function readable(key) {
  const last = key.split('.').slice(1).join(' ') || key;
  return last.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
