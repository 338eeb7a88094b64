// What every test of the page shares: `test` with its watch over the page, `expect`, and the accessibility check.
//
// Open the page with a relative address, `page.goto('./')` or `page.goto('embed.html#…')`: it is served under a
// sub-path. What is not here: anything about the content of the page.

import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';

export { expect };

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/**
 * A test that fails on any console error, uncaught error, violation of the Content-Security-Policy, crash, or
 * request to another origin. A test that provokes one on purpose says so:
 * - `expectProblem(pattern)`: problems that match are forgiven, and there must be one;
 * - `allowOrigin(origin)`: the page may ask that origin too, such as a second address of this machine.
 */
export const test = base.extend({
  baseURL: async ({}, use) => use(process.env.YUEFU_PAGE),
  watched: async ({ baseURL }, use) => {
    const watched = { problems: [], expected: [], origins: [new URL(baseURL).origin] };
    await use(watched);
    const { problems, expected } = watched;
    const unexpected = problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
    const missing = expected.filter((pattern) => !problems.some((problem) => pattern.test(problem)));
    expect(unexpected, 'problems seen by the watch over the page').toEqual([]);
    expect(missing, 'problems that the test announced but that never came').toEqual([]);
  },
  expectProblem: async ({ watched }, use) => use((pattern) => void watched.expected.push(pattern)),
  allowOrigin: async ({ watched }, use) => use((origin) => void watched.origins.push(origin)),
  watch: async ({ watched }, use) => use((context) => watch(context, watched)),
  context: async ({ context, watch }, use) => {
    await watch(context);
    await use(context);
  },
});

/** Watches all pages of a context. A test needs this, as its fixture `watch`, only for contexts that it makes itself. */
async function watch(context, { problems, origins }) {
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error()}`));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && !origins.includes(origin)) problems.push(`request: ${request.url()}`);
  });
  const watchPage = (page) => page.on('crash', () => problems.push(`crash: ${page.url()}`));
  context.pages().forEach(watchPage);
  context.on('page', watchPage);
  await context.addInitScript(reportViolations);
}

/** Runs in the page: puts what the policy refused where the watch sees it. */
function reportViolations() {
  addEventListener('securitypolicyviolation', (event) => {
    const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
    console.error(`policy: ${effectiveDirective} refused ${blockedURI} at ${sourceFile}:${lineNumber}`);
  });
}

/**
 * Fails with a line for each violation of WCAG 2.2 A and AA that axe finds, once running animations have ended.
 * @param {string} [part]  selector of what is looked at, else the whole page
 */
export async function expectNoAxeViolations(page, part) {
  await page.evaluate(finishAnimations);
  // Frames need a page of axe's own besides, and what is not wrong need not be described: this takes a third of the time.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(page.frames().length === 1);
  if (part) axe.include(part);
  const { violations, passes } = await axe.withTags(WCAG).analyze();
  const line = ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`;
  expect(violations.map(line), 'accessibility violations').toEqual([]);
  expect(passes.length, 'axe looked at nothing').toBeGreaterThan(0);
}

/** Runs in the page: what is still fading in would be measured as too faint. */
function finishAnimations() {
  const ending = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime !== Infinity);
  return Promise.allSettled(ending.map((one) => one.finished)).then(() => undefined);
}
