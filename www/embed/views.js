// @ts-check
// The small views of the simulator: what each starts with, which fields a reader may change, which parts it shows.
// They hold inputs only; every answer comes from the engine. What is not here: how a part is drawn.

import { emptyDraft, suggestedDay, withEvent, withFields } from '../draft.js';
import { exampleDraft } from '../presets.js';
import { FIELDS } from '../editor/fields.js';
import { settingsFields } from '../editor/settings.js';

/** @typedef {import('../draft.js').Draft} Draft */
/** @typedef {import('../editor/fields.js').Field} Field */
/** @typedef {{ start: () => Draft, fields: string[], parts: string[] }} View */
/** Where a field is in the draft: at the event of a kind, or among the settings where `type` is null. */
/** @typedef {{ type: 'purchase' | 'refund' | null, name: string }} Place */

/** @type {Record<string, Place>} */
const PLACES = {
  amount: { type: 'purchase', name: 'amount' },
  periods: { type: 'purchase', name: 'periods' },
  date: { type: 'purchase', name: 'date' },
  channel: { type: 'purchase', name: 'channel' },
  'refund-amount': { type: 'refund', name: 'amount' },
  'refund-date': { type: 'refund', name: 'date' },
  'settle-date': { type: null, name: 'today' },
  limit: { type: null, name: 'creditLimit' },
  product: { type: null, name: 'product' },
};

/** @param {Record<string, any>} purchase @param {Record<string, any>} [refund] @param {Partial<Draft>} [settings] @returns {() => Draft} */
const beginning = (purchase, refund, settings) => () => {
  const bought = withEvent({ ...emptyDraft(), ...settings }, 'purchase', purchase).draft;
  return refund ? withEvent(bought, 'refund', { purchase: 'p1', ...refund }).draft : bought;
};

/** @type {Record<string, View>} */
export const VIEWS = {
  refund: {
    start: beginning({ date: '2024-02-10', amount: '500.00' }, { date: '2024-03-05' }),
    fields: ['amount', 'date', 'refund-amount', 'refund-date', 'channel'],
    parts: ['answer', 'refunds'],
  },
  instalments: {
    start: beginning({ date: '2025-01-10', amount: '3000.00', periods: '12' }),
    fields: ['amount', 'periods', 'date'],
    parts: ['price', 'plans', 'cost'],
  },
  'interest-free': {
    start: beginning({ date: '2025-01-05', amount: '100.00' }),
    fields: ['date', 'product'],
    parts: ['free'],
  },
  bill: {
    start: beginning({ date: '2025-01-10', amount: '3000.00', periods: '3' }),
    fields: ['amount', 'periods', 'date'],
    parts: ['answer', 'bills'],
  },
  settle: {
    start: beginning({ date: '2025-01-10', amount: '3000.00', periods: '12' }, undefined, { today: '2025-03-20' }),
    fields: ['settle-date', 'amount', 'periods', 'date'],
    parts: ['settle'],
  },
  full: {
    start: () => exampleDraft(),
    fields: [],
    parts: ['answer', 'limit', 'editor', 'summary', 'refunds', 'bills', 'plans', 'cost', 'notes', 'help', 'totals', 'foot'],
  },
};

/** The event that a place is at: the refund's purchase, else the first. @param {Draft} draft @param {string | null} type */
export function eventAt(draft, type) {
  const refund = draft.events.find((event) => event.type === 'refund');
  if (type === 'refund') return refund;
  const purchases = draft.events.filter((event) => event.type === 'purchase');
  return purchases.find((event) => event.id === refund?.purchase) ?? purchases[0];
}

/** The fields of a view that its draft has. @param {string} view @param {Draft} draft */
export const fieldsOf = (view, draft) =>
  VIEWS[view].fields.filter((name) => PLACES[name].type === null || eventAt(draft, PLACES[name].type));

/** The place of a field. @param {string} name */
export const placeOf = (name) => PLACES[name];

/** A field as the editor has it, under its name here. @param {string} name @param {any} terms @returns {Field} */
export function fieldOf(name, terms) {
  const { type, name: own } = PLACES[name];
  const known = type ? FIELDS[type] : settingsFields(terms);
  const found = /** @type {Field} */ (known.find((field) => field.name === own));
  return { ...found, label: `embed.field.${name}`, hint: undefined };
}

/** What stands in a field. @param {Draft} draft @param {string} name @returns {string} */
export function valueOf(draft, name) {
  const { type, name: own } = PLACES[name];
  return (type ? eventAt(draft, type)?.[own] : /** @type {any} */ (draft)[own]) ?? '';
}

/** The draft with what an author gave. @param {Draft} draft @param {Record<string, string>} given @returns {Draft} */
export function withGiven(draft, given) {
  return Object.entries(given).reduce((now, [name, text]) => {
    const value = text === 'today' ? suggestedDay(emptyDraft()) : text;
    const { type, name: own } = PLACES[name];
    const event = type && eventAt(now, type);
    if (event) return withFields(now, event.key, { [own]: value });
    return type ? now : { ...now, [own]: value };
  }, draft);
}
