// Everything that is measured, in Node.js and in a browser alike: a name, a function, and what it is held against.
//
// What is not here: the clock (see measure.mjs), and loading the module.

import * as chineseDays from 'chinese-days';
import Decimal from 'decimal.js';
import { irr } from 'financial';
import { paymentCalc } from 'loan-calc';
import { Loan } from 'loanjs';

import { account as inDecimals } from './rivals/decimal.mjs';
import { account as inIntegers } from './rivals/integer.mjs';
import { days, loan, scenario } from './workload.mjs';

// Node.js sees its functions under `default` only.
const { findWorkday } = chineseDays.default ?? chineseDays;

const SIZES = [20, 200, 2000, 20_000];
const LISTS = ['outcomes', 'bills', 'plans', 'refunds', 'limit', 'freezes', 'advisories', 'reminders', 'recovery', 'ladder'];

/** The groups of cases, each a list of [name, function]; the first of a group is the one that others are held against. */
export function* groups(yuefu) {
  yield* ofDays(yuefu);
  yield* ofLoans(yuefu);
  for (const size of SIZES) yield* ofAccount(yuefu, size);
  yield* ofQuestions(yuefu);
}

function* ofDays(yuefu) {
  for (const n of [5, 15]) {
    const theirs = () => days.map((day) => findWorkday(n, day));
    same(yuefu.addWorkingDaysMany(days, n), theirs(), `${n} working days`);
    yield [
      `${n} working days added to 731 days`,
      ['yuefu, one call', () => yuefu.addWorkingDaysMany(days, n)],
      ['yuefu, a call a day', () => days.map((day) => yuefu.addWorkingDays(day, n))],
      ['chinese-days', theirs],
    ];
  }
}

function* ofLoans(yuefu) {
  const { principal, periods, annual, date } = loan;
  const request = { principal, periods, date, method: 'equalInstalment', rate: annual };
  const payment = yuefu.quote(request).rows[0].payment;
  const terms = { amount: Number(principal), rate: 14.6, termMonths: periods };
  near(paymentCalc(terms), Number(payment), 'payment');
  yield [
    'schedule of 9999.99 over 12 at 14.6 %',
    ['yuefu, with annual rates and cost sheet', () => yuefu.quote(request)],
    ['loanjs', () => new Loan(Number(principal), periods, 14.6)],
    ['loan-calc, payment only', () => paymentCalc(terms)],
    ['decimal.js by hand', () => scheduleInDecimals(principal, periods, annual)],
  ];
  const rows = Array.from({ length: periods }, (_, i) => ({ period: i + 1, amount: payment }));
  const flows = { method: 'irr', unitsPerYear: 12, flows: [{ period: 0, amount: `-${principal}` }, ...rows] };
  const plain = flows.flows.map((flow) => Number(flow.amount));
  near(irr(plain, 0.01) * 12, Number(yuefu.annualRate(flows).rate), 'rate');
  yield [
    'internal rate of that schedule',
    ['yuefu', () => yuefu.annualRate(flows)],
    ['financial', () => irr(plain, 0.01)],
    ['decimal.js by hand', () => rateInDecimals(plain)],
  ];
}

function* ofAccount(yuefu, size) {
  const input = scenario(size);
  sameBills(yuefu.simulate(input, { detail: 'totals' }), inIntegers(input), inDecimals(input));
  yield [
    `account of ${size} purchases, from objects`,
    ['plain integer JavaScript', () => inIntegers(input)],
    ['decimal.js', () => inDecimals(input)],
    ['yuefu, totals', () => yuefu.simulate(input, { detail: 'totals' }).totals],
    ['yuefu, full, sums read', () => yuefu.simulate(input).totals],
    ['yuefu, full, every list read', () => lists(yuefu.simulate(input))],
    ['yuefu, full, explanations read too', () => lists(yuefu.simulate(input)).why],
  ];
  yield [`one edit and new totals at ${size} purchases`, ['plain integer JavaScript anew', () => inIntegers(input)], ...edits(yuefu, input)];
}

