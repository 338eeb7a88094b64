// @ts-check
// Up to three scenarios side by side: sums, bills, when the limit is back, each with its difference to the first.
// It works nothing out: every figure and every difference is the engine's.

import { fill, h } from '../dom.js';
import { t, tx } from '../i18n.js';
import { day, isZero, money, month } from '../format.js';
import { toScenario } from '../draft.js';
import { use } from '../engine.js';
import { cardHead } from '../view/parts.js';
import { MOST_PINNED } from './work.js';
import { changes } from './changes.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */
/** @typedef {import('../draft.js').Draft} Draft */
/** @typedef {import('../pkg/yuefu.js').ComparedScenario} Compared */
/** @typedef {{ name: string, cells: (any[])[] }} Row */

/** @param {HTMLElement} element @param {State} state @param {Actions} act @param {(id: string) => any} product */
export function card(element, state, act, product) {
  const { pinned, result, draft } = state;
  if (!pinned.length) return;
  const drafts = [...pinned, result.draft ?? draft];
  const sides = drafts.map((one) => toScenario(one, product(one.product)));
  const { value } = use((wasm) => wasm.compare(sides.map((side) => side.scenario)));
  const names = drafts.map((_, i) => (i < pinned.length ? t('compare.name', { letter: 'AB'[i] }) : t('compare.now')));
  fill(
    element,
    cardHead(t('compare.title')),
    value
      ? [
          differences(value.scenarios, { drafts, names, keys: sides.map((side) => side.keys) }),
          table(t('compare.title'), names, rowsOf(value)),
          h(
            'details.twin',
            { data: { k: 'compare-bills' } },
            h('summary', { data: { k: 'compare-bills-summary' } }, t('compare.bills')),
            table(t('compare.bills'), names, billRows(value)),
          ),
        ]
      : h('p.hint', null, t('compare.cannot')),
    buttons(state, names, act),
  );
}

/** @param {State} state @param {string[]} names @param {Actions} act */
function buttons({ pinned, result, opened }, names, act) {
  if (opened) return null;
  const button = (/** @type {string} */ key, /** @type {Record<string, string>} */ values, /** @type {() => void} */ click) =>
    h('button', { type: 'button', data: { k: `${key}-${values.name ?? ''}` }, on: { click } }, t(key, values));
  return h(
    'div.buttons.wrap',
    null,
    pinned.map((_, i) => button('compare.goOn', { name: names[i] }, () => act.goOnWith(i))),
    pinned.map((_, i) => button('compare.drop', { name: names[i] }, () => act.dropKept(i))),
    pinned.length < MOST_PINNED && !result.error ? button('compare.keepAnother', {}, act.keepForComparison) : null,
  );
}

/**
 * What sets each scenario apart from the first.
 * @param {Compared[]} scenarios @param {{ drafts: Draft[], names: string[], keys: string[][] }} about
 */
function differences(scenarios, { drafts, names, keys }) {
  const events = (/** @type {number} */ side, /** @type {number[]} */ indexes) =>
    indexes.flatMap((index) => drafts[side].events.find((one) => one.key === keys[side][index]) ?? []);
  const lines = scenarios
    .slice(1)
    .map(({ added, removed, settings }, i) => [
      ...changes({ draft: drafts[0], events: events(0, removed) }, { draft: drafts[i + 1], events: events(i + 1, added) }),
      ...settings.map((name) => t('compare.setting', { what: t(`compare.setting.${name}`) })),
    ]);
  return h(
    'ul.ask-rows',
    null,
    lines.map((list, i) =>
      h(
        'li',
        null,
        h('strong', null, names[i + 1]),
        h('span.row-note.block', null, shortened(list).join(t('list.comma')) || t('compare.same', { name: names[0] })),
      ),
    ),
  );
}

/** Differences that are told one by one; the rest are counted. */
const TOLD = 6;

/** @param {string[]} list */
const shortened = (list) =>
  list.length > TOLD ? [...list.slice(0, TOLD), t('compare.more', { n: list.length - TOLD })] : list;

/** @param {import('../pkg/yuefu.js').Comparison} comparison @returns {Row[]} */
function rowsOf({ scenarios }) {
  const sum = (/** @type {'fees' | 'interest' | 'penalties' | 'repayments'} */ name) => ({
    name: t(`compare.${name}`),
    cells: scenarios.map(({ totals, difference }, i) => [money(totals[name]), i ? against(difference[name]) : null]),
  });
  const some = (/** @type {'interest' | 'penalties'} */ name) => scenarios.some(({ totals }) => !isZero(totals[name]));
  return [
    sum('fees'),
    ...(some('interest') ? [sum('interest')] : []),
    ...(some('penalties') ? [sum('penalties')] : []),
    sum('repayments'),
    {
      name: t('compare.outstanding'),
      cells: scenarios.map(({ totals }) => [money(totals.outstanding)]),
    },
    {
      name: t('compare.peak'),
      cells: scenarios.map(({ peak }) => (peak ? [money(peak.total), note(month(peak.month))] : ['—'])),
    },
    { name: t('compare.fullAgain'), cells: scenarios.map(({ fullAgain }) => [span(fullAgain)]) },
  ].filter(({ cells }) => cells.some(([figure]) => figure !== money('0.00')));
}

/** @param {import('../pkg/yuefu.js').Comparison} comparison @returns {Row[]} */
const billRows = ({ bills }) =>
  bills.map((bill) => ({
    name: t('name.bill', { month: month(bill.month) }),
    cells: bill.totals.map((total) => [total ? money(total) : '—']),
  }));

/** @param {string} text */
const note = (text) => h('span.row-note.block', null, text);

/** More or less than the first; nothing where they agree. @param {string} difference */
const against = (difference) => (isZero(difference) ? note(t('compare.equal')) : note(money(difference, '+')));

/** A day that a narrow column breaks after its year and nowhere else. @param {string} date */
const when = (date) =>
  h(
    'span',
    null,
    day(date)
      .split(/(?<=年)/)
      .flatMap((part, i) => (i ? [h('wbr'), part] : part)),
  );

/** @param {{ possible?: string, guaranteed?: string }} days */
function span({ possible, guaranteed }) {
  if (possible && guaranteed && possible !== guaranteed) {
    return [when(possible), h('span.row-note.block', null, tx('compare.until', { day: when(guaranteed) }))];
  }
  const one = guaranteed ?? possible;
  return one ? when(one) : t('refunds.notYet');
}

/** The table; roles are spelled out because a narrow screen lays it out in another way. @param {string} label @param {string[]} names @param {Row[]} rows */
const table = (label, names, rows) =>
  h(
    `table.compare.of${names.length}`,
    { role: 'table', 'aria-label': label },
    h(
      'thead',
      { role: 'rowgroup' },
      h(
        'tr',
        { role: 'row' },
        h('td', { role: 'cell' }),
        names.map((name) => h('th', { scope: 'col', role: 'columnheader' }, name)),
      ),
    ),
    h(
      'tbody',
      { role: 'rowgroup' },
      rows.map(({ name, cells }) =>
        h(
          'tr',
          { role: 'row' },
          h('th', { scope: 'row', role: 'rowheader' }, name),
          cells.map((cell) => h('td', { role: 'cell' }, cell.flat())),
        ),
      ),
    ),
  );
