// Wherever the keyboard leads to can be seen: nothing that sticks to an edge, and no sheet, lies over it.
// What is not here: what the keyboard does (see reach.spec.mjs).

import { expect, test } from './support.mjs';
import { reach } from './states.mjs';

/** Sheets that are longer than a small screen, and pages with something at the foot. */
const LONG = ['the settings', 'a purchase', 'a refund', 'an amount that is none', 'the menu', 'a bill in instalments, from the menu'].concat(
  ['the engine failed', 'sharing', 'the kept scenarios', 'something removed'],
);
const SIZES = [
  [320, 568],
  [390, 700],
  [1280, 700],
];
/** More than the longest sheet has, so that all of it is reached both ways. */
const KEYS = 90;

/** Runs in the page: what has the focus, where no point of it can be seen. */
function hidden() {
  const element = document.activeElement;
  if (!element || element === document.body) return '';
  const { left, top, width, height } = element.getBoundingClientRect();
  const parts = [0.1, 0.3, 0.5, 0.7, 0.9];
  const seen = parts.some((x) =>
    parts.some((y) => {
      const over = document.elementFromPoint(left + width * x, top + height * y);
      return over && (element.contains(over) || element.labels?.[0]?.contains(over));
    }),
  );
  return seen ? '' : `${element.outerHTML.slice(0, 100)} at ${[left, top].map(Math.round)}`;
}

for (const [width, height] of SIZES)
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height } });
    for (const name of LONG)
      test(`${name}: the focus is never hidden`, async ({ page, expectProblem }) => {
        if (name === 'the engine failed') expectProblem(/unreachable/);
        await reach(page, name);
        const lost = new Set();
        for (const key of ['Tab', 'Shift+Tab'])
          for (let i = 0; i < KEYS; i += 1) {
            await page.keyboard.press(key);
            lost.add(await page.evaluate(hidden));
          }
        lost.delete('');
        expect([...lost]).toEqual([]);
      });
  });
