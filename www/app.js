// @ts-check
// Puts the page together: restores what was kept, loads the engine, runs every changed draft, and draws what changed.
// It is the one place that knows all parts; none of them knows another's element.

import { byId, fill, find } from './dom.js';
import { LANGUAGES, bestLanguage, useLanguage } from './i18n.js';
import { useFormat } from './format.js';
import { AT_REST, createStore, NO_RESULT, shown } from './store.js';
import { actions } from './actions.js';
import { toScenario } from './draft.js';
import * as engine from './engine.js';
import { exampleDraft } from './presets.js';
import { keeper } from './keeper.js';
import { keepPage, restore } from './storage.js';
import { answer } from './view/answer.js';
import { summary } from './view/summary.js';
import { limit, limitCursor } from './view/limit.js';
import { bills } from './view/bills.js';
import { refunds } from './view/refunds.js';
import { plans } from './view/plans.js';
import { cost } from './view/cost.js';
import { ask } from './view/ask.js';
import { compare } from './view/compare.js';
import { pinnedDrafts } from './compare/pinned.js';
import { help } from './view/help.js';
import { notes } from './view/notes.js';
import { foot, totals } from './view/totals.js';
import { deadEnd, fault, notice } from './view/notice.js';
import { bar, events, presets } from './editor/list.js';
import { settingsRow } from './editor/settings.js';
import { sheet } from './editor/sheet.js';
import { scenarioRow } from './view/scenario.js';
import { tools } from './view/tools.js';
import { later } from './later.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./actions.js').Actions} Actions */
/** @typedef {import('./draft.js').Draft} Draft */

const WIDE = matchMedia('(min-width: 1024px)');
const why = later(() => import('./view/why.js'));
const opened = later(() => import('./opened/panel.js'));
const share = later(() => import('./share/panel.js'));
const shelf = later(() => import('./shelf/panel.js'));

/** Milliseconds until the page stands and what works without a network is fetched. */
const SETTLED = 1500;

/** Starts the page. */
export async function run() {
  const saved = restore();
  const lang = saved.lang && saved.lang in LANGUAGES ? saved.lang : bestLanguage(navigator.languages);
  await useLanguage(lang);
  try {
    await engine.load();
  } catch (error) {
    console.error(error);
    return deadEnd(byId('answer'), wasmIsRefused() ? 'fault.wasm' : 'fault.load');
  }
  start(saved, lang);
}

/** Whether the browser has no WebAssembly or does not let the page use it. */
function wasmIsRefused() {
  try {
    return !new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    return true;
  }
}

/** @param {ReturnType<typeof restore>} saved @param {string} lang */
function start(saved, lang) {
  const draft = saved.draft ?? exampleDraft();
  const theme = saved.theme === 'light' || saved.theme === 'dark' ? saved.theme : 'auto';
  const result = runDraft({ draft, result: NO_RESULT });
  byId('editor').hidden = byId('result').hidden = false;
  const store = createStore(
    {
      ...AT_REST,
      draft,
      lang,
      theme,
      width: columnWidth(),
      wide: WIDE.matches,
      result,
      notice: saved.damaged ? { text: 'notice.damaged' } : null,
      scenario: saved.scenario,
      kept: keepPage({ lang, theme, current: saved.scenario.id }),
      pinned: pinnedDrafts(),
    },
    runDraft,
  );
  const setLang = async (/** @type {string} */ code) => {
    await useLanguage(code);
    store.update({ lang: code });
  };
  const act = actions(store, setLang, keeper(store));
  store.subscribe((state, before) => {
    draw(state, before, act);
    if (state.sheet !== before.sheet) returnFocus(state, before);
  });
  listen(store, act);
  draw(store.get(), null, act);
  setTimeout(() => import('./offline.js').then(({ offline }) => offline(byId('newer'))).catch(console.info), SETTLED);
  followLink(act);
}

/** Opens what the page's address leads to. @param {Actions} act */
function followLink(act) {
  if (location.hash.startsWith('#s=')) act.read(location.href);
}

