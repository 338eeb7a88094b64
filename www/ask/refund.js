// @ts-check
// The last days for a refund in words: for each class and channel, with the button that adds that refund.
// It works nothing out: the days are the engine's.

import { h } from '../dom.js';
import { say, t, tx } from '../i18n.js';
import { day as dayWords, dayAndWeekday, money } from '../format.js';
import { badge } from '../view/parts.js';
import { button, day, lead } from './parts.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */
/** @typedef {Extract<import('../pkg/yuefu.js').Answer, { ask: 'lastRefundDay' }>} Answer */
/** @typedef {Answer['days'][number]} Row */

const CLASSES = /** @type {const} */ (['normal', 'partial', 'malicious']);

/** @param {Answer} answer @param {State} state @param {Actions} act @returns {any[]} */
export function refundDays({ status, days }, state, act) {
  const date = state.ask?.date ?? '';
  const question = JSON.parse(state.answered?.question ?? '{}');
  if (status === 'alreadyMet') {
    return [h('p', null, badge('ok', t('ask.met'))), lead([t('ask.refund.met', { day: dayWords(date) })])];
  }
  if (status === 'impossible') {
    return [
      h('p', null, badge('bad', t('ask.impossible'))),
      lead([t('ask.refund.never', { day: dayWords(date) })]),
      h('p', null, t('ask.refund.tryLater')),
    ];
  }
  const purchase = state.draft.events.find((event) => event.id === question.purchase);
  return [
    lead(tx('ask.refund.found', { day: day(date) })),
    CLASSES.map((name) => group(name, days.filter((row) => row.class === name), { purchase, act, state })),
  ];
}

/**
 * @param {Row['class']} name @param {Row[]} rows
 * @param {{ purchase: any, act: Actions, state: State }} about
 */
function group(name, rows, about) {
  const late = rows.every((row) => !row.day);
  return [
    h('h3', null, t('ask.refund.class', { class: say('class', name), amount: money(rows[0]?.amount ?? '') })),
    late ? h('p.hint', null, t('ask.refund.late')) : h('ul.ask-rows', null, rows.map((row) => line(row, about))),
  ];
}

/** @param {Row} row @param {{ purchase: any, act: Actions, state: State }} about */
function line(row, { purchase, act, state }) {
  const { channel, day: last, usable } = row;
  const own = channel === purchase?.channel;
  const fields = {
    purchase: purchase?.id,
    date: last,
    channel: own ? '' : channel,
    amount: row.class === 'partial' ? row.amount : '',
    // A refund of that class, whatever else happens that day.
    itemDiffers: row.class === 'malicious',
  };
  return h(
    'li.row',
    null,
    h('span.row-main', null, say('channel', channel)),
    h('span.row-figure', null, last ? dayAndWeekday(last) : t('ask.refund.late')),
    usable ? h('span.row-note', null, t('ask.refund.usable', { day: dayWords(usable) })) : null,
    last && own ? button(t('ask.apply.refund'), () => act.apply([['refund', fields]]), state) : null,
  );
}
