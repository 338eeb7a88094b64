// @ts-check
// What did not go through, what is frozen, and what the engine remarks on, each with its reason.
// It gives no advice of its own.

import { fill, h } from '../dom.js';
import { t, say } from '../i18n.js';
import { dayAndWeekday } from '../format.js';
import { eventTitle } from '../names.js';
import { figureWords, remarks, reminders } from './advice.js';
import { badge, cardHead, whyButton } from './parts.js';
import { passes } from './answer.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */
/** @typedef {import('../pkg/yuefu.js').Outcome} Outcome */
/** @typedef {import('../pkg/yuefu.js').Freeze} Freeze */

/** Figures that tell something about a refusal. @type {Record<string, string[]>} */
const TELLING = {
  overLimit: ['amount', 'available'],
  periodsNotOffered: ['amount', 'periods'],
  exceedsConvertible: ['amount', 'convertible'],
  outstandingBalance: ['outstanding'],
};

/** @param {HTMLElement} element @param {State} state @param {Actions} act */
export function notes(element, state, act) {
  const { report, keys, draft } = state.result;
  element.hidden = !report?.run;
  if (!report?.run || !draft) return fill(element);
  const refused = report.outcomes.filter((outcome) => outcome.status === 'refused');
  const items = [
    ...refused.map((outcome) => {
      const event = draft.events.find((one) => one.key === keys[outcome.event]);
      return refusal(outcome, event ? eventTitle(draft, event) : '', act);
    }),
    ...report.freezes.map((freeze) => freezeNote(freeze, act)),
    ...remarks(report),
  ];
  fill(
    element,
    cardHead(t('notes.title')),
    items.length ? h('ul.notes', null, items) : h('p.hint', null, t('notes.nothing')),
    reminders(report),
  );
}

/** @param {Outcome} outcome @param {string} title @param {Actions} act */
function refusal(outcome, title, act) {
  const { code = '', date, why } = outcome;
  const wouldPass = passes(outcome);
  /** @type {Record<string, string>} */
  const given = /** @type {any} */ (outcome.figures ?? {});
  const figures = (TELLING[code] ?? [])
    .filter((name) => given[name])
    .map((name) => t(`figure.${name}`, { value: figureWords(name, given[name]) }));
  return h(
    'li',
    null,
    h(
      'p.row',
      null,
      h('span.row-main', null, title, ' ', badge('bad', t('notes.refused'))),
      h('span.row-note.end', null, dayAndWeekday(date)),
    ),
    h('p', null, t('notes.because', { why: say('outcome', code) })),
    wouldPass ? h('p', null, wouldPass) : null,
    h('p.hint', null, say('remedy', code)),
    figures.length ? h('p.hint', null, figures.join(t('list.comma'))) : null,
    whyButton(why, act, title),
  );
}

/** @param {Freeze} freeze @param {Actions} act */
function freezeNote(freeze, act) {
  const name = say('freeze', freeze.kind);
  return h(
    'li',
    null,
    h(
      'p.row',
      null,
      h('span.row-main', null, name, ' ', badge('warn', t('notes.frozen'))),
      h('span.row-note.end', null, t('notes.from', { day: dayAndWeekday(freeze.from) })),
    ),
    h('p', null, ends(freeze)),
    h(
      'div.buttons',
      null,
      whyButton(freeze.why, act, name),
      h('button.quiet', { type: 'button', on: { click: () => toHelp(freeze, act) } }, t('help.open')),
    ),
  );
}

/** Opens the help about a freeze and goes there. @param {Freeze} freeze @param {Actions} act */
function toHelp(freeze, act) {
  act.help({ view: 'way', about: `freeze-${freeze.kind}-${freeze.from}`, done: [], letter: null });
  document.getElementById('help')?.scrollIntoView();
}

/** @param {Freeze} freeze */
function ends({ possible, guaranteed, condition }) {
  if (possible && guaranteed && possible !== guaranteed) {
    return t('notes.endsBetween', { possible: dayAndWeekday(possible), guaranteed: dayAndWeekday(guaranteed) });
  }
  if (guaranteed) return t('notes.endsOn', { day: dayAndWeekday(guaranteed) });
  return condition ? say('until', condition) : t('notes.endOpen');
}
