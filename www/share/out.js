// @ts-check
// What can be taken away of a scenario: its link, and files of it and of its report.
// It sends nothing anywhere: a file goes to the person's own disk.

import { use } from '../engine.js';

/** @typedef {import('../pkg/yuefu.js').Report} Report */

export const TABLES = /** @type {const} */ (['bills', 'plans', 'refunds', 'limit', 'journal']);

/** The page's address with a code behind the `#`, which browsers send to nobody. @param {string} code */
export const linkTo = (code) => `${location.href.split(/[?#]/)[0]}#s=${code}`;

/** The scenario as a file. @param {any} scenario */
export const saveScenario = (scenario) =>
  save(`yuefu-${dayOf(scenario)}.json`, 'application/json', `${JSON.stringify(scenario, null, 2)}\n`);

/** Day of the last event, for a file's name. @param {any} scenario */
const dayOf = (scenario) =>
  scenario.today ??
  scenario.events
    .map((/** @type {any} */ event) => event.date)
    .sort()
    .at(-1) ??
  'empty';

/** The whole report as a file. @param {Report} report */
export const saveReport = (report) =>
  save(`yuefu-report-${asOf(report)}.json`, 'application/json', `${JSON.stringify(report, null, 2)}\n`);

/** @param {Report} report @param {typeof TABLES[number]} table @param {any} locale */
export function saveTable(report, table, locale) {
  const { value } = use((wasm) => wasm.toCsv(report, table, locale));
  if (value !== undefined) save(`yuefu-${table}-${asOf(report)}.csv`, 'text/csv', value);
}

/** @param {Report} report @param {any} locale */
export function saveCalendar(report, locale) {
  const { value } = use((wasm) => wasm.toCalendar(report, locale));
  if (value !== undefined) save(`yuefu-${asOf(report)}.ics`, 'text/calendar', value);
}

/** @param {Report} report */
const asOf = (report) => report.asOf?.date ?? 'empty';

/** Gives a text to the browser to keep as a file. @param {string} name @param {string} type @param {string} text */
function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Copies what a field holds; selects it, so that it can be copied by hand where that fails. @param {any} field @returns {Promise<boolean>} */
export async function copy(field) {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return document.execCommand('copy');
  }
}
