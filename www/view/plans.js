// @ts-check
// Instalment plans: the annual rate first, what they cost in all, and every row.
// Rates and fees are the engine's; the ratio of fee to principal is never shown as a rate.

import { fill, h } from '../dom.js';
import { t, say } from '../i18n.js';
import { day, figure, money, percent } from '../format.js';
import { nameOf, refName } from '../names.js';
import { badge, cardHead, cell, facts, figureWhy } from './parts.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../pkg/yuefu.js').Plan} Plan */
/** @typedef {import('../pkg/yuefu.js').PlanRow} PlanRow */
/** @typedef {import('../pkg/yuefu.js').Settlement} Settlement */
/** @typedef {import('../actions.js').Actions} Actions */

/** @type {Record<string, string>} */
const TONE = { unbilled: 'plain', billed: 'wait', paid: 'ok', cancelled: 'plain' };

/** @param {Element} element @param {State} state @param {Actions} act */
export function plans(element, state, act) {
  const list = state.result.report?.plans ?? [];
  fill(
    element,
    list.map((plan) => one(plan, state, act)),
  );
}

/** @param {Plan} plan @param {State} state @param {Actions} act */
function one(plan, state, act) {
  const draft = state.result.draft ?? state.draft;
  const name = plan.purchase ? nameOf(draft, plan.purchase) : refName(draft, plan.bill ?? '');
  return h(
    'section.card',
    null,
    cardHead(t('plans.title', { name, n: plan.rows.length }), h('span.row-figure', null, money(plan.principal))),
    h(
      'dl.summary.three',
      null,
      plan.annualSimple ? cell(t('plans.annual'), figureWhy(percent(plan.annualSimple), `plan.rate.${plan.id}`, act), t('plans.simple')) : null,
      plan.annualCompound ? cell(t('plans.compound'), figureWhy(percent(plan.annualCompound), `plan.compound.${plan.id}`, act), t('plans.compoundNote')) : null,
      cell(t('plans.totalFee'), figureWhy(money(plan.totalFee), `plan.fee.${plan.id}`, act), fee(plan)),
    ),
    h(
      'button.quiet.cost-link',
      { type: 'button', on: { click: () => act.openCost(plan.id) }, data: { k: `cost-${plan.id}` } },
      t('plans.cost'),
    ),
    plan.settlement ? settled(plan.settlement, act) : null,
    h(
      'div.scroll',
      { tabindex: '0', role: 'region', 'aria-label': t('plans.table', { name }) },
      h(
        'table',
        null,
        h('caption.sr', null, t('plans.table', { name })),
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            ['plans.row', 'plans.due', 'plans.principal', 'plans.fee', 'plans.status'].map((key) =>
              h(key === 'plans.due' || key === 'plans.status' ? 'th.text' : 'th', { scope: 'col' }, t(key)),
            ),
          ),
        ),
        h(
          'tbody',
          null,
          plan.rows.map((row) => planRow(row, plan, act)),
        ),
      ),
    ),
  );
}

/** How the fee is charged. @param {Plan} plan */
const fee = (plan) =>
  plan.method === 'free' ? say('method', 'free') : t(`method.${plan.method}At`, { rate: percent(plan.rate, 0, 4) });

/** @param {Settlement} settlement @param {Actions} act */
function settled(settlement, act) {
  return [
    h('h3', null, t('plans.settled', { day: day(settlement.date) })),
    facts([
      [t('plans.principal'), money(settlement.principal)],
      [t('plans.settleFees'), figureWhy(money(settlement.fees), settlement.why, act)],
      [t('plans.waived'), money(settlement.waived)],
    ]),
  ];
}

/** @param {PlanRow} row @param {Plan} plan @param {Actions} act */
function planRow(row, plan, act) {
  return h(
    row.status === 'cancelled' ? 'tr.gone' : 'tr',
    null,
    h('th', { scope: 'row' }, row.n),
    h('td.text', null, h('time', { datetime: row.dueDate }, day(row.dueDate))),
    h('td', null, figureWhy(figure(row.principal), row.why, act, `row-${plan.id}-${row.n}`)),
    h('td', null, figure(row.fee)),
    h('td.text', null, badge(TONE[row.status], say('row', row.status))),
  );
}
