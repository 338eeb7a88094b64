// @ts-check
// The limit: drawing, reading line under the cursor, and the table that says the same.
// The cursor steps from change to change; between them nothing changes.

import { fill, h } from '../dom.js';
import { t, say } from '../i18n.js';
import { day, dayAndWeekday, figure, isZero, money, month } from '../format.js';
import { refName } from '../names.js';
import { limitChart } from '../chart/limit.js';
import { marksOf, takeHold } from './move.js';
import { bothAmounts, cardHead, figureWhy, oneReading, readingsLegend, twin } from './parts.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../pkg/yuefu.js').Cause} Cause */
/** @typedef {import('../pkg/yuefu.js').LimitDay} LimitDay */
/** @typedef {import('../actions.js').Actions} Actions */

/** The drawing in each card. @type {WeakMap<Element, import('../chart/limit.js').LimitChart>} */
const charts = new WeakMap();

/** @param {HTMLElement} element @param {State} state @param {Actions} act */
export function limit(element, state, act) {
  const rows = state.result.report?.limit ?? [];
  element.hidden = rows.length === 0;
  charts.delete(element);
  if (!rows.length) return fill(element);
  const width = Math.max(240, state.width);
  const words = {
    label: (/** @type {{ day: string, isMonth: boolean }} */ tick, /** @type {boolean} */ first) =>
      tick.isMonth ? month(tick.day.slice(0, 7), first || tick.day.slice(5, 7) === '01') : day(tick.day),
    amount: (/** @type {number} */ n) => figure(String(n)),
    frozen: t('limit.frozen'),
  };
  const chart = limitChart(rows, width, words, marksOf(state, act));
  charts.set(element, chart);
  fill(
    element,
    cardHead(t('limit.title')),
    h('p.hint', null, t('limit.hint')),
    readingsLegend(),
    slider(chart, rows, state, act),
    h('div', { id: 'limit-reading' }),
    table(rows, state, act),
  );
  limitCursor(element, state, act);
}

/** Moves the cursor and its reading line, leaving the drawing. @param {HTMLElement} element @param {State} state @param {Actions} act */
export function limitCursor(element, state, act) {
  const rows = state.result.report?.limit ?? [];
  const line = element.querySelector('#limit-reading');
  const chart = charts.get(element);
  if (!chart || !line) return;
  const at = Math.min(state.cursor ?? asOfRow(state), rows.length - 1);
  const handle = element.querySelector('[role=slider]');
  handle?.setAttribute('aria-valuenow', String(at));
  handle?.setAttribute('aria-valuetext', inWords(rows[at], state));
  fill(/** @type {Element} */ (element.querySelector('.cursor')), chart.cursorAt(at));
  fill(line, reading(rows[at], state, act));
}

/** The row that holds on the report's day. @param {State} state */
function asOfRow({ result: { report } }) {
  const rows = report?.limit ?? [];
  const later = rows.findIndex((row) => row.date > (report?.asOf?.date ?? ''));
  return later < 0 ? rows.length - 1 : Math.max(0, later - 1);
}

/** Where a key leads from a row. @param {string} key @param {number} now @param {number} last @returns {number | undefined} */
function stepTo(key, now, last) {
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key === 'ArrowRight' || key === 'ArrowUp') return Math.min(last, now + 1);
  if (key === 'ArrowLeft' || key === 'ArrowDown') return Math.max(0, now - 1);
  return undefined;
}

