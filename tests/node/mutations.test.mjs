// Thousands of spoilt scenarios through the built package: each gives a report or an error with its place, and the
// module is as good as new afterwards.
//
// YUEFU_MUTATIONS is their number, YUEFU_SEED another seed. What is not here: which error each fault gives.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inspect } from 'node:util';

import { cases, differences, outcome } from './cases.mjs';
import { randomFrom, spoilt } from './mutations.mjs';

const folder = new URL('../../pkg/', import.meta.url);
const engine = await import(new URL('yuefu.js', folder));
const { memory } = engine.initSync({ module: readFileSync(new URL('yuefu_bg.wasm', folder)) });

const COUNT = Number(process.env.YUEFU_MUTATIONS ?? 2000);
const SEED = Number(process.env.YUEFU_SEED ?? 1);
/** What the memory may grow by in the second half: what one large input needs at once, and 40 bytes for each input. */
const GROWTH_MAX = 1048576 + 40 * COUNT;

const found = [...cases()].filter(({ scenario }) => scenario);
const worked = found.find(({ name }) => name.startsWith('worked'));
const contract = readFileSync(new URL('../../docs/contract.md', import.meta.url), 'utf8');
const codes = new Set([...contract.split('## Errors')[1].matchAll(/^\| `(\w+)` \|/gm)].map(([, code]) => code));

/** The value at a JSON pointer of what JSON makes of an input; undefined where there is none. */
function at(input, path) {
  let value = JSON.parse(JSON.stringify(input) ?? 'null');
  for (const key of path.split('/').slice(1)) {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

/** Runs a scenario and says whether it was one. */
function runs(input) {
  const result = outcome(() => engine.simulate(input, { detail: 'totals' }));
  if (!result.error) {
    assert.equal(result.format, 'yuefu.report/1');
    return true;
  }
  const { code, path, message, hint } = result.error;
  assert.ok(codes.has(code), `${code} is not in docs/contract.md`);
  assert.ok(message && hint);
  if (path !== '' && at(input, path) === undefined) assert.fail(`${code}: ${path} is no place of ${inspect(input)}`);
  return false;
}

test(`${COUNT} spoilt scenarios give a report or an error with its place`, () => {
  const random = randomFrom(SEED);
  let reports = 0;
  let half = 0;
  for (let count = 0; count < COUNT; count += 1) {
    if (count === COUNT >> 1) half = memory.buffer.byteLength;
    if (runs(spoilt(found[random(found.length)].scenario, random))) reports += 1;
  }
  // Both ways are taken often, or the faults are too mild or too coarse to show anything.
  assert.ok(reports > COUNT / 20 && reports < COUNT * 0.8, `${reports} of ${COUNT} are scenarios`);
  const grown = memory.buffer.byteLength - half;
  assert.ok(grown <= GROWTH_MAX, `the memory grows: by ${grown} bytes in the second half, to ${memory.buffer.byteLength}`);
});

test('the module answers the worked example as it should afterwards', () => {
  assert.deepEqual(differences(worked.expect, outcome(() => engine.simulate(worked.scenario))), []);
});
