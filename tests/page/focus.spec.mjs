// Wherever the keyboard leads to can be seen: nothing that sticks to an edge, and no sheet, lies over it.
// What is not here: what the keyboard does (see reach.spec.mjs).

import { expect, test } from './support.mjs';
import { hiddenFocus } from './page.mjs';
import { reach, STATES } from './states.mjs';

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

for (const [width, height] of SIZES)
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height } });
    for (const name of LONG)
      test(`${name}: the focus is never hidden`, async ({ page, expectProblem }) => {
        if (STATES[name].problem) expectProblem(STATES[name].problem);
        await reach(page, name);
        const lost = new Set();
        for (const key of ['Tab', 'Shift+Tab'])
          for (let i = 0; i < KEYS; i += 1) {
            await page.keyboard.press(key);
            lost.add(await page.evaluate(hiddenFocus));
          }
        lost.delete('');
        expect([...lost]).toEqual([]);
      });
  });
