// @ts-check
// What did not go through, what is frozen, and what the engine remarks on, each with its reason.
// It gives no advice of its own.

import { fill, h } from '../dom.js';
import { has, t, say } from '../i18n.js';
import { dayAndWeekday, figure, money, percent } from '../format.js';
import { eventTitle } from '../names.js';
import { badge, cardHead, whyButton } from './parts.js';
import { passes } from './answer.js';

/** @typedef {import('../store.js').State} State */

/** @type {Record<string, string>} */
const TONE = { info: 'plain', warning: 'warn', danger: 'bad' };

/** Figures that tell something about a refusal. @type {Record<string, string[]>} */
const TELLING = {
  overLimit: ['amount', 'available'],
  periodsNotOffered: ['amount', 'periods'],
  exceedsConvertible: ['amount', 'convertible'],
  outstandingBalance: ['outstanding'],
};

/** @param {HTMLElement} element @param {State} state @param {any} act */
export function notes(element, state, act) {
  const { report, keys, draft } = state.result;
  const refused = report?.outcomes.filter((/** @type {any} */ outcome) => outcome.status === 'refused') ?? [];
  const frozen = report?.freezes ?? [];
  const remarks = report?.advisories.filter((/** @type {any} */ one) => has(`advisory.${one.code}`)) ?? [];
  element.hidden = refused.length + frozen.length + remarks.length === 0;
  if (element.hidden) return fill(element);
  fill(element,
    cardHead(t('notes.title')),
    h('ul.notes', null,
      refused.map((/** @type {any} */ outcome) => refusal(outcome, draft?.events.find((event) => event.key === keys[outcome.event]), state, act)),
      frozen.map((/** @type {any} */ freeze) => freezeNote(freeze, act)),
      remarks.map(remark)));
}

/** @param {any} outcome @param {any} event @param {State} state @param {any} act */
function refusal(outcome, event, state, act) {
  const title = event ? eventTitle(state.result.draft ?? state.draft, event) : '';
  const figures = (TELLING[outcome.code] ?? []).filter((name) => outcome.figures?.[name]);
  return h('li', null,
    h('p.row', null, h('span.row-main', null, title, ' ', badge('bad', t('notes.refused'))), h('span.row-note.end', null, dayAndWeekday(outcome.date))),
    h('p', null, t('notes.because', { why: say('outcome', outcome.code) }), passes(outcome)),
    h('p.hint', null, say('remedy', outcome.code)),
    figures.length ? h('p.hint', null, figures.map((name) => t(`figure.${name}`, { value: readable(outcome.figures[name]) })).join(t('list.comma'))) : null,
    whyButton(outcome.why, act, title));
}

/** A figure of the engine for people, by its form. @param {string} value */
function readable(value) {
  if (/^-?\d+\.\d{2}$/.test(value)) return money(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dayAndWeekday(value);
  return value;
}

/** @param {any} freeze @param {any} act */
function freezeNote(freeze, act) {
  const name = say('freeze', freeze.kind);
  return h('li', null,
    h('p.row', null, h('span.row-main', null, name, ' ', badge('warn', t('notes.frozen'))), h('span.row-note.end', null, t('notes.from', { day: dayAndWeekday(freeze.from) }))),
    h('p', null, ends(freeze)),
    whyButton(freeze.why, act, name));
}

/** @param {any} freeze */
function ends({ possible, guaranteed, condition }) {
  if (possible && guaranteed && possible !== guaranteed) {
    return t('notes.endsBetween', { possible: dayAndWeekday(possible), guaranteed: dayAndWeekday(guaranteed) });
  }
  if (guaranteed) return t('notes.endsOn', { day: dayAndWeekday(guaranteed) });
  return condition ? say('until', condition) : t('notes.endOpen');
}

/** @param {any} one */
function remark(one) {
  /** @type {Record<string, string>} */
  const values = {};
  for (const [name, value] of Object.entries(one.figures)) values[name] = advisoryFigure(name, String(value));
  return h('li', null,
    h('p.row', null, h('span.row-main', null, badge(TONE[one.severity] ?? 'plain', t(`severity.${one.severity}`))), h('span.row-note.end', null, dayAndWeekday(one.date))),
    h('p', null, t(`advisory.${one.code}`, values)));
}

/** @param {string} name @param {string} value */
const advisoryFigure = (name, value) => (/ratio|share|rate/i.test(name) && /^\d*\.\d+$/.test(value) ? percent(value, 0, 2) : /^-?\d+\.\d{2}$/.test(value) ? money(value) : figure(value));
