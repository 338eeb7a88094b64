// The watch over the page sees what it is there to see: each kind of problem, provoked and announced.

import { expect, expectNoAxeViolations, test } from './support.mjs';

test.beforeEach(async ({ page }) => {
  await page.goto('./');
});

/** Settles when the policy has refused something under this directive. */
const refusal = (page, directive) =>
  page.waitForEvent('console', (message) => message.text().startsWith(`policy: ${directive} refused`));

test('a console error is a problem', async ({ page, expectProblem }) => {
  expectProblem(/^console: spilled/);
  await page.evaluate(() => console.error('spilled'));
});

test('an uncaught error is a problem', async ({ page, expectProblem }) => {
  expectProblem(/^uncaught: .*dropped/);
  const seen = page.waitForEvent('pageerror');
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('dropped');
    });
  });
  await seen;
});

test('a style that the policy refuses is a problem', async ({ page, expectProblem }) => {
  expectProblem(/style-src/);
  const seen = refusal(page, 'style-src-elem');
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'h1 { color: red }';
    document.head.append(style);
  });
  await seen;
});

test('HTML made from a text is a problem', async ({ page, expectProblem }) => {
  expectProblem(/TrustedHTML/);
  expectProblem(/^console: policy: require-trusted-types-for refused/);
  const seen = refusal(page, 'require-trusted-types-for');
  const thrown = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<b>text</b>';
      return null;
    } catch (error) {
      return error.name;
    }
  });
  expect(thrown).toBe('TypeError');
  await seen;
});

test('a request to another origin is a problem', async ({ page, expectProblem }) => {
  expectProblem(/^request: http:\/\/elsewhere\.invalid\//);
  await page.goto('http://elsewhere.invalid/').catch(() => {});
});

test('a picture without a text is an accessibility violation, named with its place', async ({ page }) => {
  await page.evaluate(() => {
    const picture = document.createElement('img');
    picture.id = 'silent';
    picture.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    document.querySelector('main').append(picture);
  });
  await expect(expectNoAxeViolations(page)).rejects.toThrow(/image-alt: .*#silent/);
});
