// The package's types as a user's compiler sees them: checked by `tsc`, never run.

import init, { initSync, version } from '../../pkg/yuefu.js';
import type { InitInput } from '../../pkg/yuefu.js';
import * as yuefu from '../../pkg/yuefu.js';

// Every source that init takes.
const sources: InitInput[] = ['yuefu_bg.wasm', new URL('https://example.org/yuefu_bg.wasm'), new Uint8Array()];
for (const source of sources) void init({ module_or_path: source });
initSync({ module: new Uint8Array() });

type IsAny<T> = 0 extends 1 & T ? true : false;

/** The names of exported functions that take or give `any`. */
type Loose<M> = {
  [K in keyof M]: M[K] extends (...given: infer A) => infer R
    ? true extends IsAny<R> | IsAny<A[keyof A & number]>
      ? K
      : never
    : never;
}[keyof M];

// An error here names the functions whose types are not exact.
const loose: Loose<typeof yuefu>[] = [];
const none: never[] = loose;

// @ts-expect-error A version is not a number.
const wrong: number = version();

export { none, wrong };
