// @ts-check
// Sums over the whole run, and what the figures stand on: product, sources, what is left out.
// The sums are the engine's.

import { fill, h } from '../dom.js';
import { version } from '../engine.js';
import { t } from '../i18n.js';
import { fullDay, isZero, money } from '../format.js';
import { textOf } from '../product.js';
import { cardHead, figureWhy } from './parts.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */
/** @typedef {import('../pkg/yuefu.js').Product} Product */

/** Sums that are shown even when they are nothing. */
const ALWAYS = ['purchases', 'fees', 'repayments', 'outstanding'];
/** @type {(keyof import('../pkg/yuefu.js').Totals)[]} */
const ORDER = [
  'purchases',
  'fees',
  'interest',
  'penalties',
  'refunds',
  'repayments',
  'waived',
  'creditBalance',
  'outstanding',
];

/** @param {HTMLElement} element @param {State} state @param {Actions} act */
export function totals(element, state, act) {
  const { report } = state.result;
  element.hidden = !report?.run;
  if (!report?.run) return fill(element);
  const shown = ORDER.filter((name) => ALWAYS.includes(name) || !isZero(report.totals[name]));
  fill(
    element,
    cardHead(t('totals.title')),
    h('p.hint', null, t('totals.run', { from: fullDay(report.run.from), until: fullDay(report.run.until) })),
    h(
      'dl.facts',
      null,
      shown.map((name) =>
        h('div', null, h('dt', null, t(`totals.${name}`)), h('dd', null, figureWhy(money(report.totals[name]), `sum.${name}`, act))),
      ),
    ),
  );
}

/** @param {Element} element @param {State} state @param {Actions} act @param {Product | null} terms */
export function foot(element, state, act, terms) {
  const left = state.result.report?.notModelled ?? [];
  fill(
    element,
    h('p', null, t('foot.about')),
    left.length
      ? h(
          'details',
          { data: { k: 'not-modelled' } },
          h('summary', { data: { k: 'not-modelled-summary' } }, t('foot.notModelled')),
          h('ul', { folded: () => left.map((code) => h('li', null, t(`notModelled.${code}`))) }),
        )
      : null,
    sources(terms),
    terms?.disagreements.length
      ? h('button.quiet', { type: 'button', data: { k: 'split' }, on: { click: () => act.why('split') } }, t('foot.split'))
      : null,
    h('p', null, t('foot.private')),
    h(
      'p',
      null,
      t('foot.version', {
        engine: version().engine,
        product: state.result.report?.product.id ?? '',
        data: state.result.report?.product.version ?? '',
      }),
    ),
  );
}

/** @param {Product | null} terms */
function sources(terms) {
  const list = terms?.sources ?? [];
  if (!list.length) return null;
  return h(
    'details',
    { data: { k: 'sources' } },
    h('summary', { data: { k: 'sources-summary' } }, t('foot.sources')),
    h('ul', { folded: () => list.map((source) => h('li', null, `${textOf(source.title)} (${source.date})`)) }),
  );
}
