// The element in somebody's page: inline where the page's policy lets WebAssembly run, in a frame where it does not.
//
// Expected figures are those of the specification's worked example. What is not here: the views themselves.

import { ANSWER, expect, settledHeights, test } from './host.mjs';

const WORKED = 'view="refund" amount="500.00" date="2024-02-10" refund-date="2024-03-05" lang="zh-CN"';
const element = (site, attributes = WORKED) =>
  `<script type="module" src="${site}element.js"></script><yuefu-simulator ${attributes}></yuefu-simulator>`;
const policy = (site, more) => {
  const { origin } = new URL(site);
  return `default-src 'none'; script-src ${origin} ${more}; connect-src ${origin}; frame-src ${origin}; require-trusted-types-for 'script'`;
};
const answer = (page) => page.locator('yuefu-simulator .answer-text').first();

test('where WebAssembly may run it is part of the page, and changes with its attributes and properties', async ({ page, site, host }) => {
  const address = await host({ '/': { policy: policy(site, "'wasm-unsafe-eval'"), body: element(site) } });
  await page.goto(address);
  await expect(answer(page)).toHaveText(ANSWER);
  await expect(page.locator('iframe')).toHaveCount(0);
  const one = page.locator('yuefu-simulator');
  await one.evaluate((node) => node.setAttribute('refund-amount', '200'));
  await expect(answer(page)).toContainText('¥200.00');
  await one.evaluate((node) => {
    node.setAttribute('lock', 'amount');
    node.setAttribute('lang', 'en');
  });
  await expect(page.getByLabel('Day of the purchase')).toHaveCount(1);
  await expect(page.getByLabel('Amount of the purchase')).toHaveCount(0);
  // What was typed stays when only the language or a lock changes.
  await expect(answer(page)).toContainText('¥200.00');
  await one.evaluate((node) => {
    node.addEventListener('yuefu-change', ({ detail: { scenario, report } }) => {
      globalThis.changed = [scenario, report.refunds[0].held];
    });
  });
  await page.getByLabel('Amount refunded').fill('100');
  const [scenario, held] = await page.evaluate(() => globalThis.changed);
  expect(scenario.events[1].amount).toBe('100');
  expect(held).toBe('100.00');
  await one.evaluate((node) => node.setAttribute('lang', 'zh-Hant'));
  await expect(page.getByLabel('退款金額')).toHaveValue('100');
  await one.evaluate((node, given) => (node.scenario = given), { ...scenario, creditLimit: '2000.00' });
  expect(await one.evaluate((node) => node.report.limit[0].limit.guaranteed)).toBe('2000.00');
});

test('the host’s styles and sizes do not change it', async ({ page, site, host }) => {
  const body = `<link rel="stylesheet" href="/loud.css">${element(site)}`;
  const address = await host({ '/': { body }, '/loud.css': { script: '' } });
  await page.route('**/loud.css', (route) =>
    route.fulfill({ contentType: 'text/css', body: 'html { font-size: 40px } p, button, input { color: red; font-size: 60px !important }' }),
  );
  await page.goto(address);
  await expect(answer(page)).toHaveText(ANSWER);
  const sizes = await page.locator('yuefu-simulator').evaluate((node) => {
    const size = (selector) => getComputedStyle(node.shadowRoot.querySelector(selector)).fontSize;
    return [size('.answer-text'), size('.big'), size('input')];
  });
  expect(sizes).toEqual(['20px', '32px', '16px']);
});

test('where the policy refuses WebAssembly it comes in a frame, with its height and its scenario', async ({ page, site, host, expectProblem }) => {
  expectProblem(/script-src refused wasm-eval|WebAssembly|wasm/);
  const address = await host({ '/': { policy: policy(site, ''), body: element(site) } });
  await page.goto(address);
  const frame = page.frameLocator('yuefu-simulator iframe');
  await expect(frame.locator('.answer-text')).toHaveText(ANSWER);
  const height = () => page.locator('yuefu-simulator iframe').evaluate((node) => node.getBoundingClientRect().height);
  await expect.poll(height).toBeGreaterThan(600);
  const one = page.locator('yuefu-simulator');
  expect(await one.evaluate((node) => [node.framed, node.report])).toEqual([true, null]);
  await one.evaluate((node) => node.setAttribute('refund-amount', '200'));
  await expect(frame.locator('.answer-text')).toContainText('¥200.00');
  await one.evaluate((node) => {
    node.scenario = {
      format: 'yuefu.scenario/1',
      product: 'douyin-monthly-pay',
      creditLimit: '10000.00',
      events: [
        { type: 'purchase', id: 'p1', date: '2024-02-10', amount: '300.00' },
        { type: 'refund', date: '2024-03-05', purchase: 'p1' },
      ],
    };
  });
  await expect(frame.locator('.answer-text')).toContainText('¥300.00');
});

