// @ts-check
// What a person may want the limit back from: each freeze and each cut of a report, with its ways back and what to have ready.
// It takes every day and amount from the report.

import { say } from '../i18n.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../pkg/yuefu.js').WayBack} WayBack */
/** @typedef {import('../pkg/yuefu.js').FreezeKind} FreezeKind */
/**
 * @typedef {object} Setback
 * @property {string} key
 * @property {string} date  day on which it began
 * @property {FreezeKind | undefined} freeze  kind of the freeze; none for a cut
 * @property {string} name
 * @property {WayBack[]} ways
 * @property {boolean} needsAppeal  whether its end has no day before an appeal
 */

/** The setbacks of the report, in its order. @param {State} state @returns {Setback[]} */
export function setbacks({ result: { report } }) {
  /** @type {Map<string, Setback>} */
  const found = new Map();
  for (const way of report?.recovery ?? []) {
    const { from, freeze, date } = way;
    const key = `${from}-${freeze ?? ''}-${date}`;
    const known = found.get(key);
    if (known) known.ways.push(way);
    else {
      const name = freeze ? say('freeze', freeze) : say('cause', 'limitCut');
      const frozen = report?.freezes.find((one) => one.kind === freeze && one.from === date);
      const needsAppeal = frozen?.condition === 'appeal' && !frozen.guaranteed;
      found.set(key, { key, date, freeze, name, ways: [way], needsAppeal });
    }
  }
  return [...found.values()];
}

/** What to have ready, by what happened. @type {Record<string, string[]>} */
const READY = {
  permanent: ['order', 'slip', 'identity'],
  overdue: ['repaid', 'income'],
  violation: ['repaid', 'income', 'identity'],
  cut: ['repaid', 'income', 'identity'],
};
const OTHERS = ['order', 'device', 'identity', 'income'];

/** @param {Setback} setback */
export const checklist = ({ freeze }) => READY[freeze ?? 'cut'] ?? OTHERS;
