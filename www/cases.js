// @ts-check
// Cases of limits that changed, as ready drafts; loaded when one is chosen.
// They are anecdotes: no rule is made from them.

/** Cases of limits that changed, as an article tells them; amounts that it does not give are made up. @type {import('./presets.js').Preset[]} */
export const CASES = [
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
