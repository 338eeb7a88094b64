// @ts-check
// Puts into the scenario what an answer says: events that it adds, or an event on another day.
// It comes when it is first wanted, and finds no answer itself.

import { withEvent, withFields } from '../draft.js';

/** @typedef {import('../store.js').Store} Store */
/** @typedef {import('../draft.js').Draft} Draft */

const notice = { text: 'notice.applied', undo: true };

/** @param {Store} store @param {import('./actions.js').Entry[]} entries @param {string} [before] */
export function apply({ get, edit }, entries, before) {
  let { draft } = get();
  let added = '';
  for (const [type, fields] of entries) ({ draft, key: added } = withEvent(draft, type, fields));
  edit(before ? movedBefore(draft, added, before) : draft, '', { focus: added, sheet: null, notice });
}

/** @param {Store} store @param {string} key @param {string} date */
export function move({ get, edit }, key, date) {
  const { draft } = get();
  const event = draft.events.find((one) => one.key === key);
  if (!event) return;
  const others = { ...draft, events: draft.events.filter((one) => one !== event) };
  const last = { ...others, events: [...others.events, event] };
  edit(withFields(last, key, { date }), '', { focus: key, sheet: null, notice });
}

/** @param {Draft} draft @param {string} key @param {string} before @returns {Draft} */
function movedBefore(draft, key, before) {
  const events = draft.events.filter((event) => event.key !== key);
  const place = events.findIndex((event) => event.key === before);
  const moved = draft.events.filter((event) => event.key === key);
  return { ...draft, events: [...events.slice(0, place), ...moved, ...events.slice(place)] };
}
