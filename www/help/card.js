// @ts-check
// The help after a freeze or a cut of the limit: the plan with its days, what to have ready, a text for the service line.
// Days and figures are the engine's; what to do is what articles say, and says so.

import { fill, find, h, make } from '../dom.js';
import { say, t } from '../i18n.js';
import { dayAndWeekday } from '../format.js';
import { textOf } from '../product.js';
import { sourceName } from '../view/why.js';
import { cardHead } from '../view/parts.js';
import { ladder } from './ladder.js';
import { letter } from './letter.js';
import { checklist, setbacks } from './setbacks.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */
/** @typedef {import('../pkg/yuefu.js').Product} Product */
/** @typedef {import('../pkg/yuefu.js').WayBack} WayBack */
/** @typedef {import('../pkg/yuefu.js').WayStep} WayStep */
/** @typedef {import('./setbacks.js').Setback} Setback */

/** What articles say about ways back, as the terms name it. */
const CLAIMS = ['unfreeze-two-months', 'recovered-72h', 'misconceptions', 'speed-up', 'shipping-proof'];
/** Where they do not agree. */
const DISAGREEMENT = 'causes';

/** @param {HTMLElement} element @param {State} state @param {Actions} act @param {Product | null} terms */
export function card(element, state, act, terms) {
  const on = { click: () => act.help(null) };
  const ladderShown = state.help?.view === 'ladder';
  fill(
    element,
    cardHead(
      t(ladderShown ? 'ladder.title' : 'help.title'),
      h('button.icon', { type: 'button', 'aria-label': t('help.close'), data: { k: 'help-close' }, on }, '✕'),
    ),
    ladderShown ? ladder(state, terms) : way(state, act, terms),
  );
  element.querySelector('h2')?.setAttribute('id', 'help-title');
  if (!element.contains(document.activeElement) && document.activeElement === document.body)
    find(element, 'help-close')?.focus();
}

/** @param {State} state @param {Actions} act @param {Product | null} terms */
function way(state, act, terms) {
  const all = setbacks(state);
  const one = all.find(({ key }) => key === state.help?.about) ?? all[all.length - 1];
  return [
    all.length > 1 ? choice(all, one, act) : h('p.strong', null, titleOf(one)),
    h('h3', null, t('help.plan')),
    h('p.hint', null, t('help.planHint', { day: dayAndWeekday(one.date) })),
    one.ways.map((path) => plan(path, terms)),
    one.needsAppeal
      ? h('div.buttons', null, h('button', { type: 'button', on: { click: () => act.add('appeal') } }, t('help.appeal')))
      : null,
    h('h3', null, t('help.checklist')),
    checks(one, state, act),
    letterBox(one, state, act),
    lines(terms),
    claims(terms),
  ].flat();
}

/** @param {Setback} one */
const titleOf = ({ name, date }) => t('help.since', { what: name, day: dayAndWeekday(date) });

/** @param {Setback[]} all @param {Setback} one @param {Actions} act */
function choice(all, one, act) {
  const on = { change: (/** @type {any} */ { target }) => act.help({ about: target.value, done: [], letter: null }) };
  const select = h(
    'select',
    { id: 'help-about', value: one.key, data: { k: 'help-about' }, on },
    all.map((each) => h('option', { value: each.key }, titleOf(each))),
  );
  return h('div.field', null, h('label', { for: 'help-about' }, t('help.about')), h('div.box', null, select));
}

/** One of the ways back, its steps by day. @param {WayBack} path @param {Product | null} terms */
const plan = ({ path, steps }, terms) =>
  h(
    'section.way',
    null,
    h('h4', null, say('path', path)),
    h(
      'ol.steps',
      null,
      [...steps]
        .sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : firstDay(a) > firstDay(b) ? 1 : 0))
        .map((step) => h('li', null, h('span.way-day', null, between(step)), h('span', null, say('way', step.code)))),
    ),
    h('p.hint', null, [...new Set(steps.map((step) => sourceName(step.reference, terms)))].join(t('list.pause'))),
  );

