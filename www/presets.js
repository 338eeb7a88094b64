// @ts-check
// The questions that people ask most, by name, and what the page starts with.
// What happens in the others is in cases.js, which is loaded when one is chosen.

import { emptyDraft, withEvent } from './draft.js';

/** @typedef {[string, Record<string, any>]} Entry */

/** @typedef {{ id: string, settings?: Record<string, any>, events: Entry[] }} Preset */

/** What the page starts with. @type {Preset} */
const EXAMPLE = {
  id: 'example',
  events: [
    ['purchase', { date: '2024-02-10', amount: '500.00' }],
    ['purchase', { date: '2024-02-20', amount: '1000.00', periods: '3' }],
    ['refund', { date: '2024-03-05', purchase: 'p1' }],
  ],
};

/** The questions in their order; what happens in them is in cases.js. */
export const PRESET_IDS = [
  'example',
  'normalRefund',
  'partialRefund',
  'externalRefund',
  'holidayRefund',
  'threeOrTwelve',
  'lateInGrace',
  'missedDue',
  'fiveRefunds',
  'closing',
];
export const CASE_IDS = ['caseLuxury', 'caseElsewhere', 'caseAsking', 'caseGrowth'];

/** What an article says of a case. @type {Record<string, string>} */
const CLAIMS = {
  normalRefund: 'case-march',
  partialRefund: 'case-kept-part',
  externalRefund: 'case-delivery',
  fiveRefunds: 'case-five-refunds',
  caseLuxury: 'case-luxury',
  caseElsewhere: 'case-elsewhere',
  caseAsking: 'case-asking',
  caseGrowth: 'case-ladder',
};

/** Id of what an article says of a preset's case. @param {string | null} id */
export const claimOf = (id) => CLAIMS[id ?? ''];

/** What the page starts with. @returns {import('./draft.js').Draft} */
export const exampleDraft = () => draftOf(EXAMPLE);

/** @param {Preset} preset @returns {import('./draft.js').Draft} */
export function draftOf(preset) {
  let draft = { ...emptyDraft(), ...preset.settings };
  for (const [type, fields] of preset.events) draft = withEvent(draft, type, fields).draft;
  return { ...draft, preset: preset.id };
}
