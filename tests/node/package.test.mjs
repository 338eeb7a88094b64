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
    'LICENSE-APACHE',
    'LICENSE-MIT',
    'README.md',
    'package.json',
    'yuefu.d.ts',
    'yuefu.js',
    'yuefu_bg.wasm',
  ]);
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
