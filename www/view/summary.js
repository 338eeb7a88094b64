// @ts-check
// Four figures under the answer: what can be spent, what is owed, the next bill, the next rise of the limit.
// All are the engine's, as of the day that it says.

import { fill, h } from '../dom.js';
import { t } from '../i18n.js';
import { day, dayAndWeekday, fullDay, money } from '../format.js';
import { bothAmounts, cell, figureWhy, whyButton } from './parts.js';

/** @typedef {import('../pkg/yuefu.js').NextRecovery} NextRecovery */
/** @typedef {import('../actions.js').Actions} Actions */

/** @param {Element} element @param {import('../store.js').State} state @param {Actions} act */
export function summary(element, state, act) {
  const asOf = state.result.report?.asOf;
  if (!asOf) return fill(element);
  const { nextDue, nextRecovery } = asOf;
  fill(
    element,
    h('p.as-of', null, t('summary.asOf', { day: fullDay(asOf.date) })),
    h(
      'dl.summary',
      null,
      available(asOf.available, act),
      cell(t('summary.owed'), figureWhy(money(asOf.owed), 'sum.owed', act), ''),
      cell(
        t('summary.nextDue'),
        nextDue ? figureWhy(money(nextDue.amount), 'sum.nextDue', act) : t('summary.none'),
        nextDue ? t('summary.dueOn', { day: dayAndWeekday(nextDue.date) }) : '',
      ),
      cell(t('summary.recovery'), recovery(nextRecovery, act), recoveryDays(nextRecovery)),
    ),
  );
}

/** One figure that opens its reason; two, and the reason beside them. @param {{ possible: string, guaranteed: string }} both @param {Actions} act */
function available(both, act) {
  const name = t('summary.available');
  if (both.possible === both.guaranteed) return cell(name, figureWhy(money(both.guaranteed), 'sum.available', act), '');
  return cell(name, bothAmounts(both), [t('summary.readings'), ' ', whyButton('sum.available', act, name)]);
}

/** @param {NextRecovery | undefined} next */
const riseOf = (next) => next?.guaranteed ?? next?.possible;

/** The next rise for sure, or at best where none is sure. @param {NextRecovery | undefined} next @param {Actions} act */
function recovery(next, act) {
  const rise = riseOf(next);
  return rise ? figureWhy(money(rise.amount, '+'), 'sum.recovery', act) : t('summary.none');
}

/** @param {NextRecovery | undefined} next */
function recoveryDays(next) {
  const rise = riseOf(next);
  if (!rise) return '';
  const first = next?.possible?.date;
  if (!first || first === rise.date) return dayAndWeekday(rise.date);
  return t('summary.fromTo', { possible: day(first), guaranteed: day(rise.date) });
}
