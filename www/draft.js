// @ts-check
// The draft: a scenario as it stands on the screen, with every field as it was typed, and its way into the
// engine's form. It checks nothing: the engine does, and its complaints find their field here.

import { percentToRate, typedNumber } from './format.js';

/** @typedef {{ key: string, type: string, date: string, [field: string]: any }} DraftEvent */
/** @typedef {import('./pkg/yuefu.js').Product} Product */
/**
 * @typedef {object} Draft
 * @property {string} product
 * @property {string} creditLimit
 * @property {string} today
 * @property {string} until
 * @property {string} assume
 * @property {string} habit  `full` or `none`
 * @property {string} daysBeforeDue
 * @property {string} refundRule  '' for the product's own
 * @property {string} choice  id of the product's set of days, '' for its own
 * @property {Record<string, string>} rates  percent a period, by number of periods; '' for the product's own
 * @property {Record<string, any>} [overrides]  terms without a setting of their own, as a scenario from elsewhere had them
 * @property {DraftEvent[]} events
 * @property {number} next  number of the next key
 * @property {string | null} preset  the preset it still is
 */

/** What a new event of each kind holds beside its day. Their order is the order of the menu. */
export const BLANK = {
  purchase: { amount: '', periods: '1', channel: 'default', label: '', merchantSupports: true },
  refund: { purchase: '', amount: '', channel: '', itemDiffers: false, virtualAddress: false, addressDiffers: false },
  repayment: { amount: '', target: 'auto' },
  settlePlan: { plan: '' },
  settleAll: {},
  convertBill: { bill: '', amount: '', periods: '3' },
  payMinimum: { bill: '' },
  postpone: { bill: '' },
  freeze: { kind: 'riskControl' },
  appeal: {},
  setLimit: { limit: '' },
  creditEnquiry: {},
  raiseRequest: {},
  deviceChange: {},
  closeAccount: {},
};

/** Fields that hold an amount. */
const AMOUNTS = ['amount', 'limit'];
/** Field that stands for an event in complaints that name none. */
/** @type {Record<string, string>} */
const MAIN_FIELD = {
  purchase: 'amount',
  refund: 'amount',
  repayment: 'amount',
  setLimit: 'limit',
  convertBill: 'amount',
};

/** An account with no events. @returns {Draft} */
export const emptyDraft = () => ({
  product: 'douyin-monthly-pay',
  creditLimit: '10000.00',
  today: '',
  until: '',
  assume: 'guaranteed',
  habit: 'full',
  daysBeforeDue: '0',
  refundRule: '',
  choice: '',
  rates: {},
  events: [],
  next: 1,
  preset: null,
});

/** Whether something read from storage can be shown. @param {any} value */
export function isDraft(value) {
  if (!value || typeof value !== 'object') return false;
  const isText = (/** @type {[string, any]} */ [, blank]) => typeof blank === 'string';
  const texts = Object.entries(emptyDraft()).filter(isText);
  if (!texts.every(([name]) => isText([name, value[name]]))) return false;
  if (!value.rates || typeof value.rates !== 'object' || !Number.isInteger(value.next)) return false;
  if (!Array.isArray(value.events)) return false;
  return value.events.every(isEvent);
}

/** @param {any} event */
function isEvent(event) {
  const blank = /** @type {Record<string, any>} */ (BLANK)[event?.type];
  if (!blank || typeof event.key !== 'string' || typeof event.date !== 'string') return false;
  return Object.keys(blank).every((field) => typeof event[field] === typeof blank[field]);
}

/**
 * The draft with one more event at its end, and that event's key.
 * @param {Draft} draft @param {string} type @param {Record<string, any>} fields
 * @returns {{ draft: Draft, key: string }}
 */
export function withEvent(draft, type, fields) {
  const key = `k${draft.next}`;
  const event = { key, type, date: '', .../** @type {any} */ (BLANK)[type], ...fields };
  if (type === 'purchase') event.id = freeId(draft, 'p');
  if (type === 'convertBill') event.id = freeId(draft, 'c');
  return { draft: { ...draft, events: [...draft.events, event], next: draft.next + 1, preset: null }, key };
}

