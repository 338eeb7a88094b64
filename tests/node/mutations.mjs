// Scenarios spoilt at random, from a seed: the same seed gives the same inputs on every machine.
//
// What is not here: what must become of them.

/** Numbers from 0 up to a bound, from a seed (mulberry32). @param {number} seed @returns {(bound: number) => number} */
export function randomFrom(seed) {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

const WORDS = [
  'format', 'yuefu.scenario/1', 'product', 'huabei', 'overrides', 'plan.3.rate', 'creditLimit', '10000.00', 'today',
  'until', '2025-03-10', '2024-02-30', '2099-12-31', '2004-01-01', '2100-01-01', 'assume', 'possible', 'habit', 'events',
  'type', 'purchase', 'refund', 'repayment', 'settleAll', 'convertBill', 'closeAccount', 'id', 'p1', 'date', 'amount',
  '0.01', '-1', '1e3', '10000000000.00', '10000000000.01', '00.10', '１００', 'periods', 'channel', 'target', 'unbilled',
  'bill', '2025-04', 'kind', 'limit', '__proto__', 'constructor', 'toString', 'a/b~c', '', ' ', '\0', '\ud800', '💳',
]; // prettier-ignore

const NUMBERS = [0, -0, 1, -1, 3, 12, 0.5, 1e21, 5e-324, NaN, Infinity, -Infinity, 2 ** 31, 2 ** 53, 2 ** 64];

/** Values that JSON writes as nothing or as null, or cannot write at all. @type {(() => unknown)[]} */
const ODD = [
  () => undefined,
  () => () => 1,
  () => Symbol('odd'),
  () => 10n,
  () => new Date(0),
  () => new Date(NaN),
  () => /x/,
  () => new Map([[1, 2]]),
  () => new String('2025-03-10'),
  () => new Array(5),
  () => ({ toJSON: () => '2025-03-10' }),
  () => ({ toJSON: () => undefined }),
  () => 'x'.repeat(201),
  () => '9'.repeat(5000),
  () => Array.from({ length: 200 }).reduce((inner) => [inner], []),
];

/** A value that may go anywhere: one of the above, or a part of the input. */
function anyValue(random, whole) {
  switch (random(10)) {
    case 0:
      return NUMBERS[random(NUMBERS.length)];
    case 1:
      return random(2) ? null : random(2) === 0;
    case 2:
      return random(2) ? {} : [];
    case 3:
      return ODD[random(ODD.length)]();
    case 4:
      return random(40000) / (random(4) ? 1 : 100);
    case 5:
      return `20${10 + random(60)}-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(31)).padStart(2, '0')}`;
    case 6:
      return `${random(100000)}.${random(1000)}`;
    case 7: {
      const places = placesOf(whole);
      if (places.length === 0) return null;
      const [inside, key] = places[random(places.length)];
      return copy(inside[key]);
    }
    default:
      return WORDS[random(WORDS.length)];
  }
}

/** What JSON makes of a part of the input; nothing where it cannot. */
function copy(value) {
  try {
    return JSON.parse(JSON.stringify(value));
  } catch {
    return null;
  }
}

/** Every object or list of the input with each of its keys. @returns {[any, string][]} */
function placesOf(value, found = /** @type {[any, string][]} */ ([])) {
  if (value === null || typeof value !== 'object' || value instanceof String) return found;
  for (const key of Object.keys(value)) {
    found.push([value, key]);
    if (found.length < 5000) placesOf(value[key], found);
  }
  return found;
}

/** A scenario with one to four faults. @param {unknown} scenario @param {(bound: number) => number} random */
export function spoilt(scenario, random) {
  const input = { whole: structuredClone(scenario) };
  for (let left = 1 + random(4); left > 0; left -= 1) change(input, random);
  return input.whole;
}

function change(input, random) {
  const places = placesOf(input);
  if (places.length === 0) return;
  const [inside, key] = places[random(places.length)];
  switch (random(5)) {
    case 0:
      delete inside[key];
      break;
    case 1: {
      const value = anyValue(random, input);
      const name = WORDS[random(WORDS.length)];
      // An own field by any name, as JSON.parse makes it.
      const own = { value, enumerable: true, configurable: true, writable: true };
      if (inside !== input) Object.defineProperty(inside, name, own);
      break;
    }
    case 2:
      if (Array.isArray(inside[key]) && inside[key].length) inside[key].push(inside[key][random(inside[key].length)]);
      break;
    case 3:
      if (Array.isArray(inside)) [inside[0], inside[key]] = [inside[key], inside[0]];
      break;
    default:
      inside[key] = anyValue(random, input);
  }
}
