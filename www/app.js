// @ts-check
// Puts the page together: restores what was kept, loads the engine, runs every changed draft, and draws what changed.
// It is the one place that knows all parts; none of them knows another's element.

import { byId, closeBeside, fill, find, unfold } from './dom.js';
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
import { bar, canRefund, events, presets } from './editor/list.js';
import { settingsRow } from './editor/settings.js';
import { sheet } from './editor/sheet.js';
import { scenarioRow } from './view/scenario.js';
import { tools } from './view/tools.js';
import { later } from './later.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./actions.js').Actions} Actions */
/** @typedef {import('./draft.js').Draft} Draft */

const WIDE = matchMedia('(min-width: 1024px)');
const opened = later(() => import('./opened/panel.js'));

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
  await start(saved, lang);
}

/** Whether the browser has no WebAssembly or does not let the page use it. */
function wasmIsRefused() {
  try {
    return !new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    return true;
  }
}

/** Draws the page: one's own scenario, or what its address leads to. @param {ReturnType<typeof restore>} saved @param {string} lang */
async function start(saved, lang) {
  const draft = saved.draft ?? exampleDraft();
  const theme = saved.theme === 'light' || saved.theme === 'dark' ? saved.theme : 'auto';
  const result = runDraft({ draft, result: NO_RESULT });
  const reveal = (/** @type {boolean} */ shown) => (byId('editor').hidden = byId('result').hidden = !shown);
  reveal(true);
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
  const setLang = (/** @type {string} */ code) =>
    useLanguage(code).then(
      (lang) => store.update({ lang }),
      () => store.say('fault.load'),
    );
  const act = actions(store, setLang, keeper(store));
  if (isLink()) {
    reveal(false);
    await act.read(location.href);
    reveal(true);
  }
  store.subscribe((state, before) => {
    if (!before.sheet) opener = /** @type {any} */ (document.activeElement).dataset?.k ?? '';
    draw(state, before, act);
    returnFocus(state, before);
  });
  listen(store, act);
  draw(store.get(), null, act);
  setTimeout(() => import('./offline.js').then(({ offline }) => offline(byId('newer'))).catch(console.info), SETTLED);
}

/** Whether the page's address leads to a scenario. */
const isLink = () => location.hash.startsWith('#s=');

/** Runs the draft; where the engine refuses, the last good report stays. @param {Pick<State, 'draft' | 'result'>} state @returns {State['result']} */
function runDraft({ draft, result }) {
  const { scenario, keys } = toScenario(draft, engine.product(draft.product));
  const { report, error, fault: failed } = engine.simulate(scenario);
  if (report) return { report, keys, draft, error: null, fault: null };
  return { ...result, keys, error: error ?? null, fault: failed ?? null };
}

/** @typedef {[id: string, inputs: (state: State) => any[], draw: (element: any, state: State, act: any, terms: any) => void]} Part */

/** The parts of the page: in which element, what it depends on, and how it is drawn. @type {Part[]} */
const PARTS = [
  ['tools', (s) => [s.theme], tools],
  ['answer', (s) => [s.result, s.focus], (element, s, act) => answer(element, s, act)],
  ['presets', (s) => [s.draft.preset], presets],
  ['events', (s) => [s.draft, s.result, s.sheet, s.past, s.future], events],
  ['settings-row', (s) => [s.draft.creditLimit, s.draft.habit, s.draft.product], settingsRow],
  ['scenario-row', (s) => [s.scenario, s.kept], scenarioRow],
  ['shelf', (s) => [s.shelf, s.kept], sheetOf('shelf', () => import('./shelf/panel.js'))],
  ['bar', (s) => [canRefund(s)], bar],
  ['fault', (s) => [s.result.fault], fault],
  ['summary', (s) => [s.result.report], summary],
  ['ask', (s) => [s.ask, s.answered, s.ask && s.result], ask],
  ['limit', (s) => [s.result.report, s.width, s.moving], limit],
  ['limit', (s) => [s.cursor], limitCursor],
  ['refunds', (s) => [s.result.report, s.width], refunds],
  ['bills', (s) => [s.result.report, s.width], bills],
  ['plans', (s) => [s.result.report], plans],
  ['compare', (s) => [s.pinned, s.result, s.opened], compare],
  ['cost', (s) => [s.cost, s.cost && s.result], cost],
  ['help', (s) => [s.help?.view, s.help?.about, s.help?.done, s.result], help],
  ['notes', (s) => [s.result.report], notes],
  ['totals', (s) => [s.result.report], totals],
  ['foot', (s) => [s.result.report], foot],
  ['sheet', (s) => [s.sheet, s.draft, s.result, s.wide], sheet],
  ['why', (s) => [s.why, s.result.report], sheetOf('why', () => import('./view/why.js'))],
  ['opened', (s) => [s.opened], look],
  ['share', (s) => [s.share], sheetOf('share', () => import('./share/panel.js'))],
  ['notice', (s) => [s.notice], notice],
];

