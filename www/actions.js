// @ts-check
// Everything that a person can do, as functions on the store. Each is one step of undo where it changes the draft.
// They work nothing out: a changed draft is run by app.js.

import { emptyDraft, fieldOf, isUntouched, suggestedDay, withEvent, withFields, withoutEvent } from './draft.js';
import { inOrder } from './names.js';
import { draftOf, exampleDraft } from './presets.js';
import { soon } from './later.js';
import { shelfActions } from './shelf/actions.js';
import { shown } from './store.js';
import { withSetting } from './editor/settings.js';
import { askActions } from './ask/actions.js';
import { compareActions } from './compare/actions.js';
import { shareActions } from './share/actions.js';

/** @typedef {import('./store.js').State} State */

/** @typedef {OwnActions & import('./shelf/actions.js').ShelfActions & import('./share/actions.js').ShareActions & import('./ask/actions.js').AskActions & import('./compare/actions.js').CompareActions} Actions */
/**
 * @typedef {object} OwnActions
 * @property {() => State} state  as it is looked at
 * @property {() => void} redo
 * @property {(key: string | null) => void} why  opens an explanation, or closes it
 * @property {(row: number) => void} cursor
 * @property {() => void} hideNotice
 * @property {(theme: State['theme']) => void} theme
 * @property {(lang: string) => Promise<void>} lang
 * @property {(key: string) => void} openEvent
 * @property {() => void} openSettings
 * @property {() => void} openMore
 * @property {() => void} closeSheet
 * @property {() => void} openComplaint  where the engine's complaint can be put right
 * @property {(type: string, fields?: Record<string, any>) => void} add  with what it begins with, where that is known
 * @property {(key: string) => void} duplicate
 * @property {(key: string) => void} remove
 * @property {(key: string, name: string, value: any) => void} field
 * @property {(key: string | null) => void} hold  begins to move an event on the axis, or ends it
 * @property {(name: string, value: string) => void} setting
 * @property {(id: string) => void} preset
 * @property {() => void} blank
 * @property {(plan: string | null) => void} openCost  the cost sheet of a plan, or of what will be typed
 * @property {() => void} closeCost
 * @property {(name: string, value: string) => void} costField
 * @property {(change: Partial<import('./store.js').Help> | null) => void} help  opens the help or changes what is open; null closes it
 * @property {(text: string) => void} say  a short word at the foot of the screen, by the key of its words
 * @property {(id: string, name: string) => void} receiver  who receives a charge
 */

/** @type {import('./store.js').Help} */
const CLOSED_HELP = { view: 'way', about: null, done: [], letter: null };

/**
 * @param {import('./store.js').Store} store
 * @param {(lang: string) => Promise<void>} setLang
 * @param {() => void} [keepNow]  keeps what still waits to be kept, where anything is kept
 * @returns {Actions}
 */
export function actions(store, setLang, keepNow = () => {}) {
  const { get, update, edit } = store;
  return {
    state: () => shown(get()),
    ...shelfActions(store, keepNow),
    redo: store.redo,
    why: (key) => update({ why: key }),
    cursor: (row) => row !== get().cursor && update({ cursor: row }),
    say: store.say,
    help: (change) => update({ help: change && { ...CLOSED_HELP, ...get().help, ...change } }),
    hideNotice: () => update({ notice: null }),
    theme: (theme) => update({ theme }),
    lang: setLang,

    openEvent: (key) => update({ ...settle(get()), sheet: { kind: 'event', key }, focus: key }),
    openSettings: () => update({ ...settle(get()), sheet: { kind: 'settings' } }),
    openMore: () => update({ ...settle(get()), sheet: { kind: 'more' } }),
    closeSheet: () => update({ ...settle(get()), sheet: null, tag: '' }),
    openComplaint: () => update(complaintSheet(get())),

    add(type, given) {
      update(settle(get()));
      const fields = { date: suggestedDay(get().draft), fresh: true, ...startingFields(type, get()), ...given };
      const { draft, key } = withEvent(get().draft, type, fields);
      edit(draft, key, { sheet: { kind: 'event', key }, focus: key });
    },

    duplicate(key) {
      const { key: _key, type, id: _id, fresh: _fresh, ...fields } = eventOf(get(), key);
      const copy = withEvent(get().draft, type, fields);
      const notice = { text: 'notice.duplicated', undo: true };
      edit(copy.draft, '', { sheet: { kind: 'event', key: copy.key }, focus: copy.key, notice });
    },

    remove(key) {
      const { draft, also } = withoutEvent(get().draft, key);
      const text = also ? 'notice.removedAlso' : 'notice.removed';
      edit(draft, '', { sheet: null, focus: null, notice: { text, values: { n: String(also) }, undo: true } });
    },

    field(key, name, value) {
      const event = eventOf(get(), key);
      if (event[name] === value) return;
      const typing = typeof value === 'string' ? `${key}.${name}` : '';
      edit(withFields(get().draft, key, { [name]: value }), event.fresh ? key : typing, { focus: key });
    },

    hold: (key) => update({ moving: key, tag: '' }),

    ...wholeDraftActions(store),
    ...costActions(get, update),
    ...askActions(store),
    ...compareActions(store),
    ...shareActions(store),
  };
}

