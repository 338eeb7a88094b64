// @ts-check
// The questions that people ask most, as ready drafts. The first is what the page starts with.
// They hold inputs only; every answer comes from the engine.

import { emptyDraft, withEvent } from './draft.js';

/** @typedef {[string, Record<string, any>]} Entry */

/** `claim` is what an article says of such a case. @typedef {{ id: string, settings?: Record<string, any>, events: Entry[], claim?: string }} Preset */

/** @type {Preset[]} */
const PRESETS = [
  {
    id: 'example',
    events: [
      ['purchase', { date: '2024-02-10', amount: '500.00' }],
      ['purchase', { date: '2024-02-20', amount: '1000.00', periods: '3' }],
      ['refund', { date: '2024-03-05', purchase: 'p1' }],
    ],
  },
  {
    id: 'normalRefund',
    claim: 'case-march',
    events: [
      ['purchase', { date: '2024-03-02', amount: '500.00' }],
      ['refund', { date: '2024-03-05', purchase: 'p1' }],
    ],
  },
  {
    id: 'partialRefund',
    claim: 'case-kept-part',
    events: [
      ['purchase', { date: '2025-05-12', amount: '500.00' }],
      ['refund', { date: '2025-05-20', purchase: 'p1', amount: '200.00' }],
    ],
  },
  {
    id: 'externalRefund',
    claim: 'case-delivery',
    events: [
      ['purchase', { date: '2025-12-10', amount: '300.00', channel: 'externalPlatform' }],
      ['refund', { date: '2025-12-15', purchase: 'p1' }],
    ],
  },
  {
    id: 'holidayRefund',
    events: [
      ['purchase', { date: '2024-09-20', amount: '800.00' }],
      ['refund', { date: '2024-09-29', purchase: 'p1' }],
    ],
  },
  {
    id: 'threeOrTwelve',
    events: [
      ['purchase', { date: '2025-01-10', amount: '3000.00', periods: '3' }],
      ['purchase', { date: '2025-01-10', amount: '3000.00', periods: '12' }],
    ],
  },
  {
    id: 'lateInGrace',
    settings: { habit: 'none' },
    events: [
      ['purchase', { date: '2025-02-12', amount: '1000.00' }],
      ['repayment', { date: '2025-03-08', amount: '1000.00' }],
    ],
  },
  {
    id: 'missedDue',
    settings: { habit: 'none' },
    events: [
      ['purchase', { date: '2025-02-12', amount: '1000.00' }],
      ['purchase', { date: '2025-03-12', amount: '200.00' }],
      ['settleAll', { date: '2025-03-20' }],
    ],
  },
  {
    id: 'fiveRefunds',
    claim: 'case-five-refunds',
    events: [
      ...['128.00', '99.00', '256.00', '69.90', '180.00'].map(
        (amount) => /** @type {Entry} */ (['purchase', { date: '2025-01-18', amount }]),
      ),
      ...['p1', 'p2', 'p3', 'p4', 'p5'].map(
        (purchase) => /** @type {Entry} */ (['refund', { date: '2025-01-20', purchase }]),
      ),
    ],
  },
  {
    id: 'closing',
    events: [
      ['purchase', { date: '2025-03-10', amount: '600.00' }],
      ['purchase', { date: '2025-03-12', amount: '900.00', periods: '3' }],
      ['closeAccount', { date: '2025-04-10' }],
      ['settleAll', { date: '2025-04-20' }],
      ['closeAccount', { date: '2025-04-20' }],
    ],
  },
];

/** What an article says of each case of a changed limit; what happens in them is in cases.js. @type {Record<string, string>} */
const CASE_CLAIMS = {
  caseLuxury: 'case-luxury',
  caseElsewhere: 'case-elsewhere',
  caseAsking: 'case-asking',
  caseGrowth: 'case-ladder',
};

export const PRESET_IDS = PRESETS.map((preset) => preset.id);
export const CASE_IDS = Object.keys(CASE_CLAIMS);

/** Id of what an article says of a preset's case. @param {string | null} id */
export const claimOf = (id) => CASE_CLAIMS[id ?? ''] ?? PRESETS.find((one) => one.id === id)?.claim;

/** The draft of a preset. @param {string} id @returns {import('./draft.js').Draft} */
export const presetDraft = (id) => draftOf(PRESETS.find((one) => one.id === id) ?? PRESETS[0]);

/** @param {Preset} preset @returns {import('./draft.js').Draft} */
export function draftOf(preset) {
  let draft = { ...emptyDraft(), ...preset.settings };
  for (const [type, fields] of preset.events) draft = withEvent(draft, type, fields).draft;
  return { ...draft, preset: preset.id };
}
