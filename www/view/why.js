// @ts-check
// Why a figure is what it is: rule, what it was given, steps, rounding, source, and rules that did not apply.
// It shows the engine's explanation as it is and adds nothing to it.

import { fill, h, openAt } from '../dom.js';
import { has, t, say } from '../i18n.js';
import { dayAndWeekday, figure, money, percent } from '../format.js';
import { refName } from '../names.js';
import { termOf, textOf } from '../product.js';
import { figureWhy } from './parts.js';
import { sumOf } from './sums.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../pkg/yuefu.js').Why} Why */
/** @typedef {import('../pkg/yuefu.js').WhyValue} Value */
/** @typedef {import('../pkg/yuefu.js').WhyInput} WhyInput */
/** @typedef {import('../pkg/yuefu.js').Product} Product */
/** @typedef {import('../pkg/yuefu.js').WhyStep} WhyStep */
/** @typedef {import('../actions.js').Actions} Actions */

/** @param {HTMLDialogElement} element @param {State} state @param {Actions} act @param {Product | null} terms */
export function panel(element, state, act, terms) {
  const sum = state.why ? sumOf(state.why, state, terms) : null;
  const reason = sum ? undefined : reasonOf(state);
  const isSplit = state.why === 'split';
  if (!reason && !sum && !isSplit) {
    if (element.open) element.close();
    return;
  }
  fill(
    element,
    h(
      'div.sheet-head',
      null,
      h('h2', { id: 'why-title', tabindex: '-1' }, isSplit ? t('foot.split') : (sum?.title ?? say('rule', reason?.rule))),
      h(
        'button.icon',
        {
          type: 'button',
          'aria-label': t('sheet.close'),
          on: { click: () => act.why(null) },
          data: { k: 'why-close' },
        },
        '✕',
      ),
    ),
    isSplit ? h('div.sheet-body', null, disagreements(terms?.disagreements ?? [], terms)) : null,
    sum ? sumBody(sum, act) : reason && reasonBody(reason, state, terms),
  );
  if (!element.open) openAt(element, 'h2');
}

/** A figure that is made of others. @param {import('./sums.js').Sum} sum @param {Actions} act */
const sumBody = ({ figure: shownFigure, note, parts }, act) =>
  h(
    'div.sheet-body',
    null,
    h('p.why-result', null, shownFigure),
    h('p', null, note),
    parts.length
      ? h(
          'ul.lines',
          null,
          parts.map(({ name, figure: amount, why: key }, i) =>
            h(
              'li',
              null,
              h('span.row-main', null, name),
              h('span.row-figure', null, figureWhy(amount, key, act, `part-${i}`)),
            ),
          ),
        )
      : null,
  );

/** @param {Why} reason @param {State} state @param {Product | null} terms */
const reasonBody = (reason, state, terms) =>
  h(
    'div.sheet-body',
    null,
    h('p.why-result', null, shown(reason.result, state)),
    block('why.inputs', inputs(reason.inputs, state)),
    block(
      'why.steps',
      reason.steps.length
        ? h(
            'ol.steps',
            null,
            [...new Set(reason.steps.map((step) => stepWords(step, state)))].map((words) => h('li', null, words)),
          )
        : null,
    ),
    reason.rounding ? h('p.hint', null, say('rounding', reason.rounding)) : null,
    block('why.reference', references(reason.reference, terms)),
    block('why.split', splits(reason.reference, terms)),
    block('why.notApplied', notApplied(reason.notApplied, state)),
  );

/** The explanation that is asked for. @param {State} state @returns {Why | undefined} */
const reasonOf = ({ why: key, result }) => (key ? /** @type {any} */ (result.report?.why)?.[key] : undefined);

/** @param {string} title @param {any} content */
const block = (title, content) => (content ? [h('h3', null, t(title)), content] : []);

/** @param {WhyInput[]} list @param {State} state */
function inputs(list, state) {
  if (!list.length) return null;
  return h(
    'dl.facts',
    null,
    list.map((input) => h('div', null, h('dt', null, say('input', input.name)), h('dd', null, shown(input, state)))),
  );
}

