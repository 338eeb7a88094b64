// Times of functions: the median and the best of many calls.
//
// What is not here: what is measured (see cases.mjs), and any limit on a time.

/** Milliseconds that one function is measured for, and the fewest and the most calls. */
const BUDGET = 400;
const [LEAST, MOST] = [5, 2000];
/** Milliseconds that calls are timed together for, at least. */
const BATCH = 3;

/** Median and best time of a call, in milliseconds. Calls faster than the clock are timed many at once. */
export function time(call) {
  const batch = batchOf(call);
  const times = [];
  const end = performance.now() + BUDGET;
  while (times.length < LEAST || (times.length < MOST && performance.now() < end)) {
    const start = performance.now();
    for (let i = 0; i < batch; i += 1) call();
    times.push((performance.now() - start) / batch);
  }
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1], best: times[0] };
}

/** So many calls that a browser's clock, which counts tenths of milliseconds, can tell them apart, after a warm-up. */
function batchOf(call) {
  for (let i = 0; i < 3; i += 1) call();
  for (let batch = 1; ; batch *= 4) {
    const start = performance.now();
    for (let i = 0; i < batch; i += 1) call();
    if (performance.now() - start > BATCH || batch > 10_000) return batch;
  }
}
