// Every language of the page has the same sentences, and every code of the engine has one.
// Codes are read from the built package's types and from the engine's list of error codes.
// What is not here: whether a sentence is good.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

const names = readdirSync(new URL('www/i18n/', root)).filter((name) => /^[\w-]+\.js$/.test(name));
const languages = await Promise.all(
  names.map(async (name) => ({ name, words: (await import(new URL(`www/i18n/${name}`, root).href)).default })),
);
const chinese = languages.find(({ name }) => name === 'zh-CN.js').words;

/** The groups of sentences that each type of the package needs. */
const GROUPS = {
  OutcomeCode: ['outcome', 'refused', 'remedy'],
  BillStatus: ['bill'],
  LineKind: ['line'],
  PlanMethod: ['method'],
  RowStatus: ['row'],
  RefundClass: ['class'],
  RefundCondition: ['condition'],
  Channel: ['channel'],
  FreezeKind: ['freeze'],
  FreezeCondition: ['until'],
  CauseKind: ['cause'],
  Severity: ['severity'],
  RoundingName: ['rounding'],
  Charged: ['cost.charged'],
  Comparison: ['cost.comparison'],
  CostKind: ['cost.item'],
  OmittedCost: ['cost.not'],
};

/** Fields of the cost sheet whose words have no type of their own. Days and words are said in other sentences. */
const FIELDS = { settle: ['cost.settle', []], unit: ['cost.unit', ['days', 'word']] };

/** The words of a union of the package's types. */
function union(types, name) {
  const found = new RegExp(`export type ${name} = ([^;]+);`).exec(types);
  assert.ok(found, `pkg/yuefu.d.ts has no ${name}`);
  return [...found[1].matchAll(/"(\w+)"/g)].map(([, word]) => word);
}

test('there are at least two languages', () => assert.ok(languages.length >= 2));

for (const { name, words } of languages) {
  test(`${name} has the same keys as the others, none empty`, () => {
    assert.deepEqual(Object.keys(words).sort(), Object.keys(chinese).sort());
    assert.deepEqual(
      Object.keys(words).filter((key) => words[key].trim() === ''),
      [],
    );
  });

  test(`${name} uses the same values in each sentence`, () => {
    const values = (text) => [...new Set([...text.matchAll(/\{(\w+)[|}]/g)].map(([, value]) => value))].sort();
    for (const key of Object.keys(words)) assert.deepEqual(values(words[key]), values(chinese[key]), key);
  });
}

test('every code of the package has a sentence', () => {
  const types = read('pkg/yuefu.d.ts');
  for (const [type, groups] of Object.entries(GROUPS)) {
    const codes = union(types, type);
    assert.ok(codes.length > 1, type);
    for (const code of codes) for (const group of groups) assert.ok(`${group}.${code}` in chinese, `${group}.${code}`);
  }
});

test('every standard of the cost sheet has a sentence', () => {
  const types = read('pkg/yuefu.d.ts');
  for (const [field, [group, others]] of Object.entries(FIELDS)) {
    const found = [...types.matchAll(new RegExp(`^    ${field}: (["\`][^;]+);`, 'gm'))].map(([, words]) => words);
    assert.ok(found.length > 0, field);
    const codes = found.flatMap((words) => [...words.matchAll(/["`](\w+)/g)].map(([, word]) => word));
    assert.ok(codes.length > 3, field);
    for (const code of codes) assert.ok(others.includes(code) || `${group}.${code}` in chinese, `${group}.${code}`);
  }
});

test('every error code has a sentence', () => {
  const codes = [...read('src/error.rs').matchAll(/Code::\w+ => "(\w+)"/g)].map(([, code]) => code);
  assert.ok(codes.length >= 30);
  for (const code of codes) assert.ok(`error.${code}` in chinese, code);
});

test('every term of a shipped product that explanations cite has a name', () => {
  const beside = /^(habit|recovery|reminder|ladder)\./;
  for (const file of readdirSync(new URL('data/terms/', root)).filter((name) => name.endsWith('.json'))) {
    for (const key of Object.keys(JSON.parse(read(`data/terms/${file}`)).terms)) {
      if (!beside.test(key)) assert.ok(`term.${key.replace(/^plan\.\d+\./, 'plan.')}` in chinese, `${file}: ${key}`);
    }
  }
});

test('every sentence that a module asks for by name is there', () => {
  const modules = readdirSync(new URL('www/', root), { recursive: true }).filter((path) =>
    /^(?!i18n\/).*\.js$/.test(path),
  );
  const asked = modules.flatMap((path) =>
    [...read(`www/${path}`).matchAll(/\btx?\(\s*'([\w.]+)'/g)].map(([, key]) => [path, key]),
  );
  assert.ok(asked.length > 50);
  for (const [path, key] of asked) assert.ok(key in chinese, `${path}: ${key}`);
});
