// Every case of tests/scenarios and tests/calls, through the built package in Node.js.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { cases, differences, outcome } from './cases.mjs';

const folder = new URL('../../pkg/', import.meta.url);
const engine = await import(new URL('yuefu.js', folder));
engine.initSync({ module: readFileSync(new URL('yuefu_bg.wasm', folder)) });

const found = [...cases()];

test('there are cases', () => assert.ok(found.length > 0));

for (const { name, scenario, expect, calls } of found) {
  test(name, () => {
    const runs = calls ?? [{ fn: 'simulate', args: [scenario], expect }];
    for (const { fn, args, expect } of runs) {
      assert.deepEqual(differences(expect, outcome(() => engine[fn](...args))), []);
    }
  });
}

test('an expectation that does not hold is found', () => {
  const report = outcome(() => engine.simulate(found.find(({ scenario, expect }) => scenario && expect.bills).scenario));
  assert.notDeepEqual(differences({ totals: { purchases: '-1.00' } }, report), []);
  assert.notDeepEqual(differences({ count: { bills: 99 } }, report), []);
});