/** @param {import('../chart/limit.js').LimitChart} chart @param {LimitDay[]} rows @param {State} state @param {Actions} act */
function slider(chart, rows, state, act) {
  const last = rows.length - 1;
  /** @param {any} event  on the plot, with its place from the left */
  const point = ({ clientX, currentTarget: plot }) => {
    if (!act.state().moving) act.cursor(chart.nearest(clientX - plot.getBoundingClientRect().left));
  };
  const on = {
    keydown: (/** @type {KeyboardEvent} */ event) => {
      const now = /** @type {Element} */ (event.currentTarget).getAttribute('aria-valuenow');
      const to = stepTo(event.key, Number(now), last);
      if (to === undefined) return;
      event.preventDefault();
      act.cursor(to);
    },
    pointerdown: (/** @type {PointerEvent} */ event) => takeHold(event, chart, act) || point(event),
    pointermove: (/** @type {PointerEvent} */ event) => (event.pointerType === 'mouse' || event.buttons) && point(event),
  };
  return h(
    'div.plot',
    {
      role: 'slider',
      tabindex: '0',
      data: { k: 'limit-cursor' },
      'aria-label': t('limit.cursor'),
      'aria-valuemin': 0,
      'aria-valuemax': last,
      on,
    },
    chart.drawing,
  );
}

/** The row under the cursor, in figures. @param {LimitDay} row @param {State} state @param {Actions} act */
function reading(row, state, act) {
  return [
    h('p.reading-day', null, dayAndWeekday(row.date), row.frozen.guaranteed.length ? ` · ${frozenWords(row)}` : ''),
    h(
      'dl.reading-figures',
      null,
      h('div', null, h('dt', null, t('limit.available')), h('dd', null, bothAmounts(row.available))),
      h('div', null, h('dt', null, t('limit.held')), h('dd', null, bothAmounts(row.held))),
      h('div', null, h('dt', null, t('limit.used')), h('dd', null, money(row.used))),
    ),
    causes(row, state, act, 'reading'),
  ];
}

/** @param {LimitDay} row */
const frozenWords = (row) => row.frozen.guaranteed.map((kind) => say('freeze', kind)).join(t('list.and'));

/** The row as one sentence, for a screen reader. @param {LimitDay} row @param {State} state */
function inWords(row, state) {
  const { possible, guaranteed } = row.available;
  const key = possible === guaranteed ? 'limit.spokenSame' : 'limit.spoken';
  const why = row.causes.map((cause) => causeWords(cause, state)).join(t('list.and'));
  return t(key, { day: dayAndWeekday(row.date), possible: money(possible), guaranteed: money(guaranteed), why });
}

/** What changed the limit. @param {Cause} cause @param {State} state */
export function causeWords(cause, state) {
  const draft = state.result.draft ?? state.draft;
  const name = cause.ref ? refName(draft, cause.ref) : '';
  const about = name ? t('list.about', { what: say('cause', cause.kind), name }) : say('cause', cause.kind);
  return cause.readings === 'both' ? about : t(`cause.on.${cause.readings}`, { what: about });
}

/** What changed on a day; each amount opens its reason. @param {LimitDay} row @param {State} state @param {Actions} act @param {string} where */
function causes(row, state, act, where) {
  return h(
    'ul.causes',
    null,
    row.causes.map((cause, i) =>
      h(
        'li',
        null,
        h('span', null, causeWords(cause, state)),
        figureWhy(
          isZero(cause.amount) ? t('why.ask') : money(cause.amount),
          cause.why,
          act,
          `${where}-${row.date}-${i}`,
        ),
      ),
    ),
  );
}

/** @param {LimitDay[]} rows @param {State} state @param {Actions} act */
function table(rows, state, act) {
  const heads = ['limit.day', 'limit.used', 'limit.held', 'limit.available', 'limit.why'].map((key) => t(key));
  return twin(
    'limit-table',
    t('limit.table'),
    heads,
    () =>
      rows.map((row) => [
        h('time', { datetime: row.date }, day(row.date)),
        figure(row.used),
        pair(row.held),
        pair(row.available),
        causes(row, state, act, 'table'),
      ]),
    [4],
  );
}

/** Both readings in a cell, one under the other. @param {{ possible: string, guaranteed: string }} both */
function pair({ possible, guaranteed }) {
  if (possible === guaranteed) return figure(guaranteed);
  return h('span.both', null, oneReading('possible', figure(possible)), oneReading('guaranteed', figure(guaranteed)));
}
