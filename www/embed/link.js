// @ts-check
// The link to the stand-alone page with the same scenario.
// It is not the page's own sharing, which also makes files and pictures.

import { h } from '../dom.js';
import { t } from '../i18n.js';
import * as engine from '../engine.js';
import { toScenario } from '../draft.js';

/** The address of the page that shows a scenario. @param {string} page @param {string} code */
export const pageWith = (page, code) => `${page}#s=${code}`;

/** @param {import('../store.js').State} state @param {string} page */
export function toPage(state, page) {
  const draft = state.result.draft ?? state.draft;
  const { scenario } = toScenario(draft, engine.product(draft.product));
  const code = engine.use((wasm) => wasm.encodeScenario(scenario)).value;
  const href = code ? pageWith(page, code) : page;
  return h('a.embed-link', { href, target: '_blank', rel: 'noopener', data: { k: 'to-page' } }, t('embed.toPage'));
}
