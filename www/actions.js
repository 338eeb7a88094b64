// @ts-check
// Everything that a person can do, as functions on the store. Each is one step of undo where it changes the draft.
// They work nothing out: a changed draft is run by app.js.

import { emptyDraft, fieldOf, isUntouched, suggestedDay, withEvent, withFields, withoutEvent } from './draft.js';
import { inOrder } from './names.js';
import { presetDraft } from './presets.js';
import { withSetting } from './editor/settings.js';

/** @typedef {import('./store.js').State} State */

/** @param {import('./store.js').Store} store @param {(lang: string) => Promise<void>} setLang */
export function actions(store, setLang) {
  const { get, update, edit } = store;
  const eventOf = (/** @type {string} */ key) => get().draft.events.find((event) => event.key === key);

  return {
    state: get,
    undo: store.undo,
    redo: store.redo,
    why: (/** @type {string | null} */ key) => update({ why: key }),
    cursor: (/** @type {number} */ row) => row !== get().cursor && update({ cursor: row }),
    hideNotice: () => update({ notice: null }),
    theme: (/** @type {State['theme']} */ theme) => update({ theme }),
    lang: setLang,

    openEvent: (/** @type {string} */ key) => update({ ...settle(get()), sheet: { kind: 'event', key }, focus: key }),
    openSettings: () => update({ ...settle(get()), sheet: { kind: 'settings' } }),
    openMore: () => update({ ...settle(get()), sheet: { kind: 'more' } }),
    closeSheet: () => update({ ...settle(get()), sheet: null, tag: '' }),
    openComplaint: () => update(complaintSheet(get())),

    add(/** @type {string} */ type) {
      const before = settle(get());
      update(before);
      const { draft, key } = withEvent(get().draft, type, { date: suggestedDay(get().draft), fresh: true, ...startingFields(type, get()) });
      edit(draft, key, { sheet: { kind: 'event', key }, focus: key });
    },

    duplicate(/** @type {string} */ key) {
      const { key: _key, type, id: _id, fresh: _fresh, ...fields } = /** @type {any} */ (eventOf(key));
      const copy = withEvent(get().draft, type, fields);
      edit(copy.draft, '', { sheet: { kind: 'event', key: copy.key }, focus: copy.key, notice: { text: 'notice.duplicated', undo: true } });
    },

    remove(/** @type {string} */ key) {
      const { draft, also } = withoutEvent(get().draft, key);
      const notice = also ? { text: 'notice.removedAlso', values: { n: String(also) }, undo: true } : { text: 'notice.removed', undo: true };
      edit(draft, '', { sheet: null, focus: null, notice });
    },

    field(/** @type {string} */ key, /** @type {string} */ name, /** @type {any} */ value) {
      if (eventOf(key)?.[name] === value) return;
      const typing = typeof value === 'string' ? `${key}.${name}` : '';
      const tag = eventOf(key)?.fresh ? key : typing;
      edit(withFields(get().draft, key, { [name]: value }), tag, { focus: key });
    },

    setting(/** @type {string} */ name, /** @type {string} */ value) {
      edit({ ...withSetting(get().draft, name, value), preset: null }, `setting.${name}`);
    },

    preset: (/** @type {string} */ id) => edit(presetDraft(id), '', { sheet: null, focus: null, cursor: null }),

    blank() {
      const { draft } = get();
      edit({ ...emptyDraft(), creditLimit: draft.creditLimit, product: draft.product, rates: draft.rates }, '', { sheet: null, focus: null, cursor: null, notice: { text: 'notice.blank', undo: true } });
    },
  };
}

/** @typedef {ReturnType<typeof actions>} Actions */

/** What a new event of a kind begins with. @param {string} type @param {State} state */
function startingFields(type, state) {
  const { draft, result } = state;
  const lastBill = result.report?.bills.at(-1)?.month ?? '';
  if (type === 'refund') return { purchase: inOrder(draft).filter((event) => event.type === 'purchase').at(-1)?.id ?? '' };
  if (type === 'settlePlan') return { plan: result.report?.plans.at(-1)?.id ?? '' };
  if (['convertBill', 'payMinimum', 'postpone'].includes(type)) return { bill: lastBill, date: result.report?.bills.at(-1)?.dueDate ?? draft.today };
  return {};
}

/** Ends the adding of an event: one without an amount goes away again. @param {State} state @returns {Partial<State>} */
function settle(state) {
  const { draft } = state;
  if (!draft.events.some((event) => event.fresh)) return {};
  const events = draft.events
    .filter((event) => !isUntouched(event))
    .map(({ fresh: _fresh, ...event }) => /** @type {import('./draft.js').DraftEvent} */ (event));
  const gone = draft.events.length !== events.length;
  return { draft: { ...draft, events }, tag: '', ...(gone ? { focus: null, past: state.past.slice(0, -1) } : {}) };
}

/** The sheet of the field that the engine complains about. @param {State} state @returns {Partial<State>} */
function complaintSheet(state) {
  const { error, keys } = state.result;
  if (!error) return {};
  const { key } = fieldOf(error.path, /** @type {string[]} */ (keys), state.draft);
  return key ? { sheet: { kind: 'event', key }, focus: key } : { sheet: { kind: 'settings' } };
}

