// The engine in a worker, so that a long scenario never holds up a page: every function, as a promise.
// What is not here: `Simulation`, whose edits belong beside what keeps it.

const NAMES = [
  'addWorkingDays',
  'addWorkingDaysMany',
  'annualRate',
  'compare',
  'decodeScenario',
  'encodeScenario',
  'isWorkingDay',
  'product',
  'products',
  'quote',
  'schema',
  'simulate',
  'solve',
  'toCalendar',
  'toCsv',
  'version',
  'workingYears',
];

// Bundlers find both files by these lines. The thread is whole in itself, so it may be copied like a picture.
const THREAD = new URL('./thread.js', import.meta.url);
const MODULE = new URL('./yuefu_bg.wasm', import.meta.url);

/** The thread's address as a page must name it that asks for trusted types; the policy knows this address only. */
function threadAddress() {
  const policy = globalThis.trustedTypes?.createPolicy('yuefu', { createScriptURL: () => THREAD.href });
  return policy ? policy.createScriptURL('') : THREAD.href;
}

/**
 * Starts a worker and waits until the engine is there.
 * @param {{ worker?: Worker, source?: string | URL | WebAssembly.Module }} [options]
 */
export async function openWorker({ worker, source = MODULE } = {}) {
  const thread = worker ?? new Worker(threadAddress());
  const calls = callsOf(thread);
  await calls.post({ source: source instanceof URL ? source.href : source });
  const engine = NAMES.map((name) => [name, (...given) => calls.post({ name, given })]);
  return { ...Object.fromEntries(engine), close: calls.close };
}

/** Sends calls to a worker and settles each with its answer. @param {Worker} thread */
function callsOf(thread) {
  const waiting = new Map();
  let next = 0;
  const end = (error) => {
    thread.terminate();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  thread.addEventListener('message', ({ data: { id, value, error } }) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call?.reject(Object.assign(new Error(error.message), defined(error)));
    else call?.resolve(value);
  });
  thread.addEventListener('error', ({ message }) => end(new Error(message || 'the worker could not be loaded')));
  const post = (call) =>
    new Promise((resolve, reject) => {
      waiting.set((next += 1), { resolve, reject });
      thread.postMessage({ id: next, ...call });
    });
  return { post, close: () => end(new Error('the worker was closed')) };
}

/** The fields that are there. @param {Record<string, unknown>} fields */
const defined = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
