// @ts-check
// What sets the events of one scenario apart from those of another, in words: changed, added, removed.
// It compares what people typed; which events differ is the engine's word.

import { t } from '../i18n.js';
import { day } from '../format.js';
import { eventDetail, eventTitle, typedMoney } from '../names.js';

/** @typedef {import('../draft.js').Draft} Draft */
/** @typedef {import('../draft.js').DraftEvent} DraftEvent */
/** @typedef {{ draft: Draft, events: DraftEvent[] }} Side */

/** @param {Side} was  what only the first has @param {Side} now  what only the other has @returns {string[]} */
export function changes(was, now) {
  const gone = [...was.events];
  const lines = now.events.map((event) => {
    const place = gone.findIndex((one) => isAbout(one) === isAbout(event));
    const what = eventTitle(now.draft, event);
    if (place < 0) return t('compare.added', { what: [what, ...describe(event)].filter(Boolean).join(' ') });
    const [before] = gone.splice(place, 1);
    return changed(what, describe(before), describe(event));
  });
  return [
    ...lines,
    ...gone.map((event) =>
      t('compare.removed', { what: [eventTitle(was.draft, event), ...describe(event)].filter(Boolean).join(' ') }),
    ),
  ];
}

/** Events of the same kind about the same thing are one event that was changed. @param {DraftEvent} event */
const isAbout = ({ type, id, purchase, plan, bill }) => JSON.stringify([type, id, purchase, plan, bill]);

/** Day, amount and manner of an event. @param {DraftEvent} event */
const describe = (event) => [
  event.date && day(event.date),
  typedMoney(event.amount ?? event.limit ?? ''),
  eventDetail(event),
];

/** @param {string} what @param {string[]} before @param {string[]} after */
function changed(what, before, after) {
  const differ = (/** @type {string[]} */ list) => list.filter((_, i) => before[i] !== after[i]).join(' ');
  const [was, now] = [differ(before), differ(after)];
  return was || now ? t('compare.changed', { what, was, now }) : t('compare.changedOtherwise', { what });
}
