// The words in simplified Chinese of what is loaded when it is first opened, each part in a file of its own.
// It is not the words that the page starts with; those are one folder up.

import cost from './zh-CN.cost.js';
import help from './zh-CN.help.js';
import shelf from './zh-CN.shelf.js';
import why from './zh-CN.why.js';

export default { ...why, ...cost, ...help, ...shelf };