/** Runs the draft; where the engine refuses, the last good report stays. @param {Pick<State, 'draft' | 'result'>} state @returns {State['result']} */
function runDraft({ draft, result }) {
  const { scenario, keys } = toScenario(draft, engine.product(draft.product));
  const { report, error, fault: failed } = engine.simulate(scenario);
  if (report) return { report, keys, draft, error: null, fault: null };
  return { ...result, keys, error: error ?? null, fault: failed ?? null };
}

/**
 * The parts of the page: when each is drawn anew, and how.
 * @type {[(state: State) => any[], (state: State, act: any, terms: any) => void][]}
 */
const PARTS = [
  [(s) => [s.theme], (s, act) => tools(byId('tools'), s, act)],
  [(s) => [s.result, s.focus], (s, act) => answer(byId('answer'), s, act)],
  [(s) => [s.draft.preset], (s, act) => presets(byId('presets'), s, act)],
  [(s) => [s.draft, s.result, s.sheet, s.past, s.future], (s, act, terms) => events(byId('events'), s, act, terms)],
  [(s) => [s.draft], (s, act, terms) => settingsRow(byId('settings-row'), s, act, terms)],
  [(s) => [s.scenario, s.kept], (s, act) => scenarioRow(byId('scenario-row'), s, act)],
  [(s) => [s.shelf, s.kept], (s, act) => takeFromShelf(s, act)],
  [(s) => [s.draft.events], (s, act) => bar(byId('bar'), s, act)],
  [(s) => [s.result.fault], (s, act) => fault(byId('fault'), s, act)],
  [(s) => [s.result.report], (s, act) => summary(byId('summary'), s, act)],
  [(s) => [s.ask, s.answered, s.result], (s, act) => ask(byId('ask'), s, act, engine.product)],
  [(s) => [s.result.report, s.width, s.moving], (s, act) => limit(byId('limit'), s, act)],
  [(s) => [s.cursor], (s, act) => limitCursor(byId('limit'), s, act)],
  [(s) => [s.result.report, s.width], (s, act) => refunds(byId('refunds'), s, act)],
  [(s) => [s.result.report, s.width], (s, act) => bills(byId('bills'), s, act)],
  [(s) => [s.result.report], (s, act) => plans(byId('plans'), s, act)],
  [(s) => [s.pinned, s.result, s.opened], (s, act) => compare(byId('compare'), s, act, engine.product)],
  [(s) => [s.cost, s.result], (s, act) => cost(byId('cost'), s, act, engine.product)],
  [(s) => [s.help?.view, s.help?.about, s.help?.done, s.result], (s, act) => help(byId('help'), s, act, engine.product)],
  [(s) => [s.result.report], (s, act) => notes(byId('notes'), s, act)],
  [(s) => [s.result.report], (s, act) => totals(byId('totals'), s, act)],
  [(s) => [s.result.report], (s, act, terms) => foot(byId('foot'), s, act, terms, engine.version())],
  [(s) => [s.sheet, s.draft, s.result, s.wide], (s, act, terms) => sheet(byId('sheet'), s, act, terms)],
  [(s) => [s.why, s.result.report], (s, act) => explain(s, act)],
  [(s) => [s.opened], (s, act) => look(s, act)],
  [(s) => [s.share], (s, act) => handOn(s, act)],
  [(s) => [s.notice], (s, act) => notice(byId('notice'), s, act)],
];

/** Opens or closes the list of kept scenarios. @param {State} state @param {Actions} act */
function takeFromShelf(state, act) {
  const element = byId('shelf');
  if (!state.shelf) return element.close();
  shelf(element, ({ panel }) => act.state().shelf && panel(element, act.state(), act));
}

/** Opens or closes the explanation. @param {State} state @param {Actions} act */
function explain(state, act) {
  const element = byId('why');
  if (!state.why) return element.close();
  why(element, (module) => {
    const now = act.state();
    module.why(element, now, act, engine.product(now.draft.product));
  });
}

