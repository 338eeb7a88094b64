// @ts-check
// The small pieces that several parts of the page are made of: figures that open their reason, badges, tables.
// They hold no state.

import { h } from '../dom.js';
import { t } from '../i18n.js';
import { money } from '../format.js';

/** @typedef {{ why: (key: string) => void }} Opens */

/**
 * A figure; where it has an explanation, a button that opens it.
 * @param {string} text @param {string | undefined} why @param {Opens} act @param {string} [k]  key that keeps its focus
 */
export function figureWhy(text, why, act, k) {
  if (!why) return h('span.figure', null, text);
  const open = { click: () => act.why(why) };
  return h(
    'button.figure.why',
    { type: 'button', on: open, data: { k: k ?? `why-${why}` }, 'aria-label': t('why.of', { figure: text }) },
    text,
  );
}

/** The button `为什么` beside a whole statement. @param {string | undefined} why @param {Opens} act @param {string} about */
export function whyButton(why, act, about) {
  if (!why) return null;
  const open = { click: () => act.why(why) };
  return h(
    'button.quiet',
    { type: 'button', on: open, data: { k: `whyb-${why}` }, 'aria-label': t('why.of', { figure: about }) },
    t('why.ask'),
  );
}

/** A large figure with its name above and a note below. @param {string} name @param {any} figure @param {any} note */
export const cell = (name, figure, note) =>
  h(
    'div',
    null,
    h('dt', null, name),
    h('dd', null, h('span.cell-figure', null, figure), note ? h('span.note', null, note) : null),
  );

/** @param {string} tone  ok, wait, warn, bad or plain @param {string} text */
export const badge = (tone, text) => h(`span.badge.${tone}`, null, text);

/** An amount on both readings: once where they agree. @param {{ possible: string, guaranteed: string }} both */
export function bothAmounts({ possible, guaranteed }) {
  if (possible === guaranteed) return h('span.figure', null, money(guaranteed));
  return h('span.both', null, oneReading('possible', money(possible)), oneReading('guaranteed', money(guaranteed)));
}

/** A figure on one reading, with its mark. @param {'possible' | 'guaranteed'} reading @param {string} text */
export const oneReading = (reading, text) =>
  h(`span.reading.${reading}`, { data: { reading } }, h('span.sr', null, t(`reading.${reading}`)), text);

/** What the two readings look like in drawings and tables. */
export const readingsLegend = () =>
  h(
    'ul.legend',
    null,
    h('li', null, h('span.swatch.guaranteed'), t('reading.guaranteed')),
    h('li', null, h('span.swatch.possible'), t('reading.possible')),
  );

/**
 * The table that says what a drawing shows. Roles are spelled out because a narrow screen lays it out in another way.
 * @param {string} k @param {string} caption @param {string[]} heads @param {() => any[][]} rows  the first cell heads its row
 * @param {number[]} [texts]  columns that hold words, not figures; the last one stands below its row on a narrow screen
 */
export function twin(k, caption, heads, rows, texts = []) {
  const kinds = heads.map((_, i) => (texts.includes(i) ? '.text' : ''));
  const head = heads.map((name, i) => h(`th${kinds[i]}`, { scope: 'col', role: 'columnheader' }, name));
  const row = (/** @type {any[]} */ [name, ...cells]) =>
    h(
      'tr',
      { role: 'row' },
      h('th', { scope: 'row', role: 'rowheader' }, name),
      cells.map((cell, i) => h(`td${kinds[i + 1]}`, { role: 'cell' }, cell)),
    );
  const folded = () => [
    h(
      'table',
      { role: 'table', 'aria-label': caption },
      h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, head)),
      h('tbody', { role: 'rowgroup' }, rows().map(row)),
    ),
  ];
  return h(
    'details.twin',
    { data: { k } },
    h('summary', { data: { k: `${k}-summary` } }, t('table.show')),
    h('div.scroll', { tabindex: '0', role: 'region', 'aria-label': caption, folded }),
  );
}

/** Terms and what they are. @param {([string, any] | null | false | undefined)[]} pairs */
export const facts = (pairs) =>
  h(
    'dl.facts',
    null,
    pairs
      .filter(Boolean)
      .map((pair) =>
        h('div', null, h('dt', null, /** @type {any} */ (pair)[0]), h('dd', null, /** @type {any} */ (pair)[1])),
      ),
  );

/** The heading of a card. @param {string} text @param {...any} beside */
export const cardHead = (text, ...beside) => h('div.card-head', null, h('h2', null, text), beside);
