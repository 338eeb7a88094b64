// What the npm lock files pin: licences, contents, and that nothing of it runs when it is installed.
//
// The crates are held by `cargo test --package xtask`. What is not here: whether a package is any good.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Of tools, which are not passed on with the package; MPL-2.0 and CC-BY-4.0 bind only who changes their files. */
const LICENCES = ['Public Domain', 'MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD', 'MPL-2.0', 'CC-BY-4.0', 'BlueOak-1.0.0'];

for (const path of ['package-lock.json', 'tests/package/package-lock.json']) {
  const packages = Object.entries(JSON.parse(read(path)).packages).filter(([folder]) => folder !== '');

  test(`${path} pins every package by its content`, () => {
    assert.ok(packages.length > 10);
    const loose = packages.filter(([, { integrity, inBundle }]) => !inBundle && !/^sha512-[\w+/]{86}==$/.test(integrity));
    assert.deepEqual(loose.map(([folder]) => folder), []);
  });

  test(`every package of ${path} has a licence of the list`, () => {
    const others = packages.filter(([, { license }]) => !(license ?? '').split(' OR ').some((one) => LICENCES.includes(one)));
    assert.deepEqual(others.map(([folder, { license }]) => `${folder}: ${license}`), []);
  });
}

test('no package runs anything when it is installed', () => {
  assert.match(read('.npmrc'), /^ignore-scripts=true$/m);
});
