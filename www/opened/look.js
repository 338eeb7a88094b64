// @ts-check
// A scenario that was read, made ready to be looked at: as a draft with its report and what is to be said about it.
// It changes nothing of one's own.

import { say, t } from '../i18n.js';
import { emptyDraft } from '../draft.js';
import { fromScenario } from '../from-scenario.js';

/** @typedef {import('../pkg/yuefu.js').Scenario} Scenario */
/** @typedef {import('../pkg/yuefu.js').CodeNote} CodeNote */
/** @typedef {import('../store.js').Opened} Opened */

/**
 * @param {{ scenario: Scenario, notes: CodeNote[] }} read
 * @param {(id: string) => import('../pkg/yuefu.js').Product | null} product
 * @param {(draft: import('../draft.js').Draft) => import('../store.js').Result} run
 * @returns {Opened | { problem: string }}
 */
export function look({ scenario, notes }, product, run) {
  const known = product(scenario.product);
  const base = known ? scenario : { ...scenario, product: emptyDraft().product, overrides: {} };
  const draft = fromScenario(base, product(base.product));
  const result = run(draft);
  if (result.error) return { problem: say('error', result.error.code) };
  if (result.fault) return { problem: t('open.fault', { fault: result.fault }) };
  return { draft, result, notes };
}
