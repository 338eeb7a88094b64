// Every small view and the page for authors: narrow and wide, light and dark, three languages, by keyboard.
//
// What is not here: how beautiful it is.

import { ANSWER, WORKED, expect, expectNoAxeViolations, test } from './host.mjs';

const VIEWS = ['refund', 'instalments', 'interest-free', 'bill', 'settle', 'full'];

async function expectNoOverflow(page) {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide).toBeLessThanOrEqual(room);
}

for (const [width, theme, lang] of [
  [300, 'light', 'zh-CN'],
  [390, 'dark', 'zh-Hant'],
  [800, 'light', 'en'],
]) {
  test(`${width} px, ${theme}, ${lang}: every view fits and is accessible`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 480 });
    for (const view of VIEWS) {
      await page.goto('about:blank');
      await page.goto(`embed.html#view=${view}&theme=${theme}&lang=${lang}`);
      await expect(page.locator('.embed-end a')).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expectNoOverflow(page);
      await expectNoAxeViolations(page);
    }
  });
}

test('everything that is pressed or followed in a small view is at least 44 px high', async ({ page }) => {
  await page.setViewportSize({ width: 300, height: 480 });
  for (const view of VIEWS) {
    await page.goto('about:blank');
    await page.goto(`embed.html#view=${view}&lang=zh-CN`);
    await expect(page.locator('.embed-end a')).toBeVisible();
    const small = await page
      .locator('button:visible, summary:visible, select:visible, a:visible')
      .evaluateAll((list) => list.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent));
    expect(small, view).toEqual([]);
  }
});

test('a view is filled in, explained and left by the keyboard alone', async ({ page }) => {
  await page.goto(`embed.html#${WORKED}`);
  await expect(page.locator('.answer-text')).toHaveText(ANSWER);
  const focused = () => page.evaluate(() => document.activeElement.textContent || document.activeElement.id);
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('为什么');
  await page.keyboard.press('Enter');
  await expect(page.locator('#why')).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('#why')).toBeHidden();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('800');
  await expect(page.locator('.answer-text')).toContainText('¥800.00');
  for (let n = 0; n < 40 && (await focused()) !== '在完整页面打开'; n += 1) await page.keyboard.press('Tab');
  expect(await focused()).toBe('在完整页面打开');
});

test('an author tries a view, locks a field, and takes the snippets', async ({ page, site }) => {
  await page.goto('author.html');
  const preview = page.locator('yuefu-simulator');
  await expect(preview.locator('.answer-text')).toHaveText(ANSWER);
  await preview.getByLabel('退款金额').fill('200');
  await page.getByLabel('退款日期').last().scrollIntoViewIfNeeded();
  await page.locator('#lock-date').check();
  await page.getByLabel('语言').selectOption('en');
  await page.getByLabel('颜色').selectOption('dark');
  await expect(preview.locator('.answer-text')).toContainText('¥200.00');
  const text = (id) => page.locator(`#snippet-${id}`).inputValue();
  const said = 'view=refund&amp;lang=en&amp;theme=dark&amp;lock=date&amp;date=2024-02-10&amp;refund-amount=200';
  expect(await text('frame')).toBe(
    `<iframe src="${site}embed.html#${said}" title="退款后额度哪天回来" width="100%" height="560" loading="lazy" referrerpolicy="no-referrer"></iframe>`,
  );
  expect(await text('loader')).toContain(`<script src="${site}loader.js" data-view="refund" data-lang="en"`);
  expect(await text('element')).toContain('<yuefu-simulator view="refund" lang="en" theme="dark" lock="date"');
  expect(await text('link')).toContain(`<a href="${site}embed.html#${said}"`);
  await expect(page.getByRole('img', { name: '链接的二维码' })).toBeVisible();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: '复制' }).first().click();
  await expect(page.locator('.author > #notice')).toHaveText('已复制');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await text('frame'));
});

test('the page for authors fits and is accessible', async ({ page }) => {
  for (const [width, colorScheme] of [
    [320, 'light'],
    [1280, 'dark'],
  ]) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.goto('author.html');
    await expect(page.locator('yuefu-simulator .answer-text')).toHaveText(ANSWER);
    await expectNoOverflow(page);
    await expectNoAxeViolations(page);
  }
});
