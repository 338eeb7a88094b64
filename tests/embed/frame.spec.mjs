// A bare frame in somebody's page, without any script of ours there: policies, sandbox, parameters, link, messages.
//
// Expected figures are those of the specification's worked example and of calculations by hand beside them.

import { ANSWER, WORKED, expect, heights, test } from './host.mjs';

const answer = (frame) => frame.locator('.answer-text').first();

test('a page that allows frames and nothing else shows the answer', async ({ page, site, host }) => {
  const origin = new URL(site).origin;
  const address = await host({
    '/': {
      policy: `default-src 'none'; frame-src ${origin}`,
      body: `<iframe src="${site}embed.html#${WORKED}" title="refund" width="300" height="420"></iframe>`,
    },
  });
  await page.goto(address);
  const frame = page.frameLocator('iframe');
  await expect(answer(frame)).toHaveText(ANSWER);
  expect(await heights(page)).toEqual([424]);
  const [wide, room] = await frame.locator('html').evaluate((root) => [root.scrollWidth, root.clientWidth]);
  expect(wide).toBeLessThanOrEqual(room);
});

test('a sandbox that allows scripts and nothing else computes, keeps nothing, and says no word about it', async ({ page, site, host }) => {
  const address = await host({
    '/': { body: `<iframe sandbox="allow-scripts" src="${site}embed.html#${WORKED}" title="refund" height="600"></iframe>` },
  });
  await page.goto(address);
  const frame = page.frameLocator('iframe');
  await expect(answer(frame)).toHaveText(ANSWER);
  // 200.00 of the 500.00: a partial refund, so the class changes and the amount with it.
  await frame.getByLabel('退款金额').fill('200');
  await expect(answer(frame)).toContainText('¥200.00');
  expect(await frame.locator('html').evaluate(() => origin)).toBe('null');
});

test('parameters fill the fields, locked ones cannot be changed, and the link leads on', async ({ page, site }) => {
  await page.goto(`embed.html#${WORKED}&refund-amount=200&lock=date,refund-date`);
  await expect(answer(page)).toContainText('¥200.00');
  await expect(page.getByLabel('消费金额')).toHaveValue('500.00');
  await expect(page.getByLabel('消费日期')).toHaveCount(0);
  await expect(page.locator('.embed-locked')).toContainText('2月10日 周六');
  const link = page.getByRole('link', { name: '在完整页面打开' });
  await expect(link).toHaveAttribute('href', new RegExp(`^${site.replace(/[.?]/g, '\\$&')}#s=[\\w-]+$`));
  await expect(link).toHaveAttribute('target', '_blank');
  const code = (await link.getAttribute('href')).split('#s=')[1];
  const told = await page.evaluate(async (text) => {
    const engine = await import(new URL('pkg/yuefu.js', document.baseURI).href);
    await engine.default();
    return engine.decodeScenario(text).scenario.events;
  }, code);
  expect(told).toEqual([
    { type: 'purchase', id: 'p1', date: '2024-02-10', amount: '500.00' },
    { type: 'refund', date: '2024-03-05', purchase: 'p1', amount: '200.00' },
  ]);
});

test('a reason that cannot be loaded is said, and can be tried again', async ({ page, expectProblem }) => {
  expectProblem(/Failed to (fetch|load)/);
  await page.route('**/view/why.js', (route) => route.abort());
  await page.goto(`embed.html#${WORKED}`);
  await expect(answer(page)).toHaveText(ANSWER);
  const why = page.getByRole('button', { name: '为什么' }).first();
  await why.click();
  await expect(page.locator('#notice')).toContainText('没有全部载入');
  await page.unroute('**/view/why.js');
  await why.click();
  await expect(page.locator('#why h2')).toBeVisible();
});

test('everything can be locked: then there is nothing to type in', async ({ page }) => {
  await page.goto(`embed.html#${WORKED}&lock=all`);
  await expect(answer(page)).toHaveText(ANSWER);
  await expect(page.locator('input, select')).toHaveCount(0);
});

test('what cannot be read is named, and the default holds', async ({ page }) => {
  await page.goto('embed.html#view=refund&date=yesterday&lang=zh-CN&amount=1e9');
  await expect(page.locator('#words')).toContainText('date amount');
  await expect(answer(page)).toHaveText(ANSWER);
});

test('a scenario that was cut off is named, and the example is shown', async ({ page }) => {
  await page.goto('embed.html#view=refund&lang=zh-CN&scenario=AQGqQQCTAwMA');
  await expect(page.locator('#words')).toContainText('scenario');
  await expect(answer(page)).toHaveText(ANSWER);
});

test('a scenario of a code is shown in the view that was asked for', async ({ page }) => {
  // tests/codes/the-worked-example.txt: p2 over 3 instalments of 333.33, 333.33 and 333.34 with 7.00 each.
  await page.goto('embed.html#view=bill&lang=zh-CN&scenario=AQGqQQCTAwMAiwUBFxAUAysDARwBSJA87A');
  await expect(page.locator('#bills')).toContainText('¥840.33');
  await expect(page.locator('#bills')).toContainText('¥340.34');
});

test('a change of the fragment shows the other view', async ({ page }) => {
  await page.goto(`embed.html#${WORKED}`);
  await expect(answer(page)).toHaveText(ANSWER);
  await page.evaluate(() => (location.hash = '#view=interest-free&date=2025-01-05&lang=en'));
  // 5 January to 6 February: 26 days of January and 6 of February.
  await expect(answer(page)).toHaveText(/Bought Jan 5, due Feb 6: 32 days without interest/);
});

test('what is mistyped is complained about beside its field, and the last answer stays', async ({ page }) => {
  await page.goto(`embed.html#${WORKED}`);
  await page.getByLabel('消费金额').fill('much');
  await expect(page.locator('[data-field=amount] .error').first()).not.toBeEmpty();
  await expect(answer(page)).toHaveText(ANSWER);
  await page.getByLabel('消费金额').fill('１，２３４．５');
  await expect(answer(page)).toContainText('¥1,234.50');
});

test('each small view answers', async ({ page }) => {
  const shows = async (fragment, text) => {
    await page.goto('about:blank');
    await page.goto(`embed.html#lang=zh-CN&${fragment}`);
    await expect(answer(page)).toHaveText(text);
  };
  // 3000.00 x 0.0070 = 21.00 a month, 12 times 252.00. Annual rate of 271.00 for 12 months on 3000.00: 15.16 %.
  await shows('view=instalments&amount=3000&periods=12&date=2025-01-10', /分 12 期，手续费一共\s*¥252\.00，年化利率（单利）\s*15\.16%/);
  await shows('view=interest-free&date=2025-01-05', /1月5日消费，2月6日还款，32 天不收利息/);
  // One third of 3000.00 and 21.00, due on 6 February.
  await shows('view=bill&amount=3000&periods=3&date=2025-01-10', /2月6日前要还\s*¥1,021\.00/);
  // Two rows of 250.00 have been billed and paid by 20 March; 2500.00 are left, with the fees of two more rows.
  await shows('view=settle&amount=3000&periods=12&date=2025-01-10&settle-date=2025-03-20', /3月20日结清一共要付\s*¥2,542\.00/);
  await shows('view=full', ANSWER);
});
