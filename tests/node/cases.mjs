// The cases of tests/scenarios and tests/calls, and the way expectations are held against results.
//
// The meaning of a case is written at the head of tests/scenarios.rs. What is not here: any expected figure.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The field by which an entry of a list is found. */
const KEYS = {
  bills: 'month',
  plans: 'id',
  refunds: 'event',
  outcomes: 'event',
  rows: 'n',
  limit: 'at',
  settleEarly: 'afterRow',
  items: 'id',
  contingent: 'id',
  thresholds: 'id',
  inputs: 'name',
  figures: 'name',
  reference: 'key',
  notApplied: 'rule',
};

/** Every case: its name and what it holds. */
export function* cases() {
  for (const folder of ['../scenarios/', '../calls/']) {
    const place = fileURLToPath(new URL(folder, import.meta.url));
    if (!existsSync(place)) continue;
    for (const name of readdirSync(place, { recursive: true }).sort()) {
      if (name.endsWith('.json')) yield { name, ...JSON.parse(readFileSync(`${place}${name}`, 'utf8')) };
    }
  }
}

/** What a function gives, or its error as cases expect it. */
export function outcome(call) {
  try {
    return call();
  } catch (error) {
    if (error?.name !== 'YuefuError') throw error;
    const { code, path, message, hint } = error;
    return { error: { code, path, message, hint } };
  }
}

/**
 * What of `expected` does not hold in `actual`: one line each, with the place.
 * In the place of a key of an explanation stands the explanation.
 */
export function differences(expected, actual, place = '', name = '', reasons = actual?.why) {
  if (expected === null) return actual == null ? [] : [`${place}: expected nothing, got ${JSON.stringify(actual)}`];
  if (name === 'error' && expected === true) return actual ? [] : [`${place}: expected an error`];
  if (typeof expected !== 'object' || actual == null) return sameValue(expected, actual, place);
  if (Array.isArray(expected)) return lists(expected, actual, place, name, reasons);
  if ('approx' in expected) {
    return Math.abs(expected.approx - Number(actual)) < 1e-6 ? [] : [`${place}: expected ${expected.approx}, got ${actual}`];
  }
  return Object.entries(expected).flatMap(([key, value]) => {
    if (key === 'at') return [];
    if (key === 'count' && place === '') return counts(value, actual);
    const given = key === 'why' && typeof actual.why === 'string' ? reasons?.[actual.why] : actual[key];
    return differences(value, given, `${place}/${key}`, key, reasons);
  });
}

function sameValue(expected, actual, place) {
  return expected === actual ? [] : [`${place}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`];
}

function counts(expected, actual) {
  return Object.entries(expected).flatMap(([list, count]) => sameValue(count, actual[list]?.length, `/count/${list}`));
}

function lists(expected, actual, place, name, reasons) {
  const key = KEYS[name];
  if (!key) {
    if (expected.length !== actual.length) return sameValue(expected.length, actual.length, `${place}/length`);
    return expected.flatMap((item, index) => differences(item, actual[index], `${place}/${index}`, '', reasons));
  }
  return expected.flatMap((item) => {
    const find = (entry) => (key === 'at' ? entry.date <= item.at : entry[key] === item[key]);
    const entry = key === 'at' ? actual.findLast(find) : actual.find(find);
    const at = `${place}[${item[key]}]`;
    return entry ? differences(item, entry, at, '', reasons) : [`${at}: there is none`];
  });
}
