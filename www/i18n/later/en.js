// The words in English of what is loaded when it is first opened, each part in a file of its own.
// It is not the words that the page starts with; those are one folder up.

import ask from './en.ask.js';
import compare from './en.compare.js';
import cost from './en.cost.js';
import help from './en.help.js';
import menu from './en.menu.js';
import share from './en.share.js';
import shelf from './en.shelf.js';
import why from './en.why.js';

export default { ...why, ...cost, ...help, ...share, ...ask, ...compare, ...menu, ...shelf };
