// The package as one file with the module inside, for hosts that serve no `.wasm` and for policies without
// `connect-src`. It is a third larger than the two files apart, and compiled only once it has been read whole.
// What is not here: streaming.

import load from './yuefu.js';
import module from './yuefu_bg.wasm';

export * from './yuefu.js';

/** Compiles the module that is in this file. */
export default async function init() {
  await load({ module_or_path: module });
}
