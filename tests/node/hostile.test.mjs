// Inputs made to break the built package: each is refused quickly, as an error of the contract, and the module is as
// good as new after every one.
//
// What is not here: random faults (see mutations.test.mjs), and inputs that are merely wrong (see tests/scenarios).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { cases, differences, outcome } from './cases.mjs';

const folder = new URL('../../pkg/', import.meta.url);
const engine = await import(new URL('yuefu.js', folder));
const { memory } = engine.initSync({ module: readFileSync(new URL('yuefu_bg.wasm', folder)) });

const worked = [...cases()].find(({ name, scenario }) => scenario && name.startsWith('worked'));
const MEGABYTES = 10 * 1024 * 1024;
/** Far above what any of them takes, so that a slow machine passes; far below what reading on would take. */
const SECONDS_MAX = 5;

const thrower = () => {
  throw new Error('not for you');
};
/** An object all of whose traps throw. */
const proxy = () =>
  new Proxy({}, { get: thrower, has: thrower, ownKeys: thrower, getOwnPropertyDescriptor: thrower, getPrototypeOf: thrower });

/** The worked example with one field changed. */
const scenario = (changes) => ({ ...structuredClone(worked.scenario), ...changes });
/** The worked example with its first event changed. */
const event = (changes) => {
  const changed = scenario({});
  Object.assign(changed.events[0], changes);
  return changed;
};
const nested = (depth, open, close) => JSON.parse(`${open.repeat(depth)}1${close.repeat(depth)}`);
const cyclic = () => {
  const whole = scenario({});
  whole.events[0].label = whole;
  return whole;
};
const own = (name, value) => Object.defineProperty(scenario({}), name, { value, enumerable: true });

/** What is given, its error, and where: the code, and the path. @type {[string, () => unknown, string, string][]} */
const REFUSED = [
  ['nothing', () => undefined, 'notJson', ''],
  ['null', () => null, 'wrongType', ''],
  ['a function', () => () => 1, 'notJson', ''],
  ['a symbol', () => Symbol('s'), 'notJson', ''],
  ['a BigInt', () => 10n, 'notJson', ''],
  ['a BigInt inside', () => scenario({ creditLimit: 10n }), 'notJson', ''],
  ['not a number', () => scenario({ creditLimit: NaN }), 'missingField', ''],
  ['infinity', () => event({ periods: Infinity, amount: Infinity }), 'missingField', '/events/0'],
  ['a symbol inside', () => event({ amount: Symbol('s') }), 'missingField', '/events/0'],
  ['itself inside itself', cyclic, 'notJson', ''],
  ['a field that throws', () => Object.defineProperty(scenario({}), 'today', { enumerable: true, get: thrower }), 'notJson', ''],
  ['a toJSON that throws', () => scenario({ habit: { toJSON: thrower } }), 'notJson', ''],
  ['an object that only throws', proxy, 'notJson', ''],
  ['such an object inside', () => scenario({ events: [proxy()] }), 'notJson', ''],
  ['a list nested 129 deep', () => nested(129, '[', ']'), 'notJson', ''],
  ['a list nested 5 000 deep', () => nested(5000, '[', ']'), 'notJson', ''],
  ['objects nested 5 000 deep', () => nested(5000, '{"a":', '}'), 'notJson', ''],
  ['nesting inside', () => scenario({ today: nested(5000, '[', ']') }), 'notJson', ''],
  ['an own __proto__', () => own('__proto__', { creditLimit: '1' }), 'unknownField', '/__proto__'],
  ['a constructor', () => own('constructor', {}), 'unknownField', '/constructor'],
  ['an override of __proto__', () => scenario({ overrides: JSON.parse('{"__proto__": 1}') }), 'unknownOverride', '/overrides/__proto__'],
  ['a product of 10 MB', () => scenario({ product: 'x'.repeat(MEGABYTES) }), 'tooLong', '/product'],
  ['an amount of 10 MB', () => event({ amount: '9'.repeat(MEGABYTES) }), 'tooLarge', '/events/0/amount'],
  ['a date of 10 MB', () => event({ date: '2'.repeat(MEGABYTES) }), 'badDate', '/events/0/date'],
  ['a label of 10 MB', () => event({ label: '💳'.repeat(MEGABYTES / 4) }), 'tooLong', '/events/0/label'],
  ['a label of 201 characters', () => event({ label: '字'.repeat(201) }), 'tooLong', '/events/0/label'],
  ['a fen too much', () => event({ amount: '10000000000.01' }), 'tooLarge', '/events/0/amount'],
  ['a limit of a fen too much', () => scenario({ creditLimit: '10000000000.01' }), 'tooLarge', '/creditLimit'],
  ['the day before the first', () => event({ date: '2003-12-31' }), 'dateOutOfRange', '/events/0/date'],
  ['the day after the last', () => scenario({ until: '2100-01-01' }), 'dateOutOfRange', '/until'],
  ['100 001 events', () => scenario({ events: new Array(100001).fill(worked.scenario.events[0]) }), 'tooManyEvents', '/events'],
  ['a million events', () => scenario({ events: new Array(1000000).fill(0) }), 'tooManyEvents', '/events'],
]; // prettier-ignore

