// @ts-check
// What the cost sheet says: the annual figure, rows, what is charged normally and what only if something happens.
// Every figure is the engine's; a share of the principal is marked as no annual rate.

import { h, make } from '../dom.js';
import { say, t } from '../i18n.js';
import { day, figure, fullDay, money, percent } from '../format.js';
import { textOf } from '../product.js';
import { badge, facts, figureWhy } from '../view/parts.js';
import { sourceName } from '../view/why.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */
/** @typedef {import('../pkg/yuefu.js').Product} Product */
/** @typedef {import('../pkg/yuefu.js').Quote} Quote */
/** @typedef {import('../pkg/yuefu.js').Cost} Cost */
/** @typedef {import('../pkg/yuefu.js').Threshold} Threshold */

/** The sheet down to the lines to compare with. @param {Quote} quote @param {string} name @param {State} state @param {Actions} act @param {Product | null} terms */
export function before(quote, name, state, act, terms) {
  const { costSheet: sheet } = quote;
  /** @param {Cost} cost */
  const one = (cost) => item(cost, state, act, terms);
  return [
    name ? h('p.cost-name', null, name) : null,
    allIn(quote, act),
    facts([
      [t('cost.principal'), money(quote.principal)],
      [t('cost.totalFee'), money(quote.totalFee)],
      [t('cost.totalPayment'), money(quote.totalPayment)],
      [t('cost.begins'), fullDay(quote.date)],
    ]),
    h('h3', null, t('cost.items')),
    h('div.cost-items', null, sheet.items.map(one)),
    h('h3', null, t('cost.contingent')),
    h('p.note', null, t('cost.contingentNote')),
    h('div.cost-items', null, sheet.contingent.map(one)),
    h('h3', null, t('cost.rows')),
    rows(quote),
    h('h3', null, t('cost.early')),
    early(quote),
    h('h3', null, t('cost.thresholds')),
    h('p.note', null, t('cost.thresholdsNote')),
    h('ul.cost-lines', null, sheet.thresholds.map(threshold)),
  ];
}

/** What stands below the loan prime rate. @param {Quote} quote */
export const after = ({ costSheet }) => [
  h('h3', null, t('cost.notModelled')),
  h('p', null, costSheet.notModelled.map((code) => say('cost.not', code)).join(t('list.pause'))),
  h('p.note', null, t('cost.nothingElse')),
];

/** @param {Quote} quote @param {Actions} act */
function allIn({ annual }, act) {
  const { simple, compound, onDates, noRate } = annual;
  if (!simple || !compound) return h('p', null, t('cost.noRate', { why: say('error', noRate) }));
  return h(
    'dl.cost-rate',
    null,
    h('dt', null, t('cost.allIn')),
    h('dd', null, h('span.big', null, figureWhy(percent(simple), 'quote.rate', act)), ' ', h('span.kind', null, t('cost.simple'))),
    h('dd.note', null, t('cost.simpleNote')),
    h('dd', null, h('span.cell-figure', null, figureWhy(percent(compound), 'quote.compound', act)), ' ', h('span.kind', null, t('cost.compound'))),
    onDates ? h('dd.note', null, t('cost.onDates', { rate: percent(onDates) })) : null,
  );
}

/** Units of a share that is no annual rate. */
const NOT_ANNUAL = ['ratePerPeriod', 'ratePerPlan'];

/** @param {Cost} cost @param {State} state @param {Actions} act @param {Product | null} terms */
function item(cost, state, act, terms) {
  const { unit, value } = cost.standard;
  const annual = cost.annualLevel ? percent(cost.annualLevel) : t('cost.noLevel');
  const level = cost.annualLevel ? t('cost.levelSimple', { rate: annual }) : annual;
  return h(
    'section.cost-item',
    null,
    h('h4', null, say('cost.item', cost.id)),
    h(
      'dl',
      null,
      pair('cost.charged', say('cost.charged', cost.charged)),
      pair(
        'cost.standard',
        standard(unit, value),
        NOT_ANNUAL.includes(unit) ? h('strong', null, t('cost.notAnnual')) : null,
      ),
      cost.charged === 'condition' ? null : pair('cost.level', level),
      cost.amount ? pair('cost.amount', money(cost.amount)) : null,
      cost.charged === 'condition' ? null : receiver(cost, state, act),
    ),
    h(
      'p.note',
      null,
      t('cost.source', { source: sourceName(cost.reference, terms) }),
      cost.sure === 'assumed' && cost.reference.source !== 'assumed' ? t('why.assumed') : '',
    ),
  );
}

