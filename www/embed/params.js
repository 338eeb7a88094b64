// @ts-check
// What an author can say about a simulator: one list of names for the fragment of embed.html, the loader's `data-`
// attributes and the element's attributes. Each is checked here; what cannot be read falls back to its default.
// What is not here: amounts and days themselves, which the engine checks when the scenario runs.

/** @typedef {{ view: string, lang: string, theme: string, lock: string[], scenario: string, given: Record<string, string> }} Params */

export const VIEW_NAMES = ['refund', 'instalments', 'interest-free', 'bill', 'settle', 'full'];
export const THEMES = ['auto', 'light', 'dark'];

/** What a reader may change, in the order in which it stands on the screen. */
export const FIELD_NAMES = [
  'amount',
  'periods',
  'date',
  'channel',
  'refund-amount',
  'refund-date',
  'settle-date',
  'limit',
  'product',
];

/** Everything that an author can say. */
export const NAMES = ['view', 'lang', 'theme', 'lock', 'scenario', ...FIELD_NAMES];

const AMOUNT = /^\d{1,11}(\.\d{1,2})?$/;
const DAY = /^(\d{4}-\d{2}-\d{2}|today)$/;

/** What each value must look like. @type {Record<string, RegExp>} */
const FORMS = {
  view: new RegExp(`^(${VIEW_NAMES.join('|')})$`),
  lang: /^(auto|zh-CN|zh-Hant|en)$/,
  theme: new RegExp(`^(${THEMES.join('|')})$`),
  lock: new RegExp(`^((${['all', ...FIELD_NAMES].join('|')})(?:[ ,]+|$))*$`),
  scenario: /^[\w-]{1,20000}$/,
  amount: AMOUNT,
  periods: /^\d{1,3}$/,
  date: DAY,
  channel: /^(default|mall|externalPlatform)$/,
  'refund-amount': AMOUNT,
  'refund-date': DAY,
  'settle-date': DAY,
  limit: AMOUNT,
  product: /^[a-z0-9-]{1,60}$/,
};

/**
 * The parameters of a fragment: `#view=refund&date=2024-02-10`.
 * @param {string} fragment
 */
export const ofFragment = (fragment) => Object.fromEntries(new URLSearchParams(fragment.replace(/^#/, '')));

/**
 * Reads what was given; an empty value is one that was not given.
 * @param {Record<string, string>} given
 * @returns {{ params: Params, wrong: string[] }}  `wrong`: names whose value was left out
 */
export function read(given) {
  const there = Object.entries(given).filter(([name, value]) => NAMES.includes(name) && value !== '');
  const wrong = there.filter(([name, value]) => !FORMS[name].test(value)).map(([name]) => name);
  const good = Object.fromEntries(there.filter(([name]) => !wrong.includes(name)));
  const fields = Object.entries(good).filter(([name]) => FIELD_NAMES.includes(name));
  return {
    params: {
      view: good.view ?? 'refund',
      lang: good.lang ?? 'auto',
      theme: good.theme ?? 'auto',
      lock: (good.lock ?? '').split(/[ ,]+/).filter(Boolean),
      scenario: good.scenario ?? '',
      given: Object.fromEntries(fields),
    },
    wrong,
  };
}

/** The fragment that says this. @param {Record<string, string>} given */
export const toFragment = (given) =>
  `#${new URLSearchParams(Object.entries(given).filter(([name, value]) => NAMES.includes(name) && value !== ''))}`;
