// What an edit touches, counted: how much of the page it draws anew, and which of the report's parts it asks for. Counts do not
// depend on the machine; how long it takes is measured by benches/page.mjs.
// What is not here: how long the engine alone takes.

import { expect, test } from './support.mjs';
import { answer, edit, field, open, openKept } from './page.mjs';
import { EXAMPLE } from './states.mjs';

/** Runs in the page: counts what a change of the text in a field adds, removes and rewrites, once all is drawn. */
async function touched(input, text) {
  const counts = { nodes: 0, texts: 0, said: 0 };
  const watch = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes } of records) {
      counts.nodes += addedNodes.length + removedNodes.length;
      if (type === 'characterData') counts.texts += 1;
      if (target.closest?.('#answer [role=status]') ?? target.parentElement?.closest('#answer [role=status]')) counts.said += 1;
    }
  });
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((done) => setTimeout(done, 600));
  watch.disconnect();
  return counts;
}

test('a key in an amount rewrites the figures that change and builds nothing', async ({ page }) => {
  await open(page);
  await edit(page, '退「消费 1」');
  const { input } = field(page, '退多少');
  await input.evaluate(touched, '100');
  const before = await page.locator('#answer [role=status]').elementHandle();
  const counts = await input.evaluate(touched, '101');
  await expect(answer(page)).toContainText('¥101.00');
  expect(counts.texts).toBeGreaterThan(5);
  // The page has more than 600 elements; drawn anew, they were all built.
  expect(counts.nodes).toBeLessThan(20);
  // The sentence stays the one that is read out, and its amount is all that changes in it.
  expect(await before.evaluate((one) => one.isConnected)).toBe(true);
  expect(counts.said).toBe(1);
});

test('an edit asks for no explanation, and works out no list twice', async ({ page }) => {
  await page.addInitScript(() => {
    const define = Object.defineProperty;
    window.asked = [];
    window.Reflect.defineProperty = (object, name, descriptor) => {
      const { get } = descriptor;
      if (get) descriptor = { ...descriptor, get: () => (window.asked.push(name), get.call(object)) };
      return Boolean(define(object, name, descriptor));
    };
  });
  await open(page);
  await edit(page, '消费 2');
  await page.evaluate(() => (window.asked = []));
  await field(page, '金额').input.fill('900');
  await expect(page.locator('#plans')).toContainText('¥900.00');
  const asked = await page.evaluate(() => window.asked);
  expect(asked).toContain('bills');
  expect(asked).not.toContain('why');
});

test('what is folded away is right as soon as it is unfolded', async ({ page }) => {
  await open(page);
  await edit(page, '消费 2');
  const total = await field(page, '金额').input.evaluate(async (input) => {
    input.value = '900';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    // Out of sight, the card is drawn once the frame with the answer is painted.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)));
    const row = document.querySelector('#bills .twin');
    row.querySelector('summary').click();
    return row.querySelector('tbody tr:nth-child(2) td:nth-child(3)').textContent;
  });
  // By hand: a third of 900.00 with its fee of 0.7 %, 6.30, beside what else stands on the bill of April: 306.30.
  expect(total).toBe('306.30');
});

test('a link shows what it leads to first, never one’s own for a moment', async ({ page }) => {
  await page.addInitScript(() => {
    window.answers = [];
    const look = () => {
      const text = document.querySelector('#answer .answer-text')?.textContent;
      if (text && window.answers.at(-1) !== text) window.answers.push(text);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await openKept(page, {}, [
    { type: 'purchase', id: 'p1', date: '2024-02-10', amount: '77.00', periods: '1', channel: 'default', label: '', merchantSupports: true },
  ], '77.00');
  await page.evaluate((hash) => {
    location.hash = hash;
    location.reload();
  }, `#s=${EXAMPLE}`);
  await expect(page.locator('#opened-title')).toBeVisible();
  await expect(answer(page)).toContainText('500.00');
  const answers = await page.evaluate(() => window.answers);
  expect(answers.filter((text) => text.includes('77.00'))).toEqual([]);
});
