// @ts-check
// Refunds: how each one's limit comes back, as a bar and in days, and where its money went.
// What a refund frees is the engine's to say; here it is only shown.

import { fill, h } from '../dom.js';
import { t, say } from '../i18n.js';
import { day, dayAndWeekday, figure, isZero, money } from '../format.js';
import { nameOf } from '../names.js';
import { refundChart } from '../chart/refund.js';
import { badge, cardHead, facts, twin, whyButton } from './parts.js';
import { refunded } from './answer.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../pkg/yuefu.js').Refund} Refund */
/** @typedef {import('../actions.js').Actions} Actions */

/** @type {Record<string, string>} */
const TONE = { normal: 'ok', partial: 'warn', malicious: 'bad' };

/** @param {HTMLElement} element @param {State} state @param {Actions} act */
export function refunds(element, state, act) {
  const list = state.result.report?.refunds ?? [];
  element.hidden = list.length === 0;
  if (!list.length) return fill(element);
  fill(
    element,
    cardHead(t('refunds.title')),
    list.map((refund) => one(refund, state, act)),
    table(list, state),
  );
}

/** @param {Refund} refund @param {State} state @param {Actions} act */
function one(refund, state, act) {
  const name = nameOf(state.result.draft ?? state.draft, refund.purchase);
  return h(
    'article.refund',
    null,
    h(
      'div.row',
      null,
      h('h3.row-main', null, t('event.refundOf', { name }), ' ', badge(TONE[refund.class], say('class', refund.class))),
      h('span.row-figure', null, money(refund.amount)),
    ),
    refund.possible || refund.guaranteed
      ? h('div.plot', null, drawing(refund, state.width))
      : h('p', null, refunded(refund).pieces),
    refund.estimated ? h('p.hint', null, t('refunds.estimated')) : null,
    refund.condition && refund.guaranteed ? h('p.hint', null, condition(refund)) : null,
    facts([
      !isZero(refund.toUnbilled) && [t('refunds.toUnbilled'), money(refund.toUnbilled)],
      !isZero(refund.toBilled) && [t('refunds.toBilled'), money(refund.toBilled)],
      !isZero(refund.toCredit) && [t('refunds.toCredit'), money(refund.toCredit)],
      !isZero(refund.feesCancelled) && [t('refunds.feesCancelled'), money(refund.feesCancelled)],
    ]),
    whyButton(refund.why, act, t('event.refundOf', { name })),
  );
}

/** @param {Refund} refund */
function condition(refund) {
  const words = say('condition', refund.condition);
  return refund.conditionMetOn
    ? t('refunds.conditionMet', { condition: words, day: day(refund.conditionMetOn) })
    : words;
}

/** @param {Refund} refund @param {number} width */
function drawing(refund, width) {
  const { date, shown, possible, guaranteed } = refund;
  return refundChart(refund, Math.max(240, width), {
    start: markWords('start', date),
    shown: markWords('shown', shown),
    possible: markWords(shown === possible ? 'shownPossible' : 'possible', possible),
    guaranteed: markWords('guaranteed', guaranteed),
  });
}

/** @param {string} name @param {string | undefined} when */
const markWords = (name, when) => (when ? t(`refunds.mark.${name}`, { day: dayAndWeekday(when) }) : '');

/** @param {Refund[]} list @param {State} state */
function table(list, state) {
  const heads = ['refunds.purchase', 'refunds.amount', 'refunds.shown', 'refunds.possible', 'refunds.guaranteed'].map(
    (key) => t(key),
  );
  return twin(
    'refunds-table',
    t('refunds.table'),
    heads,
    () =>
      list.map((refund) => [
        nameOf(state.result.draft ?? state.draft, refund.purchase),
        figure(refund.amount),
        ...[refund.shown, refund.possible, refund.guaranteed].map(dayCell),
      ]),
    [2, 3, 4],
  );
}

/** @param {string | undefined} date */
const dayCell = (date) => (date ? h('time', { datetime: date }, day(date)) : t('refunds.notYet'));
