// @ts-check
// Moving an event to another day by its dot on the axis of the limit's drawing. The buttons beside its date do the same.
// It counts no days: the drawing says which day is under the pointer.

import { dayAndWeekday } from '../format.js';

/** @typedef {import('../actions.js').Actions} Actions */
/** @typedef {import('../chart/limit.js').LimitChart} LimitChart */

/**
 * The events that have a dot, where they may be moved; the moved one with its day.
 * @param {import('../store.js').State} state @param {Actions} act
 * @returns {import('../chart/limit.js').Mark[]}
 */
export function marksOf({ draft, moving, result }, act) {
  const rows = result.report?.limit ?? [];
  if (!('hold' in act) || !rows.length) return [];
  const [first, last] = [rows[0].date, rows[rows.length - 1].date];
  return draft.events
    .filter(({ date }) => date >= first && date <= last)
    .map(({ key, date }) => ({ key, date, text: key === moving ? dayAndWeekday(date) : '' }));
}

/**
 * Takes hold of the event whose dot is under the pointer. The pointer may leave the plot on the way, so the window is listened to.
 * @param {PointerEvent} event  on the plot @param {LimitChart} chart @param {Actions} act
 * @returns {boolean} whether there is one
 */
export function takeHold(event, chart, act) {
  const { left, top } = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
  const key = chart.grip(event.clientX - left, event.clientY - top);
  if (key === undefined) return false;
  event.preventDefault();
  act.hold(key);
  const move = (/** @type {PointerEvent} */ { clientX }) => act.field(key, 'date', chart.dayAt(clientX - left));
  const held = new AbortController();
  const release = () => {
    held.abort();
    act.hold(null);
  };
  addEventListener('pointermove', move, held);
  for (const type of ['pointerup', 'pointercancel']) addEventListener(type, release, held);
  return true;
}
