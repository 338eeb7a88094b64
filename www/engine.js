// @ts-check
// The one door to the engine: loads the WebAssembly module and turns what it throws into values.
// It computes nothing and keeps nothing but the module and the products' terms.

/** @typedef {import('./pkg/yuefu.js').Report} Report */
/** @typedef {import('./pkg/yuefu.js').Product} Product */
/** @typedef {import('./pkg/yuefu.js').YuefuError} YuefuError */

/** @type {typeof import('./pkg/yuefu.js')} */
let wasm;
/** @type {Map<string, Product | null>} */
const terms = new Map();

/** Loads the module. @returns {Promise<void>} */
export async function load() {
  const module = await import('./pkg/yuefu.js');
  await module.default();
  wasm = module;
}

/**
 * Runs a scenario.
 * @param {import('./pkg/yuefu.js').Scenario} scenario
 * @returns {{ report?: Report, error?: YuefuError, fault?: string }}
 */
export const simulate = (scenario) => caught(() => ({ report: wasm.simulate(scenario) }));

/**
 * What the module gives, or what it threw instead; for the parts that are loaded later.
 * @template T
 * @param {(wasm: typeof import('./pkg/yuefu.js')) => T} ask
 * @returns {{ value?: T, error?: YuefuError, fault?: string }}
 */
export const use = (ask) => caught(() => ({ value: ask(wasm) }));

/** What was asked, or what was thrown instead. @template T @param {() => T} ask @returns {T | { error: YuefuError } | { fault: string }} */
function caught(ask) {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Error && error.name === 'YuefuError') return { error: /** @type {YuefuError} */ (error) };
    console.error(error);
    return { fault: String(error) };
  }
}

/** The shipped products. */
export const products = () => wasm.products();

/** The terms of a product, or null where there is none of that id. @param {string} id @returns {Product | null} */
export function product(id) {
  if (!terms.has(id)) terms.set(id, use((wasm) => wasm.product(id)).value ?? null);
  return terms.get(id) ?? null;
}

/** Versions of engine and data. */
export const version = () => wasm.version();
