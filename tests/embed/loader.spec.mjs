// The loader in somebody's page: frames that grow and shrink, several at once, hostile frames, loops, the result.
//
// Expected figures are those of the specification's worked example. What is not here: a bare frame (frame.spec.mjs).

import { ANSWER, WORKED, expect, heights, overflow, settledHeights, test } from './host.mjs';

const answer = (frame) => frame.locator('.answer-text').first();
const data = (fragment) =>
  fragment
    .split('&')
    .map((pair) => `data-${pair.replace('=', '="')}"`)
    .join(' ');
const script = (site, fragment, more = '') => `<script src="${site}loader.js" ${data(fragment)} ${more}></script>`;

test('three simulators on one page grow and shrink on their own', async ({ page, site, host }) => {
  const origin = new URL(site).origin;
  const address = await host({
    '/': {
      policy: `default-src 'none'; script-src ${origin}; frame-src ${origin}`,
      body: [WORKED, 'view=instalments&periods=12&lang=en', 'view=interest-free&date=2025-01-05&lang=zh-CN']
        .map((fragment) => script(site, fragment))
        .join('<p>text</p>'),
    },
  });
  await page.goto(address);
  const frames = [0, 1, 2].map((index) => page.frameLocator('iframe').nth(index));
  for (const index of [0, 1, 2]) {
    await page.locator('iframe').nth(index).scrollIntoViewIfNeeded();
    await expect(answer(frames[index])).toBeVisible();
  }
  const before = await settledHeights(page);
  expect(new Set(before).size).toBe(3);
  for (const frame of frames) expect(await overflow(frame)).toBe(0);
  // Twelve rows become three.
  await frames[1].locator('input[value="3"]').check();
  await expect(answer(frames[1])).toHaveText(/^3 instalments/);
  const after = await settledHeights(page);
  expect(after[1]).toBeLessThan(before[1] - 300);
  expect([after[0], after[2]]).toEqual([before[0], before[2]]);
  await frames[0].locator('#refunds summary').click();
  const opened = await settledHeights(page);
  expect(opened[0]).toBeGreaterThan(before[0] + 40);
  expect([opened[1], opened[2]]).toEqual([after[1], after[2]]);
});

test('a frame that was there already grows, and without the loader it can be used all the same', async ({ page, site, host }) => {
  const frame = `<iframe data-yuefu src="${site}embed.html#${WORKED}" title="refund" width="300" height="300"></iframe>`;
  const address = await host({
    '/with': { body: `${frame}<script src="${site}loader.js"></script>` },
    '/without': { body: frame },
  });
  await page.goto(`${address}without`);
  await expect(answer(page.frameLocator('iframe'))).toHaveText(ANSWER);
  expect(await heights(page)).toEqual([304]);
  await page.frameLocator('iframe').getByLabel('退款金额').fill('200');
  await expect(answer(page.frameLocator('iframe'))).toContainText('¥200.00');
  await page.goto(`${address}with`);
  await expect(answer(page.frameLocator('iframe'))).toHaveText(ANSWER);
  const [height] = await settledHeights(page);
  expect(height).toBeGreaterThan(600);
});

test('messages of another frame change nothing', async ({ page, site, host }) => {
  const messages = [
    { protocol: 'yuefu/1', type: 'height', id: '', height: 4321 },
    { protocol: 'yuefu/1', type: 'ready', id: '' },
    { protocol: 'yuefu/1', type: 'result', id: '', scenario: 'stolen' },
    'text',
    null,
  ];
  const address = await host({
    '/': {
      body: `${script(site, WORKED)}<script src="/heard.js"></script><iframe src="/hostile" title="hostile" height="50"></iframe>`,
    },
    '/heard.js': { script: 'addEventListener("yuefu", ({ detail }) => (globalThis.heard ??= []).push(detail.type));' },
    '/hostile': { body: '<script src="/hostile.js"></script>' },
    '/hostile.js': {
      script: `setInterval(() => { for (const text of ${JSON.stringify(messages)}) {
        parent.postMessage(text, '*'); parent.frames[0].postMessage(text, '*'); } }, 20);`,
    },
  });
  await page.goto(address);
  const frame = page.frameLocator('iframe').first();
  await expect(answer(frame)).toHaveText(ANSWER);
  const [own, hostile] = await settledHeights(page);
  await page.waitForTimeout(500);
  expect(await heights(page)).toEqual([own, hostile]);
  expect(own).not.toBe(4321);
  expect(await page.evaluate(() => globalThis.heard)).toEqual(['ready']);
  await expect(answer(frame)).toHaveText(ANSWER);
});

