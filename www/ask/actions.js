// @ts-check
// What a person does with a question and its answer: part of the page's actions.
// It finds no answer: the engine does, when ask/card.js asks it. What an answer changes is in work.js.

import { suggestedDay } from '../draft.js';
import { soon } from '../later.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../store.js').Ask} Ask */
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
export function askActions(store) {
  const { get, update } = store;
  const work = soon(store, () => import('./work.js'));
  return {
    ask: (kind) => update({ ask: get().ask?.kind === kind ? null : { ...starting(get()), kind } }),
    askField(name, value) {
      const { ask } = get();
      if (ask) update({ ask: { ...ask, [name]: value } });
    },
    answered: (answered) => update({ answered }),

    apply: (...given) => work(({ apply }) => apply(store, ...given)),
    move: (...given) => work(({ move }) => move(store, ...given)),
  };
}

/** What a question begins with; what was typed before stays. @param {State} state @returns {Ask} */
function starting({ ask, draft, result }) {
  const { asOf } = result.report ?? {};
  const date = asOf?.nextDue?.date ?? asOf?.date ?? suggestedDay(draft);
  return ask ?? { kind: 'usableOn', date, amount: '', monthlyMax: '', purchase: '', event: '' };
}
