// Every part of an explanation that the engine gives for the scenarios of tests/ has words: rules, inputs, steps, reasons.
// What is not here: parts that no scenario reaches; the rounding names, which have a type of their own.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import start from '../../www/i18n/zh-CN.js';
import later from '../../www/i18n/later/zh-CN.js';
import { initSync, simulate } from '../../pkg/yuefu.js';
import { cases, outcome } from './cases.mjs';

initSync({ module: readFileSync(new URL('../../pkg/yuefu_bg.wasm', import.meta.url)) });

const words = { ...start, ...later };

/** Groups in which a word of the contract may be; as in www/view/why.js. */
const WORDS = ['word', 'class', 'channel', 'freeze', 'method', 'bill', 'row', 'condition', 'line', 'outcome'];

const has = (group, code) => Object.hasOwn(words, `${group}.${code}`);

/** What an explanation says that has no words. */
function wordless({ rule, inputs, steps, notApplied, result }) {
  const values = [result, ...inputs, ...steps.flatMap((step) => [...step.operands, step.result])];
  const said = values.concat(notApplied.flatMap(({ figures }) => figures)).filter(({ unit }) => unit === 'word');
  return [
    ...[rule, ...notApplied.map((one) => one.rule)].filter((code) => !has('rule', code)).map((code) => `rule.${code}`),
    ...inputs.filter(({ name }) => !has('input', name)).map(({ name }) => `input.${name}`),
    ...steps.filter(({ operation }) => !has('step', operation)).map(({ operation }) => `step.${operation}`),
    ...notApplied.filter(({ because }) => !has('because', because)).map(({ because }) => `because.${because}`),
    ...said.filter(({ value }) => !WORDS.some((group) => has(group, value))).map(({ value }) => `word.${value}`),
  ];
}

test('every part of every explanation has words', () => {
  const rules = new Set();
  const missing = new Set();
  for (const { scenario } of cases()) {
    const report = scenario && outcome(() => simulate(scenario));
    for (const why of Object.values(report?.why ?? {})) {
      rules.add(why.rule);
      for (const key of wordless(why)) missing.add(key);
    }
  }
  assert.deepEqual([...missing].sort(), []);
  assert.ok(rules.size >= 25, `only ${rules.size} rules were reached`);
});
