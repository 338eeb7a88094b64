// Every function of the package as a program in strict TypeScript calls it: compiled by `tsc`, never run.

import init, * as yuefu from 'yuefu';
import type { Answer, Comparison, Decoded, Quote, Report, Scenario, YuefuError } from 'yuefu';

const scenario: Scenario = {
  format: 'yuefu.scenario/1',
  product: 'douyin-monthly-pay',
  creditLimit: '10000.00',
  events: [
    { type: 'purchase', id: 'p1', date: '2024-02-10', amount: '500.00' },
    { type: 'refund', date: '2024-03-05', purchase: 'p1' },
  ],
};

export async function all(): Promise<string[]> {
  await init();
  const report: Report = yuefu.simulate(scenario, { detail: 'full' });
  const kept = new yuefu.Simulation(scenario);
  kept.insert(2, { type: 'repayment', date: '2024-03-06', amount: '10.00', target: { bill: '2024-03' } });
  kept.replace(2, { type: 'settleAll', date: '2024-03-06' });
  kept.remove(2);
  const totals: Report = kept.totals();
  kept.free();
  const comparison: Comparison = yuefu.compare([scenario, scenario]);
  const answer: Answer = yuefu.solve(scenario, { ask: 'usableOn', date: '2024-03-12' });
  const quote: Quote = yuefu.quote({ principal: '1200.00', periods: 12, date: '2025-01-10' });
  const flows = [{ period: 0, amount: '-100.00' }, { period: 1, amount: '101.00' }];
  const { rate } = yuefu.annualRate({ method: 'irr', flows });
  const decoded: Decoded = yuefu.decodeScenario(yuefu.encodeScenario(scenario));
  const texts: string[] = [
    yuefu.addWorkingDays('2024-03-05', 3),
    ...yuefu.addWorkingDaysMany(['2024-03-05'], 5),
    yuefu.toCsv(report, 'bills', 'zh-CN'),
    yuefu.toCalendar(report, 'en'),
    yuefu.version().engine,
    yuefu.product('douyin-monthly-pay').id,
    ...yuefu.products().map((one) => one.id),
    rate,
    quote.totalFee,
    decoded.scenario.creditLimit === '10000.00' ? answer.status : totals.format,
  ];
  const working: boolean = yuefu.isWorkingDay('2024-03-05');
  const first: number = yuefu.workingYears().first;
  return [...texts, String(working), String(first), String(comparison.scenarios.length), JSON.stringify(yuefu.schema('Report'))];
}

/** What is thrown has these fields. */
export const told = ({ code, path, hint }: YuefuError): string => `${code} at ${path}: ${hint}`;

// @ts-expect-error A scenario needs its events.
yuefu.simulate({ format: 'yuefu.scenario/1', product: 'douyin-monthly-pay', creditLimit: '1.00' });
