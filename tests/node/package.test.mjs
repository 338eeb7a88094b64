// The built package in Node.js, without a browser: what it holds, and that it loads and answers.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../pkg/', import.meta.url);
const bytes = readFileSync(new URL('yuefu_bg.wasm', folder));
const description = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));

test('the package says what it is', () => {
  assert.equal(description.name, 'yuefu');
  assert.equal(description.version, '0.1.0');
  assert.equal(description.type, 'module');
  assert.equal(description.license, 'MIT OR Apache-2.0');
});

test('what would be published is the module, its glue, its types and the texts that go with them', () => {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const listed = execFileSync(npm, ['pack', '--dry-run', '--json'], { cwd: fileURLToPath(folder), encoding: 'utf8' });
  const [packed] = Object.values(JSON.parse(listed));
  assert.deepEqual(packed.files.map((file) => file.path).sort(), [
    'CHANGELOG.md',
    'LICENSE-APACHE',
    'LICENSE-MIT',
    'README.md',
    'inline.d.ts',
    'inline.js',
    'node.cjs',
    'node.d.cts',
    'node.d.ts',
    'node.js',
    'package.json',
    'thread.js',
    'worker.d.ts',
    'worker.js',
    'yuefu.d.ts',
    'yuefu.js',
    'yuefu_bg.wasm',
  ]);
});

test('nothing runs when the package is installed', () => {
  assert.equal(description.scripts, undefined);
  assert.equal(description.dependencies, undefined);
});

test('every function of the types can be called in a worker, but for the class and the loading', async () => {
  const engine = await import(new URL('yuefu.js', folder));
  const listed = /const NAMES = \[([^\]]+)\]/.exec(readFileSync(new URL('worker.js', folder), 'utf8'))[1];
  const names = [...listed.matchAll(/'(\w+)'/g)].map(([, name]) => name);
  const others = ['Simulation', 'default', 'initSync'];
  assert.deepEqual(names, Object.keys(engine).filter((name) => !others.includes(name)).sort());
});

test('the module uses no feature that the README does not name', () => {
  const [section] = WebAssembly.Module.customSections(new WebAssembly.Module(bytes), 'target_features');
  const features = [...Buffer.from(section).toString('latin1').matchAll(/\+.([a-z-]+)/gs)].map(([, name]) => name);
  const named = ['mutable-globals', 'nontrapping-fptoint', 'bulk-memory', 'sign-ext', 'reference-types', 'multivalue'];
  // Subsets of bulk memory and of reference types, under names of their own.
  const parts = ['bulk-memory-opt', 'call-indirect-overlong'];
  assert.deepEqual(features.filter((name) => ![...named, ...parts].includes(name)), []);
  assert.ok(features.includes('reference-types'));
});

test('the module asks its host for nothing but what its glue gives', () => {
  const modules = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map((wanted) => wanted.module);
  assert.deepEqual([...new Set(modules)], ['./yuefu_bg.js']);
});

test('the module loads from bytes and tells its version', async () => {
  const engine = await import(new URL('yuefu.js', folder));
  engine.initSync({ module: bytes });
  assert.match(JSON.stringify(engine.version()), /0\.1\.0/);
});