/** Where a step stands among the others; one without a day is last. @param {WayStep} step */
const firstDay = ({ possible, guaranteed }) => possible ?? guaranteed ?? '9';

/** @param {WayStep} step */
function between({ possible, guaranteed }) {
  if (possible && guaranteed && possible !== guaranteed) {
    return t('help.between', { possible: dayAndWeekday(possible), guaranteed: dayAndWeekday(guaranteed) });
  }
  if (!possible && guaranteed) return t('help.untilDay', { day: dayAndWeekday(guaranteed) });
  return possible ? dayAndWeekday(possible) : t('help.noDay');
}

/** What to have ready; what is ticked goes into the text. @param {Setback} one @param {State} state @param {Actions} act */
function checks(one, state, act) {
  const done = state.help?.done ?? [];
  return h(
    'ul.checks',
    null,
    checklist(one).map((item) => {
      const id = `help-check-${item}`;
      const change = () =>
        act.help({ done: done.includes(item) ? done.filter((other) => other !== item) : [...done, item] });
      const box = h('input', { id, type: 'checkbox', checked: done.includes(item), data: { k: id }, on: { change } });
      return h('li.check', null, box, h('label', { for: id }, say('help.check', item)));
    }),
  );
}

/** The text, which may be changed before it is copied. @param {Setback} one @param {State} state @param {Actions} act */
function letterBox(one, state, act) {
  const written = letter(one, state);
  const rows = written.split('\n').length + 4;
  const on = { input: (/** @type {any} */ { target }) => act.help({ letter: target.value }) };
  const area = make(
    h('textarea', { id: 'help-letter', rows, value: state.help?.letter ?? written, data: { k: 'help-letter' }, on }),
  );
  const again = () => {
    act.help({ letter: null });
    area.value = written;
  };
  return [
    h('label.h3', { for: 'help-letter' }, t('help.letter')),
    h('p.hint', null, t('help.letterHint')),
    area,
    h(
      'div.buttons',
      null,
      h('button.primary', { type: 'button', data: { k: 'help-copy' }, on: { click: () => copy(area, act) } }, t('help.copy')),
      h('button.quiet', { type: 'button', data: { k: 'help-again' }, on: { click: again } }, t('help.again')),
    ),
  ];
}

/** Copies the text, or selects it where the browser does not let the page copy. @param {HTMLTextAreaElement} area @param {Actions} act */
async function copy(area, act) {
  try {
    await navigator.clipboard.writeText(area.value);
    act.say('help.copied');
  } catch {
    area.focus();
    area.select();
    act.say('help.copyBySelf');
  }
}

/** Telephone lines, as the sources give them. @param {Product | null} terms */
function lines(terms) {
  const list = terms?.services ?? [];
  if (!list.length) return null;
  return [
    h('h3', null, t('help.lines')),
    h(
      'ul.sources',
      null,
      list.map(({ number, note, source }) =>
        h(
          'li',
          null,
          h('a', { href: `tel:${number.replaceAll('-', '')}` }, number),
          h('span.note', null, textOf(note)),
          h('span.note', null, sourceName({ source }, terms)),
        ),
      ),
    ),
  ];
}

/** What articles say besides, and where they do not agree. @param {Product | null} terms */
function claims(terms) {
  const split = terms?.disagreements.find(({ id }) => id === DISAGREEMENT);
  const wanted = [...CLAIMS, ...(split?.claims ?? [])];
  const list = wanted.flatMap((id) => terms?.claims.filter((claim) => claim.id === id) ?? []);
  if (!list.length) return null;
  return h(
    'details',
    { data: { k: 'help-claims' } },
    h('summary', { data: { k: 'help-claims-summary' } }, t('help.claims')),
    h('p.hint', null, t('help.claimsHint')),
    h(
      'ul.sources',
      null,
      list.map((claim) => h('li', null, textOf(claim.text), h('span.note', null, sourceName(claim, terms)))),
      split ? h('li', null, textOf(split.text)) : null,
    ),
  );
}