test('a frame that swings between two heights comes to rest', async ({ page, site, host }) => {
  const address = await host({
    '/': { body: `<iframe data-yuefu src="/swing" title="swing" height="200"></iframe><script src="${site}loader.js"></script>` },
    '/swing': { body: '<script src="/swing.js"></script>' },
    '/swing.js': {
      script: `let id; let n = 0;
        addEventListener('message', ({ data }) => { if (data.type === 'hello') id = data.id; });
        parent.postMessage({ protocol: 'yuefu/1', type: 'ready' }, '*');
        setInterval(() => parent.postMessage({ protocol: 'yuefu/1', type: 'height', id, height: n++ % 2 ? 300 : 500 }, '*'), 10);`,
    },
  });
  await page.goto(address);
  await expect.poll(() => heights(page)).toEqual([504]);
  await page.waitForTimeout(500);
  const seen = [];
  for (let n = 0; n < 20; n += 1) {
    seen.push(...(await heights(page)));
    await page.waitForTimeout(25);
  }
  expect(new Set(seen)).toEqual(new Set([504]));
});

test('heights that are no heights are refused', async ({ page, site, host }) => {
  const address = await host({
    '/': { body: `<iframe data-yuefu src="/odd" title="odd" height="200"></iframe><script src="${site}loader.js"></script>` },
    '/odd': { body: '<script src="/odd.js"></script>' },
    '/odd.js': {
      script: `addEventListener('message', ({ data: { type, id } }) => {
        if (type !== 'hello') return;
        for (const height of ['900', -5, NaN, Infinity, null, 1e9]) parent.postMessage({ protocol: 'yuefu/1', type: 'height', id, height }, '*');
      }); parent.postMessage({ protocol: 'yuefu/1', type: 'ready' }, '*');`,
    },
  });
  await page.goto(address);
  // -5 is raised to the least height of 80 pixels, 1e9 comes down to the most of 8000; the others are no whole numbers.
  await expect.poll(() => heights(page)).toEqual([8004]);
});

test('nothing moves while nobody does anything', async ({ page, site, host }) => {
  const seconds = Number(process.env.YUEFU_QUIET ?? 3);
  test.setTimeout((seconds + 60) * 1000);
  const address = await host({ '/': { body: script(site, WORKED) + script(site, 'view=full&lang=zh-CN') } });
  await page.goto(address);
  for (const index of [0, 1]) {
    await page.locator('iframe').nth(index).scrollIntoViewIfNeeded();
    await expect(answer(page.frameLocator('iframe').nth(index))).toHaveText(ANSWER);
  }
  await settledHeights(page);
  await page.evaluate(() => {
    globalThis.moved = 0;
    for (const frame of document.querySelectorAll('iframe')) new ResizeObserver(() => (globalThis.moved += 1)).observe(frame);
  });
  await page.waitForTimeout(seconds * 1000);
  // Each observer reports once when it begins.
  expect(await page.evaluate(() => globalThis.moved)).toBe(2);
});

test('in a frame that has grown tall an explanation opens beside what was pressed', async ({ page, site, host }) => {
  const address = await host({ '/': { body: script(site, 'view=full&lang=zh-CN') } });
  await page.goto(address);
  const frame = page.frameLocator('iframe');
  await expect(answer(frame)).toHaveText(ANSWER);
  await settledHeights(page);
  const pressed = frame.locator('#plans .why').last();
  await pressed.scrollIntoViewIfNeeded();
  const { y } = await pressed.boundingBox();
  await pressed.click();
  await expect(frame.locator('#why h2')).toBeVisible();
  const sheet = await frame.locator('#why').boundingBox();
  expect(sheet.y).toBeGreaterThan(y - 200);
  expect(sheet.y).toBeLessThan(y + 50);
});

test('the result is given only to a page that asks, once the reader agrees, and can be taken back', async ({ page, site, host }) => {
  const address = await host({
    '/': { body: `<script src="/heard.js"></script>${script(site, WORKED, 'data-result')}` },
    '/quiet': { body: `<script src="/heard.js"></script>${script(site, WORKED)}` },
    '/heard.js': { script: 'addEventListener("yuefu", ({ detail }) => (globalThis.heard ??= []).push(detail));' },
  });
  const heard = () => page.evaluate(() => (globalThis.heard ?? []).filter(({ type }) => type === 'result'));
  await page.goto(`${address}quiet`);
  const frame = page.frameLocator('iframe');
  await expect(answer(frame)).toHaveText(ANSWER);
  await expect(frame.getByRole('button', { name: '同意', exact: true })).toHaveCount(0);
  await page.goto(address);
  await expect(frame.locator('.embed-ask')).toContainText(new URL(address).host);
  expect(await heard()).toEqual([]);
  await frame.getByRole('button', { name: '同意', exact: true }).click();
  await expect.poll(async () => (await heard()).length).toBe(1);
  const [{ scenario, report }] = await heard();
  expect(scenario.events[1]).toMatchObject({ type: 'refund', date: '2024-03-05' });
  expect(report.refunds[0]).toMatchObject({ held: '500.00', possible: '2024-03-08', guaranteed: '2024-03-12' });
  expect(report.why).toBeUndefined();
  await frame.getByLabel('退款金额').fill('200');
  await expect.poll(async () => (await heard()).at(-1).report.refunds[0].held).toBe('200.00');
  await frame.getByRole('button', { name: '停止' }).click();
  const before = (await heard()).length;
  await frame.getByLabel('退款金额').fill('100');
  await expect(answer(frame)).toContainText('¥100.00');
  expect((await heard()).length).toBe(before);
});
