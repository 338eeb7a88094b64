// The types of worker.js: every function as a promise. What is not here: the shapes, which are those of the package.

import type * as yuefu from './yuefu.js';

/** The functions that a worker answers. */
type Names =
    | 'addWorkingDays' | 'addWorkingDaysMany' | 'annualRate' | 'compare' | 'decodeScenario' | 'encodeScenario'
    | 'isWorkingDay' | 'product' | 'products' | 'quote' | 'schema' | 'simulate' | 'solve' | 'toCalendar' | 'toCsv'
    | 'version' | 'workingYears';

/** Every function of the package as a promise, and `close`. */
export type Engine = {
    [K in Names]: (...given: Parameters<typeof yuefu[K]>) => Promise<ReturnType<typeof yuefu[K]>>;
} & {
    /** Ends the worker; what was not answered yet is rejected. */
    close(): void;
};

export interface WorkerOptions {
    /** A worker that runs `yuefu/thread`; without it one is started. */
    worker?: Worker;
    /** Where the module is, or the module itself; without it, beside the worker's script. */
    source?: string | URL | WebAssembly.Module;
}

/**
 * Starts a worker and waits until the engine is there.
 *
 * @throws Error where the worker or the module cannot be loaded
 */
export function openWorker(options?: WorkerOptions): Promise<Engine>;

export type * from './yuefu.js';
