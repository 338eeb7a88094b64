// @ts-check
// The engine's remarks on habits, its ways back from a freeze or a cut, and its days worth remembering, in words.
// Thresholds and days are the engine's; none is known here.

import { h } from '../dom.js';
import { t, say } from '../i18n.js';
import { dayAndWeekday, money, month, percent } from '../format.js';
import { badge } from './parts.js';

/** @typedef {import('../pkg/yuefu.js').Report} Report */

/** @type {Record<string, string>} */
const TONE = { info: 'plain', warning: 'warn', danger: 'bad' };

/** A figure of the engine in words, by its name and form. @param {string} name @param {string} value */
export function figureWords(name, value) {
  if (name === 'share') return percent(value, 0, 2);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dayAndWeekday(value);
  if (/^\d{4}-\d{2}$/.test(value)) return month(value);
  return /^-?\d+\.\d{2}$/.test(value) ? money(value) : value;
}

/** @param {object | undefined} figures @returns {Record<string, string>} */
function inWords(figures) {
  return Object.fromEntries(Object.entries(figures ?? {}).map(([name, value]) => [name, figureWords(name, value)]));
}

/** @param {Report} report */
export const remarks = (report) =>
  report.advisories.map(({ code, severity, date, figures }) =>
    h(
      'li',
      null,
      h(
        'p.row',
        null,
        badge(TONE[severity], say('severity', severity)),
        h('span.row-note.end', null, dayAndWeekday(date)),
      ),
      h('p', null, t(`advisory.${code}`, inWords(figures))),
    ),
  );

/** What can be done about each freeze and each cut. @param {Report} report */
export const waysBack = (report) =>
  report.recovery.map(({ from, freeze, path, date, steps }) =>
    h(
      'details',
      { data: { k: `way-${from}-${freeze}-${path}-${date}` } },
      h(
        'summary',
        null,
        t('way.title', { what: freeze ? say('freeze', freeze) : say('cause', 'limitCut'), path: say('path', path) }),
      ),
      h('p.hint', null, t('way.hint')),
      h(
        'ol.facts',
        null,
        steps.map(({ code, possible, guaranteed }) =>
          h('li', null, h('span', null, say('way', code)), h('span.row-note.end', null, between(possible, guaranteed))),
        ),
      ),
    ),
  );

/** @param {string | undefined} possible @param {string | undefined} guaranteed */
function between(possible, guaranteed) {
  if (possible && guaranteed && possible !== guaranteed) {
    return t('way.between', { possible: dayAndWeekday(possible), guaranteed: dayAndWeekday(guaranteed) });
  }
  const day = guaranteed ?? possible;
  return day ? dayAndWeekday(day) : t('way.noDay');
}

/** Days to remember, from the day of the report on. @param {Report} report */
export function reminders(report) {
  const today = report.asOf?.date ?? '';
  const ahead = report.reminders.filter(({ date }) => date >= today);
  if (!ahead.length) return null;
  return h(
    'details',
    { data: { k: 'reminders' } },
    h('summary', null, t('reminder.title')),
    h(
      'ul.facts',
      null,
      ahead.map(({ date, kind, figures }) =>
        h(
          'li',
          null,
          h('span', null, t(`reminder.${kind}`, inWords(figures))),
          h('span.row-note.end', null, dayAndWeekday(date)),
        ),
      ),
    ),
  );
}
