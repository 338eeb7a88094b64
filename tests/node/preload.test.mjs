// The page announces every module that it starts with, so that they come at once and not one after the other.
// What is not here: modules that are loaded only when wanted, such as other languages.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const www = new URL('../../www/', import.meta.url);

/** A module and all that it imports, as addresses below www/. */
function reached(path, found = new Set()) {
  if (found.has(path) || !existsSync(new URL(path, www))) return found;
  found.add(path);
  const text = readFileSync(new URL(path, www), 'utf8');
  for (const [, name] of text.matchAll(/^(?:import|export)\b[^'"]*?from '(\.[^']+)'/gms)) {
    reached(new URL(name, new URL(path, www)).href.slice(www.href.length), found);
  }
  return found;
}

test('every module of the start is preloaded, and nothing else', () => {
  const html = readFileSync(new URL('index.html', www), 'utf8');
  const announced = [...html.matchAll(/rel="modulepreload" href="\.\/([^"]+)"/g)].map(([, href]) => href);
  const wanted = [...reached('app.js'), ...reached('i18n/zh-CN.js'), 'pkg/yuefu.js'];
  assert.deepEqual(announced.toSorted(), wanted.toSorted());
});
