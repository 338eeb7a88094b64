// @ts-check
// Bills: bars by month, then each bill with its days, standing and lines.
// The lines are the engine's, in its order; nothing is added up here.

import { fill, h } from '../dom.js';
import { t, say } from '../i18n.js';
import { day, dayAndWeekday, figure, fullDay, isZero, money, month } from '../format.js';
import { refName } from '../names.js';
import { billsChart, partsOf } from '../chart/bills.js';
import { badge, cardHead, facts, figureWhy, twin, whyButton } from './parts.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../pkg/yuefu.js').Bill} Bill */
/** @typedef {import('../pkg/yuefu.js').BillLine} BillLine */
/** @typedef {import('../actions.js').Actions} Actions */

/** How a standing looks. @type {Record<string, string>} */
const TONE = {
  paid: 'ok',
  open: 'plain',
  inGrace: 'warn',
  partlyPaid: 'plain',
  overdue: 'bad',
  partlyPaidOverdue: 'bad',
  revolved: 'warn',
  postponed: 'warn',
};

/** @param {HTMLElement} element @param {State} state @param {Actions} act */
export function bills(element, state, act) {
  const { report } = state.result;
  const list = report?.bills ?? [];
  element.hidden = list.length === 0;
  if (!report?.run || !list.length) return fill(element);
  fill(
    element,
    cardHead(t('bills.title')),
    h('p.hint', null, t('bills.hint', { until: fullDay(report.run.until) })),
    h(
      'ul.legend',
      null,
      partsOf(list).map((part) => h('li', null, h(`span.swatch.${part}`), t(`bills.part.${part}`))),
    ),
    h('div.scroll.plot', scrollable(list, state.width), drawing(list, state.width)),
    h(
      'div.bill-list',
      null,
      list.map((bill, i) => billRow(bill, i, state, act)),
    ),
    table(list),
  );
}

/** A drawing wider than its column is scrolled, so the keyboard must reach it. @param {Bill[]} list @param {number} width */
const scrollable = (list, width) =>
  list.length * 72 > width ? { tabindex: '0', role: 'region', 'aria-label': t('bills.chart') } : {};

/** @param {Bill[]} list @param {number} width */
function drawing(list, width) {
  return billsChart(list, Math.max(240, width), {
    total: (bill) => figure(bill.total),
    fees: feesOf,
    month: (bill, i) => month(bill.month, i === 0 || bill.month.endsWith('-01')),
    status: (bill) => say('bill', bill.status),
  });
}

/** The fees on a bill, one by one; where they would not fit, how many. @param {Bill} bill @returns {string[]} */
function feesOf(bill) {
  const fees = bill.lines.filter((line) => line.inTotal && line.kind === 'planFee');
  if (fees.length > 2) return [t('bills.fees', { n: fees.length })];
  return fees.map((line) => t('bills.fee', { amount: figure(line.amount) }));
}

/** @param {Bill} bill @param {number} i @param {State} state @param {Actions} act */
function billRow(bill, i, state, act) {
  return h(
    'details.bill',
    { data: { k: `bill-${bill.month}` } },
    h(
      'summary',
      { data: { k: `bill-${bill.month}-summary` } },
      h(
        'span.row-main',
        null,
        t('name.bill', { month: month(bill.month) }),
        ' ',
        badge(TONE[bill.status] ?? 'plain', say('bill', bill.status)),
      ),
      h('span.row-figure', null, money(bill.total)),
      h('span.row-note', null, when(bill)),
      h('span.row-note.end', null, owing(bill)),
    ),
    h('div.bill-body', { folded: () => body(bill, state, act) }),
  );
}

/** @param {Bill} bill @param {State} state @param {Actions} act */
const body = (bill, state, act) => [
  facts([
    [t('bills.statement'), day(bill.statementDate)],
    [t('bills.due'), dayAndWeekday(bill.dueDate)],
    [t('bills.payBy'), dayAndWeekday(bill.payBy)],
    bill.settledOn ? [t('bills.settledOn'), dayAndWeekday(bill.settledOn)] : null,
    [t('bills.paid'), money(bill.paid)],
    [t('bills.remaining'), money(bill.remaining)],
    isZero(bill.penalty) ? null : [t('bills.penalty'), money(bill.penalty)],
  ]),
  ...lines(bill, state, act),
  whyButton(bill.why, act, t('name.bill', { month: month(bill.month) })),
];

/** What is left on a bill, else what paying late cost. @param {Bill} bill */
function owing(bill) {
  if (!isZero(bill.remaining)) return t('bills.left', { amount: money(bill.remaining) });
  return isZero(bill.penalty) ? '' : t('bills.penaltyOf', { amount: money(bill.penalty) });
}

/** @param {Bill} bill */
function when(bill) {
  if (bill.settledOn) return t('bills.settled', { day: day(bill.settledOn) });
  return t('bills.payUntil', { day: day(bill.dueDate), early: day(bill.payBy) });
}

/** @param {Bill} bill @param {State} state @param {Actions} act */
function lines(bill, state, act) {
  const rows = bill.lines.map((line, i) => ({ line, row: lineRow(line, `line-${bill.month}-${i}`, state, act) }));
  const charged = rows.filter(({ line }) => line.inTotal).map(({ row }) => row);
  const later = rows.filter(({ line }) => !line.inTotal).map(({ row }) => row);
  const total = h(
    'li.total',
    null,
    h('span.row-main', null, t('bills.total')),
    h('span.row-figure', null, money(bill.total)),
  );
  return [
    h('ul.lines', null, charged, total),
    ...(later.length ? [h('h3', null, t('bills.later')), h('ul.lines', null, later)] : []),
  ];
}

/** @param {BillLine} line @param {string} k @param {State} state @param {Actions} act */
const lineRow = (line, k, state, act) =>
  h(
    'li',
    null,
    h('span.row-main', null, lineName(line, state)),
    h('span.row-figure', null, figureWhy(money(line.amount), line.why, act, k)),
    h('span.row-note', null, day(line.date)),
  );

/** @param {BillLine} line @param {State} state */
function lineName(line, state) {
  const what = say('line', line.kind);
  const name = line.ref ? refName(state.result.draft ?? state.draft, line.ref) : '';
  const about = name ? t('list.about', { what, name }) : what;
  return line.row ? t('bills.rowOf', { what: about, n: line.row }) : about;
}

/** @param {Bill[]} list */
function table(list) {
  const heads = ['bills.month', 'bills.due', 'bills.total', 'bills.remaining', 'bills.status'].map((key) => t(key));
  return twin(
    'bills-table',
    t('bills.table'),
    heads,
    () =>
      list.map((bill) => [
        month(bill.month, true),
        h('time', { datetime: bill.dueDate }, day(bill.dueDate)),
        figure(bill.total),
        figure(bill.remaining),
        say('bill', bill.status),
      ]),
    [1, 4],
  );
}
