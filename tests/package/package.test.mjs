// The packed package, installed into throw-away projects: each kind of host runs it and gets the same report.
//
// The figures are those of the specification's worked example, read from its scenario file. What is not here: the other
// functions, which tests/node calls; that they are all there is seen by the compiler, and by name in each entry.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build as viteBuild } from 'vite';
import webpack from 'webpack';
import { chromiumPath } from '../chromium.mjs';
import { differences } from '../node/cases.mjs';
import { printed, project, served, workshop } from './projects.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const worked = JSON.parse(
  readFileSync(at('../scenarios/worked/one-purchase-one-plan-one-refund-day-by-day.json'), 'utf8'),
);
const text = JSON.stringify(worked.scenario);
const PAGE = '<!doctype html><title>page</title><script type="module" src="./main.js"></script>';
/** A page's script: each way to the engine puts its report where the test looks. */
const main = (from) => `
import init, { simulate } from '${from}';
import { openWorker } from '${from === 'yuefu' ? 'yuefu/worker' : from.replace('yuefu.js', 'worker.js')}';
const scenario = ${text};
async function all() {
  await init();
  const engine = await openWorker();
  const refused = await engine.simulate({ ...scenario, creditLimit: 'much' }).catch((error) => error);
  const worker = JSON.stringify(await engine.simulate(scenario));
  engine.close();
  return { web: JSON.stringify(simulate(scenario)), worker, refused: [refused.name, refused.code, refused.path] };
}
all().then((result) => { globalThis.result = result; }, (error) => { globalThis.result = String(error); });
`;

let shop;
let browser;
/** The report that every other must equal, byte for byte. */
let expected;

before(async () => {
  shop = workshop();
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  const folder = project(shop, 'node-esm', {
    'package.json': '{"type":"module"}',
    'main.mjs': `import init, { simulate } from 'yuefu';
      const early = JSON.stringify(simulate(${text}));
      await init();
      if (early !== JSON.stringify(simulate(${text}))) throw new Error('init changed the report');
      console.log(early);`,
  });
  expected = printed(folder, 'main.mjs').trim();
});

after(async () => {
  await browser?.close();
  shop?.remove();
});

/** What a page's script has put there; fails on any error of the page. */
async function shown(folder) {
  const { address, close } = await served(folder);
  const page = await browser.newPage();
  const problems = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  try {
    await page.goto(address);
    await page.waitForFunction(() => globalThis.result, null, { timeout: 20_000 });
    return { result: await page.evaluate(() => globalThis.result), problems };
  } finally {
    await page.close();
    close();
  }
}

/** The page's main thread and its worker gave the report; a refusal came through whole. */
function holds({ result, problems }) {
  assert.deepEqual(problems, []);
  assert.equal(result.web, expected);
  assert.equal(result.worker, expected);
  assert.deepEqual(result.refused, ['YuefuError', 'notANumber', '/creditLimit']);
}

test('Node.js, ES modules: the worked example has the figures of the specification', () => {
  assert.deepEqual(differences(worked.expect, JSON.parse(expected)), []);
});

test('Node.js, CommonJS', () => {
  const folder = project(shop, 'node-cjs', {
    'main.cjs': `const { simulate } = require('yuefu'); console.log(JSON.stringify(simulate(${text})));`,
  });
  assert.equal(printed(folder, 'main.cjs').trim(), expected);
});

test('one file, with the module inside', () => {
  const folder = project(shop, 'inline', {
    'main.mjs': `import init, { simulate } from 'yuefu/inline'; await init(); console.log(JSON.stringify(simulate(${text})));`,
  });
  assert.equal(printed(folder, 'main.mjs').trim(), expected);
});

test('the entries have the same functions, and the module and package.json can be named', () => {
  const folder = project(shop, 'names', {
    'main.mjs': `import { createRequire } from 'node:module';
      const require = createRequire(import.meta.url);
      const names = (module) => Object.keys(module).filter((name) => name !== '__esModule').sort().join();
      const all = [await import('yuefu'), await import('yuefu/web'), await import('yuefu/inline'), require('yuefu')];
      const files = ['yuefu/yuefu_bg.wasm', 'yuefu/package.json'].map((name) => require.resolve(name).length > 0);
      console.log(JSON.stringify([new Set(all.map(names)).size, files]));`,
  });
  assert.deepEqual(JSON.parse(printed(folder, 'main.mjs')), [1, [true, true]]);
});

for (const [name, module, moduleResolution, file, lib] of [
  ['a bundler', 'esnext', 'bundler', 'sample.ts', ['es2022', 'dom']],
  ['Node.js, ES modules', 'nodenext', 'nodenext', 'sample.mts', ['es2022']],
  ['Node.js, CommonJS', 'nodenext', 'nodenext', 'sample.cts', ['es2022']],
]) {
  test(`strict TypeScript for ${name} compiles every function`, () => {
    const options = { strict: true, noEmit: true, skipLibCheck: false, types: [], target: 'es2022' };
    const folder = project(shop, `types-${file}`, {
      [file]: readFileSync(at('sample.ts'), 'utf8'),
      'tsconfig.json': JSON.stringify({ compilerOptions: { ...options, module, moduleResolution, lib }, files: [file] }),
    });
    execFileSync(process.execPath, [at('../../node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
  });
}

test('a plain page without a bundler, and a worker', async () => {
  const script = main('./node_modules/yuefu/yuefu.js');
  holds(await shown(project(shop, 'plain', { 'index.html': PAGE, 'main.js': script })));
});

test('a Vite build, with a worker', async () => {
  const root = project(shop, 'vite', { 'index.html': PAGE, 'main.js': main('yuefu') });
  await viteBuild({ root, configFile: false, logLevel: 'error', base: './', worker: { format: 'es' } });
  const wasm = readdirSync(join(root, 'dist/assets')).filter((name) => name.endsWith('.wasm'));
  assert.equal(wasm.length, 1);
  holds(await shown(join(root, 'dist')));
});

test('a webpack build, with a worker', async () => {
  const root = project(shop, 'webpack', { 'src/main.js': main('yuefu') });
  const output = { path: join(root, 'dist'), filename: 'main.js', publicPath: 'auto' };
  const stats = await new Promise((done, fail) =>
    webpack({ context: root, mode: 'production', entry: './src/main.js', output }, (error, result) =>
      error ? fail(error) : done(result),
    ),
  );
  assert.equal(stats.hasErrors(), false, stats.toString('errors-only'));
  writeFileSync(join(root, 'dist/index.html'), PAGE);
  holds(await shown(join(root, 'dist')));
});
