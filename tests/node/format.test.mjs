// The page's texts: what people type becomes the engine's form, and the engine's figures become text.
// What is not here: arithmetic, of which the page has none.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as format from '../../www/format.js';

test('an amount is read as people write it', () => {
  const cases = {
    500: '500',
    '1,234.5': '1234.5',
    '１，２３４．５': '1234.5',
    '¥ 1,234.50 元': '1234.50',
    '1 234': '1234',
    '1,0000': '10000',
    '12。5': '12.5',
    '.5': '0.5',
    '5.': '5',
    '－5': '-5',
    '−5': '-5',
  };
  for (const [typed, plain] of Object.entries(cases)) assert.equal(format.typedNumber(typed), plain, typed);
});

test('what is no amount stays what it is', () => {
  for (const typed of ['1,5', '1,23,456', '1234,567', 'abc', '1.2.3', ''])
    assert.equal(format.typedNumber(typed), typed);
});

test('a percentage and a rate differ by two places', () => {
  const pairs = { 0.7: '0.007', '0.70': '0.0070', 12.5: '0.125', 100: '1.00', 3: '0.03', 0: '0.00', '０．９': '0.009' };
  for (const [typed, rate] of Object.entries(pairs)) assert.equal(format.percentToRate(typed), rate, typed);
  for (const typed of ['x', '-1', '']) assert.equal(format.percentToRate(typed), typed);
  const back = { '0.0070': '0.7', 0.125: '12.5', 0.025: '2.5', 1: '100', '0.10': '10', 0.00035: '0.035' };
  for (const [rate, percent] of Object.entries(back)) assert.equal(format.rateToPercent(rate), percent, rate);
});

test('amounts are grouped and signed', () => {
  assert.equal(format.money('1234567.89'), '¥1,234,567.89');
  assert.equal(format.money('0.00'), '¥0.00');
  assert.equal(format.money('-500.00'), '−¥500.00');
  assert.equal(format.money('500.00', '+'), '+¥500.00');
  assert.equal(format.money('10000000000.00'), '¥10,000,000,000.00');
  assert.ok(format.isZero('0.00') && format.isZero('-0.00') && !format.isZero('0.01'));
});

test('days are written with their year where it is another one', () => {
  format.useFormat('zh-CN', '2024');
  assert.equal(format.day('2024-03-08'), '3月8日');
  assert.equal(format.day('2025-12-31'), '2025年12月31日');
  assert.equal(format.dayAndWeekday('2024-03-08'), '3月8日 周五');
  assert.equal(format.month('2024-10'), '10月');
  assert.equal(format.month('2025-01'), '2025年1月');
  assert.equal(format.percent('0.125598'), '12.56%');
  format.useFormat('en', '2024');
  assert.equal(format.day('2024-03-08'), 'Mar 8');
  assert.equal(format.dayAndWeekday('2025-03-08'), 'Sat, Mar 8, 2025');
});
