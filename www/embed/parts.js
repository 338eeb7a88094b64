// @ts-check
// The parts that views are made of: for each its element, what it depends on, and how it is drawn.
// Most are the page's own. What is not here: which view has which part.

import { closeBeside, fill, h } from '../dom.js';
import { t } from '../i18n.js';
import { answer, notOfficial } from '../view/answer.js';
import { summary } from '../view/summary.js';
import { limit, limitCursor } from '../view/limit.js';
import { bills } from '../view/bills.js';
import { refunds } from '../view/refunds.js';
import { plans } from '../view/plans.js';
import { help } from '../view/help.js';
import { notes } from '../view/notes.js';
import { foot, totals } from '../view/totals.js';
import { notice } from '../view/notice.js';
import { bar, events, presets } from '../editor/list.js';
import { settingsRow } from '../editor/settings.js';
import { sheet } from '../editor/sheet.js';
import { once } from '../later.js';
import { free, price, settle } from './answers.js';
import { toPage } from './link.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */
/** @typedef {{ terms: any, view: string, page: string, enter: () => void }} Around */
/**
 * @typedef {object} Part
 * @property {(act: Actions) => import('../dom.js').Sketch} sketch
 * @property {(state: State) => any[]} inputs
 * @property {(element: any, state: State, act: Actions, around: Around) => void} draw
 */

/** @param {State} state */
const report = ({ result }) => [result.report];
/** @param {State} state */
const reportAndWidth = ({ result, width }) => [result.report, width];
/** @param {string} id */
const card = (id) => () => h('section.card', { id });
/** @param {string} id */
const box = (id) => () => h('div', { id });

/** A dialog that closes by Escape, and by a press outside of it. @param {string} id @param {string} title @param {(act: Actions) => void} close */
const dialog = (id, title, close) => (/** @type {Actions} */ act) =>
  h('dialog.sheet', { id, 'aria-labelledby': title, on: { close: () => close(act), click: closeBeside } });

/** @type {Record<string, Part>} */
export const PARTS = {
  answer: {
    sketch: () => h('div.embed-answer'),
    inputs: ({ result, focus }) => [result, focus],
    draw: (element, state, act) => answer(element, state, act),
  },
  free: { sketch: () => h('div.embed-answer'), inputs: report, draw: free },
  price: { sketch: () => h('div.embed-answer'), inputs: report, draw: price },
  settle: { sketch: () => h('div.embed-answer'), inputs: report, draw: settle },
  editor: {
    sketch: () => h('div.embed-editor', null, h('div'), h('div.card'), h('div'), h('div.bar')),
    inputs: ({ draft, result, sheet: open, past, future }) => [draft, result, open, past, future],
    draw({ children }, state, act, { terms }) {
      presets(children[0], state, act);
      events(children[1], state, act, terms);
      settingsRow(children[2], state, act, terms);
      bar(children[3], state, act);
    },
  },
  summary: { sketch: box('summary'), inputs: report, draw: (element, state, act) => summary(element, state, act) },
  limit: {
    sketch: card('limit'),
    inputs: ({ result, width, cursor, moving }) => [result.report, width, cursor, moving],
    draw(element, state, act) {
      if (state.cursor === null || !element.firstChild) limit(element, state, act);
      else limitCursor(element, state, act);
    },
  },
  refunds: { sketch: card('refunds'), inputs: reportAndWidth, draw: refunds },
  bills: { sketch: card('bills'), inputs: reportAndWidth, draw: bills },
  plans: { sketch: box('plans'), inputs: report, draw: plans },
  help: {
    sketch: card('help'),
    inputs: ({ help: open, result }) => [open?.view, open?.about, open?.done, result],
    draw: help,
  },
  notes: { sketch: card('notes'), inputs: report, draw: notes },
  totals: { sketch: card('totals'), inputs: report, draw: (element, state, act) => totals(element, state, act) },
  foot: {
    sketch: () => h('footer'),
    inputs: report,
    draw: (element, state, act, { terms }) => foot(element, state, act, terms),
  },
  cost: { sketch: card('cost'), inputs: ({ cost, result }) => [cost, result], draw: cost },
  sheet: {
    sketch: dialog('sheet', 'sheet-title', (act) => act.state().sheet && act.closeSheet()),
    inputs: ({ sheet: open, draft, result }) => [open, draft, result],
    draw: (element, state, act, { terms }) => sheet(element, state, act, terms),
  },
  why: {
    sketch: dialog('why', 'why-title', (act) => act.state().why && act.why(null)),
    inputs: ({ why, result }) => [why, result.report],
    draw: explanation,
  },
  notice: { sketch: () => h('div', { id: 'notice', role: 'status' }), inputs: ({ notice: one }) => [one], draw: notice },
  end: { sketch: () => h('div.embed-end'), inputs: ({ result }) => [result], draw: end },
};

const costCard = once(() => import('../cost/card.js'));
const whyPanel = once(() => import('../view/why.js'));

/** The cost sheet, once it is asked for. @type {Part['draw']} */
function cost(element, state, act, { terms, enter }) {
  element.hidden = !state.cost;
  if (!state.cost) return fill(element);
  costCard(({ card: sheetOf }) => {
    enter();
    if (act.state().cost) sheetOf(element, act.state(), act, terms);
  }, notLoaded(enter, act, act.closeCost));
}

/** The explanation that is asked for. @type {Part['draw']} */
function explanation(element, state, act, { terms, enter }) {
  if (!state.why) return element.close();
  whyPanel(({ panel }) => {
    enter();
    if (element.isConnected) panel(element, act.state(), act, terms);
  }, notLoaded(enter, act, () => act.why(null)));
}

/** Closes again what could not be loaded, and says so. @param {() => void} enter @param {Actions} act @param {() => void} close */
const notLoaded = (enter, act, close) => () => {
  enter();
  close();
  act.say('fault.load');
};

/** Views whose first part says itself that nothing here is official. */
const SAID = ['refund', 'bill', 'full'];

/** What it is not, and the way to the whole page. @type {Part['draw']} */
function end(element, state, _act, { view, page }) {
  fill(element, SAID.includes(view) ? null : notOfficial(), toPage(state, page));
}