/**
 * Opens or closes a sheet of which the state says whether it is open.
 * @param {'shelf' | 'why' | 'share'} name @param {() => Promise<{ panel: (element: any, ...rest: any[]) => void }>} load
 * @returns {Part[2]}
 */
function sheetOf(name, load) {
  const sheet = later(load);
  return (element, state, act) => {
    if (!state[name]) return element.close();
    sheet(element, ({ panel }) => {
      const now = act.state();
      if (now[name]) panel(element, now, act, engine.product(now.draft.product));
    });
  };
}

/** Shows what was opened in the editor's place. @param {any} element @param {State} state @param {Actions} act */
function look(element, state, act) {
  element.hidden = !state.opened;
  byId('editor').hidden = Boolean(state.opened);
  if (!state.opened) {
    if (element.contains(document.activeElement)) find(document, 'share')?.focus();
    return fill(element);
  }
  opened(element, ({ panel }) => {
    const now = act.state();
    panel(element, now, act, engine.product(now.draft.product));
  });
}

/** Cards that are out of sight. @type {Set<Element>} */
const away = new Set();
/** Their parts that are drawn once what is in sight has been painted. @type {Set<Part>} */
const late = new Set();

/** Draws the parts whose input changed; without a state before, all. @param {State} now @param {State | null} earlier @param {Actions} act */
function draw(now, earlier, act) {
  const state = shown(now);
  const before = earlier && shown(earlier);
  useFormat(state.lang, (state.result.report?.asOf?.date ?? state.draft.events[0]?.date ?? '').slice(0, 4));
  const all = state.lang !== before?.lang;
  document.documentElement.classList.toggle('is-stale', Boolean(state.result.error || state.result.fault));
  for (const part of PARTS) {
    const was = before && !all ? part[1](before) : [];
    if (!all && part[1](state).every((input, i) => input === was[i])) continue;
    if (!away.has(byId(part[0]))) drawPart(part, act);
    else if (late.add(part).size === 1) requestAnimationFrame(() => setTimeout(drawLate, 0, act));
  }
}

/** @param {Part} part @param {Actions} act */
function drawPart([id, , part], act) {
  const state = act.state();
  part(byId(id), state, act, engine.product(state.draft.product));
}

/** Draws what was out of sight. @param {Actions} act */
function drawLate(act) {
  for (const part of late) drawPart(part, act);
  late.clear();
}

/** Keeps an eye on which cards are out of sight, with some room for scrolling. */
function watchSight() {
  const sight = new IntersectionObserver(
    (seen) => seen.forEach(({ target, isIntersecting }) => away[isIntersecting ? 'delete' : 'add'](target)),
    { rootMargin: '200px' },
  );
  for (const card of byId('result').children) sight.observe(card);
}

/** Key of what the open sheet was opened from. */
let opener = '';

/** After a sheet has closed, the focus goes to the row that was edited, else back to what the sheet was opened from. @param {State} state @param {State} before */
function returnFocus(state, before) {
  if (state.sheet || !before.sheet) return;
  const key = before.sheet.kind === 'event' ? `event-${before.sheet.key}` : '';
  (find(document, key) ?? find(document, opener) ?? find(document, 'more'))?.focus({ preventScroll: true });
}

/** @param {import('./store.js').Store} store @param {Actions} act */
function listen(store, act) {
  /** A sheet closes when its backdrop is pressed. @param {'sheet' | 'why' | 'shelf' | 'share'} id @param {() => void} close */
  const closing = (id, close) => {
    const dialog = byId(id);
    dialog.addEventListener('close', () => store.get()[id] && !dialog.open && close());
    dialog.addEventListener('click', closeBeside);
  };
  closing('sheet', act.closeSheet);
  closing('why', () => act.why(null));
  closing('shelf', act.closeShelf);
  closing('share', act.closeShare);
  byId('shelf').addEventListener('close', () => find(document, 'shelf')?.focus());
  addEventListener('hashchange', () => isLink() && act.read(location.href));
  WIDE.addEventListener('change', () => store.update({ wide: WIDE.matches }));
  new ResizeObserver(() => {
    const width = columnWidth();
    if (width !== store.get().width) store.update({ width });
    document.documentElement.style.setProperty('--answer-height', `${byId('answer').parentElement.offsetHeight}px`);
  }).observe(byId('result'));
  addEventListener('keydown', (event) => shortcut(event, store, act));
  addEventListener('beforeprint', () => openAll(act));
  watchSight();
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

/** Paper has no way to open anything. @param {Actions} act */
function openAll(act) {
  drawLate(act);
  unfold();
  for (const details of document.querySelectorAll('details')) details.open = true;
}

/** The width that a drawing has inside a card. */
function columnWidth() {
  const padding = WIDE.matches ? 48 : 32;
  return byId('result').clientWidth - padding;
}
