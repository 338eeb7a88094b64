// Who cannot use a mouse, needs large letters, little motion or strong contrast gets everything too.
// What is not here: what axe finds, which is checked with each part of the page.

import { expect, test } from './support.mjs';
import { answer, open, rows, sheet } from './page.mjs';

/** Presses Tab until something has the focus; what has it on the way must not be hidden under what sticks. */
async function tabTo(page, target, key = 'Tab') {
  const wanted = await target.elementHandle();
  if (await wanted.evaluate((element) => element === document.activeElement)) return;
  for (let i = 0; i < 160; i += 1) {
    await page.keyboard.press(key);
    const { there, hidden } = await wanted.evaluate(lookAtFocus);
    expect(hidden, 'focus hidden under something').toBe('');
    if (there) return;
  }
  throw new Error('never reached by Tab');
}

/** Runs in the page: whether an element has the focus, and what has it where nothing of that can be seen. */
function lookAtFocus(wanted) {
  const element = document.activeElement;
  const there = element === wanted;
  if (!element || element === document.body || element.closest('dialog')) return { there, hidden: '' };
  const { left, top, width, height } = element.getBoundingClientRect();
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + width * x, top + height * y]));
  const seen = points.some(([x, y]) => {
    const over = document.elementFromPoint(x, y);
    return over && (element.contains(over) || over.contains(element) || element.labels?.[0]?.contains(over));
  });
  return { there, hidden: seen ? '' : `${element.outerHTML.slice(0, 120)} at ${[left, top].map(Math.round)}` };
}

const button = (page, place, name) => page.locator(place).getByRole('button', { name, exact: true });

test('everything is done by keyboard alone', async ({ page }) => {
  // Hundreds of keys are pressed, and after each the page is looked at.
  test.setTimeout(150_000);
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page);

  // A question, then an own purchase with its day, instalments and refund.
  await tabTo(page, button(page, '#presets', '空白开始'));
  await page.keyboard.press('Enter');
  await tabTo(page, button(page, '#bar', '+ 消费').or(page.locator('#bar [data-k=add-purchase]')));
  await page.keyboard.press('Enter');
  await page.keyboard.type('１，２００．５');
  await tabTo(page, sheet(page).getByRole('button', { name: '前一天' }));
  await page.keyboard.press('Enter');
  await tabTo(page, sheet(page).getByRole('radio', { name: '不分期' }));
  await page.keyboard.press('ArrowRight');
  await expect(sheet(page).getByRole('radio', { name: '3 期', exact: true })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(sheet(page)).toBeHidden();
  await expect(rows(page)).toContainText(['¥1,200.50']);
  await expect(rows(page).first()).toBeFocused();
  await tabTo(page, page.locator('#bar [data-k=add-refund]'));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(answer(page)).toContainText('可用');

  // Undo and redo.
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('Control+z');

  // The drawing is read by arrows, its table opened, a reason opened and closed.
  const plot = page.locator('#limit [role=slider]');
  await tabTo(page, plot);
  await page.keyboard.press('Home');
  await expect(plot).toHaveAttribute('aria-valuenow', '0');
  await page.keyboard.press('ArrowRight');
  await expect(plot).toHaveAttribute('aria-valuenow', '1');
  await tabTo(page, page.locator('#limit .twin summary'));
  await page.keyboard.press('Enter');
  await expect(page.locator('#limit table')).toBeVisible();
  await tabTo(page, page.locator('#bills summary').first());
  await page.keyboard.press('Enter');
  const figure = page.locator('#bills .figure.why').first();
  await tabTo(page, figure);
  await page.keyboard.press('Enter');
  await expect(page.locator('#why')).toContainText('依据');
  await page.keyboard.press('Escape');
  await expect(figure).toBeFocused();

  // The parts that come later.
  await tabTo(page, button(page, '#plans', '费用明细表'));
  await page.keyboard.press('Enter');
  await expect(page.locator('#cost')).toContainText('正常履约');
  await tabTo(page, button(page, '#help', '怎样提高'));
  await page.keyboard.press('Enter');
  await expect(page.locator('#help .ladder')).toBeVisible();
  await expect(button(page, '#help', '收起')).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, page.locator('#scenario-row button'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('现在这个方案的名称'));
  await page.keyboard.type('我的');
  await page.keyboard.press('Escape');
  await expect(page.locator('#scenario-row')).toContainText('我的');

  // Language and look.
  await tabTo(page, page.locator('#tools select'), 'Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
  await tabTo(page, page.locator('#tools [data-k=theme]'));
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('letters of double size fit', async ({ page }) => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await open(page);
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    for (const name of ['示例', '一天退五次']) {
      await page.locator('#presets').getByRole('button', { name, exact: true }).click();
      await page.evaluate(() => document.querySelectorAll('main details').forEach((one) => (one.open = true)));
      const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(wide, `${width} px, ${name}`).toBeLessThanOrEqual(room);
    }
    await rows(page).first().click();
    await expect(sheet(page).getByRole('button', { name: '完成' })).toBeInViewport();
    await expect(answer(page)).toBeVisible();
    await page.keyboard.press('Escape');
  }
});

test('who wants little motion gets none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await rows(page).first().click();
  await page.locator('#sheet').getByRole('button', { name: '复制' }).click();
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter((one) => Number(one.effect.getComputedTiming().duration) > 1)
      .map((one) => one.effect.target.className),
  );
  expect(moving).toEqual([]);
});

/** Runs in the page: texts of drawings whose contrast is under 4.5 : 1 against what is behind them. */
function faintTexts() {
  const parts = (color) => color.match(/[\d.]+/g).slice(0, 3).map(Number);
  const channel = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const light = (color) => parts(color).reduce((sum, value, i) => sum + [0.2126, 0.7152, 0.0722][i] * channel(value), 0);
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const clear = (color) => color === 'rgba(0, 0, 0, 0)' || color === 'transparent';
  const ground = (element) => {
    const color = getComputedStyle(element).backgroundColor;
    return clear(color) ? ground(element.parentElement) : color;
  };
  const hatch = ['.hatch-frozen-ground'].map((name) => getComputedStyle(document.querySelector(name)).fill);
  const texts = [...document.querySelectorAll('svg text')].filter((text) => text.getBoundingClientRect().width > 0);
  const faint = texts.filter((text) => {
    const fill = getComputedStyle(text).fill;
    const behind = [ground(text.closest('svg').parentElement), ...(text.matches('.frozen-label') ? hatch : [])];
    return behind.some((color) => contrast(fill, color) < 4.5);
  });
  return { count: texts.length, faint: faint.map((text) => `${text.getAttribute('class')}: ${text.textContent}`) };
}

for (const colorScheme of ['light', 'dark']) {
  test(`the texts of drawings can be read, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page);
    for (const name of ['示例', '一天退五次', '分 3 期还是 12 期']) {
      await page.locator('#presets').getByRole('button', { name, exact: true }).click();
      const { count, faint } = await page.evaluate(faintTexts);
      expect(count).toBeGreaterThan(5);
      expect(faint).toEqual([]);
    }
  });
}
