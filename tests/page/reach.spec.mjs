// Who cannot use a mouse, needs large letters, little motion or strong contrast gets everything too.
// What is not here: what axe finds, which is checked with each part of the page.

import { expect, test } from './support.mjs';
import { answer, hiddenFocus, open, rows, sheet } from './page.mjs';

/** Presses Tab until something has the focus; what has it on the way must not be hidden under what sticks. */
async function tabTo(page, target, key = 'Tab') {
  const wanted = await target.elementHandle();
  if (await wanted.evaluate((element) => element === document.activeElement)) return;
  for (let i = 0; i < 160; i += 1) {
    await page.keyboard.press(key);
    const { there, unmarked } = await wanted.evaluate(lookAtFocus);
    expect(await page.evaluate(hiddenFocus), 'focus hidden under something').toBe('');
    expect(unmarked, 'focus that cannot be seen').toBe('');
    if (there) return;
  }
  throw new Error('never reached by Tab');
}

/** Runs in the page: whether an element has the focus, and what has it without being marked. */
function lookAtFocus(wanted) {
  const element = document.activeElement;
  const there = element === wanted;
  if (!element || element === document.body) return { there, unmarked: '' };
  const box = element.closest('.box');
  const marks = [element, element.nextElementSibling, box].filter(Boolean).map((one) => getComputedStyle(one));
  const marked = marks.some(({ outlineStyle, boxShadow }, i) => outlineStyle !== 'none' || (box && i > 0 && boxShadow !== 'none'));
  return { there, unmarked: marked ? '' : element.outerHTML.slice(0, 120) };
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
  await expect(page.locator('#scenario-row button')).toBeFocused();

  // Language and look.
  await tabTo(page, page.locator('#tools select'), 'Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
  await tabTo(page, page.locator('#tools [data-k=theme]'));
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

/** Presses what a Tab leads to. */
async function pressAt(page, target, key) {
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
}

test('every kind of event is begun and left by keyboard, and the focus comes back', async ({ page }) => {
  test.setTimeout(150_000);
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page);
  const more = page.locator('#bar [data-k=more]');
  await pressAt(page, more);
  const kinds = 12;
  await expect(sheet(page).locator('.menu button')).toHaveCount(kinds);
  await page.keyboard.press('Escape');
  for (let i = 0; i < kinds; i += 1) {
    await expect(more).toBeFocused();
    await page.keyboard.press('Enter');
    await pressAt(page, sheet(page).locator('.menu button').nth(i));
    await expect(sheet(page).locator('form')).toBeVisible();
    // Whatever is begun, the focus is in its form, and goes round in it.
    await tabTo(page, sheet(page).getByRole('button', { name: '完成' }));
    await page.keyboard.press('Escape');
    await expect(sheet(page)).toBeHidden();
    // The page hears of the closing a little later, and only then moves the focus on.
    await page.evaluate(() => new Promise((heard) => requestAnimationFrame(() => setTimeout(heard))));
    // What was begun and needs nothing more stays; its row has the focus then.
    if (!(await more.evaluate((one) => one === document.activeElement))) {
      await expect(rows(page).and(page.locator(':focus'))).toHaveCount(1);
      await page.keyboard.press('Control+z');
      await tabTo(page, more);
    }
  }
  await pressAt(page, page.locator('#settings-row button'), 'Shift+Tab');
  await tabTo(page, sheet(page).getByLabel('总额度'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('8000');
  await page.keyboard.press('Escape');
  await expect(page.locator('#settings-row button')).toBeFocused();
  await expect(page.locator('#settings-row')).toContainText('¥8,000.00');
});

test('asking, comparing, sharing and opening by keyboard, and the focus comes back', async ({ page }) => {
  test.setTimeout(150_000);
  await page.addInitScript(() => {
    window.print = () => (window.printed = true);
  });
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page);

  // A case from the list, and the example again.
  await tabTo(page, page.locator('#presets select'));
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('#events .claim')).toBeVisible();
  await pressAt(page, page.locator('[data-k=preset-example]'), 'Shift+Tab');
  await expect(rows(page)).toHaveCount(3);

  // A question, its answer put in and taken out.
  await pressAt(page, button(page, '#ask', '那天想有多少可用'));
  await tabTo(page, page.locator('#ask').getByLabel('想有多少可用'));
  await page.keyboard.type('9000');
  await expect(page.locator('.ask-answer')).toContainText('还 ¥500.00');
  await pressAt(page, button(page, '#ask', '加上这笔还款'));
  await expect(rows(page)).toHaveCount(4);
  await expect(page.locator('.ask-answer')).toContainText('已经做到');
  await expect(button(page, '#ask', '那天想有多少可用')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press('Enter');
  await expect(page.locator('.ask-answer')).toBeHidden();

  // Kept for comparison and dropped again.
  await pressAt(page, button(page, '#compare', '记下现在这份'));
  await expect(page.locator('#compare table').first()).toBeVisible();
  await expect(page.locator('#compare button').and(page.locator(':focus'))).toHaveCount(1);
  await pressAt(page, button(page, '#compare', '移除方案 A'));
  await expect(button(page, '#compare', '记下现在这份')).toBeFocused();
  await expect(page.locator('#notice')).toContainText('已移除');

  // Out: the link is copied, the page printed. In: a code is opened, looked at and left.
  const share = page.locator('#share');
  await pressAt(page, page.locator('#tools [data-k=share]'), 'Shift+Tab');
  await pressAt(page, share.getByRole('button', { name: '复制' }).first());
  await expect(share.getByRole('status').first()).not.toBeEmpty();
  await pressAt(page, share.getByRole('button', { name: '打印' }));
  expect(await page.evaluate(() => window.printed)).toBe(true);
  await expect(page.locator('#tools [data-k=share]')).toBeFocused();
  await page.keyboard.press('Enter');
  await pressAt(page, share.getByRole('button', { name: '打开一份试算' }));
  await tabTo(page, share.getByLabel('粘贴链接'));
  await page.keyboard.type('AQGqQQCTAwMAiwUBFxAUAysDARwBSJA87A');
  await pressAt(page, share.getByRole('button', { name: '看看' }));
  await expect(page.locator('#opened-title')).toBeFocused();
  await pressAt(page, page.locator('#opened').getByRole('button', { name: '保留我的' }));
  await expect(page.locator('#opened')).toBeHidden();
  await expect(page.locator('#tools [data-k=share]')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.locator('#tools [data-k=share]')).toBeFocused();
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

test('paper gets every table and no buttons', async ({ page }) => {
  await open(page);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('#limit table')).toBeVisible();
  await expect(page.locator('#bar')).toBeHidden();
  await expect(page.locator('.not-official').first()).toBeVisible();
});