/**
 * What changes more than one event: settings, and another draft in the place of this one.
 * @param {import('./store.js').Store} store
 * @returns {Pick<Actions, 'setting' | 'preset' | 'blank'>}
 */
function wholeDraftActions(store) {
  const { get, edit } = store;
  const cases = soon(store, () => import('./cases.js'));
  return {
    setting: (name, value) => edit({ ...withSetting(get().draft, name, value), preset: null }, `setting.${name}`),
    preset: (id) =>
      cases(({ CASES }) => {
        const found = CASES.find((one) => one.id === id);
        edit(found ? draftOf(found) : exampleDraft(), '', { sheet: null, focus: null });
      }),
    blank() {
      const { creditLimit, product, rates } = get().draft;
      const notice = { text: 'notice.blank', undo: true };
      edit({ ...emptyDraft(), creditLimit, product, rates }, '', { sheet: null, focus: null, notice });
    },
  };
}

/**
 * What is done on a cost sheet.
 * @param {import('./store.js').Store['get']} get
 * @param {import('./store.js').Store['update']} update
 * @returns {Pick<Actions, 'openCost' | 'closeCost' | 'costField' | 'receiver'>}
 */
const costActions = (get, update) => ({
  openCost: (plan) => update({ cost: { ...startingCost(get()), plan } }),
  closeCost: () => update({ cost: null }),
  costField(name, value) {
    const { cost } = get();
    if (cost) update({ cost: { ...cost, ...(name === 'known' ? { value: '' } : {}), [name]: value } });
  },
  receiver: (id, name) => update({ receivers: { ...get().receivers, [id]: name } }),
});

/** What a cost sheet begins with; what was typed before stays. @param {State} state @returns {import('./store.js').Cost} */
const startingCost = ({ cost, draft, result }) =>
  cost ?? {
    plan: null,
    principal: '1000',
    periods: '12',
    date: result.report?.asOf?.date ?? suggestedDay(draft),
    known: 'monthlyPayment',
    value: '',
    lpr: '',
  };

/** An event that is there. @param {State} state @param {string} key @returns {import('./draft.js').DraftEvent} */
function eventOf({ draft }, key) {
  const event = draft.events.find((one) => one.key === key);
  if (!event) throw new Error(`no event ${key}`);
  return event;
}

/** What a new event of a kind begins with. @param {string} type @param {State} state */
function startingFields(type, state) {
  const { draft, result } = state;
  if (type === 'refund')
    return {
      purchase:
        inOrder(draft)
          .filter((event) => event.type === 'purchase')
          .at(-1)?.id ?? '',
    };
  if (type === 'settlePlan') return { plan: result.report?.plans.at(-1)?.id ?? '' };
  if (['payMinimum', 'postpone'].includes(type)) {
    const last = result.report?.bills.at(-1);
    const { bill, date } = result.report?.asOf?.nextDue ?? { bill: last?.month ?? '', date: last?.dueDate ?? draft.today };
    return { bill, date };
  }
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