/** A value in words, by its unit. @param {Value} value @param {State} state */
function shown({ unit, value }, state) {
  const draft = state.result.draft ?? state.draft;
  if (unit === 'money') return money(value);
  if (unit === 'rate') return percent(value, 0, 6);
  if (unit === 'date') return dayAndWeekday(value);
  if (unit === 'days' || unit === 'workingDays') return t(`unit.${unit}`, { n: value });
  if (unit === 'word') return word(value);
  if (unit === 'text') return draft.events.some((event) => event.id === value) ? refName(draft, value) : value;
  return figure(value);
}

/** Groups of words of the contract, in which one word may be. */
const WORDS = ['word', 'class', 'channel', 'freeze', 'method', 'bill', 'row', 'condition', 'line', 'settle'];

/** @param {string} value */
function word(value) {
  const group = WORDS.find((name) => has(`${name}.${value}`));
  return say(group ?? 'word', value);
}

/** One step: by a pattern of its own, else `name: operands → result`. @param {WhyStep} step @param {State} state */
function stepWords({ operation, operands, result }, state) {
  const given = operands.map((one) => shown(one, state));
  const [a = '', b = ''] = given;
  const values = { a, b, raw: operands[0]?.value ?? '', sum: given.join(' + '), result: shown(result, state) };
  if (has(`step.${operation}`)) return t(`step.${operation}`, values);
  return t('step.any', { ...values, name: say('step', operation), all: given.join(t('list.comma')) });
}

/** @param {Why['reference']} list @param {Product | null} terms */
function references(list, terms) {
  if (!list.length) return null;
  return h(
    'ul.sources',
    null,
    list.map((reference) => {
      const value = reference.source === 'override' ? undefined : termOf(terms, reference.key);
      return h(
        'li',
        null,
        termName(reference.key),
        h(
          'span.note',
          null,
          sourceName(reference, terms),
          value?.sure === 'assumed' && reference.source !== 'assumed' ? t('why.assumed') : '',
        ),
        textOf(value?.note) ? h('span.note', null, textOf(value.note)) : null,
      );
    }),
  );
}

/** What sources say against each other, and what is done about it. @param {import('../pkg/yuefu.js').Disagreement[]} list @param {Product | null} terms */
const disagreements = (list, terms) =>
  h(
    'ul.sources.split',
    null,
    list.map(({ claims, text }) =>
      h(
        'li',
        null,
        textOf(text),
        claims.map((id) => {
          const claim = terms?.claims.find((one) => one.id === id);
          return claim ? h('span.note', null, `${textOf(claim.text)} ${sourceTitle(claim.source, terms)}`) : null;
        }),
      ),
    ),
  );

/** @param {string} id @param {Product | null} terms */
const sourceTitle = (id, terms) => `(${textOf(terms?.sources.find((one) => one.id === id)?.title) || id})`;

/** Terms about which sources do not agree, by the id of the disagreement. @type {Record<string, RegExp>} */
const SPLITS = {
  'refund-rule': /^refund\.(rule|normal\.)/,
  'due-day': /^statement\./,
  'restore-lag': /^repayment\.lag/,
};

/** Where the sources of the terms that were used do not agree. @param {Why['reference']} list @param {Product | null} terms */
function splits(list, terms) {
  const found = (terms?.disagreements ?? []).filter(({ id }) => list.some(({ key }) => SPLITS[id]?.test(key)));
  return found.length ? disagreements(found, terms) : null;
}

/** @param {string} key */
function termName(key) {
  const plan = /^plan\.(\d+)\.(\w+)$/.exec(key);
  return plan ? t(`term.plan.${plan[2]}`, { n: plan[1] }) : say('term', key);
}

/** @param {{ source: string, fact?: string }} reference @param {Product | null} terms */
export function sourceName({ source, fact }, terms) {
  if (has(`source.${source}`)) return t(`source.${source}`);
  const known = terms?.sources?.find((one) => one.id === source);
  const title = known ? textOf(known.title) : source;
  return fact ? t('why.fact', { title, fact }) : title;
}

/** @param {Why['notApplied']} list @param {State} state */
function notApplied(list, state) {
  if (!list.length) return null;
  return h(
    'ul.sources',
    null,
    list.map((one) =>
      h(
        'li',
        null,
        say('rule', one.rule),
        h(
          'span.note',
          null,
          say('because', one.because),
          one.figures.length
            ? ` (${one.figures.map((input) => `${say('input', input.name)} ${shown(input, state)}`).join(t('list.comma'))})`
            : '',
        ),
      ),
    ),
  );
}
