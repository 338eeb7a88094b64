// The traditional Chinese of the page and of the products' texts is traditional throughout.
// What is not here: whether a sentence is well said.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import start from '../../www/i18n/zh-Hant.js';
import later from '../../www/i18n/later/zh-Hant.js';

const words = { ...start, ...later };

/** The letters of Big5, which has no letter that only simplified Chinese uses. */
const BIG5 = new Set(
  [...Array(0xf9 - 0xa1 + 1).keys()].flatMap((i) => {
    const row = Uint8Array.from([...Array(0xfe - 0x40 + 1).keys()].flatMap((j) => [0xa1 + i, 0x40 + j]));
    return [...new TextDecoder('big5').decode(row)];
  }),
);

/** Letters of both scripts that stand for another one in traditional Chinese wherever this page uses them. */
const STRAY = /[后几裏臺賬]/u;

const simplified = (text) => [...text].filter((letter) => /\p{Script=Han}/u.test(letter) && !BIG5.has(letter));

test('no sentence has a letter of simplified Chinese', () => {
  assert.ok(BIG5.has('帳') && BIG5.has('額') && !BIG5.has('账') && !BIG5.has('额'));
  for (const [key, text] of Object.entries(words)) {
    assert.deepEqual(simplified(text), [], `${key}: ${text}`);
    assert.doesNotMatch(text, STRAY, key);
  }
});

test('the words are those of its readers', () => {
  const others = /賬單|軟件|默認|設置|網絡|打印|刷新|鏈接|登錄|屏幕|保存到|信息/u;
  for (const [key, text] of Object.entries(words)) assert.doesNotMatch(text, others, key);
});

/** Every text of a product in the language. */
function* texts(value) {
  if (typeof value !== 'object' || value === null) return;
  if ('zh-CN' in value) yield value['zh-Hant'] ?? '';
  for (const inner of Object.values(value)) yield* texts(inner);
}

test('every text of a product is there, in letters of traditional Chinese', () => {
  const place = new URL('../../data/terms/', import.meta.url);
  const files = readdirSync(place).filter((name) => name.endsWith('.json'));
  const all = files.flatMap((name) => [...texts(JSON.parse(readFileSync(new URL(name, place), 'utf8')))]);
  assert.ok(all.length > 100);
  for (const text of all) {
    assert.notEqual(text, '');
    assert.deepEqual(simplified(text), [], text);
  }
});
