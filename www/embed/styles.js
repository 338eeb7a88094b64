// @ts-check
// The page's styles for a simulator inside somebody's page: fetched once, and shared by all of them.
// What the page says of its root holds for the box here, and widths are those of the box and not of the window.
// What is not here: any style.

const FILES = ['style', 'controls', 'parts', 'charts', 'cards', 'embed'];

/** What holds in a box only. Sizes are in pixels, because a host may have changed what a `rem` is. */
const OWN = `
:host { display: block; container-type: inline-size; }
:host([hidden]) { display: none; }
.yuefu { --small: 13px; --body: 16px; --large: 20px; --figure: 32px; padding: 8px; border-radius: 16px; text-align: start; }
iframe { display: block; width: 100%; border: 0; border-radius: 16px; }
`;

/** @type {Promise<CSSStyleSheet> | undefined} */
let shared;

/** The one sheet of all simulators. @param {URL} base  the folder of the page's styles */
export function styles(base) {
  shared ??= fetched(base).catch((error) => {
    shared = undefined;
    throw error;
  });
  return shared;
}

/** @param {URL} base */
async function fetched(base) {
  const texts = await Promise.all(FILES.map((name) => text(new URL(`${name}.css`, base))));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(texts.map(inBox).join('\n') + OWN);
  return sheet;
}

/** @param {URL} address */
async function text(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

/** A style of the page, as it holds in a box. @param {string} css */
export const inBox = (css) =>
  css
    .replace(/:root/g, '.yuefu')
    .replace(/(^|[{},;\s])(?:html|body)(?=\s*[,{])/g, '$1.yuefu')
    .replace(/@media ?\((?=min-width|max-width|width)/g, '@container (');