test('several share one compiled module and one sheet of styles', async ({ page, site, host }) => {
  const address = await host({ '/': { body: element(site) + element(site, 'view="interest-free" lang="en"') + element(site, 'view="bill" lang="zh-Hant"') } });
  const modules = [];
  page.on('request', (request) => request.url().endsWith('.wasm') && modules.push(request.url()));
  await page.addInitScript(() => {
    globalThis.compiled = 0;
    for (const name of ['instantiate', 'instantiateStreaming', 'compile', 'compileStreaming']) {
      const own = WebAssembly[name];
      WebAssembly[name] = (...given) => ((globalThis.compiled += 1), own(...given));
    }
  });
  await page.goto(address);
  for (const index of [0, 1, 2]) {
    await expect(page.locator('yuefu-simulator').nth(index).locator('.answer-text').first()).toBeVisible();
  }
  const texts = await page.locator('yuefu-simulator .answer-text').allInnerTexts();
  expect(texts[1]).toMatch(/^Bought/);
  expect(texts[2]).toContain('還');
  expect(modules.length).toBe(1);
  expect(await page.evaluate(() => globalThis.compiled)).toBe(1);
  const sheets = await page
    .locator('yuefu-simulator')
    .evaluateAll((nodes) => new Set(nodes.flatMap((node) => [...node.shadowRoot.adoptedStyleSheets])).size);
  expect(sheets).toBe(1);
  // Each keeps its own language when another one is used.
  await page.locator('yuefu-simulator').nth(0).getByLabel('退款金额').fill('200');
  await expect(answer(page)).toHaveText(/¥200\.00\s*可用/);
});

test('two whole simulators on one page each have a cost sheet and a sheet of their own', async ({ page, site, host }) => {
  await page.goto(await host({ '/': { body: element(site, 'view="full" lang="zh-CN"').repeat(2) } }));
  const both = [0, 1].map((i) => page.locator('yuefu-simulator').nth(i));
  for (const one of both) await one.locator('#plans').getByRole('button', { name: '费用明细表' }).click();
  const [first, second] = both.map((one) => one.locator('#cost'));
  for (const card of [first, second]) await expect(card.locator('.cost-rate')).toContainText('12.56%');
  // Four times 3 % and four times the published 3.45 %.
  await first.getByLabel('一年期 LPR').fill('3');
  await expect(first.locator('.cost-lines')).toContainText('年化 12%');
  await expect(second.locator('.cost-lines')).toContainText('年化 13.8%');
  await expect(first.getByLabel('一年期 LPR')).toBeFocused();
  await both[0].locator('[data-k=event-k2]').click();
  const amount = both[0].locator('#sheet').getByLabel('金额');
  await amount.fill('2000');
  // The other one is drawn anew, as when its page becomes wider.
  await both[1].evaluate((node) => (node.style.width = '500px'));
  await amount.press('ArrowLeft');
  await page.keyboard.type('5');
  await expect(amount).toHaveValue('20050');
  await expect(amount).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(both[0].locator('[data-k=event-k2]')).toContainText('¥20,050.00');
  await expect(both[1].locator('[data-k=event-k2]')).toContainText('¥1,000.00');
});