function answersAsItShould() {
  assert.deepEqual(differences(worked.expect, outcome(() => engine.simulate(worked.scenario))), []);
}

for (const [name, given, code, path] of REFUSED) {
  test(`${name} is refused at once as ${code}`, () => {
    const input = given();
    const start = performance.now();
    const { error } = outcome(() => engine.simulate(input));
    assert.ok(performance.now() - start < SECONDS_MAX * 1000, 'too slow');
    assert.deepEqual({ code: error?.code, path: error?.path }, { code, path });
    answersAsItShould();
  });
}

/** Every function that takes something, with how many arguments. */
const FUNCTIONS = {
  simulate: 2, solve: 2, compare: 1, quote: 1, annualRate: 1, addWorkingDays: 2, addWorkingDaysMany: 2, isWorkingDay: 1,
  product: 1, encodeScenario: 1, decodeScenario: 1, toCsv: 3, toCalendar: 2, schema: 1,
}; // prettier-ignore

/** @type {[string, () => unknown][]} */
const NOTHING_TAKES = [
  ...REFUSED.slice(2, 17).map(([name, given]) => /** @type {[string, () => unknown]} */ ([name, given])),
  ['10 MB of text', () => 'A'.repeat(MEGABYTES)],
  ['half a surrogate pair', () => '\ud800'],
  ['an empty list', () => []],
  ['an empty object', () => ({})],
];

for (const [name, count] of Object.entries(FUNCTIONS)) {
  test(`${name} refuses what no function takes`, () => {
    for (const [what, given] of NOTHING_TAKES) {
      if (name === 'addWorkingDaysMany' && what === 'an empty list') continue;
      const input = given();
      const { error } = outcome(() => engine[name](...new Array(count).fill(input)));
      assert.ok(error?.code, `${what} was taken`);
    }
    const { error } = outcome(() => engine[name]());
    assert.ok(error?.code, 'nothing was taken');
    answersAsItShould();
  });
}

test('a refused edit leaves a kept scenario as it was, whatever it was', () => {
  const kept = new engine.Simulation(worked.scenario);
  const before = JSON.stringify(kept.report());
  for (const [what, given] of NOTHING_TAKES) {
    for (const edit of [() => kept.replace(0, given()), () => kept.insert(0, given()), () => kept.remove(given())]) {
      assert.ok(outcome(edit).error?.code, `${what} was taken`);
    }
  }
  for (const place of [-1, 3, 0.5, NaN, 2 ** 32, 2 ** 53, '0', null]) {
    assert.ok(outcome(() => kept.remove(place)).error?.code, `${place} is no place`);
  }
  assert.equal(JSON.stringify(kept.report()), before);
  kept.free();
  answersAsItShould();
});

test('an input that calls the module while it is read is an input like others', () => {
  const input = scenario({});
  Object.defineProperty(input, 'creditLimit', { enumerable: true, get: () => (engine.simulate(worked.scenario), '10000.00') });
  assert.deepEqual(differences(worked.expect, outcome(() => engine.simulate(input))), []);
});

test('a prototype is not changed by any input, and is not read', () => {
  const inherited = Object.create(worked.scenario);
  assert.equal(outcome(() => engine.simulate(inherited)).error?.code, 'missingField');
  const report = engine.simulate(worked.scenario);
  assert.equal(Object.getPrototypeOf(report), Object.prototype);
  assert.equal({}.creditLimit, undefined);
});

test('an input of more than 268 435 456 characters never enters the module', () => {
  const before = memory.buffer.byteLength;
  const { error } = outcome(() => engine.simulate(scenario({ product: 'x'.repeat(2 ** 28) })));
  assert.deepEqual({ code: error?.code, path: error?.path }, { code: 'tooLarge', path: '' });
  assert.equal(memory.buffer.byteLength, before);
  answersAsItShould();
});

test('the memory does not grow when the same large inputs come again', () => {
  const large = REFUSED.filter(([name]) => /MB|events/.test(name));
  const round = () => large.forEach(([, given]) => outcome(() => engine.simulate(given())));
  round();
  const before = memory.buffer.byteLength;
  for (let times = 0; times < 3; times += 1) round();
  assert.equal(memory.buffer.byteLength, before);
});
