// @ts-check
// Why a figure is what it is that is made of others: what it is the sum of, each part with its own reason.
// It adds nothing up: figure and parts are the report's.

import { day, dayAndWeekday, fullDay, isZero, money, month, percent } from '../format.js';
import { say, t } from '../i18n.js';
import { eventTitle, nameOf, refName, typedMoney } from '../names.js';
import { use } from '../engine.js';
import { requestOf } from '../cost/request.js';
import { causeWords } from './limit.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../pkg/yuefu.js').Report} Report */
/** @typedef {{ name: string, figure: string, why?: string }} Part */
/** @typedef {{ title: string, figure: string, note: string, parts: Part[] }} Sum */

/** Lines of bills that make a sum. @type {Record<string, string[]>} */
const LINES = {
  fees: ['planFee'],
  interest: ['interest'],
  penalties: ['penalty'],
  repayments: ['earlyRepayment', 'repayment'],
};

/**
 * What a key of the page stands for: `sum.fees`, `sum.available`, `plan.fee.p1`, `plan.rate.p1`, `quote.compound`.
 * @param {string} key @param {State} state @param {import('../pkg/yuefu.js').Product | null} terms @returns {Sum | null}
 */
export function sumOf(key, state, terms) {
  const { report } = state.result;
  const [group, name, ...rest] = key.split('.');
  if (!report) return null;
  if (group === 'plan') return planSum(name, rest.join('.'), report, state);
  if (group === 'quote') return quoteSum(name, state, terms);
  if (group !== 'sum') return null;
  if (name === 'available' || name === 'owed') return standing(name, report);
  if (name === 'nextDue') return nextDue(report);
  if (name === 'recovery') return nextRise(report, state);
  const total = /** @type {Record<string, string>} */ (/** @type {any} */ (report.totals))[name];
  return total === undefined
    ? null
    : { title: t(`totals.${name}`), figure: money(total), note: t(`sum.${name}`), parts: partsOf(name, report, state) };
}

/** @param {'available' | 'owed'} name @param {Report} report @returns {Sum | null} */
function standing(name, { asOf, limit, bills }) {
  const row = limit.filter((one) => one.date <= (asOf?.date ?? '')).at(-1);
  if (!asOf || !row) return null;
  if (name === 'owed') {
    const open = bills.filter(({ statementDate }) => statementDate <= asOf.date);
    const parts = open.map((bill) => ({
      name: t('name.bill', { month: month(bill.month) }),
      figure: money(bill.total),
      why: bill.why,
    }));
    return { title: t('summary.owed'), figure: money(asOf.owed), note: t('sum.owed', { used: money(row.used) }), parts };
  }
  const frozen = row.frozen.guaranteed.map((kind) => ({ name: say('freeze', kind), figure: money('0.00') }));
  return {
    title: t('summary.available'),
    figure: both(asOf.available),
    note: t('sum.available', { day: fullDay(asOf.date) }),
    parts: [
      { name: t('setting.creditLimit'), figure: both(row.limit) },
      { name: t('limit.used'), figure: money(row.used) },
      { name: t('limit.held'), figure: both(row.held) },
      ...frozen,
    ],
  };
}

/** The bill that is due next, and the lines that make it. @param {Report} report @returns {Sum | null} */
function nextDue({ asOf, bills }) {
  const next = asOf?.nextDue;
  const bill = bills.find(({ dueDate }) => dueDate === next?.date);
  if (!next || !bill) return null;
  return {
    title: t('summary.nextDue'),
    figure: money(next.amount),
    note: t('sum.nextDue', { day: dayAndWeekday(bill.dueDate), early: dayAndWeekday(bill.payBy) }),
    parts: [{ name: t('name.bill', { month: month(bill.month) }), figure: money(bill.total), why: bill.why }],
  };
}

/** What raises the limit next, on the day at best and on the day for sure. @param {Report} report @param {State} state @returns {Sum | null} */
function nextRise({ asOf, limit }, state) {
  const { possible, guaranteed } = asOf?.nextRecovery ?? {};
  const rise = guaranteed ?? possible;
  if (!rise) return null;
  const days = limit.filter(({ date }) => date === possible?.date || date === guaranteed?.date);
  const parts = days.flatMap(({ date, causes }) =>
    causes.map((cause) => ({ name: `${day(date)} ${causeWords(cause, state)}`, figure: money(cause.amount), why: cause.why })),
  );
  return { title: t('summary.recovery'), figure: money(rise.amount, '+'), note: t('sum.recovery'), parts };
}

