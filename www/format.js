// @ts-check
// Texts for people from the engine's decimal texts and days, and the engine's texts from what people type.
// It does no arithmetic: digits are moved, grouped and padded, never added.

let tag = 'zh-CN';
let homeYear = '';

/** @param {string} lang @param {string} year  days of this year are written without it */
export function useFormat(lang, year) {
  tag = lang;
  homeYear = year;
}

/** @param {string} text @returns {boolean} */
export const isZero = (text) => /^-?0*(\.0*)?$/.test(text);

/** `1234.50` → `1,234.50` @param {string} text */
export function figure(text) {
  const [whole, decimals] = text.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return (text.startsWith('-') ? '−' : '') + grouped + (decimals ? `.${decimals}` : '');
}

/** `-1234.50` → `−¥1,234.50` @param {string} text @param {string} [sign]  put before an amount above zero */
export function money(text, sign = '') {
  const plain = figure(text);
  return plain.startsWith('−') ? `−¥${plain.slice(1)}` : `${sign}¥${plain}`;
}

/** `0.125598` → `12.56%` @param {string} text @param {number} [least]  decimals at least @param {number} [most] */
export function percent(text, least = 2, most = 2) {
  const key = `${tag} ${least} ${most}`;
  const options = { style: 'percent', minimumFractionDigits: least, maximumFractionDigits: most };
  const formatter = percents.get(key) ?? new Intl.NumberFormat(tag, /** @type {any} */ (options));
  percents.set(key, formatter);
  return formatter.format(/** @type {any} */ (text));
}

/** Formatters that were made, by language and options: making one takes longer than many uses. @type {Map<string, Intl.DateTimeFormat>} */
const formatters = new Map();
/** Those of percentages. @type {Map<string, Intl.NumberFormat>} */
const percents = new Map();

/** @param {string} text @param {Intl.DateTimeFormatOptions} options */
function inWords(text, options) {
  const [year, month, day] = text.split('-').map(Number);
  const key = tag + JSON.stringify(options);
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options });
  formatters.set(key, formatter);
  return formatter.format(Date.UTC(year, month - 1, day || 1));
}

/** Year, month and day of a text, without leading zeros. @param {string} text */
const parts = (text) => text.split('-').map((part) => part.replace(/^0+/, ''));

/** `2024-03-08` → `3月8日`, whatever the year @param {string} text */
export function monthDay(text) {
  const [, month, date] = parts(text);
  return tag === 'en' ? inWords(text, { month: 'short', day: 'numeric' }) : `${month}月${date}日`;
}

/** `2024-03-08` → `2024年3月8日` @param {string} text */
export function fullDay(text) {
  if (tag === 'en') return inWords(text, { year: 'numeric', month: 'short', day: 'numeric' });
  return `${parts(text)[0]}年${monthDay(text)}`;
}

/** `2024-03-08` → `3月8日`, in another year than the scenario's `2025年3月8日` @param {string} text */
export const day = (text) => (text.startsWith(homeYear) ? monthDay(text) : fullDay(text));

/** `2024-03-08` → `周五` @param {string} text */
export const weekday = (text) => inWords(text, { weekday: 'short' });

/** `2024-03-08` → `3月8日 周五` @param {string} text */
export const dayAndWeekday = (text) =>
  tag === 'en' ? `${weekday(text)}, ${day(text)}` : `${day(text)} ${weekday(text)}`;

/** `2024-03` → `3月` @param {string} text @param {boolean} [withYear] */
export function month(text, withYear = !text.startsWith(homeYear)) {
  if (tag === 'en') return inWords(text, { month: 'short', ...(withYear ? { year: 'numeric' } : {}) });
  const [year, name] = parts(text);
  return withYear ? `${year}年${name}月` : `${name}月`;
}

/**
 * What was typed as an amount → the engine's form: `１，２３４．５` → `1234.5`, `¥ 1,234.50` → `1234.50`.
 * What is not an amount stays what it is, so that the engine can say what is wrong with it.
 * @param {string} typed
 */
export function typedNumber(typed) {
  const plain = typed
    .normalize('NFKC')
    .replace(/[。．]/g, '.')
    .replace(/[−–]/g, '-')
    .replace(/[\s¥￥元%']/g, '');
  const grouped = /^-?(?:\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+)(?:\.\d*)?$/.test(plain);
  return (grouped ? plain.replaceAll(',', '') : plain).replace(/^(-?\d+)\.$/, '$1').replace(/^\./, '0.');
}

/** `0.7` → `0.007`: the decimal point moves two places. @param {string} typed */
export function percentToRate(typed) {
  const plain = typedNumber(typed);
  if (!/^\d+(\.\d*)?$/.test(plain)) return plain;
  const [whole, decimals = ''] = plain.split('.');
  const digits = whole.padStart(3, '0');
  return `${digits.slice(0, -2).replace(/^0+(?=\d)/, '')}.${digits.slice(-2)}${decimals}`;
}

/** `0.0070` → `0.7`: the decimal point moves two places. @param {string} rate */
export function rateToPercent(rate) {
  const [whole, decimals = ''] = rate.split('.');
  const padded = decimals.padEnd(2, '0');
  const rest = padded.slice(2).replace(/0+$/, '');
  const moved = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  return rest ? `${moved}.${rest}` : moved;
}
