// The page answers as a static host would have it answer. What is not here: what the page shows.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from './support.mjs';

const budgets = JSON.parse(readFileSync(new URL('../../xtask/budgets.json', import.meta.url), 'utf8'));

test('the page answers with its title, under the strict policy', async ({ page }) => {
  const response = await page.goto('./');
  expect(response.status()).toBe(200);
  expect(response.headers()['content-security-policy']).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';");
  await expect(page).toHaveTitle(/月付/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the page says that it is not an official calculator', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByText('不是官方计算器').first()).toBeVisible();
});

test('the module comes as WebAssembly, from any origin, and runs under the policy', async ({ page, request }) => {
  const headers = (await request.head('pkg/yuefu_bg.wasm')).headers();
  expect(headers['content-type']).toBe('application/wasm');
  expect(headers['access-control-allow-origin']).toBe('*');
  await page.goto('./');
  const version = await page.evaluate(async () => {
    const engine = await import(new URL('pkg/yuefu.js', document.baseURI).href);
    await engine.default();
    return engine.version();
  });
  expect(JSON.stringify(version)).toContain('0.1.0');
});

test('what the first visit loads is within its budget', async ({ page }) => {
  const responses = [];
  page.on('response', (response) => {
    if (!response.request().serviceWorker()) responses.push(response);
  });
  await page.goto('./', { waitUntil: 'networkidle' });
  const bodies = await Promise.all(responses.filter((response) => response.ok()).map((response) => response.body()));
  const sizes = bodies.map((body) => gzipSync(body, { level: 9 }).length);
  const total = (wanted) => sizes.filter((_, i) => wanted(responses[i].url())).reduce((sum, size) => sum + size, 0);
  expect(total(() => true)).toBeGreaterThan(0);
  expect(total(() => true)).toBeLessThanOrEqual(budgets.firstLoad);
  expect(total((url) => url.endsWith('.js'))).toBeLessThanOrEqual(budgets.pageScripts);
});
