// Measures the page as it is shipped, in Chromium: how long until the first answer is painted, and how long an edit takes until
// all that it changes is on the screen. At full speed and at a quarter of it, on a phone's width and on a wide screen.
//
// `node benches/page.mjs SITE`. It never fails by time. What is not here: the engine alone (see run.mjs), and a limit on
// what an edit may touch (see tests/page/speed.spec.mjs).

import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';

import { chromiumPath } from '../tests/chromium.mjs';
import { EDITS, drafts } from './page-edits.mjs';

const WIDTHS = [390, 1280];
const SLOWER = (process.env.SLOWER ?? '1,4').split(',').map(Number);
const TIMES = 15;
const FIRSTS = 5;

const middle = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const ms = (number) => number.toFixed(1).padStart(8);

/** Serves the laid-out page as the tests do, and gives its address. */
async function serve(site) {
  const script = fileURLToPath(new URL('../xtask/serve.mjs', import.meta.url));
  const server = spawn(process.execPath, [script, site, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [text] = await once(server.stdout, 'data');
  return { server, address: /Serving at (\S+)/.exec(text)[1] };
}

/** Runs in the page: notes when the frame with the first answer has been painted. */
function noteFirstAnswer() {
  const look = () => {
    if (!document.querySelector('#answer .answer-text')) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (window.firstAnswer = performance.now());
    return requestAnimationFrame(() => port2.postMessage(0));
  };
  requestAnimationFrame(look);
}

/** A page of its own, on a slow processor, with a draft as an earlier visit kept it; without one, the example. */
async function visit(browser, address, { width, slower, draft }) {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale: 'zh-CN', serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.addInitScript(noteFirstAnswer);
  const kept = JSON.stringify({ format: 'yuefu.page/1', draft, lang: 'zh-CN', theme: 'auto' });
  if (draft) await page.addInitScript((text) => localStorage.setItem('yuefu.page', text), kept);
  await page.goto(address);
  const first = await page.waitForFunction(() => window.firstAnswer).then((value) => value.jsonValue());
  return { context, page, session, first };
}

/** Times of one kind of edit by the clock, and the processor time of each part of it, which other programs do not lengthen. */
async function measured({ page, session }, edit) {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  // What the page does once it stands is over by then.
  await page.waitForTimeout(1800);
  const before = await metrics(session);
  const { taken, edits } = await page.evaluate(`(${edit})(${TIMES})`);
  const after = await metrics(session);
  const each = (name) => (1000 * (after[name] - before[name])) / edits;
  const parts = ['TaskDuration', 'ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'].map(each);
  return [middle(taken), Math.min(...taken), ...parts];
}

async function metrics(session) {
  const { metrics: list } = await session.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

/** Everything at one width and one speed. */
async function all(browser, address, at) {
  console.log(`\n${at.width} px wide, at ${at.slower === 1 ? 'full speed' : `1/${at.slower} of the speed`}`);
  const firsts = [];
  for (let i = 0; i < FIRSTS; i += 1) {
    const { context, first } = await visit(browser, address, at);
    firsts.push(first);
    await context.close();
  }
  console.log(`  first answer painted after ${middle(firsts).toFixed(0)} ms, at best ${Math.min(...firsts).toFixed(0)}`);
  console.log(`  ${'edit, in ms'.padEnd(28)}   median     best | processor  script    style   layout`);
  for (const [name, draft] of drafts)
    for (const [kind, edit] of EDITS) {
      const visited = await visit(browser, address, { ...at, draft });
      const [median, best, ...parts] = await measured(visited, edit);
      console.log(`  ${`${name}, ${kind}`.padEnd(28)} ${ms(median)} ${ms(best)} | ${parts.map(ms).join(' ')}`);
      await visited.context.close();
    }
}

const { server, address } = await serve(process.argv[2]);
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
try {
  for (const slower of SLOWER) for (const width of WIDTHS) await all(browser, address, { width, slower });
} finally {
  await browser.close();
  server.kill();
}
