// What mouse and finger press: it stays under them, what is pressed last stands, and a sheet closes only by a press beside it.
// What is not here: what the presets answer (see edit.spec.mjs).

import { expect, test } from './support.mjs';
import { edit, field, open, rows, sheet } from './page.mjs';

const chip = (page, name) => page.locator('#presets').getByRole('button', { name, exact: true });

/** A point of a chip that can be seen, however little of it can. */
async function seen(page, name) {
  const box = await chip(page, name).boundingBox();
  const left = Math.max(box.x, 0);
  const right = Math.min(box.x + box.width, page.viewportSize().width);
  expect(right - left, `${name} can be seen`).toBeGreaterThan(4);
  return { x: (left + right) / 2, y: box.y + box.height / 2 };
}

for (const width of [320, 390])
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 }, hasTouch: true });

    test('a chip that is half out of sight stays under what presses it', async ({ page }) => {
      await open(page);
      const row = page.locator('#presets .chips');
      const half = await row.evaluate((list) => {
        const chips = [...list.querySelectorAll('button')];
        const cut = chips.find((one) => one.getBoundingClientRect().right > innerWidth);
        const { left, width } = cut.getBoundingClientRect();
        list.scrollBy(left + width / 2 - innerWidth, 0);
        return cut.textContent;
      });
      const { x, y } = await seen(page, half);
      const scrolled = await row.evaluate((list) => list.scrollLeft);
      await page.mouse.move(x, y);
      await page.mouse.down();
      // As long as a press takes: the row must not have moved when it ends.
      await page.waitForTimeout(150);
      await page.mouse.up();
      await expect(chip(page, half)).toHaveAttribute('aria-pressed', 'true');
      await chip(page, '示例').click();
      await expect(chip(page, half)).toHaveAttribute('aria-pressed', 'false');
      await row.evaluate((list, left) => list.scrollTo(left, 0), scrolled);
      await page.touchscreen.tap(x, y);
      await expect(chip(page, half)).toHaveAttribute('aria-pressed', 'true');
    });

    test('the keyboard brings every chip whole into sight', async ({ page }) => {
      await open(page);
      await chip(page, '示例').focus();
      for (let i = 0; i < 9; i++) {
        await page.keyboard.press('Tab');
        await expect(page.locator('#presets :focus')).toBeInViewport({ ratio: 1 });
      }
    });
  });

test('a press moves no chip of the row', async ({ page }) => {
  await open(page);
  const places = () =>
    page.locator('#presets button').evaluateAll((all) => all.map((one) => [one.offsetLeft, one.offsetTop]));
  const before = await places();
  for (const name of ['到期没还上', '示例', '一天退五次']) {
    await chip(page, name).click();
    await expect(chip(page, name)).toHaveAttribute('aria-pressed', 'true');
    expect(await places()).toEqual(before);
  }
});

test('where the cases are long in coming, the question pressed last is answered', async ({ page }) => {
  let go = () => {};
  const held = new Promise((resolve) => (go = resolve));
  await page.route('**/cases.js', async (route) => {
    await held;
    await route.continue();
  });
  await open(page);
  for (const name of ['到期没还上', '一天退五次', '节前退款']) await chip(page, name).click();
  go();
  await expect(chip(page, '节前退款')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('#answer .answer-text')).toContainText('¥800.00 可用');
});

test.describe('a sheet on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('stays open where a text is selected beyond its edge, and closes by a press beside it', async ({ page }) => {
    await open(page);
    await edit(page, '消费 1');
    const input = await field(page, '金额').input.boundingBox();
    const beside = (await sheet(page).boundingBox()).y / 2;
    await page.mouse.move(input.x + input.width / 2, input.y + input.height / 2);
    await page.mouse.down();
    await page.mouse.move(20, beside, { steps: 5 });
    await page.mouse.up();
    await expect(sheet(page)).toBeVisible();
    await page.mouse.click(20, beside);
    await expect(sheet(page)).toBeHidden();
  });

  test('that explains a figure closes by a press beside it', async ({ page }) => {
    await open(page);
    await page.locator('#answer').getByRole('button', { name: '为什么' }).click();
    await expect(page.locator('#why h2')).toBeVisible();
    await page.mouse.click(20, (await page.locator('#why').boundingBox()).y / 2);
    await expect(page.locator('#why')).toBeHidden();
  });
});

test('on a wide screen nothing lies behind the sheet in the column', async ({ page }) => {
  await open(page);
  await edit(page, '消费 1');
  await expect(rows(page).first()).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(rows(page).first(), 'on paper').toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Escape');
  await expect(rows(page).first()).toBeFocused();
});

test('where the system sets the colours, what is chosen is still told apart', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page);
  await edit(page, '消费 2');
  const outline = (one) => one.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(await outline(chip(page, '示例'))).toBe('solid');
  expect(await outline(chip(page, '只退一部分'))).toBe('none');
  expect(await outline(sheet(page).locator('.choice :checked + span').first())).toBe('solid');
  expect(await outline(sheet(page).locator('.choice :not(:checked) + span').first())).toBe('none');
});
