// The package in Node.js: the module is read from its file when the package is imported, so that nothing has to be
// awaited. `node.cjs` is made from this file. What is not here: anything that a browser loads.

import { readFileSync } from 'node:fs';
import { initSync } from './yuefu.js';

export * from './yuefu.js';

initSync({ module: readFileSync(new URL('./yuefu_bg.wasm', import.meta.url)) });

/** Does nothing: all is there already. Kept so that one text runs here and in a browser. */
export default async function init() {}
