// @ts-check
// The questions that people ask most and cases of limits that changed, as ready drafts; loaded when one is chosen.
// They hold inputs only: every answer comes from the engine, and no rule is made from a case.

/** Of limits that changed, an article tells; amounts that it does not give are made up. @type {import('./presets.js').Preset[]} */
export const CASES = [
  {
    id: 'normalRefund',
    events: [
      ['purchase', { date: '2024-03-02', amount: '500.00' }],
      ['refund', { date: '2024-03-05', purchase: 'p1' }],
    ],
  },
  {
    id: 'partialRefund',
    events: [
      ['purchase', { date: '2025-05-12', amount: '500.00' }],
      ['refund', { date: '2025-05-20', purchase: 'p1', amount: '200.00' }],
    ],
  },
  {
    id: 'externalRefund',
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
    events: [
      ...['128.00', '99.00', '256.00', '69.90', '180.00'].map(
        (amount) => /** @type {import('./presets.js').Entry} */ (['purchase', { date: '2025-01-18', amount }]),
      ),
      ...['p1', 'p2', 'p3', 'p4', 'p5'].map(
        (purchase) => /** @type {import('./presets.js').Entry} */ (['refund', { date: '2025-01-20', purchase }]),
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
  {
    id: 'caseLuxury',
    settings: { creditLimit: '12000.00' },
    events: [
      ...['01', '02', '03', '04', '05', '06', '07'].map(
        (day) => /** @type {import('./presets.js').Entry} */ (['purchase', { date: `2025-06-${day}`, amount: '1500.00' }]),
      ),
      ['setLimit', { date: '2025-06-08', limit: '2000.00' }],
    ],
  },
  {
    id: 'caseElsewhere',
    settings: { creditLimit: '15000.00' },
    events: [
      ['deviceChange', { date: '2025-05-31' }],
      ['setLimit', { date: '2025-06-01', limit: '3000.00' }],
      ['setLimit', { date: '2025-06-03', limit: '15000.00' }],
      ['setLimit', { date: '2025-07-03', limit: '22000.00' }],
    ],
  },
  {
    id: 'caseAsking',
    events: [
      ['raiseRequest', { date: '2025-01-05' }],
      ['raiseRequest', { date: '2025-01-20' }],
      ['setLimit', { date: '2025-07-20', limit: '48000.00' }],
    ],
  },
  {
    id: 'caseGrowth',
    settings: { creditLimit: '8000.00' },
    events: [
      ['purchase', { date: '2025-01-10', amount: '4200.00', periods: '3' }],
      ['purchase', { date: '2025-02-10', amount: '4000.00', periods: '3' }],
      ['purchase', { date: '2025-03-10', amount: '3800.00', periods: '3' }],
      ['setLimit', { date: '2026-01-10', limit: '86000.00' }],
    ],
  },
];
