// @ts-check
// What a person does with a question and its answer: part of the page's actions.
// It finds no answer: the engine does, when ask/card.js asks it.

import { suggestedDay, withEvent, withFields } from '../draft.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../store.js').Ask} Ask */
/** @typedef {import('../draft.js').Draft} Draft */
/** @typedef {[type: string, fields: Record<string, any>]} Entry */
/**
 * @typedef {object} AskActions
 * @property {(kind: Ask['kind']) => void} ask  opens a question; the one that is open is closed
 * @property {(name: string, value: string) => void} askField
 * @property {(answered: NonNullable<State['answered']>) => void} answered
 * @property {(entries: Entry[], before?: string) => void} apply  adds what an answer says, before the event of a key
 * @property {(key: string, date: string) => void} move  an event to another day, after the others of that day
 */

/** @param {import('../store.js').Store} store @returns {AskActions} */
export function askActions({ get, update, edit }) {
  const notice = { text: 'notice.applied', undo: true };
  return {
    ask: (kind) => update({ ask: get().ask?.kind === kind ? null : { ...starting(get()), kind } }),
    askField(name, value) {
      const { ask } = get();
      if (ask) update({ ask: { ...ask, [name]: value } });
    },
    answered: (answered) => update({ answered }),

    apply(entries, before) {
      let { draft } = get();
      let added = '';
      for (const [type, fields] of entries) ({ draft, key: added } = withEvent(draft, type, fields));
      edit(before ? movedBefore(draft, added, before) : draft, '', { focus: added, sheet: null, notice });
    },

    move(key, date) {
      const { draft } = get();
      const event = draft.events.find((one) => one.key === key);
      if (!event) return;
      const others = { ...draft, events: draft.events.filter((one) => one !== event) };
      const last = { ...others, events: [...others.events, event] };
      edit(withFields(last, key, { date }), '', { focus: key, sheet: null, notice });
    },
  };
}

/** What a question begins with; what was typed before stays. @param {State} state @returns {Ask} */
function starting({ ask, draft, result }) {
  const { asOf } = result.report ?? {};
  const date = asOf?.nextDue?.date ?? asOf?.date ?? suggestedDay(draft);
  return ask ?? { kind: 'usableOn', date, amount: '', monthlyMax: '', purchase: '', event: '' };
}

/** @param {Draft} draft @param {string} key @param {string} before @returns {Draft} */
function movedBefore(draft, key, before) {
  const events = draft.events.filter((event) => event.key !== key);
  const place = events.findIndex((event) => event.key === before);
  const moved = draft.events.filter((event) => event.key === key);
  return { ...draft, events: [...events.slice(0, place), ...moved, ...events.slice(place)] };
}
