// Every state of the page, at three widths, light and dark: nothing bars anyone, nothing overflows, everything can be
// pressed and read, also with letters of double size. What is not here: how beautiful it is, and what it says.

import { expect, expectNoAxeViolations, test } from './support.mjs';
import { reach, STATES } from './states.mjs';

// Each test looks at one state six times, and the accessibility check takes up to seconds.
test.describe.configure({ timeout: 240_000 });

const HEIGHT = 844;

/**
 * The widths, by the page that they are looked at on: where a wide screen puts things elsewhere, it is opened on one. Each is
 * looked at light and dark.
 */
const LOOKS = [[390, 320], [1280]];
const THEMES = ['light', 'dark'];

/** Runs in the page: waits until what follows a new size or theme is drawn. */
const settle = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

/** Runs in the page: what stands out to the side, of the page, an open sheet or a cell of a table. */
function overflows() {
  const named = (element) => `${element.tagName}#${element.id}.${element.className}: ${element.textContent.slice(0, 30)}`;
  const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
  const boxes = [...document.querySelectorAll('dialog[open], dialog[open] .sheet-body, table.compare :is(th, td), .card')];
  return [...wide, ...boxes.filter((box) => box.offsetWidth && box.scrollWidth > box.clientWidth + 1).map(named)];
}

/** Runs in the page: what is pressed and is lower than 44 px; a mark counts with the label that takes the press for it. */
function smallTargets() {
  const pressed = document.querySelectorAll('button, select, summary, input, textarea, a[href], [role=slider]');
  const place = (element) =>
    (element.matches('[type=checkbox], [type=radio]') ? element.closest('label, .check') : element).getBoundingClientRect();
  return [...pressed]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && place(element).height < 44)
    .map((element) => `${element.outerHTML.slice(0, 120)}: ${place(element).height}`);
}

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
  const hatch = () => getComputedStyle(document.querySelector('.hatch-frozen-ground')).fill;
  const texts = [...document.querySelectorAll('svg text')].filter((text) => text.getBoundingClientRect().width > 0);
  const faint = texts.filter((text) => {
    const fill = getComputedStyle(text).fill;
    const behind = [ground(text.closest('svg').parentElement), ...(text.matches('.frozen-label') ? [hatch()] : [])];
    return behind.some((color) => contrast(fill, color) < 4.5);
  });
  return faint.map((text) => `${text.getAttribute('class')}: ${text.textContent}`);
}

/** Nothing stands out, once what is out of sight is drawn for the new size too. */
async function expectWithin(page, how) {
  await page.evaluate(settle);
  await expect.poll(() => page.evaluate(overflows), how).toEqual([]);
}

/** Nothing stands out, nothing is too small to press. */
async function expectFits(page) {
  await expectWithin(page, 'as it is');
  expect(await page.evaluate(smallTargets)).toEqual([]);
}

/** All of it, on a page that is in the state: what of it is another than in the first states, else the whole page. */
async function expectGood(page, { part }) {
  await expectFits(page);
  expect(await page.evaluate(faintTexts)).toEqual([]);
  await expectNoAxeViolations(page, part);
}

for (const [name, state] of Object.entries(STATES))
  test(`${name}: fits, is accessible, can be read and pressed`, async ({ browser, baseURL, watch, expectProblem }) => {
    if (state.problem) expectProblem(state.problem);
    for (const widths of LOOKS) {
      const context = await browser.newContext({ baseURL, viewport: { width: widths[0], height: HEIGHT } });
      await watch(context);
      const page = await context.newPage();
      await reach(page, name);
      for (const width of widths) {
        await page.setViewportSize({ width, height: HEIGHT });
        for (const colorScheme of THEMES)
          await test.step(`${width} px, ${colorScheme}`, async () => {
            await page.emulateMedia({ colorScheme });
            await expectGood(page, state);
          });
      }
      await page.setViewportSize({ width: widths[0], height: HEIGHT });
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      await expectWithin(page, `letters of double size at ${widths[0]} px`);
      await context.close();
    }
  });

/** Every state in the language with the longest words; in traditional Chinese, as long as simplified, those of the whole page. */
const LANGUAGES = [
  ['en', 'en-US', ({ problem }) => !problem],
  ['zh-Hant', 'zh-TW', ({ problem, part }) => !problem && !part?.startsWith('#')],
];

/** States that are looked at in one test, so that two workers share them. */
const EACH = 10;

for (const [lang, locale, wanted] of LANGUAGES) {
  const names = Object.keys(STATES).filter((name) => wanted(STATES[name]));
  for (let from = 0; from < names.length; from += EACH)
    test(`${lang}: ${names[from]} and the states after it fit at 320 px`, async ({ browser, baseURL, watch }) => {
      for (const name of names.slice(from, from + EACH))
        await test.step(name, async () => {
          const context = await browser.newContext({ baseURL, locale, viewport: { width: 320, height: HEIGHT } });
          await watch(context);
          const page = await context.newPage();
          await reach(page, name);
          await expect(page.locator('html')).toHaveAttribute('lang', lang);
          await expectFits(page);
          await context.close();
        });
    });
}
