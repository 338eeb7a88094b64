// The worker's side of worker.js: loads the engine and answers one call after the other. It is shipped as a script that
// is whole in itself.
// What is not here: which functions a page may call, which worker.js lists.

import init, * as engine from './yuefu.js';

/** @type {Promise<unknown> | undefined} */
let loaded;

addEventListener('message', async ({ data }) => {
  const { id, name, given, source } = data;
  try {
    await (loaded ??= init({ module_or_path: source }));
    postMessage({ id, value: name === undefined ? undefined : plain(engine[name](...given)) });
  } catch (error) {
    const { name: kind, message, code, path, hint } = error;
    postMessage({ id, error: { name: kind, message, code, path, hint } });
  }
});

/** A result as data that can be posted: what is worked out when it is asked for is asked for here. */
function plain(value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const asked = ['why', 'report'].filter((name) => name in value);
  return { ...value, ...Object.fromEntries(asked.map((name) => [name, plain(value[name])])) };
}
