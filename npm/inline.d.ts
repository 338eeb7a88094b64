// The types of inline.js: those of the package, and the loading of what is inside. What is not here: any type of its own.

export * from './yuefu.js';

/** Compiles the module that is in this file; nothing is fetched. */
export default function init(source?: unknown): Promise<void>;
