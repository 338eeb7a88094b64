// Reports whose lists are worked out when they are first read: nobody can tell, but by the time it takes.
//
// What is not here: the figures of the lists (see cases.test.mjs).

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { cases } from './cases.mjs';
import * as yuefu from '../../pkg/yuefu.js';

yuefu.initSync({ module: readFileSync(new URL('../../pkg/yuefu_bg.wasm', import.meta.url)) });

/** Where Report stands in the types, its fields are listed in the order in which a report has them. */
const FIELDS = [
  ...['format', 'engine', 'product', 'run', 'asOf', 'outcomes', 'bills', 'plans', 'refunds', 'limit', 'freezes'],
  ...['advisories', 'reminders', 'recovery', 'ladder', 'totals', 'why', 'notModelled'],
];

/** 500.00 in full on 10 February, 1000.00 in three rows on the 20th, the first refunded on 5 March 2024. */
const worked = () => ({
  format: 'yuefu.scenario/1',
  product: 'douyin-monthly-pay',
  creditLimit: '10000.00',
  events: [
    { type: 'purchase', id: 'p1', date: '2024-02-10', amount: '500.00' },
    { type: 'purchase', id: 'p2', date: '2024-02-20', amount: '1000.00', periods: 3 },
    { type: 'refund', date: '2024-03-05', purchase: 'p1' },
  ],
});

const DAY = '2024-03-07';

/** The report that `solve` writes whole, of the run that shows its answer: the scenario's own, if it runs up to the day. */
const whole = (scenario) => yuefu.solve(scenario, { ask: 'usableOn', date: DAY }).report;

test('a report reads as the one that is written whole, byte for byte', () => {
  const expected = JSON.stringify(whole(worked()));
  assert.equal(JSON.stringify(yuefu.simulate(worked())), expected);
  const backwards = yuefu.simulate(worked());
  for (const name of Object.keys(backwards).reverse()) void backwards[name];
  assert.equal(JSON.stringify(backwards), expected);
  assert.equal(JSON.stringify(structuredClone(yuefu.simulate(worked()))), expected);
  assert.equal(JSON.stringify({ ...yuefu.simulate(worked()) }), expected);
});

test('so it does for every scenario of the tests that a question can be asked about', () => {
  let compared = 0;
  for (const { scenario } of cases()) {
    if (scenario?.until < DAY) continue;
    let expected;
    try {
      expected = whole(scenario);
    } catch {
      continue;
    }
    assert.equal(JSON.stringify(yuefu.simulate(scenario)), JSON.stringify(expected));
    compared += 1;
  }
  assert.ok(compared > 50, `${compared} scenarios`);
});

test('its fields stand in their order, and a day without an account has no asOf', () => {
  assert.deepEqual(Object.keys(yuefu.simulate(worked())), FIELDS);
  const empty = yuefu.simulate({ ...worked(), events: [] });
  assert.deepEqual(Object.keys(empty), FIELDS.filter((name) => name !== 'run' && name !== 'asOf'));
  assert.deepEqual(empty.bills, []);
});

test('a report without explanations has none, and no figure names one', () => {
  const report = yuefu.simulate(worked(), { detail: 'totals' });
  assert.deepEqual(report.why, {});
  assert.ok(!JSON.stringify(report).includes('"why":"'));
});

test('every figure names an explanation that is there', () => {
  const report = yuefu.simulate(worked());
  const keys = [...JSON.stringify({ ...report, why: null }).matchAll(/"why":"(w\d+)"/g)].map(([, key]) => key);
  assert.ok(keys.length > 20, `${keys.length} keys`);
  for (const key of keys) assert.ok(report.why[key], key);
});

test('a field keeps its object, and what is set stays', () => {
  const report = yuefu.simulate(worked());
  assert.equal(report.bills, report.bills);
  assert.equal(report.why, report.why);
  report.why = {};
  report.bills = [];
  assert.deepEqual([report.why, report.bills], [{}, []]);
  delete report.limit;
  assert.ok(!('limit' in report));
});

test('what happens to the input afterwards changes no report', () => {
  const scenario = worked();
  const report = yuefu.simulate(scenario);
  scenario.events.length = 0;
  assert.deepEqual(report.bills.map((bill) => bill.total), ['840.33', '340.33', '340.34']);
});

test('edits of a kept scenario change no report that was given before', () => {
  const { events } = worked();
  const kept = new yuefu.Simulation(worked());
  const [first, totals] = [kept.report(), kept.totals()];
  kept.replace(2, { ...events[2], amount: '100.00' });
  const second = kept.report();
  kept.remove(2);
  const third = kept.report();
  kept.insert(0, { type: 'creditEnquiry', date: '2024-02-01' });
  const fourth = kept.totals();
  kept.free();
  const refunds = [first, totals, second, third, fourth].map((report) => report.refunds.map((refund) => refund.amount));
  assert.deepEqual(refunds, [['500.00'], ['500.00'], ['100.00'], [], []]);
  assert.deepEqual([first.outcomes.length, third.outcomes.length, fourth.outcomes.length], [3, 2, 3]);
  assert.equal(JSON.stringify(first), JSON.stringify(yuefu.simulate(worked())));
});
