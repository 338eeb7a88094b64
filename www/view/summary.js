// @ts-check
// Four figures under the answer: what can be spent, what is owed, the next bill, the next rise of the limit.
// All are the engine's, as of the day that it says.

import { fill, h } from '../dom.js';
import { t } from '../i18n.js';
import { day, dayAndWeekday, fullDay, money } from '../format.js';
import { bothAmounts, figureWhy, whyButton } from './parts.js';

/** @typedef {import('../pkg/yuefu.js').NextRecovery} NextRecovery */

/** @param {Element} element @param {import('../store.js').State} state @param {import('../actions.js').Actions} act */
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
      cell(t('summary.available'), bothAmounts(asOf.available), [readings(asOf.available), whyButton('sum.available', act, t('summary.available'))]),
      cell(t('summary.owed'), figureWhy(money(asOf.owed), 'sum.owed', act), ''),
      cell(
        t('summary.nextDue'),
        nextDue ? money(nextDue.amount) : t('summary.none'),
        nextDue ? t('summary.dueOn', { day: dayAndWeekday(nextDue.date) }) : '',
      ),
      cell(t('summary.recovery'), recovery(nextRecovery, 'amount'), recovery(nextRecovery, 'date')),
    ),
  );
}

/** @param {string} name @param {any} figure @param {any} note */
const cell = (name, figure, note) =>
  h(
    'div',
    null,
    h('dt', null, name),
    h('dd', null, h('span.cell-figure', null, figure), note ? h('span.note', null, note) : null),
  );

/** @param {{ possible: string, guaranteed: string }} both */
const readings = (both) => (both.possible === both.guaranteed ? '' : t('summary.readings'));

/** The next rise for sure, or at best where none is sure. @param {NextRecovery | undefined} next @param {'amount' | 'date'} part */
function recovery(next, part) {
  const rise = next?.guaranteed ?? next?.possible;
  if (!rise) return part === 'amount' ? t('summary.none') : '';
  if (part === 'amount') return money(rise.amount, '+');
  const first = next?.possible?.date;
  if (!first || first === rise.date) return dayAndWeekday(rise.date);
  return t('summary.fromTo', { possible: day(first), guaranteed: day(rise.date) });
}
