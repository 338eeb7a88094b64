// @ts-check
// What an author pastes into a page, by how much the host lets through: a frame, a script, an element, or a link alone.
// What is not here: any choice, which the page for authors makes.

import { toFragment } from './params.js';

/** @param {string} text */
const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** @param {Record<string, string>} given @param {string} [before] */
const attributes = (given, before = '') =>
  Object.entries(given)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` ${before}${name}="${escaped(value)}"`)
    .join('');

/** The address of an embed by itself. @param {string} page @param {Record<string, string>} told */
export const addressOf = (page, told) => `${page}embed.html${toFragment(told)}`;

/**
 * @param {string} page  the folder of the simulator @param {Record<string, string>} told
 * @param {string} height  in pixels, until or unless the frame tells its own @param {string} title
 * @returns {{ id: 'frame' | 'loader' | 'element' | 'link', text: string }[]}
 */
export function snippets(page, told, height, title) {
  const address = escaped(addressOf(page, told));
  const frame = `<iframe src="${address}" title="${escaped(title)}" width="100%" height="${height}" loading="lazy" referrerpolicy="no-referrer"></iframe>`;
  const loader = `<script src="${escaped(page)}loader.js"${attributes({ ...told, height, title }, 'data-')} async></script>`;
  const element = `<script type="module" src="${escaped(page)}element.js"></script>\n<yuefu-simulator${attributes(told)}></yuefu-simulator>`;
  return [
    { id: 'frame', text: frame },
    { id: 'loader', text: loader },
    { id: 'element', text: element },
    { id: 'link', text: `<a href="${address}" target="_blank" rel="noopener">${escaped(title)}</a>` },
  ];
}
