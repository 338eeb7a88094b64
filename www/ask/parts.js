// @ts-check
// The small pieces that answers are made of: the leading sentence, rows, and the button that applies an answer.
// They hold no state.

import { h } from '../dom.js';
import { day as dayWords } from '../format.js';

/** @typedef {import('../store.js').State} State */

/** @param {any[]} pieces */
export const lead = (pieces) => h('p.ask-lead', null, pieces);

/** @param {string} date */
export const day = (date) => h('strong.day', null, dayWords(date));

/** A button; with a state, one that changes the scenario, which there is none for in what is only looked at. @param {string} text @param {() => void} click @param {State} [state] */
export const button = (text, click, state) =>
  state?.opened ? null : h('p', null, h('button', { type: 'button', on: { click } }, text));

/** Lines of a name, a figure and a remark. @param {[string, string, string?][]} list */
export const rows = (list) =>
  list.length
    ? h(
        'ul.ask-rows',
        null,
        list.map(([name, figure, note]) =>
          h(
            'li.row',
            null,
            h('span.row-main', null, name),
            h('span.row-figure', null, figure),
            note ? h('span.row-note', null, note) : null,
          ),
        ),
      )
    : null;
