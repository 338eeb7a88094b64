// Measures the built package beside its rivals, in Node.js and in Chromium, and prints tables. Never fails by time.
//
// `node benches/run.mjs [node|browser]`. What is not here: the cases (see cases.mjs).

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';
import { build } from 'esbuild';

import { chromiumPath } from '../tests/chromium.mjs';
import { groups } from './cases.mjs';
import { time } from './measure.mjs';
import { scenario } from './workload.mjs';

const PACKAGE = new URL('../pkg/', import.meta.url);
const module = readFileSync(new URL('yuefu_bg.wasm', PACKAGE));

/** One group as lines: times, and how many times the first one they take. */
function table([name, ...cases], results) {
  const first = results[0].median;
  const lines = cases.map(([label], i) => {
    const { median, best } = results[i];
    return `  ${label.padEnd(42)} ${shown(median)} ${shown(best)}  ${(median / first).toFixed(2).padStart(8)} ×`;
  });
  return [`${name}`.padEnd(44) + '    median      best     to first', ...lines].join('\n');
}

const shown = (ms) => `${ms.toPrecision(3).padStart(7)} ms`;

async function inNode() {
  const yuefu = await import(new URL('yuefu.js', PACKAGE).href);
  const start = performance.now();
  yuefu.initSync({ module });
  yuefu.addWorkingDays('2024-01-02', 1);
  console.log(`Node.js ${process.version}\n\nmodule ready and first result: ${shown(performance.now() - start)}\n`);
  for (const group of groups(yuefu)) console.log(`${table(group, group.slice(1).map(([, call]) => time(call)))}\n`);
  memory(yuefu);
}

/** The module's memory before and after many edits of a kept scenario. */
function memory(yuefu) {
  const bytes = () => yuefu.initSync({ module }).memory.buffer.byteLength;
  const input = scenario(2000);
  const kept = new yuefu.Simulation(input);
  kept.totals();
  const before = bytes();
  for (let i = 0; i < 10_000; i += 1) {
    kept.replace(i % 5, { ...input.events[i % 5], label: `${i}` });
    if (i % 100 === 0) kept.totals();
  }
  console.log(`memory after 10 000 edits: ${before} → ${bytes()} bytes`);
}

/** The same cases in a page; the table is made here. */
async function inBrowser() {
  const bundle = await build({
    stdin: { contents: PAGE, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    ...{ bundle: true, format: 'esm', write: false, logLevel: 'error', target: 'es2022' },
  });
  const files = { '/page.js': ['text/javascript', bundle.outputFiles[0].text], '/yuefu_bg.wasm': ['application/wasm', module] };
  const server = createServer((request, response) => {
    const [type, body] = files[request.url] ?? ['text/html', '<!doctype html><script type="module" src="/page.js"></script>'];
    response.writeHead(200, { 'content-type': type }).end(body);
  }).listen(0, '127.0.0.1');
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  try {
    const page = await browser.newPage();
    page.on('console', (message) => console.log(message.text()));
    page.on('pageerror', (error) => console.log(String(error)));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.waitForFunction(() => globalThis.finished, null, { timeout: 600_000 });
    console.log(`Chromium ${browser.version()}\n`);
    for (const [group, results] of await page.evaluate(() => globalThis.finished)) console.log(`${table(group, results)}\n`);
  } finally {
    await browser.close();
    server.close();
  }
}

const PAGE = `
  import init, * as yuefu from '../pkg/yuefu.js';
  import { chromiumPath } from '../tests/chromium.mjs';
import { groups } from './cases.mjs';
  import { time } from './measure.mjs';
  const start = performance.now();
  await init({ module_or_path: '/yuefu_bg.wasm' });
  yuefu.addWorkingDays('2024-01-02', 1);
  console.log('module loaded, ready and first result: ' + (performance.now() - start).toFixed(1) + ' ms');
  const results = [];
  for (const group of groups(yuefu)) {
    results.push([group.map((part) => (Array.isArray(part) ? [part[0]] : part)), group.slice(1).map(([, call]) => time(call))]);
    await new Promise((resume) => setTimeout(resume));
  }
  globalThis.finished = results;
`;

const only = process.argv[2];
if (only !== 'browser') await inNode();
if (only !== 'node') await inBrowser();
