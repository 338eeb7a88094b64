// @ts-check
// An answer of the engine in words, with the button that applies it.
// It works nothing out: every amount and every day is the engine's.

import { h } from '../dom.js';
import { say, t, tx } from '../i18n.js';
import { day, dayAndWeekday, isZero, money, percent } from '../format.js';
import { refName } from '../names.js';
import { badge } from '../view/parts.js';
import { refundDays } from './refund.js';
import { button, day as when, lead, rows } from './parts.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */
/** @typedef {import('../pkg/yuefu.js').Answer} Answer */
/** @template {Answer['ask']} K @typedef {Extract<Answer, { ask: K }>} AnswerTo */

/** @param {Answer} answer @param {State} state @param {Actions} act @returns {any[]} */
export function answerOf(answer, state, act) {
  const parts = wordsOf(answer, state, act);
  const exact = !('exact' in answer) || answer.exact;
  const verified = answer.status === 'found' ? h('p.note', null, t('ask.verified')) : null;
  return [...parts, exact ? verified : h('p.note', null, t('ask.notExact'))].flat(Infinity);
}

/** @param {Answer} answer @param {State} state @param {Actions} act @returns {any[]} */
function wordsOf(answer, state, act) {
  if (answer.ask === 'usableOn') return usable(answer, state);
  if (answer.ask === 'haveBy') return have(answer, state, act);
  if (answer.ask === 'lastRefundDay') return refundDays(answer, state, act);
  if (answer.ask === 'cheapest') return offers(answer, state, act);
  if (answer.ask === 'settle') return settle(answer, state, act);
  return passes(answer, state, act);
}

/** @param {AnswerTo<'usableOn'>} answer @param {State} state */
function usable({ possible, guaranteed, waitingFor }, state) {
  const key = possible === guaranteed ? 'ask.usable.same' : 'ask.usable.both';
  const what = (/** @type {typeof waitingFor[number]} */ { kind, ref }) =>
    ref ? t('list.about', { what: say('wait', kind), name: refName(state.draft, ref) }) : say('wait', kind);
  return [
    lead(tx(key, { day: when(asked(state)), possible: money(possible), guaranteed: big(guaranteed) })),
    waitingFor.length ? h('h3', null, t('ask.usable.waiting')) : h('p', null, t('ask.usable.all')),
    rows(waitingFor.map((one) => [what(one), money(one.amount), span(one.possible, one.guaranteed)])),
  ];
}

/** @param {AnswerTo<'haveBy'>} answer @param {State} state @param {Actions} act */
function have({ status, repay, payBy, available, nearest }, state, act) {
  const date = when(asked(state));
  if (status === 'alreadyMet') return met(tx('ask.have.met', { day: date, available: big(available) }));
  if (status === 'found' && repay && payBy) {
    return [
      lead(tx('ask.have.found', { payBy: when(payBy), repay: big(repay), day: date, available: money(available) })),
      applyRepayment(repay, payBy, act, state),
    ];
  }
  const { amount, repay: most, payBy: by, date: later } = nearest ?? {};
  return [
    ...cannot(t('ask.have.cannot', { day: day(asked(state)) })),
    amount ? h('p', null, tx('ask.have.most', { amount: h('strong', null, money(amount)) })) : null,
    most && by
      ? [h('p', null, t('ask.have.with', { payBy: day(by), repay: money(most) })), applyRepayment(most, by, act, state)]
      : null,
    later
      ? [
          h('p', null, tx('ask.have.later', { day: when(later) })),
          button(t('ask.have.askLater', { day: day(later) }), () => act.askField('date', later)),
        ]
      : null,
  ];
}

/** @param {string} amount @param {string} date @param {Actions} act @param {State} state @param {string} [before] */
const applyRepayment = (amount, date, act, state, before) =>
  button(t('ask.apply.repayment'), () => act.apply([['repayment', { amount, date }]], before), state);

