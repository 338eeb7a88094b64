// A scenario that is opened on the page becomes a draft, and the draft stands for the same scenario.
// Tried on every scenario of the tests. What is not here: the page around it.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { decodeScenario, encodeScenario, initSync, product, simulate } from '../../pkg/yuefu.js';
import { toScenario } from '../../www/draft.js';
import { fromScenario } from '../../www/from-scenario.js';

const root = new URL('../../', import.meta.url);
initSync({ module: readFileSync(new URL('pkg/yuefu_bg.wasm', root)) });

const folder = new URL('tests/scenarios/', root);
const files = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.json'));

/** The code of a scenario file, or nothing where the file shows how the engine refuses. */
function codeOf(path) {
  try {
    return encodeScenario(JSON.parse(readFileSync(new URL(path, folder), 'utf8')).scenario);
  } catch {
    return undefined;
  }
}

const codes = files.map((path) => [path, codeOf(path)]).filter(([, code]) => code);

test('there are scenarios with settings, overrides and every kind of event', () => {
  assert.ok(codes.length > 100, `${codes.length} of ${files.length}`);
  const all = codes.map(([, code]) => decodeScenario(code).scenario);
  assert.ok(all.some(({ overrides }) => overrides && Object.keys(overrides).some((key) => key.startsWith('plan.'))));
  assert.equal(new Set(all.flatMap(({ events }) => events.map(({ type }) => type))).size, 15);
});

test('each is the same scenario after it was a draft', () => {
  for (const [path, code] of codes) {
    const { scenario } = decodeScenario(code);
    const terms = product(scenario.product);
    const again = toScenario(fromScenario(scenario, terms), terms).scenario;
    assert.deepEqual(simulate(again), simulate(scenario), path);
  }
});

test('what the settings show is in their fields, and what they do not show is kept', () => {
  const overrides = { 'plan.6.rate': '0.0065', 'grace.days': '5', 'refund.rule': 'resetNextMonth' };
  const scenario = { format: 'yuefu.scenario/1', product: 'douyin-monthly-pay', creditLimit: 5000, overrides, events: [] };
  const draft = fromScenario(scenario, product('douyin-monthly-pay'));
  assert.deepEqual(draft.rates, { 6: '0.65' });
  assert.equal(draft.refundRule, 'resetNextMonth');
  assert.deepEqual(draft.overrides, { 'grace.days': '5' });
});
