// Language, theme, keeping, keyboard, and what the page does when something is refused to it.
// What is not here: figures.

import { expect, test } from './support.mjs';
import { add, answer, done, field, language, open, rows, sheet } from './page.mjs';

test('the language is switched and kept', async ({ page }) => {
  await open(page);
  await language(page, 'en');
  await expect(answer(page)).toHaveText('¥500.00 usable: Mar 8 at the earliest, Mar 12 at the latest');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('.not-official').first()).toContainText('Not an official calculator');
  await page.reload();
  await expect(answer(page)).toContainText('at the latest');
  await language(page, 'zh-Hant');
  await expect(answer(page)).toHaveText('¥500.00 可用：最早 3月8日，最晚 3月12日');
  await expect(page.locator('#bills h2')).toHaveText('帳單');
  await expect(page.locator('#settings-row')).toContainText('抖音月付');
  await language(page, 'zh-CN');
  await expect(answer(page)).toContainText('最晚');
});

for (const [locale, lang] of [
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['en-GB', 'en'],
  ['fr-FR', 'zh-CN'],
]) {
  test.describe(() => {
    test.use({ locale });
    test(`a browser in ${locale} begins in ${lang}`, async ({ page }) => {
      await open(page);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
    });
  });
}

test('the theme is switched and kept', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /外观/ }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a reload keeps the work, with what is still wrong in it', async ({ page }) => {
  await open(page);
  await add(page, '还款');
  await field(page, '金额').input.fill('12.345');
  await page.reload();
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).last()).toContainText('12.345');
  await expect(rows(page).last()).toContainText('要改');
});

test('damaged storage gives the example, not a blank page', async ({ page }) => {
  await page.addInitScript(() =>
    localStorage.setItem('yuefu.page', '{"format":"yuefu.page/1","draft":{"events":[{"type":"?"}]}}'),
  );
  await open(page);
  await expect(rows(page)).toHaveCount(3);
});

test('the page works where storage is refused', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await open(page);
  await add(page, '还款');
  await field(page, '金额').input.fill('100');
  await done(page);
  await expect(rows(page)).toHaveCount(4);
});

test('a clock that jumps moves no figure', async ({ page }) => {
  await page.clock.setFixedTime(new Date(2024, 2, 5, 12));
  await open(page);
  const shown = () => page.locator('#answer, #bills, #limit, #refunds').allInnerTexts();
  await expect(page.locator('#bills')).toContainText('¥');
  const before = await shown();
  for (const jump of [new Date(2031, 11, 31, 23, 59), new Date(1999, 0, 1)]) {
    await page.clock.setFixedTime(jump);
    await add(page, '还款');
    await field(page, '金额').input.fill('100');
    await done(page);
    await page.locator('#events').getByRole('button', { name: '撤销' }).click();
    await expect(rows(page)).toHaveCount(3);
    await expect.poll(shown).toEqual(before);
    await page.reload();
    await expect(rows(page)).toHaveCount(3);
    await expect.poll(shown).toEqual(before);
  }
});

test('a purchase is added by keyboard alone', async ({ page }) => {
  await open(page);
  const target = page.locator('#bar').getByRole('button', { name: '消费' });
  for (let i = 0; i < 60 && !(await target.evaluate((element) => element === document.activeElement)); i += 1)
    await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page, '金额').input).toBeFocused();
  await page.keyboard.type('321');
  await page.keyboard.press('Enter');
  await expect(sheet(page)).toBeHidden();
  await expect(rows(page).filter({ hasText: '¥321.00' })).toBeFocused();
});

test('Escape closes a sheet and gives the focus back, narrow and wide', async ({ page }) => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    await rows(page).first().focus();
    await page.keyboard.press('Enter');
    await expect(sheet(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet(page)).toBeHidden();
    await expect(rows(page).first()).toBeFocused();
  }
});

test('without the module there is a sentence and a way on', async ({ page, expectProblem }) => {
  expectProblem(/yuefu\.js|Failed to fetch|Failed to load/);
  await page.route('**/pkg/yuefu.js', (route) => route.abort());
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('没有全部载入');
  await expect(page.getByRole('button', { name: '刷新' })).toBeVisible();
});

test('without WebAssembly the page says what to do', async ({ page, expectProblem }) => {
  expectProblem(/WebAssembly/);
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('WebAssembly');
});

/** Ways in which the module may not come. */
const BROKEN = {
  'is not there': (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'not found' }),
  'is cut off': async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.body()).subarray(0, 5000) });
  },
  'is a page of another kind': (route) => route.fulfill({ contentType: 'text/html', body: '<p>sign in</p>' }),
};

for (const [what, answer] of Object.entries(BROKEN)) {
  test(`a module that ${what} gives a sentence and a way on`, async ({ page, expectProblem }) => {
    expectProblem(/WebAssembly|wasm|404/i);
    await page.route('**/yuefu_bg.wasm', answer);
    await page.goto('./');
    await expect(page.getByRole('alert')).toContainText('没有全部载入');
    await expect(page.getByRole('button', { name: '刷新' })).toBeVisible();
    await expect(page.locator('.not-official').first()).toBeVisible();
  });
}

test('a module with the wrong type is taken all the same', async ({ page }) => {
  await page.route('**/yuefu_bg.wasm', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'text/plain' } });
  });
  await open(page);
});

test('where a policy refuses WebAssembly the page says so', async ({ page, expectProblem }) => {
  expectProblem(/WebAssembly|wasm-unsafe-eval|script-src/);
  await page.route('./', async (route) => {
    const response = await route.fetch();
    const policy = "default-src 'self'; script-src 'self'; style-src 'self'";
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('WebAssembly');
  await expect(page.getByRole('button', { name: '刷新' })).toBeVisible();
});
