// The end of the types of Node.js, after those of the package. What is not here: what a browser loads the module with.

/** Does nothing: in Node.js all is there once the package is. Kept so that one text runs here and in a browser. */
export default function init(source?: unknown): Promise<void>;