function edits(yuefu, input) {
  const places = { last: input.events.length - 1, middle: input.events.length >> 1, first: 0 };
  return Object.entries(places).map(([name, place]) => {
    const at = input.events.findLastIndex((event, index) => index <= place && event.type === 'purchase');
    const kept = new yuefu.Simulation(input);
    const other = [{ ...input.events[at], amount: '4321.00' }, { ...input.events[at], amount: '1234.00' }];
    let turn = 0;
    const call = () => {
      kept.replace(at, other[(turn ^= 1)]);
      return kept.totals().totals;
    };
    return [`yuefu, kept, ${name} purchase`, call];
  });
}

function* ofQuestions(yuefu) {
  const input = { ...scenario(200), creditLimit: '60000.00' };
  const last = input.events.at(-1).date;
  const refused = { type: 'purchase', id: 'big', date: last, amount: '59000.00' };
  const events = [...input.events, refused];
  const questions = [
    { ask: 'usableOn', date: last },
    { ask: 'haveBy', date: last, amount: '50000.00' },
    { ask: 'lastRefundDay', purchase: input.events.findLast((event) => event.type === 'purchase').id, date: '2026-02-10' },
    { ask: 'cheapest', date: last, amount: '3000.00' },
    { ask: 'settle', date: last },
    { ask: 'whenPasses', event: events.length - 1 },
  ];
  for (const question of questions) {
    yield [`question ${question.ask} at 200 purchases`, ['yuefu', () => yuefu.solve({ ...input, events }, question)]];
  }
}

function lists(report) {
  for (const name of LISTS) void report[name];
  return report;
}

function scheduleInDecimals(principal, periods, annual) {
  const monthly = new Decimal(annual).div(12);
  let balance = new Decimal(principal);
  const growth = monthly.plus(1).pow(periods);
  const payment = balance.times(monthly).times(growth).div(growth.minus(1)).toDecimalPlaces(2);
  return Array.from({ length: periods }, (_, i) => {
    const interest = balance.times(monthly).toDecimalPlaces(2);
    const part = i + 1 < periods ? payment.minus(interest) : balance;
    balance = balance.minus(part);
    return { principal: part.toFixed(2), interest: interest.toFixed(2) };
  });
}

/** Newton's method to 12 places. */
function rateInDecimals(flows) {
  const amounts = flows.map((flow) => new Decimal(flow));
  for (let rate = new Decimal('0.01'), turn = 0; turn < 50; turn += 1) {
    let [value, slope, power] = [new Decimal(0), new Decimal(0), new Decimal(1)];
    const step = rate.plus(1);
    amounts.forEach((amount, n) => {
      value = value.plus(amount.div(power));
      power = power.times(step);
      slope = slope.minus(amount.times(n).div(power));
    });
    const change = value.div(slope);
    rate = rate.minus(change);
    if (change.abs().lt('1e-12')) return rate;
  }
  throw new Error('no rate');
}

function same(ours, theirs, what) {
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) throw new Error(`not the same: ${what}`);
}

function near(ours, theirs, what) {
  if (!(Math.abs(ours - theirs) < 0.005)) throw new Error(`not the same: ${what}, ${ours} and ${theirs}`);
}

/** The same bills and sums come out of all three, to the fen. */
function sameBills(report, integers, decimals) {
  const month = (text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;
  const fen = (text) => Math.round(Number(text) * 100);
  const ours = report.bills.map((bill) => [month(bill.month), fen(bill.total), fen(bill.paid)]);
  const { purchases, fees, repayments, refunds, creditBalance } = report.totals;
  const sums = [purchases, fees, repayments, refunds, creditBalance].map(fen);
  same(ours, integers.bills.map((bill) => [bill.month, bill.total, bill.paid]), 'bills in integers');
  same(ours, decimals.bills.map((bill) => [bill.month, fen(bill.total), fen(bill.paid)]), 'bills in decimals');
  same(sums, Object.values(integers.sums), 'sums in integers');
  same(sums, Object.values(decimals.sums).map(fen), 'sums in decimals');
}