/** @param {string} key @param {...any} value */
const pair = (key, ...value) => h('div', null, h('dt', null, t(key)), h('dd', null, value));

/** @param {string} unit @param {string} value */
function standard(unit, value) {
  if (unit === 'days') return t('unit.days', { n: value });
  if (unit !== 'word') return t(`cost.unit.${unit}`, { rate: percent(value, 0, 6) });
  const [word, share] = value.split(':');
  return t(`cost.settle.${word}`, { rate: share ? percent(share, 0, 6) : '' });
}

/** Who receives it, to be put right by the reader. @param {Cost} cost @param {State} state @param {Actions} act */
function receiver(cost, state, act) {
  const id = `cost-receiver-${cost.id}`;
  const typed = state.receivers[cost.id];
  const text = typed ?? textOf(cost.receiver);
  // A field cuts off what is too long for it; paper cannot be scrolled.
  const paper = make(h('span.on-paper', { 'aria-hidden': 'true' }, text));
  const input = make(
    h('input', {
    id,
    type: 'text',
    maxlength: '200',
    autocomplete: 'off',
    value: text,
    placeholder: t('cost.receiverEmpty'),
    data: { k: id },
    on: {
      input: () => {
        paper.textContent = input.value;
        act.receiver(cost.id, input.value);
      },
    },
  }));
  return h('div.wide', null, h('dt', null, h('label', { for: id }, t('cost.receiver'))), h('dd', null, input, paper));
}

/**
 * A table in a box that scrolls where it has no room.
 * @param {string} caption @param {string[]} heads @param {any[][]} body  the first cell heads its row
 */
const table = (caption, heads, body) =>
  h(
    'div.scroll',
    { tabindex: '0', role: 'region', 'aria-label': caption },
    h(
      'table',
      null,
      h('caption.sr', null, caption),
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          heads.map((key) => h('th', { scope: 'col' }, t(key))),
        ),
      ),
      h(
        'tbody',
        null,
        body.map(([name, ...cells]) =>
          h(
            'tr',
            null,
            h('th', { scope: 'row' }, name),
            cells.map((cell) => h('td', null, cell)),
          ),
        ),
      ),
    ),
  );

/** @param {Quote} quote */
const rows = (quote) =>
  table(
    t('cost.rows'),
    ['plans.row', 'plans.due', 'plans.principal', 'plans.fee', 'cost.payment', 'cost.left'],
    quote.rows.map((row) => [
      row.n,
      day(row.dueDate),
      figure(row.principal),
      figure(row.fee),
      figure(row.payment),
      figure(row.remaining),
    ]),
  );

/** @param {Quote} quote */
const early = (quote) =>
  table(
    t('cost.early'),
    ['cost.afterRow', 'cost.day', 'plans.principal', 'plans.fee', 'cost.payment', 'cost.saved'],
    quote.settleEarly.map((one) => [
      one.afterRow === 0 ? t('cost.atOnce') : t('cost.afterN', { n: one.afterRow }),
      day(one.date),
      figure(one.principal),
      figure(one.fees),
      figure(one.total),
      figure(one.saved),
    ]),
  );

/** @param {Threshold} line */
function threshold({ id, value, lpr, comparison, note }) {
  return h(
    'li',
    null,
    h(
      'p.row',
      null,
      h('span.row-main', null, t(`cost.line.${id === '24%' ? '24' : 'lpr'}`, { rate: percent(value, 0, 4) })),
      comparison ? badge('plain', say('cost.comparison', comparison)) : null,
    ),
    lpr ? h('p.note', null, lprWords(lpr)) : null,
    h('p.note', null, textOf(note)),
  );
}

/** @param {NonNullable<Threshold['lpr']>} lpr */
const lprWords = ({ value, from }) =>
  from
    ? t('cost.lprPublished', { rate: percent(value, 0, 4), day: fullDay(from) })
    : t('cost.lprTyped', { rate: percent(value, 0, 4) });
