// @ts-check
// A text for the service line with the figures of the case: what happened, what it is about, how the account stands.
// It asks for nothing that the report does not show, and leaves gaps for what only the person knows.

import { say, t } from '../i18n.js';
import { fullDay, isZero, money, month } from '../format.js';
import { typedMoney } from '../names.js';
import { checklist } from './setbacks.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../pkg/yuefu.js').Bill} Bill */
/** @typedef {import('../pkg/yuefu.js').Refund} Refund */
/** @typedef {import('../pkg/yuefu.js').Report} Report */
/** @typedef {import('./setbacks.js').Setback} Setback */

/** @param {Setback} setback @param {State} state @returns {string} */
export function letter(setback, state) {
  const { report } = state.result;
  if (!report) return '';
  return [
    t('help.write.hello'),
    what(setback, report),
    ...about(setback, report, state),
    ...appeals(setback, report, state),
    standing(report),
    ready(setback, state),
    t('help.write.end'),
  ]
    .filter(Boolean)
    .join('\n');
}

/** @param {Setback} setback @param {Report} report */
function what({ freeze, name, date }, report) {
  if (freeze) return t('help.write.freeze', { day: fullDay(date), what: name });
  const at = report.limit.findIndex((row) => row.date === date);
  const [before, after] = [report.limit[at - 1] ?? report.limit[at], report.limit[at]];
  const [from, to] = [before.limit.guaranteed, after.limit.guaranteed].map((amount) => money(amount));
  return t('help.write.cut', { day: fullDay(date), before: from, after: to });
}

/** Freezes that come from overdue bills, as cuts do. */
const FROM_BILLS = ['overdue', 'violation'];

/** The refunds of that day, or the bills that were overdue by then. @param {Setback} setback @param {Report} report @param {State} state */
function about({ freeze, date }, report, state) {
  if (!freeze || FROM_BILLS.includes(freeze)) return report.bills.filter((bill) => wasOverdue(bill, date)).map(billLine);
  return report.refunds.filter((refund) => refund.date === date).map((refund) => refundLine(refund, state));
}

/** @param {Refund} refund @param {State} state */
function refundLine({ date, amount, purchase }, state) {
  const bought = state.result.draft?.events.find((event) => event.id === purchase);
  return t('help.write.refund', {
    day: fullDay(date),
    amount: money(amount),
    bought: fullDay(bought?.date ?? date),
    paid: typedMoney(bought?.amount ?? amount),
  });
}

/** Whether a bill had gone overdue by a day. @param {Bill} bill @param {string} date */
const wasOverdue = (bill, date) =>
  bill.dueDate < date && (!isZero(bill.penalty) || ['overdue', 'partlyPaidOverdue'].includes(bill.status));

/** @param {Bill} bill */
function billLine(bill) {
  const values = { month: month(bill.month, true), total: money(bill.total) };
  return bill.settledOn
    ? t('help.write.paidLate', { ...values, day: fullDay(bill.settledOn) })
    : t('help.write.open', { ...values, left: money(bill.remaining) });
}

/** Appeals since then that had something to appeal. @param {Setback} setback @param {Report} report @param {State} state */
function appeals({ date }, report, { result: { keys, draft } }) {
  const types = new Map(draft?.events.map((event) => [event.key, event.type]));
  return report.outcomes
    .filter((one) => one.status === 'accepted' && one.date >= date && types.get(keys[one.event] ?? '') === 'appeal')
    .map((one) => t('help.write.appealed', { day: fullDay(one.date) }));
}

/** @param {Report} report */
function standing({ asOf, limit }) {
  if (!asOf) return '';
  const row = limit.filter((one) => one.date <= asOf.date).at(-1) ?? limit[0];
  return t('help.write.standing', {
    day: fullDay(asOf.date),
    limit: money(row.limit.guaranteed),
    available: money(asOf.available.guaranteed),
    owed: money(asOf.owed),
  });
}

/** What is ticked on the list. @param {Setback} setback @param {State} state */
function ready(setback, state) {
  const done = checklist(setback).filter((item) => state.help?.done.includes(item));
  if (!done.length) return '';
  return t('help.write.ready', { list: done.map((item) => say('help.check', item)).join(t('list.pause')) });
}
