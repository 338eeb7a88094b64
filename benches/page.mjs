// Measures the page as it is shipped, in Chromium: how long until the first answer is painted, and how long an edit takes until
// all that it changes is on the screen. At full speed and at a quarter of it, on a phone's width and on a wide screen.
//
// `node benches/page.mjs SITE`. It never fails by time. What is not here: the engine alone (see run.mjs), and a limit on
// what an edit may touch (see tests/page/speed.spec.mjs).

import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { chromium } from '@playwright/test';

import { EDITS, drafts } from './page-edits.mjs';

const WIDTHS = (process.env.WIDTHS ?? '390,1280').split(',').map(Number);
const SLOWER = (process.env.SLOWER ?? '1,4').split(',').map(Number);
const TIMES = Number(process.env.TIMES ?? 15);
const FIRSTS = Number(process.env.FIRSTS ?? 5);
const only = process.env.ONLY ?? '';

const middle = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const ms = (number) => number.toFixed(1).padStart(7);

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

/** A page of its own, on a slow processor, with a draft as an earlier visit kept it; the example without one. */
async function visit(browser, address, { width, slower, draft }) {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale: 'zh-CN', serviceWorkers: 'block' });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log(String(error)));
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.addInitScript(noteFirstAnswer);
  const kept = JSON.stringify({ format: 'yuefu.page/1', draft, lang: 'zh-CN', theme: 'auto' });
  if (draft) await page.addInitScript((text) => localStorage.setItem('yuefu.page', text), kept);
  await page.goto(address);
  const first = await page.waitForFunction(() => window.firstAnswer).then((value) => value.jsonValue());
  return { context, page, session, first };
}

/** Times of one kind of edit, and where they went. */
async function measured({ page, session }, edit, TIMES) {
  const before = await metrics(session);
  const { taken, handler } = await page.evaluate(`(${edit})(${TIMES})`);
  const after = await metrics(session);
  const each = (name) => (1000 * (after[name] - before[name])) / (TIMES + 3);
  return { taken, handler, task: each('TaskDuration'), script: each('ScriptDuration'), style: each('RecalcStyleDuration'), layout: each('LayoutDuration') };
}

async function metrics(session) {
  const { metrics: list } = await session.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

const { server, address } = await serve(process.argv[2] ?? 'target/site');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
try {
  for (const slower of SLOWER)
    for (const width of WIDTHS) {
      console.log(`\n${width} px wide, 1/${slower} of the speed`);
      const firsts = [];
      for (let i = 0; i < FIRSTS; i += 1) {
        const { context, first } = await visit(browser, address, { width, slower });
        firsts.push(first);
        await context.close();
      }
      if (firsts.length) console.log(`  first answer painted after ${middle(firsts).toFixed(0)} ms, at best ${Math.min(...firsts).toFixed(0)} (goal 1500)`);
      console.log('  edit                              median    best  handler |     task  script   style  layout');
      for (const [name, draft] of drafts)
        for (const [kind, edit] of EDITS) {
          if (!`${name} ${kind}`.includes(only)) continue;
          const visited = await visit(browser, address, { width, slower, draft });
          await session_ready(visited);
          const { taken, handler, task, script, style, layout } = await measured(visited, edit, TIMES);
          console.log(`  ${`${name}, ${kind}`.padEnd(32)} ${ms(middle(taken))} ${ms(Math.min(...taken))} ${ms(middle(handler))} | ${ms(task)} ${ms(script)} ${ms(style)} ${ms(layout)}`);
          await visited.context.close();
        }
    }
} finally {
  await browser.close();
  server.kill();
}

async function session_ready({ session, page }) {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.waitForTimeout(1800);
}
