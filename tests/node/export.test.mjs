// Tables, calendars and codes of the built package, read by programs that other people wrote.
// What is not here: figures, which tests/exports.rs has by hand.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import ICAL from 'ical.js';
import Papa from 'papaparse';

import { cases, outcome } from './cases.mjs';

const folder = new URL('../../pkg/', import.meta.url);
const engine = await import(new URL('yuefu.js', folder));
engine.initSync({ module: readFileSync(new URL('yuefu_bg.wasm', folder)) });

const LOCALES = ['zh-CN', 'zh-Hant', 'en'];
const EXAMPLE = {
  format: 'yuefu.scenario/1',
  product: 'douyin-monthly-pay',
  creditLimit: '10000.00',
  events: [
    { type: 'purchase', id: '=p1,"x"', date: '2024-02-10', amount: '500.00', label: '手机' },
    { type: 'purchase', id: 'p2', date: '2024-02-20', amount: '1000.00', periods: 3 },
    { type: 'refund', date: '2024-03-05', purchase: '=p1,"x"' },
  ],
};

/** The scenarios of all cases that can be simulated, with their reports. */
const runs = [EXAMPLE, ...[...cases()].map(({ scenario }) => scenario)]
  .filter(Boolean)
  .map((scenario) => ({ scenario, report: outcome(() => engine.simulate(scenario)) }))
  .filter(({ report }) => !report.error);

/** The rows of a table as objects by their English headings. */
function rows(report, table) {
  const { data, errors } = Papa.parse(engine.toCsv(report, table, 'en'), { header: true, skipEmptyLines: true });
  assert.deepEqual(errors, []);
  return data;
}

test('there are reports to export', () => assert.ok(runs.length > 1));

test('another program reads every table, with as many rows as the report has entries', () => {
  const sum = (list, key) => list.reduce((count, entry) => count + entry[key].length, 0);
  for (const { report } of runs) {
    assert.equal(rows(report, 'bills').length, report.bills.length);
    assert.equal(rows(report, 'plans').length, sum(report.plans, 'rows'));
    assert.equal(rows(report, 'refunds').length, report.refunds.length);
    assert.equal(rows(report, 'limit').length, report.limit.length);
    assert.equal(rows(report, 'journal').length, sum(report.bills, 'lines') + sum(report.limit, 'causes'));
  }
});

test('the cells are the values of the report', () => {
  for (const { report } of runs) {
    for (const [index, row] of rows(report, 'bills').entries()) {
      const bill = report.bills[index];
      assert.deepEqual(
        [row.Bill, row['Statement date'], row['Due date'], row.Total, row.Paid, row.Status, row['Settled on']],
        [bill.month, bill.statementDate, bill.dueDate, bill.total, bill.paid, bill.status, bill.settledOn ?? ''],
      );
    }
    for (const [index, row] of rows(report, 'limit').entries()) {
      const day = report.limit[index];
      assert.deepEqual([row.Date, row['Available (latest)']], [day.date, day.available.guaranteed]);
      assert.equal(row['Frozen (earliest)'], day.frozen.possible.join(' '));
    }
  }
});

test('no cell begins a formula', () => {
  const { report } = runs[0];
  assert.equal(rows(report, 'refunds')[0].Purchase, `'=p1,"x"`);
  for (const { report } of runs) {
    for (const table of ['bills', 'plans', 'refunds', 'limit', 'journal']) {
      for (const row of rows(report, table)) {
        for (const cell of Object.values(row)) assert.match(cell, /^(?![=+@\t\r\n＝＋－＠])(?!-(?!\d+\.\d\d$))/, table);
      }
    }
  }
});

test('the same table has a heading in every language', () => {
  const heads = LOCALES.map((locale) => engine.toCsv(runs[0].report, 'bills', locale).split('\r\n')[0]);
  assert.equal(new Set(heads).size, 3);
  assert.ok(heads.every((head) => head.startsWith('\uFEFF')));
});

test('another program reads every calendar', () => {
  for (const { report } of runs) {
    for (const locale of LOCALES) {
      const text = engine.toCalendar(report, locale);
      assert.ok(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n')));
      const calendar = new ICAL.Component(ICAL.parse(text));
      const entries = calendar.getAllSubcomponents('vevent').map((entry) => new ICAL.Event(entry));
      assert.equal(new Set(entries.map(({ uid }) => uid)).size, entries.length, 'each entry has an id of its own');
      for (const { summary, startDate, duration } of entries) {
        assert.ok(summary && !summary.includes('{'), summary);
        assert.ok(startDate.isDate && duration.toSeconds() === 86400);
      }
      for (const { date, kind } of report.reminders) {
        assert.ok(entries.some(({ uid, startDate }) => uid.startsWith(kind) && startDate.toString() === date));
      }
    }
  }
});

test('an entry of something to do rings at nine', () => {
  const calendar = new ICAL.Component(ICAL.parse(engine.toCalendar(runs[0].report, 'en')));
  const due = calendar.getAllSubcomponents('vevent').find((entry) => entry.getFirstPropertyValue('uid').startsWith('due.'));
  const alarm = due.getFirstSubcomponent('valarm');
  assert.equal(alarm.getFirstPropertyValue('trigger').toSeconds(), 9 * 3600);
  assert.equal(due.getFirstPropertyValue('summary'), '2024-03 bill, 840.33 yuan: due today');
});

test('a scenario comes back out of its code and gives the same report', () => {
  for (const { scenario, report } of runs) {
    const code = engine.encodeScenario(scenario);
    assert.match(code, /^[\w-]+$/);
    const back = engine.decodeScenario(code);
    assert.deepEqual(back.notes, []);
    assert.deepEqual(engine.simulate(back.scenario), report);
    const labels = (given) => given.events.map(({ label }) => label);
    assert.deepEqual(labels(back.scenario), labels(scenario));
    const { error } = outcome(() => engine.decodeScenario(code.slice(0, -1)));
    assert.equal(error.code, 'damagedCode');
  }
});

test('what is no code, no report, no word is refused by name', () => {
  const { report } = runs[0];
  const codes = [
    () => engine.decodeScenario('hello'),
    () => engine.decodeScenario(undefined),
    () => engine.toCsv({}, 'bills', 'en'),
    () => engine.toCsv(report, 'bill', 'en'),
    () => engine.toCalendar(report, 'fr'),
    () => engine.toCalendar({ ...report, reminders: [{}] }, 'en'),
    () => engine.encodeScenario({ ...EXAMPLE, more: 1 }),
    () => engine.schema('Bill'),
  ].map((call) => outcome(call).error.code);
  const expected = ['damagedCode', 'notJson', 'missingField', 'unknownWord', 'unknownWord', 'missingField'];
  assert.deepEqual(codes, [...expected, 'unknownField', 'unknownWord']);
});