/** Shows what was opened in the editor's place. @param {State} state @param {Actions} act */
function look(state, act) {
  const element = byId('opened');
  element.hidden = !state.opened;
  byId('editor').hidden = Boolean(state.opened);
  if (!state.opened) return fill(element);
  opened(element, ({ panel }) => {
    const now = act.state();
    panel(element, now, act, engine.product(now.draft.product));
  });
}

/** Opens or closes the sheet for handing on and opening. @param {State} state @param {Actions} act */
function handOn(state, act) {
  const element = byId('share');
  if (!state.share) return element.close();
  share(element, ({ panel }) => {
    const now = act.state();
    if (now.share) panel(element, now, act, engine.product(now.draft.product));
  });
}

/** Draws the parts whose input changed; without a state before, all. @param {State} now @param {State | null} earlier @param {Actions} act */
function draw(now, earlier, act) {
  const state = shown(now);
  const before = earlier && shown(earlier);
  useFormat(state.lang, (state.result.report?.asOf?.date ?? state.draft.events[0]?.date ?? '').slice(0, 4));
  const terms = engine.product(state.draft.product);
  const all = state.lang !== before?.lang;
  document.documentElement.classList.toggle('is-stale', Boolean(state.result.error || state.result.fault));
  for (const [inputs, part] of PARTS) {
    const was = before && !all ? inputs(before) : [];
    if (all || inputs(state).some((input, i) => input !== was[i])) part(state, act, terms);
  }
}

/** After a sheet has closed, the focus goes back to the row that it was opened from. @param {State} state @param {State} before */
function returnFocus(state, before) {
  if (state.sheet || !before.sheet) return;
  const key =
    before.sheet.kind === 'event'
      ? `event-${before.sheet.key}`
      : before.sheet.kind === 'settings'
        ? 'settings'
        : 'more';
  (find(document, key) ?? find(document, 'add-purchase'))?.focus({ preventScroll: true });
}

/** @param {import('./store.js').Store} store @param {Actions} act */
function listen(store, act) {
  byId('sheet').addEventListener('close', () => store.get().sheet && !byId('sheet').open && act.closeSheet());
  byId('why').addEventListener('close', () => store.get().why && act.why(null));
  byId('shelf').addEventListener('close', () => store.get().shelf && act.closeShelf());
  byId('share').addEventListener('close', () => store.get().share && act.closeShare());
  for (const id of ['sheet', 'shelf', 'why', 'share']) closeOutside(byId(id));
  addEventListener('hashchange', () => followLink(act));
  WIDE.addEventListener('change', () => store.update({ wide: WIDE.matches }));
  new ResizeObserver(() => {
    const width = columnWidth();
    if (width !== store.get().width) store.update({ width });
    document.documentElement.style.setProperty('--answer-height', `${byId('answer').parentElement.offsetHeight}px`);
  }).observe(byId('result'));
  addEventListener('keydown', (event) => shortcut(event, store, act));
  addEventListener('beforeprint', openAll);
}

/** Undo and redo by keyboard outside of text fields; Escape closes a sheet in the column. @param {KeyboardEvent} event @param {import('./store.js').Store} store @param {Actions} act */
function shortcut(event, store, act) {
  const typing =
    event.target instanceof Element && event.target.matches('input:not([type=checkbox]):not([type=radio]), select');
  const key = event.key.toLowerCase();
  if (store.get().opened) return;
  if (key === 'escape' && store.get().sheet && !store.get().why && store.get().wide) act.closeSheet();
  if (typing || !(event.ctrlKey || event.metaKey) || !['z', 'y'].includes(key)) return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) act.redo();
  else act.undo();
}

/** A sheet closes when its backdrop is pressed. @param {HTMLDialogElement} dialog */
function closeOutside(dialog) {
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
}

/** Paper has no way to open anything. */
function openAll() {
  for (const details of document.querySelectorAll('details')) details.open = true;
}

/** The width that a drawing has inside a card. */
function columnWidth() {
  const padding = WIDE.matches ? 48 : 32;
  return byId('result').clientWidth - padding;
}
