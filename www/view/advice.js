// @ts-check
// The engine's remarks on habits and its days worth remembering, in words.
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

/** Days to remember, from the day of the report on. @param {Report} report */
export function reminders(report) {
  const today = report.asOf?.date ?? '';
  const ahead = report.reminders.filter(({ date }) => date >= today);
  if (!ahead.length) return null;
  return h(
    'details',
    { data: { k: 'reminders' } },
    h('summary', null, t('reminder.title')),
    h('ul.facts', {
      folded: () =>
        ahead.map(({ date, kind, figures }) =>
          h(
            'li',
            null,
            h('span', null, t(`reminder.${kind}`, inWords(figures))),
            h('span.row-note.end', null, dayAndWeekday(date)),
          ),
        ),
    }),
  );
}
