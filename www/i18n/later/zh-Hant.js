// The words in traditional Chinese of what is loaded when it is first opened, each part in a file of its own.
// It is not the words that the page starts with; those are one folder up.

import ask from './zh-Hant.ask.js';
import compare from './zh-Hant.compare.js';
import cost from './zh-Hant.cost.js';
import help from './zh-Hant.help.js';
import menu from './zh-Hant.menu.js';
import share from './zh-Hant.share.js';
import shelf from './zh-Hant.shelf.js';
import why from './zh-Hant.why.js';

export default { ...why, ...cost, ...help, ...share, ...ask, ...compare, ...menu, ...shelf };
