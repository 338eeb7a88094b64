// @ts-check
// The answer: one sentence about what the person just changed, else about what matters most.
// It is the same sentence on the page and at the head of an open sheet. It works nothing out.

import { fill, h } from '../dom.js';
import { t, tx, say } from '../i18n.js';
import { day, isZero, money } from '../format.js';
import { eventTitle } from '../names.js';
import { whyButton } from './parts.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {{ tone: string, pieces: any[], why?: string, second?: any[] }} Headline */
/** @typedef {import('../pkg/yuefu.js').AsOf} AsOf */
/** @typedef {import('../pkg/yuefu.js').Outcome} Outcome */
/** @typedef {import('../pkg/yuefu.js').Refund} Refund */
/** @typedef {import('../pkg/yuefu.js').Report} Report */
/** @typedef {import('../actions.js').Actions} Actions */
/** @typedef {import('../draft.js').Draft} Draft */

/** @param {string} amount */
const big = (amount) => h('strong.big', null, money(amount));
/** @param {string} date */
const when = (date) => h('strong.day', null, day(date));

/** @param {State} state @returns {Headline} */
export function headline(state) {
  const { report, keys, draft } = state.result;
  if (!report || !draft) return { tone: 'plain', pieces: [t('answer.broken')] };
  if (!draft.events.length) return { tone: 'plain', pieces: [t('answer.empty')] };
  const titled = titles(draft, keys);
  return aboutEvent(report, keys.indexOf(state.focus), titled) ?? aboutAll(report, titled);
}

/** What each event of a report is called. @param {Draft} draft @param {(string | null)[]} keys @returns {(index: number) => string} */
function titles(draft, keys) {
  return (index) => {
    const event = draft.events.find((one) => one.key === keys[index]);
    return event ? eventTitle(draft, event) : '';
  };
}

/** @param {Report} report @param {number} index @param {(index: number) => string} titled @returns {Headline | undefined} */
function aboutEvent(report, index, titled) {
  const outcome = report.outcomes.find((one) => one.event === index);
  if (outcome?.status === 'refused') return refused(outcome, titled(index));
  const refund = report.refunds.find((one) => one.event === index);
  return refund && refunded(refund);
}

/** The last refusal, else the last refund, else the next bill. @param {Report} report @param {(index: number) => string} titled @returns {Headline} */
function aboutAll(report, titled) {
  const refusal = report.outcomes.filter((one) => one.status === 'refused').at(-1);
  if (refusal) return refused(refusal, titled(refusal.event));
  const refund = report.refunds.at(-1);
  return refund ? refunded(refund) : due(report.asOf);
}

/** @param {Outcome} outcome @param {string} what @returns {Headline} */
function refused(outcome, what) {
  const pieces = tx('answer.refused', { what, why: say('outcome', outcome.code) });
  return { tone: 'bad', pieces, why: outcome.why, second: passes(outcome) };
}

/** When a refused purchase would pass; nothing for other refusals. @param {Outcome} outcome */
export function passes({ code, possibleFrom, guaranteedFrom }) {
  if (!code || !PURCHASE_CODES.has(code)) return undefined;
  if (possibleFrom && guaranteedFrom && possibleFrom !== guaranteedFrom) {
    return tx('answer.passes', { possible: when(possibleFrom), guaranteed: when(guaranteedFrom) });
  }
  if (guaranteedFrom) return tx('answer.passesOn', { day: when(guaranteedFrom) });
  if (possibleFrom) return tx('answer.passesMaybe', { day: when(possibleFrom) });
  return tx('answer.passesNever');
}

/** Refusals of purchases, which may pass on a later day. */
const PURCHASE_CODES = new Set([
  'accountClosed',
  'frozen',
  'overdue',
  'merchantUnsupported',
  'periodsNotOffered',
  'overLimit',
]);

/** @param {Refund} refund @returns {Headline} */
export function refunded(refund) {
  const { possible, guaranteed, held, why, condition } = refund;
  const amount = big(held);
  if (refund.class === 'malicious' && !guaranteed)
    return { tone: 'bad', pieces: tx('answer.malicious', { amount }), why };
  if (isZero(held)) return { tone: 'ok', pieces: tx('answer.credit', { amount: big(refund.amount) }), why };
  if (possible && guaranteed && possible !== guaranteed) {
    return {
      tone: 'ok',
      pieces: tx('answer.refund', { amount, possible: when(possible), guaranteed: when(guaranteed) }),
      why,
    };
  }
  if (guaranteed) return { tone: 'ok', pieces: tx('answer.refundOn', { amount, day: when(guaranteed) }), why };
  return { tone: 'wait', pieces: tx(condition ? 'answer.refundAfterRest' : 'answer.refundOpen', { amount }), why };
}

/** @param {AsOf | undefined} asOf @returns {Headline} */
function due(asOf) {
  if (asOf?.nextDue) {
    const { date, amount } = asOf.nextDue;
    return { tone: 'wait', pieces: tx('answer.due', { day: when(date), amount: big(amount) }) };
  }
  const amount = big(asOf?.available.guaranteed ?? '0.00');
  return {
    tone: 'ok',
    pieces: tx(isZero(asOf?.owed ?? '0.00') ? 'answer.nothingDue' : 'answer.notYetDue', { amount }),
  };
}

/** Says that the answer is the last good one, and leads to what is to be put right. @param {unknown} fault  the engine failed @param {boolean} brief @param {Actions} act */
const staleLine = (fault, brief, act) =>
  h(
    'p.stale',
    null,
    t(fault ? 'fault.run' : 'answer.stale'),
    brief || fault
      ? null
      : h(
          'button.quiet',
          { type: 'button', data: { k: 'to-complaint' }, on: { click: act.openComplaint } },
          t('answer.toComplaint'),
        ),
  );

/** Draws the sentence. @param {Element} element @param {State} state @param {Actions} act @param {boolean} [brief] */
export function answer(element, state, act, brief = false) {
  const { tone, pieces, why, second } = headline(state);
  const stale = state.result.error || state.result.fault;
  fill(
    element,
    h(`p.answer-text.${tone}`, { role: 'status' }, pieces, second ? h('span.second', null, second) : null),
    stale ? staleLine(state.result.fault, brief, act) : null,
    h('div.answer-foot', null, notOfficial(), brief ? null : whyButton(why, act, t('answer.title'))),
  );
}

/** Always in view, beside every answer. */
export const notOfficial = () => h('p.not-official', null, t('app.notOfficial'));
