// @ts-check
// What someone pastes, picks or follows → a scenario with its notes, or a sentence that says why there is none.
// It keeps nothing and shows nothing; whether a scenario holds is the engine's word.

import { say, t } from '../i18n.js';
import { use } from '../engine.js';

/** @typedef {import('../pkg/yuefu.js').Scenario} Scenario */
/** @typedef {import('../pkg/yuefu.js').CodeNote} CodeNote */
/** @typedef {import('../pkg/yuefu.js').YuefuError} YuefuError */
/** @typedef {{ scenario: Scenario, notes: CodeNote[] } | { problem: string }} Read */

/** Characters that are taken at most; a scenario of as many events as the engine takes has fewer. */
export const MOST = 12_000_000;
const FORMAT = /^yuefu\.scenario\/(\d+)$/;

/** @param {string} text  a link, a code, or the text of a file @returns {Read} */
export function read(text) {
  if (text.length > MOST) return { problem: t('open.tooBig') };
  const plain = text.trim();
  if (plain === '') return { problem: t('open.empty') };
  if (/^[{[]/.test(plain)) return fromJson(plain);
  const code = codeIn(plain);
  return code ? decoded(code) : { problem: t('open.foreign') };
}

/** The code of a link, in whatever stands around it, or the code alone. @param {string} text */
function codeIn(text) {
  const linked = /#s=([\w-]+)/.exec(text);
  if (linked) return linked[1];
  const joined = text.replace(/\s+/g, '');
  return /^[\w-]{8,}$/.test(joined) ? joined : '';
}

/** @param {string} code @returns {Read} */
function decoded(code) {
  const { value, error, fault } = use((wasm) => wasm.decodeScenario(code));
  if (value) return value;
  return { problem: error ? say('error', error.code) : t('open.fault', { fault: fault ?? '' }) };
}

/** @param {string} text @returns {Read} */
function fromJson(text) {
  /** @type {any} */
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: t('open.notJson') };
  }
  const version = FORMAT.exec(json?.format)?.[1];
  if (String(json?.format).startsWith('yuefu.report/')) return { problem: t('open.isReport') };
  if (version === undefined) return { problem: t('open.foreign') };
  if (version !== '1') return { problem: t(version === '0' ? 'open.older' : 'open.newer') };
  // A code stands for every scenario that can be simulated, and for no other; decoded, it has one spelling.
  const { value, error, fault } = use((wasm) => wasm.encodeScenario(json));
  if (value) return decoded(value);
  return { problem: error ? located(error, json) : t('open.fault', { fault: fault ?? '' }) };
}

/** What the engine refuses, and where. @param {YuefuError} error @param {any} json */
function located({ code, path }, json) {
  const [, first, index, field] = path.split('/');
  const why = say('error', code);
  if (first === 'events' && index !== undefined) {
    return t('open.atEvent', { n: Number(index) + 1, of: json.events?.length ?? '', field: field ?? '', why });
  }
  return first ? t('open.atField', { field: first, why }) : why;
}
