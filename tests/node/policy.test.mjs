// The content security policy: every page carries all of it, on any host, and so does the server of the tests.
//
// That the pages live with it is seen in a browser, where a breach fails every test. What is not here: headers of other
// hosts.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

/** Nothing but what is named: our own files, pictures made by ourselves, WebAssembly; no base, no form, no markup from text. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
];

const pages = readdirSync(new URL('www/', root)).filter((name) => name.endsWith('.html'));

test('there is a page', () => assert.ok(pages.includes('index.html')));

for (const name of pages) {
  const html = read(`www/${name}`);

  test(`${name} carries the whole policy before anything is loaded`, () => {
    const [, content] = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]*)"\s*\/>/.exec(html) ?? [];
    assert.deepEqual(content?.split('; '), POLICY);
    assert.ok(html.indexOf('http-equiv') < html.search(/<(script|link|style|img)\b/), 'something comes before it');
  });

  test(`${name} has no script, style or handler of its own in its text`, () => {
    assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|javascript:/i);
    assert.deepEqual([...html.matchAll(/<script(?![^>]*\ssrc="\.\/)[^>]*>/g)].map(([tag]) => tag), []);
  });

  test(`${name} tells nobody where its visitors come from`, () =>
    assert.match(html, /<meta name="referrer" content="no-referrer" \/>/));
}

test('the server of the tests sends the same policy', () => {
  const [, list] = /const CONTENT_SECURITY_POLICY = \[([^\]]+)\]/.exec(read('xtask/serve.mjs'));
  assert.deepEqual([...list.matchAll(/"([^"]+)"/g)].map(([, directive]) => directive), POLICY);
});
