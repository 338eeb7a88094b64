// @ts-check
// The ladder of growing limits as an article tells it: which rung the record has reached and what the next one asks.
// No limit is raised by it, here or in the engine.

import { h } from '../dom.js';
import { say, t } from '../i18n.js';
import { money } from '../format.js';
import { sourceName } from '../view/why.js';
import { badge } from '../view/parts.js';

/** @typedef {import('../pkg/yuefu.js').LadderRung} Rung */
/** @typedef {import('../pkg/yuefu.js').LadderCondition} Condition */
/** @typedef {import('../pkg/yuefu.js').WhyValue} Value */
/** @typedef {import('../pkg/yuefu.js').Product} Product */

/** @param {import('../store.js').State} state @param {Product | null} terms */
export function ladder(state, terms) {
  const rungs = state.result.report?.ladder ?? [];
  const next = rungs.findIndex(({ reached }) => !reached);
  const source = rungs[0]?.conditions[0]?.reference;
  return [
    h('p.hint', null, t('ladder.hint')),
    h(
      'ol.ladder',
      null,
      rungs.map((rung, i) => one(rung, rung.reached ? 'reached' : i === next ? 'next' : 'above')),
    ),
    source ? h('p.hint', null, sourceName(source, terms)) : null,
  ];
}

/** @type {Record<string, string>} */
const TONE = { reached: 'ok', next: 'wait', above: 'plain' };

/** @param {Rung} rung @param {'reached' | 'next' | 'above'} place */
const one = ({ rung, limitFrom, limitTo, conditions }, place) =>
  h(
    'li',
    { 'aria-current': place === 'next' ? 'step' : null },
    h(
      'p.row',
      null,
      h('span.row-main', null, t('ladder.rung', { n: rung }), ' ', badge(TONE[place], t(`ladder.${place}`))),
      h('span.row-figure', null, range(limitFrom, limitTo)),
    ),
    h('ul', null, conditions.map(asked)),
  );

/** @param {string} from @param {string | undefined} to */
const range = (from, to) =>
  to ? t('ladder.fromTo', { from: money(from), to: money(to) }) : t('ladder.from', { from: money(from) });

/** A condition, what there is of it, and whether that is enough. @param {Condition} condition */
function asked({ code, have, need, met }) {
  const standing = met === undefined ? 'unknown' : met ? 'met' : 'missing';
  return h(
    'li.row',
    null,
    h('span', null, t(`ladder.${code}`, { need: inWords(need) }), ' ', badge(met ? 'ok' : 'plain', t(`ladder.${standing}`))),
    have && code !== 'record' ? h('span.row-note.end', null, t('ladder.have', { have: inWords(have) })) : null,
  );
}

/** @param {Value} value */
const inWords = ({ unit, value }) => (unit === 'money' ? money(value) : value);
