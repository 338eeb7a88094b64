// What the benchmarks run: accounts of any size, cash flows, days. The same numbers in every run.
//
// What is not here: measuring (see measure.mjs).

const FIRST = Date.UTC(2024, 0, 2);
const dayAfter = (days) => new Date(FIRST + days * 86_400_000).toISOString().slice(0, 10);

/** The next of a fixed row of numbers from 0 up to 1. */
function numbers(seed = 1) {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

/** Purchases over 24 months, half of them in 3, 6 or 12 instalments, a tenth refunded, every bill paid when due. */
export function scenario(purchases) {
  const [events, next] = [[], numbers()];
  for (let i = 0; i < purchases; i += 1) {
    const day = Math.floor((i * 720) / purchases);
    const amount = (2000 + Math.floor(next() * 20_000)) / 100;
    const purchase = { type: 'purchase', id: `p${i}`, date: dayAfter(day), amount: amount.toFixed(2) };
    events.push(i % 2 ? { ...purchase, periods: [3, 6, 12][i % 3] } : purchase);
    if (i % 20 === 5 || i % 20 === 14) events.push({ type: 'refund', date: dayAfter(day + 10), purchase: `p${i}` });
  }
  return {
    format: 'yuefu.scenario/1',
    product: 'douyin-monthly-pay',
    creditLimit: '100000000.00',
    today: '2025-12-31',
    until: '2027-06-30',
    habit: { payInFull: true, daysBeforeDue: 0 },
    events,
  };
}

/** Every day of 2024 and 2025. */
export const days = Array.from({ length: 731 }, (_, day) => dayAfter(day - 1));

/** 9999.99 over 12 at 14.6 % a year, in equal instalments, and its cash flows. */
export const loan = { principal: '9999.99', periods: 12, annual: '0.146', date: '2025-01-05' };
