// @ts-check
// The answers of three small views: what instalments cost, how many days are free of interest, what settling costs.
// The engine counts the days and adds the amounts up.

import { fill, h } from '../dom.js';
import { say, t, tx } from '../i18n.js';
import { day, dayAndWeekday, money, percent } from '../format.js';
import * as engine from '../engine.js';
import { toScenario } from '../draft.js';
import { refName } from '../names.js';
import { facts, whyButton } from '../view/parts.js';

/** @typedef {import('./parts.js').Part} Part */

/** @param {string} text */
const big = (text) => h('strong.big', null, text);
/** @param {string} date */
const when = (date) => h('strong.day', null, day(date));

/** @param {any[]} pieces */
const sentence = (pieces) => h('p.answer-text', { role: 'status' }, pieces);

/** @type {Part['draw']} */
export function price(element, state) {
  const plan = state.result.report?.plans[0];
  if (!plan) return fill(element, sentence([t(state.result.report ? 'embed.noPlan' : 'answer.broken')]));
  const { rows, totalFee, annualSimple } = plan;
  const values = { n: rows.length, fee: big(money(totalFee)), rate: annualSimple && h('strong', null, percent(annualSimple)) };
  fill(element, sentence(tx(annualSimple ? 'embed.price' : 'embed.priceOnly', values)));
}

/** @type {Part['draw']} */
export function free(element, state, act) {
  const { report } = state.result;
  const outcome = report?.outcomes[0];
  const bill = report?.bills[0];
  if (outcome?.interestFreeDays === undefined || !bill) return fill(element, sentence([t('answer.broken')]));
  const { interestFreeDays: n, date, why } = outcome;
  const days = big(t('unit.days', { n }));
  fill(
    element,
    sentence(tx('embed.free', { days, day: when(date), due: when(bill.dueDate) })),
    whyButton(why, act, t('embed.view.interest-free')),
    facts([
      [t('embed.bought'), dayAndWeekday(date)],
      [t('bills.statement'), dayAndWeekday(bill.statementDate)],
      [t('bills.due'), dayAndWeekday(bill.dueDate)],
    ]),
  );
}

/** @type {Part['draw']} */
export function settle(element, state) {
  const draft = state.result.draft ?? state.draft;
  const date = draft.today || (state.result.report?.asOf?.date ?? '');
  const { scenario } = toScenario(draft, engine.product(draft.product));
  const answer = engine.use((wasm) => wasm.solve(scenario, { ask: 'settle', date })).value;
  if (answer?.ask !== 'settle') return fill(element, sentence([t('answer.broken')]));
  const { amount, parts, earliestClosable, closableWithout } = answer;
  const name = (/** @type {typeof parts[number]} */ { kind, ref }) => {
    const what = say('embed.part', kind);
    return ref ? t('list.about', { what, name: refName(draft, ref) }) : what;
  };
  fill(
    element,
    sentence(tx('embed.settle', { amount: big(money(amount)), day: when(date) })),
    facts([
      ...parts.map((part) => /** @type {[string, string]} */ ([name(part), money(part.amount)])),
      earliestClosable ? [t('embed.closable'), dayAndWeekday(earliestClosable)] : null,
      closableWithout ? [t('embed.closableWithout'), dayAndWeekday(closableWithout)] : null,
    ]),
  );
}
