// The reports of scenarios as SHA-256 of their JSON text, wherever JavaScript runs: Node.js and browsers.
//
// What is not here: which scenarios, and what the hashes are held against.

/** The report of a scenario as JSON text, or its error. */
function textOf(engine, scenario) {
  try {
    return JSON.stringify(engine.simulate(scenario));
  } catch (error) {
    if (error?.name !== 'YuefuError') throw error;
    return JSON.stringify([error.code, error.path, error.message, error.hint]);
  }
}

/** A hash for each scenario. @param {any} engine @param {unknown[]} scenarios */
export async function hashes(engine, scenarios) {
  const found = [];
  for (const scenario of scenarios) {
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(textOf(engine, scenario))));
    found.push([...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  }
  return found;
}

/** Where and how this runs: proof that the settings have taken hold. */
export function place() {
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
  return { timeZone, language: globalThis.navigator?.language ?? locale, who: globalThis.navigator?.userAgent ?? 'node' };
}
