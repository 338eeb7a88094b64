// The schemas of the package, applied by a validator that other people wrote.
// That they are what the types give is held by tests/schema.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

import Ajv from 'ajv/dist/2020.js';

import { cases, outcome } from './cases.mjs';

const root = new URL('../../', import.meta.url);
const engine = await import(new URL('pkg/yuefu.js', root));
engine.initSync({ module: readFileSync(new URL('pkg/yuefu_bg.wasm', root)) });
const json = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

const NAMES = ['Scenario', 'Terms', 'Report'];
const ajv = new Ajv.default({ strict: true, allowUnionTypes: true, strictRequired: false });
const validators = Object.fromEntries(NAMES.map((name) => [name, ajv.compile(engine.schema(name))]));
// A report may get more fields later, so its schema is open; today's reports have no others.
const closed = ajv.compile(shut(engine.schema('Report'), { title: 'Report without more' }));

/** The schema with every object shut against fields that it does not name. */
function shut(schema, more = {}) {
  if (Array.isArray(schema)) return schema.map((item) => shut(item));
  if (typeof schema !== 'object' || schema === null) return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, shut(value)]));
  return schema.type === 'object' && schema.properties ? { ...inside, additionalProperties: false, ...more } : { ...inside, ...more };
}

function fits(validate, value, what) {
  assert.ok(validate(value), `${what}: ${ajv.errorsText(validate.errors)}`);
}

const found = [...cases()].filter(({ scenario }) => scenario);
const shipped = readdirSync(new URL('data/terms/', root)).filter((name) => name.endsWith('.json'));

test('every scenario that can be simulated fits, and so does its report', () => {
  let fitting = 0;
  for (const { name, scenario } of found) {
    const report = outcome(() => engine.simulate(scenario));
    if (report.error) continue;
    fits(validators.Scenario, scenario, name);
    fits(validators.Report, report, name);
    fits(closed, report, name);
    fitting += 1;
  }
  assert.ok(fitting > 0);
});

test('a scenario out of a code fits', () => {
  for (const name of readdirSync(new URL('tests/codes/', root)).filter((name) => name.endsWith('.txt'))) {
    const code = readFileSync(new URL(`tests/codes/${name}`, root), 'utf8').trim();
    fits(validators.Scenario, engine.decodeScenario(code).scenario, name);
  }
});

test('what a scenario cannot be does not fit', () => {
  const scenario = json('tests/codes/the-worked-example.json');
  const wrong = [
    { ...scenario, format: 'yuefu.scenario/2' },
    { ...scenario, more: 1 },
    { ...scenario, creditLimit: 1.5 },
    { ...scenario, events: [{ type: 'purchase', date: '2025-01-01' }] },
    { ...scenario, events: [{ type: 'appeal', date: '2025-1-1' }] },
    { ...scenario, events: [{ type: 'other', date: '2025-01-01' }] },
    { ...scenario, events: [{ type: 'repayment', date: '2025-01-01', amount: '1', target: 'bill' }] },
  ];
  for (const scenario of wrong) assert.ok(!validators.Scenario(scenario), JSON.stringify(scenario));
});

test('every shipped product fits, and names every key that the schema asks for', () => {
  const { required } = engine.schema('Terms').$defs.Terms.properties.terms;
  for (const name of shipped) {
    const terms = json(`data/terms/${name}`);
    fits(validators.Terms, terms, name);
    assert.deepEqual(required.filter((key) => !(key in terms.terms)), []);
  }
  const all = shipped.map((name) => Object.keys(json(`data/terms/${name}`).terms));
  const everywhere = all[0].filter((key) => all.every((keys) => keys.includes(key)) && !/^(plan|ladder)\.\d/.test(key));
  assert.ok(required.every((key) => everywhere.includes(key)));
});

test('what a product cannot be does not fit', () => {
  const terms = json(`data/terms/${shipped[0]}`);
  const value = { from: '2004-01-01', value: 1, unit: 'dayOfMonth', source: 'assumed', sure: 'assumed' };
  const wrong = [
    { 'statement.day': [] },
    { 'statement.day': [{ ...value, value: 29 }] },
    { 'statement.day': [{ ...value, value: '1' }] },
    { 'statement.day': [{ ...value, unit: 'hours' }] },
    { 'statement.day': [{ ...value, source: undefined }] },
    { 'statement.days': [value] },
    { 'plan.61.rate': [value] },
  ];
  for (const change of wrong) {
    const changed = JSON.parse(JSON.stringify({ ...terms, terms: { ...terms.terms, ...change } }));
    assert.ok(!validators.Terms(changed), JSON.stringify(change));
  }
});

test('the schemas of the package are those of the repository without descriptions', () => {
  const bare = (schema) =>
    JSON.parse(JSON.stringify(schema, (key, value) => (key === 'description' && typeof value === 'string' ? undefined : value)));
  for (const name of NAMES) assert.deepEqual(engine.schema(name), bare(json(`data/schema/${name.toLowerCase()}.json`)));
});
