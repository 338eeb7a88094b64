// A scenario that becomes a draft and a scenario again gives the same report, byte for byte.
//
// The scenarios are those of tests/scenarios and tests/codes. What is not here: what their reports say.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { cases } from './cases.mjs';
import { fromScenario } from '../../www/from-scenario.js';
import { isDraft, toScenario } from '../../www/draft.js';

const folder = new URL('../../pkg/', import.meta.url);
const engine = await import(new URL('yuefu.js', folder));
engine.initSync({ module: readFileSync(new URL('yuefu_bg.wasm', folder)) });

const codes = ['every-kind-of-event', 'every-form-of-override', 'twelve-usual-events'].map((name) => ({
  name,
  scenario: JSON.parse(readFileSync(new URL(`../codes/${name}.json`, import.meta.url), 'utf8')),
}));

/** The report, or nothing for a scenario that is refused or of another product's data. */
function report(scenario) {
  try {
    return JSON.stringify(engine.simulate(scenario));
  } catch {
    return null;
  }
}

test('every scenario that runs comes back from its draft with the same report', () => {
  let seen = 0;
  for (const { name, scenario } of [...cases(), ...codes]) {
    const before = scenario && report(scenario);
    if (!before) continue;
    const terms = engine.product(scenario.product);
    const draft = fromScenario(scenario, terms);
    assert.ok(isDraft(draft), `${name}: no draft`);
    assert.ok(report(toScenario(draft, terms).scenario) === before, `${name}: another report`);
    seen += 1;
  }
  assert.ok(seen > 100, `only ${seen} scenarios`);
});