/** Both readings of an amount, once where they agree. @param {{ possible: string, guaranteed: string }} readings */
function both({ possible, guaranteed }) {
  if (possible === guaranteed) return money(guaranteed);
  return t('sum.both', { possible: money(possible), guaranteed: money(guaranteed) });
}

/** @param {string} name @param {Report} report @param {State} state @returns {Part[]} */
function partsOf(name, report, state) {
  if (name in LINES) return [...lineParts(LINES[name], report, state), ...(name === 'fees' ? settled(report, state) : [])];
  if (name === 'waived') return settled(report, state, 'waived');
  if (name === 'refunds')
    return report.refunds.map(({ date, amount, purchase, why }) => ({
      name: `${day(date)} ${refName(draftOf(state), purchase)}`,
      figure: money(amount),
      why,
    }));
  if (name === 'outstanding')
    return report.bills
      .filter(({ remaining }) => !isZero(remaining))
      .map((bill) => ({ name: t('name.bill', { month: month(bill.month) }), figure: money(bill.remaining), why: bill.why }));
  return name === 'purchases' ? purchaseParts(report, state) : [];
}

/** @param {string[]} kinds @param {Report} report @param {State} state @returns {Part[]} */
const lineParts = (kinds, { bills }, state) =>
  bills.flatMap((bill) =>
    bill.lines
      .filter((line) => kinds.includes(line.kind))
      .map((line) => ({
        name: `${t('name.bill', { month: month(bill.month) })} · ${line.ref ? refName(draftOf(state), line.ref) : say('line', line.kind)}`,
        figure: money(line.amount),
        why: line.why,
      })),
  );

/** What settling plans early cost or saved. @param {Report} report @param {State} state @param {'fees' | 'waived'} [what] @returns {Part[]} */
const settled = ({ plans }, state, what = 'fees') =>
  plans.flatMap(({ id, settlement }) =>
    settlement && !isZero(settlement[what])
      ? [{ name: t('event.settlePlanOf', { name: nameOf(draftOf(state), id) }), figure: money(settlement[what]), why: settlement.why }]
      : [],
  );

/** Purchases that went through. @param {Report} report @param {State} state @returns {Part[]} */
function purchaseParts(report, state) {
  const draft = draftOf(state);
  return report.outcomes.flatMap(({ event: index, status, date, why }) => {
    const event = draft.events.find((one) => one.key === state.result.keys[index]);
    if (event?.type !== 'purchase' || status === 'refused') return [];
    return [{ name: `${day(date)} ${eventTitle(draft, event)}`, figure: typedMoney(event.amount), why }];
  });
}

/** @param {string} name @param {string} id @param {Report} report @param {State} state @returns {Sum | null} */
function planSum(name, id, { plans }, state) {
  const plan = plans.find((one) => one.id === id);
  if (!plan) return null;
  const title = nameOf(draftOf(state), id);
  const parts = plan.rows.map((row) => ({
    name: t('sum.row', { n: row.n, day: day(row.dueDate) }),
    figure: name === 'fee' ? money(row.fee) : t('sum.payment', { principal: money(row.principal), fee: money(row.fee) }),
    why: row.why,
  }));
  if (name === 'fee') return { title, figure: money(plan.totalFee), note: t('sum.planFee'), parts };
  return rateSum(name, name === 'rate' ? plan.annualSimple : plan.annualCompound, parts);
}

/** An annual rate of the open cost sheet. @param {string} name @param {State} state @param {import('../pkg/yuefu.js').Product | null} terms @returns {Sum | null} */
function quoteSum(name, state, terms) {
  const request = state.cost && requestOf(state, terms);
  const quote = request ? use((wasm) => wasm.quote(request)).value : undefined;
  if (!quote) return null;
  const parts = quote.rows.map((row) => ({
    name: t('sum.row', { n: row.n, day: day(row.dueDate) }),
    figure: t('sum.payment', { principal: money(row.principal), fee: money(row.fee) }),
  }));
  return rateSum(name, name === 'rate' ? quote.annual.simple : quote.annual.compound, parts);
}

/** @param {string} name  `rate` or `compound` @param {string | undefined} rate @param {Part[]} parts @returns {Sum | null} */
function rateSum(name, rate, parts) {
  if (!rate) return null;
  const [title, note] = name === 'rate' ? ['plans.annual', 'sum.planRate'] : ['plans.compound', 'sum.planCompound'];
  return { title: t(title), figure: percent(rate), note: t(note), parts };
}

/** @param {State} state */
const draftOf = (state) => state.result.draft ?? state.draft;