/** The first of p1, p2 … that is not taken. @param {Draft} draft @param {string} letter */
function freeId(draft, letter) {
  const taken = new Set(draft.events.map((event) => event.id));
  let number = 1;
  while (taken.has(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}

/** @param {Draft} draft @param {string} key @param {Record<string, any>} fields @returns {Draft} */
export function withFields(draft, key, fields) {
  const events = draft.events.map((event) => (event.key === key ? { ...event, ...fields } : event));
  return { ...draft, events, preset: null };
}

/**
 * The draft without an event and without those that hang on it, such as the refunds of a purchase.
 * @param {Draft} draft @param {string} key
 * @returns {{ draft: Draft, also: number }}  `also`: how many others went with it
 */
export function withoutEvent(draft, key) {
  const gone = draft.events.find((event) => event.key === key);
  const id = gone?.id;
  const events = draft.events.filter(
    (event) => event.key !== key && !(id && (event.purchase === id || event.plan === id)),
  );
  return { draft: { ...draft, events, preset: null }, also: draft.events.length - events.length - 1 };
}

/** Kinds whose amount must be typed. */
const NEEDS_AMOUNT = ['purchase', 'repayment', 'setLimit'];

/** Whether an event was only just added and its amount is still to be typed. @param {DraftEvent} event */
export const isUntouched = (event) =>
  event.fresh === true && NEEDS_AMOUNT.includes(event.type) && event[MAIN_FIELD[event.type]] === '';

/**
 * The engine's scenario, and which event each index of it stands for.
 * @param {Draft} draft @param {Product | null} terms  of the product, for its sets of days
 * @returns {{ scenario: any, keys: string[] }}
 */
export function toScenario(draft, terms) {
  const events = draft.events.filter((event) => !isUntouched(event));
  /** @type {any} */
  const scenario = {
    format: 'yuefu.scenario/1',
    product: draft.product,
    creditLimit: typedNumber(draft.creditLimit),
    assume: draft.assume,
    habit: { payInFull: draft.habit === 'full', daysBeforeDue: wholeNumber(draft.daysBeforeDue) },
    events: events.map(toEvent),
  };
  if (draft.today) scenario.today = draft.today;
  if (draft.until) scenario.until = draft.until;
  const overrides = toOverrides(draft, terms);
  if (Object.keys(overrides).length) scenario.overrides = overrides;
  return { scenario, keys: events.map((event) => event.key) };
}

/** @param {string} typed @returns {number | string}  what is no whole number stays text, for the engine to refuse */
const wholeNumber = (typed) => (/^\d{1,9}$/.test(typedNumber(typed)) ? Number(typedNumber(typed)) : typed);

/** @param {Draft} draft @param {Product | null} terms */
function toOverrides(draft, terms) {
  /** @type {Record<string, any>} */
  const overrides = { ...draft.overrides };
  const choice = terms?.choices?.find((one) => one.id === draft.choice);
  Object.assign(overrides, choice?.set);
  if (draft.refundRule) overrides['refund.rule'] = draft.refundRule;
  for (const [periods, typed] of Object.entries(draft.rates)) {
    if (typed !== '') overrides[`plan.${periods}.rate`] = percentToRate(typed);
  }
  return overrides;
}

/** @param {DraftEvent} event */
function toEvent(event) {
  const { key: _key, fresh: _fresh, ...given } = event;
  /** @type {any} */
  const fields = { ...given };
  for (const name of AMOUNTS) if (name in fields) fields[name] = typedNumber(fields[name]);
  if ('periods' in fields) fields.periods = Number(fields.periods);
  if ('target' in fields && /^\d/.test(fields.target)) fields.target = { bill: fields.target };
  for (const name of ['label', 'channel']) if (fields[name] === '') delete fields[name];
  const amountMayBeAbsent = event.type === 'refund' || event.type === 'convertBill';
  if (amountMayBeAbsent && fields.amount === '') delete fields.amount;
  return fields;
}

/**
 * The field that a complaint of the engine is about.
 * @param {string} path  JSON pointer into the scenario @param {string[]} keys @param {Draft} draft
 * @returns {{ key: string | null, field: string }}  key null: a setting
 */
export function fieldOf(path, keys, draft) {
  const parts = path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (parts[0] === 'events' && keys[Number(parts[1])] !== undefined) {
    const key = keys[Number(parts[1])];
    const event = draft.events.find((one) => one.key === key);
    const named = event && parts[2] !== undefined && parts[2] in event ? parts[2] : undefined;
    return { key, field: named ?? MAIN_FIELD[event?.type ?? ''] ?? 'date' };
  }
  const rate = /^plan\.(\d+)\.rate$/.exec(parts[1] ?? '');
  if (parts[0] === 'overrides') return { key: null, field: rate ? `rate${rate[1]}` : 'choice' };
  if (parts[0] === 'habit') return { key: null, field: 'daysBeforeDue' };
  return { key: null, field: parts[0] ?? 'creditLimit' };
}

/** The day to suggest for a new event: that of the latest one, else the device's. @param {Draft} draft */
export function suggestedDay(draft) {
  const latest = draft.events
    .map((event) => event.date)
    .filter(Boolean)
    .sort()
    .at(-1);
  if (latest) return latest;
  const now = new Date();
  const local = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return local.map((part) => String(part).padStart(2, '0')).join('-');
}
