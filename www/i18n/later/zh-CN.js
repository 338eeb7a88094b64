// The words in simplified Chinese of what is loaded when it is first opened, each part in a file of its own.
// It is not the words that the page starts with; those are one folder up.

import ask from './zh-CN.ask.js';
import compare from './zh-CN.compare.js';
import cost from './zh-CN.cost.js';
import help from './zh-CN.help.js';
import menu from './zh-CN.menu.js';
import share from './zh-CN.share.js';
import shelf from './zh-CN.shelf.js';
import why from './zh-CN.why.js';

export default { ...why, ...cost, ...help, ...share, ...ask, ...compare, ...menu, ...shelf };
