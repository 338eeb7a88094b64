// The packed page announces every script that it starts with, so that they come at once and not one after the other.
// What is not here: scripts that are loaded only when wanted, such as other languages.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { filesOf, pack } from '../../xtask/pack.mjs';

const root = new URL('../../', import.meta.url);
const site = mkdtempSync(join(tmpdir(), 'yuefu-site-'));
after(() => rmSync(site, { recursive: true }));
await pack({ www: fileURLToPath(new URL('www', root)), pkg: fileURLToPath(new URL('pkg', root)), site });

const read = (path) => readFileSync(join(site, path), 'utf8');
const resolved = (name, from) => new URL(name, `https://page.invalid/${from}`).pathname.slice(1);

/** A script and all that it imports at once. */
function reached(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, name] of read(path).matchAll(/\b(?:from|import)\s*"(\.[^"]+)"/g)) reached(resolved(name, path), found);
  return found;
}

test('every script of the start is preloaded, and nothing else', () => {
  const announced = [...read('index.html').matchAll(/rel="modulepreload" href="\.\/([^"]+)"/g)].map(([, href]) => href);
  const wanted = new Set(['app.js', 'i18n/zh-CN.js', 'pkg/yuefu.js'].flatMap((path) => [...reached(path)]));
  assert.deepEqual(announced.toSorted(), [...wanted].toSorted());
});

test('a language is one file of its own, under its name', async () => {
  const files = await filesOf(site);
  const languages = files.filter((path) => path.startsWith('i18n/'));
  const all = ['en', 'zh-CN', 'zh-Hant'];
  const wanted = ['i18n', 'i18n/embed', 'i18n/later'].flatMap((folder) => all.map((code) => `${folder}/${code}.js`));
  assert.deepEqual(languages, wanted.sort());
  for (const path of languages) assert.deepEqual([...reached(path)], [path]);
});

test('what was packed into a script is not there a second time', async () => {
  const files = await filesOf(site);
  for (const path of ['store.js', 'view/plans.js', 'i18n/en.engine.js']) assert.ok(!files.includes(path), path);
});

test('a packed script keeps its exports and is smaller than what it was made from', () => {
  const glue = read('pkg/yuefu.js');
  assert.match(glue, /export\s*\{[^}]*as default/);
  assert.match(glue, /\bsimulate\b/);
  assert.ok(glue.length < readFileSync(new URL('pkg/yuefu.js', root), 'utf8').length);
});
