// The same reports everywhere: natively, in Node.js, in Chromium and in Firefox, in three time zones and two languages,
// byte for byte.
//
// `cargo xtask test --only same` names the programs in YUEFU_REPORTS, CHROMIUM and FIREFOX; what is not named is
// skipped. What is not here: whether the reports are right.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { cases } from '../node/cases.mjs';
import { inBrowser } from './browser.mjs';

const ZONES = ['Asia/Shanghai', 'America/St_Johns', 'Pacific/Kiritimati'];
const LANGUAGES = ['zh-CN', 'en-US'];
const PLACES = ZONES.flatMap((zone) => LANGUAGES.map((language) => ({ zone, language })));

const scenarios = [...cases()].filter(({ scenario }) => scenario).map(({ name, scenario }) => ({ name, scenario }));
const given = scenarios.map(({ scenario }) => scenario);
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** Runs a program in a place, with some input, and gives what it prints. */
function printed(program, args, { zone, language }, input) {
  const env = { ...process.env, TZ: zone, LANG: `${language.replace('-', '_')}.UTF-8`, LC_ALL: `${language.replace('-', '_')}.UTF-8` };
  const done = spawnSync(program, args, { env, input, encoding: 'utf8', maxBuffer: 1 << 30 });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
}

function natively(place) {
  const lines = given.map((scenario) => `${JSON.stringify(scenario)}\n`).join('');
  return printed(process.env.YUEFU_REPORTS, [], place, lines).trimEnd().split('\n').map(sha256);
}

function inNode(place) {
  return JSON.parse(printed(process.execPath, [fileURLToPath(new URL('node.mjs', import.meta.url))], place, JSON.stringify(given)));
}

const reference = inNode(PLACES[0]).found;
console.log(`SHA-256 of the ${reference.length} hashes: ${sha256(reference.join('\n'))}`);

/** Fails with the names of the scenarios whose reports differ. */
function same(found) {
  assert.equal(found.length, reference.length);
  const differ = scenarios.filter((_, place) => found[place] !== reference[place]).map(({ name }) => name);
  assert.deepEqual(differ, []);
}

/** The place is really another one: the host's own words for it. */
function inPlace({ timeZone, language }, place) {
  assert.equal(timeZone, place.zone);
  assert.equal(language.slice(0, 2), place.language.slice(0, 2));
}

test('there are many scenarios, and their reports differ from each other', () => {
  assert.ok(reference.length >= 600, `${reference.length} scenarios`);
  assert.ok(new Set(reference).size > reference.length / 2);
});

for (const place of PLACES) {
  const where = `in ${place.zone}, ${place.language}`;
  test(`natively ${where}`, { skip: !process.env.YUEFU_REPORTS }, () => same(natively(place)));
  test(`in Node.js ${where}`, () => {
    const result = inNode(place);
    inPlace(result, place);
    same(result.found);
  });
  for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
    const program = process.env[kind.toUpperCase()];
    test(`in ${kind} ${where}`, { skip: !program }, async () => {
      const result = await inBrowser({ kind, program, ...place, scenarios: given });
      assert.equal(result.error, undefined);
      inPlace(result, place);
      same(result.found);
    });
  }
}