test('two simulators in two languages each keep to their own in what is drawn later', async ({ page, site, host }) => {
  const tags = ['zh-CN', 'en'].map((lang) => `<yuefu-simulator view="full" lang="${lang}"></yuefu-simulator>`).join('');
  const address = await host({ '/': { body: `<script type="module" src="${site}element.js"></script>${tags}` } });
  await page.goto(address);
  const [chinese, english] = ['zh-CN', 'en'].map((lang) => page.locator(`yuefu-simulator[lang=${lang}]`));
  await expect(chinese.locator('.answer-text')).toContainText('3月8日');
  await expect(english.locator('.answer-text')).toContainText('Mar 8');
  /** Of a part of both, drawn in the order of the page: the one in Chinese, the other without a Chinese character. */
  const expectOwn = async (part, days = '') => {
    await expect(chinese.locator(part)).toContainText(days || /[\u4e00-\u9fff]/);
    await expect(english.locator(part)).toContainText(/[a-z]{3}/);
    await expect(english.locator(part)).not.toContainText(/[\u4e00-\u9fff]/);
  };
  /** Presses the same in both before either can be drawn, and closes what opened. */
  const pressBoth = (key) =>
    page.evaluate((selector) => {
      for (const { shadowRoot } of document.querySelectorAll('yuefu-simulator')) {
        for (const dialog of shadowRoot.querySelectorAll('dialog[open]')) dialog.close();
        shadowRoot.querySelector(selector).click();
      }
    }, key);
  // What is folded is drawn when nothing has happened for a moment.
  await expectOwn('#limit details.twin .scroll', '月');
  await pressBoth('[data-k=more]');
  await expectOwn('#sheet .menu');
  await pressBoth('#refunds .quiet');
  await expectOwn('#why', '3月8日');
  await pressBoth('#plans .quiet');
  await expectOwn('#cost');
  await pressBoth('[data-k=help-ladder]');
  await expectOwn('#help .ladder');
});

test('200 mounts and removals leave no node, listener or memory behind', async ({ page, site, host }) => {
  test.setTimeout(180_000);
  await page.addInitScript(() => {
    const own = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
      const made = await own(...given);
      globalThis.memory = made.instance.exports.memory;
      return made;
    };
  });
  const address = await host({ '/': { body: element(site) } });
  await page.goto(address);
  await expect(answer(page)).toHaveText(ANSWER);
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  const measured = async () => {
    // What is folded is let go once it is drawn, when nothing has happened for a moment.
    await page.waitForTimeout(500);
    for (let n = 0; n < 3; n += 1) await client.send('HeapProfiler.collectGarbage');
    const { metrics } = await client.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    const engine = await page.evaluate(() => globalThis.memory.buffer.byteLength);
    return { engine, nodes: of('Nodes'), listeners: of('JSEventListeners'), heap: of('JSHeapUsedSize') };
  };
  const mounts = (count) =>
    page.evaluate(async (times) => {
      for (let n = 0; n < times; n += 1) {
        const node = document.createElement('yuefu-simulator');
        node.setAttribute('view', ['refund', 'instalments', 'interest-free', 'bill', 'settle'][n % 5]);
        const ready = new Promise((heard) => node.addEventListener('yuefu-ready', heard, { once: true }));
        document.body.append(node);
        await ready;
        node.remove();
      }
    }, count);
  await mounts(20);
  const before = await measured();
  await mounts(200);
  const after = await measured();
  expect(after.engine).toBe(before.engine);
  expect(after.nodes - before.nodes).toBeLessThan(200);
  expect(after.listeners - before.listeners).toBeLessThan(20);
  expect(after.heap - before.heap).toBeLessThan(1_000_000);
  console.log(`200 mounts: ${after.nodes - before.nodes} nodes, ${after.listeners - before.listeners} listeners, ${after.heap - before.heap} bytes`);
});

test('an element that is moved keeps what was typed', async ({ page, site, host }) => {
  const address = await host({ '/': { body: `${element(site)}<div id="other"></div>` } });
  await page.goto(address);
  await expect(answer(page)).toHaveText(ANSWER);
  await page.getByLabel('退款金额').fill('200');
  await expect(answer(page)).toContainText('¥200.00');
  await page.evaluate(() => document.getElementById('other').append(document.querySelector('yuefu-simulator')));
  await expect(answer(page)).toContainText('¥200.00');
  expect(await settledHeights(page)).toEqual([]);
});
