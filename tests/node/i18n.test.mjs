// Every language of the page has the same sentences, and every code of the engine has one.
// Codes are read from the built package's types and from the engine's list of error codes.
// What is not here: whether a sentence is good.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

const names = readdirSync(new URL('www/i18n/', root)).filter((name) => /^(en|zh-\w+)\.js$/.test(name));
const table = async (path) => (await import(new URL(`www/i18n/${path}`, root).href)).default;
const languages = await Promise.all(
  names.map(async (name) => {
    const [start, later, embed] = await Promise.all([table(name), table(`later/${name}`), table(`embed/${name}`)]);
    return { name, start, later, embed, words: { ...start, ...later, ...embed } };
  }),
);
const { words: chinese, start: atStart } = languages.find(({ name }) => name === 'zh-CN.js');

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
  LineComparison: ['cost.comparison'],
  CostKind: ['cost.item'],
  OmittedCost: ['cost.not'],
  SettlePartKind: ['embed.part'],
  WayPath: ['path'],
};

/** Fields with words of their own, by the interface that they are in. */
const MEMBERS = {
  'Advisory.code': 'advisory',
  'Reminder.kind': 'reminder',
  'WayStep.code': 'way',
  'LadderCondition.code': 'ladder',
};

/** Fields of the cost sheet whose words have no type of their own. Days and words are said in other sentences. */
const FIELDS = { settle: ['cost.settle', []], unit: ['cost.unit', ['days', 'word']] };

/** The words of a union of the package's types. */
function union(types, name) {
  const found = new RegExp(`export type ${name} = ([^;]+);`).exec(types);
  assert.ok(found, `pkg/yuefu.d.ts has no ${name}`);
  return [...found[1].matchAll(/"(\w+)"/g)].map(([, word]) => word);
}

test('there are three languages', () =>
  assert.deepEqual(
    languages.map(({ name }) => name),
    ['en.js', 'zh-CN.js', 'zh-Hant.js'],
  ));

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

test('every word of a field of a report has a sentence', () => {
  const types = read('pkg/yuefu.d.ts');
  for (const [member, group] of Object.entries(MEMBERS)) {
    const [type, field] = member.split('.');
    const found = new RegExp(`export interface ${type} \\{[^}]*?\\b${field}: ([^;]+);`).exec(types);
    assert.ok(found, member);
    const codes = [...found[1].matchAll(/"(\w+)"/g)].map(([, word]) => word);
    assert.ok(codes.length > 2, member);
    for (const code of codes) assert.ok(`${group}.${code}` in chinese, `${group}.${code}`);
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

test('no sentence is both at the start and later', () => {
  for (const { start, later, embed } of languages) {
    assert.deepEqual(Object.keys(later).filter((key) => key in start), []);
    assert.deepEqual(Object.keys(embed).filter((key) => key in start || key in later), []);
  }
});

/** A module of the page and those that come with it at once. */
function startingWith(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, name] of read(`www/${path}`).matchAll(/^(?:import|export|\}) .*?from '(\.[^']+)'/gm)) {
    const next = new URL(name, `https://page.invalid/${path}`).pathname.slice(1);
    if (!next.startsWith('pkg/')) startingWith(next, found);
  }
  return found;
}

test('what is there at the start has its words at the start', () => {
  const modules = [...startingWith('app.js')];
  assert.ok(modules.includes('view/answer.js') && !modules.includes('view/why.js'));
  const missing = modules.flatMap((path) =>
    [...read(`www/${path}`).matchAll(/\btx?\(\s*'([\w.]+)'/g)].map(([, key]) => key).filter((key) => !(key in atStart)),
  );
  assert.deepEqual(missing, []);
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
