// @ts-check
// The one door to the engine: loads the WebAssembly module and turns what it throws into values.
// It computes nothing and keeps nothing but the module and the products' terms.

/** @type {any} */
let wasm = null;
/** @type {Map<string, any>} */
const terms = new Map();

/** Loads the module. @returns {Promise<void>} */
export async function load() {
  const module = await import('./pkg/yuefu.js');
  await module.default();
  wasm = module;
}

/**
 * Runs a scenario.
 * @param {object} scenario
 * @returns {{ report?: any, error?: any, fault?: string }}
 */
export function simulate(scenario) {
  try {
    return { report: wasm.simulate(scenario) };
  } catch (error) {
    if (error instanceof Error && error.name === 'YuefuError') return { error };
    console.error(error);
    return { fault: String(error) };
  }
}

/** The shipped products. @returns {any[]} */
export const products = () => wasm.products();

/** The terms of a product, or null where there is none of that id. @param {string} id */
export function product(id) {
  if (!terms.has(id)) {
    try {
      terms.set(id, wasm.product(id));
    } catch {
      terms.set(id, null);
    }
  }
  return terms.get(id);
}

/** Versions of engine and data. @returns {any} */
export const version = () => wasm.version();