/** @param {AnswerTo<'cheapest'>} answer @param {State} state @param {Actions} act */
function offers({ status, offers: list }, state, act) {
  const { date = '', amount = '' } = state.ask ?? {};
  const name = (/** @type {number} */ periods) => (periods === 1 ? t('periods.1') : t('periods.in', { n: periods }));
  return [
    status === 'impossible' ? cannot(t('ask.offers.none')) : null,
    h(
      'ul.offers',
      null,
      list.map((offer, i) =>
        h(
          'li',
          null,
          h(
            'p.row',
            null,
            h('span.row-main', null, h('strong', null, name(offer.periods)), ' ', standing(offer, i, status)),
            h('span.row-figure', null, isZero(offer.totalFee) ? t('ask.offers.free') : t('bills.fee', { amount: money(offer.totalFee) })),
          ),
          h(
            'p.hint',
            null,
            t('ask.offers.peak', { amount: money(offer.monthlyPeak) }),
            offer.annualSimple && !isZero(offer.annualSimple)
              ? t('list.comma') + t('ask.offers.annual', { rate: percent(offer.annualSimple) })
              : '',
          ),
          offer.code
            ? null
            : button(
                t('ask.apply.offer', { how: name(offer.periods) }),
                () => act.apply([['purchase', { date, amount, periods: String(offer.periods) }]]),
                state,
              ),
        ),
      ),
    ),
  ];
}

/** @param {AnswerTo<'cheapest'>['offers'][number]} offer @param {number} place @param {string} status */
function standing({ fits, code }, place, status) {
  if (code) return badge('bad', say('refused', code));
  if (!fits) return badge('warn', t('ask.offers.above'));
  return place === 0 && status !== 'impossible' ? badge('ok', t('ask.offers.best')) : null;
}

/** @param {AnswerTo<'settle'>} answer @param {State} state @param {Actions} act */
function settle({ status, amount, parts, earliestClosable, closableWithout }, state, act) {
  const date = asked(state);
  const settleAll = /** @type {import('./actions.js').Entry} */ (['settleAll', { date }]);
  const closing = /** @type {import('./actions.js').Entry} */ (['closeAccount', { date: earliestClosable ?? date }]);
  const found = status === 'found';
  const what = (/** @type {typeof parts[number]} */ { kind, ref }) =>
    ref ? t('list.about', { what: say('part', kind), name: refName(state.draft, ref) }) : say('part', kind);
  return [
    ...(found
      ? [lead(tx('ask.settle.found', { day: when(date), amount: big(amount) }))]
      : met([t('ask.settle.met', { day: day(date) })])),
    rows(parts.map((part) => [what(part), money(part.amount)])),
    found ? button(t('ask.apply.settle'), () => act.apply([settleAll]), state) : null,
    earliestClosable
      ? [
          h('p', null, t(found ? 'ask.settle.closable' : 'ask.settle.closableNow', { day: dayAndWeekday(earliestClosable) })),
          button(t(found ? 'ask.apply.close' : 'event.closeAccount'), () => act.apply(found ? [settleAll, closing] : [closing]), state),
        ]
      : h('p', null, t('ask.settle.notClosable')),
    found && closableWithout ? h('p.hint', null, t('ask.settle.without', { day: dayAndWeekday(closableWithout) })) : null,
  ];
}

/** @param {AnswerTo<'whenPasses'>} answer @param {State} state @param {Actions} act */
function passes({ status, code, possible, guaranteed, repay }, state, act) {
  const index = JSON.parse(state.answered?.question ?? '{}').event;
  const key = state.result.keys[index] ?? '';
  if (status === 'alreadyMet') return met([t('ask.passes.met')]);
  if (status === 'impossible') return cannot(t('ask.passes.never', { why: say('outcome', code) }));
  const first = (state.draft.assume === 'possible' ? possible : guaranteed) ?? guaranteed ?? possible;
  return [
    first
      ? [
          lead(tx('ask.passes.from', { when: h('strong', null, span(possible, guaranteed)) })),
          button(t('ask.apply.move', { day: day(first) }), () => act.move(key, first), state),
        ]
      : h('p', null, t('ask.passes.noDay')),
    repay
      ? [
          h('p', null, tx('ask.passes.repay', { payBy: when(repay.payBy), repay: h('strong', null, money(repay.amount)) })),
          applyRepayment(repay.amount, repay.payBy, act, state, key),
        ]
      : null,
  ];
}

/** The day that is asked about. @param {State} state */
const asked = (state) => state.ask?.date ?? '';

/** @param {string} amount */
const big = (amount) => h('strong.big', null, money(amount));

/** @param {any[]} pieces */
const met = (pieces) => [h('p', null, badge('ok', t('ask.met'))), lead(pieces)];

/** @param {string} text */
const cannot = (text) => [h('p', null, badge('bad', t('ask.impossible'))), lead([text])];

/** From the earliest to the latest day. @param {string | undefined} possible @param {string | undefined} guaranteed */
function span(possible, guaranteed) {
  if (possible && guaranteed && possible !== guaranteed) {
    return t('summary.fromTo', { possible: day(possible), guaranteed: day(guaranteed) });
  }
  const one = guaranteed ?? possible;
  return one ? day(one) : t('refunds.notYet');
}
