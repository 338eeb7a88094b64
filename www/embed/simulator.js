// @ts-check
// One simulator in a box of somebody's page: a view with its fields and its results, made of the page's own parts.
// Several may stand side by side in different languages: each makes its words the current ones before it draws.
// What is not here: frames and messages, which are in frame.js, and the element, which is in ../element.js.

import { fill, h, make } from '../dom.js';
import { speak } from '../i18n.js';
import { useFormat } from '../format.js';
import { AT_REST, createStore, NO_RESULT } from '../store.js';
import { actions } from '../actions.js';
import { toScenario } from '../draft.js';
import { fromScenario } from '../from-scenario.js';
import * as engine from '../engine.js';
import { hatches } from '../chart/hatch.js';
import { PARTS } from './parts.js';
import { form } from './form.js';
import { languageFor, wordsFor } from './words.js';
import { VIEWS, fieldsOf, withGiven } from './views.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */
/** @typedef {import('./params.js').Params} Params */
/**
 * @typedef {object} Simulator
 * @property {(params: Params) => Promise<void>} set  shows something else, from its start
 * @property {(scenario: any) => void} open  shows a scenario in the same view
 * @property {() => any} scenario
 * @property {() => import('../pkg/yuefu.js').Report | null} report
 * @property {() => void} remove
 */

/** What may happen inside; before each the words and formats of this simulator become the current ones. `enter` comes from a part that is drawn later. */
const EVENTS = ['click', 'input', 'change', 'blur', 'keydown', 'pointerdown', 'pointermove', 'submit', 'close', 'enter'];

/**
 * Puts a simulator into an empty element and draws it.
 * @param {HTMLElement} box  the root of what is drawn; takes `lang` and `data-theme`
 * @param {Params} params
 * @param {{ page: string, changed: () => void, wrong?: (code: string) => void }} host  `page`: the stand-alone page's address
 * @returns {Promise<Simulator>}
 */
export async function simulator(box, params, host) {
  await engine.load();
  let now = await shown(box, params, host);
  return {
    async set(next) {
      const before = now;
      now = await shown(box, next, host);
      before.end();
    },
    open: (scenario) => now.open(fromScenario(scenario, engine.product(scenario.product))),
    scenario: () => scenarioOf(now.state().draft),
    report: () => now.state().result.report,
    remove() {
      now.end();
      box.replaceChildren();
    },
  };
}

/** @param {import('../draft.js').Draft} draft */
const scenarioOf = (draft) => toScenario(draft, engine.product(draft.product)).scenario;

/** The draft that a view begins with. @param {Params} params @param {(code: string) => void} wrong */
function beginning({ view, scenario, given }, wrong) {
  if (scenario) {
    const { value: decoded, error } = engine.use((wasm) => wasm.decodeScenario(scenario));
    if (decoded) {
      const draft = fromScenario(decoded.scenario, engine.product(/** @type {any} */ (decoded.scenario).product));
      return withGiven(draft, given);
    }
    wrong(error?.code ?? 'damagedCode');
  }
  return withGiven(VIEWS[view].start(), given);
}

/** @param {HTMLElement} box @param {Params} params @param {{ page: string, changed: () => void, wrong?: (code: string) => void }} host */
async function shown(box, params, host) {
  const lang = languageFor(params.lang);
  const table = await wordsFor(lang);
  let year = '';
  const enter = () => {
    speak(lang, table);
    useFormat(lang, year);
  };
  const before = (/** @type {Event} */ event) => {
    enter();
    placeSheets(box, event);
  };
  enter();
  const wrong = /** @type {string[]} */ ([]);
  const draft = beginning(params, (code) => wrong.push(code));
  const store = createStore(stateOf(draft, lang, params, box), runDraft);
  // Nothing is kept on the device, so nothing waits to be kept.
  const act = actions(
    store,
    async () => {},
    () => {},
  );
  const drawing = drawn(box, params, store.get(), act, { page: host.page, enter });
  const draw = (/** @type {State} */ state, /** @type {State | null} */ before) => {
    year = (state.result.report?.asOf?.date ?? '').slice(0, 4);
    enter();
    drawing.draw(state, before);
  };
  store.subscribe((state, before) => {
    draw(state, before);
    if (state.result !== before.result) host.changed();
  });
  for (const type of EVENTS) box.addEventListener(type, before, { capture: true });
  const watch = new ResizeObserver(() => {
    const width = widthOf(box);
    if (width > 0 && width !== store.get().width) store.update({ width });
  });
  watch.observe(box);
  draw(store.get(), null);
  for (const code of wrong) host.wrong?.(code);
  return {
    state: store.get,
    open: (/** @type {import('../draft.js').Draft} */ next) => store.edit(next, ''),
    end() {
      watch.disconnect();
      for (const type of EVENTS) box.removeEventListener(type, before, { capture: true });
    },
  };
}

/** A window taller than this is a frame that has grown, of which only a part is on the screen. */
const TALL = 900;

/** In a tall frame a sheet opens beside what was pressed, not in the middle. @param {HTMLElement} box @param {Event} event */
function placeSheets(box, { type, target }) {
  if (!['pointerdown', 'keydown'].includes(type) || !(target instanceof Element)) return;
  box.classList.toggle('is-tall', innerHeight > TALL);
  const top = Math.max(8, Math.min(target.getBoundingClientRect().top - 160, innerHeight - 648));
  box.style.setProperty('--sheet-top', `${top}px`);
}

/** What is inside the padding of box and card. @param {HTMLElement} box */
const widthOf = (box) => box.clientWidth - 32;

/** Runs a draft; where the engine refuses, the last good report stays. @param {Pick<State, 'draft' | 'result'>} state @returns {State['result']} */
function runDraft({ draft, result }) {
  const { scenario, keys } = toScenario(draft, engine.product(draft.product));
  const { report, error, fault } = engine.simulate(scenario);
  if (report) return { report, keys, draft, error: null, fault: null };
  return { ...result, keys, error: error ?? null, fault: fault ?? null };
}

/** @param {import('../draft.js').Draft} draft @param {string} lang @param {Params} params @param {HTMLElement} box @returns {State} */
function stateOf(draft, lang, { theme }, box) {
  return {
    ...AT_REST,
    draft,
    lang,
    theme: /** @type {State['theme']} */ (theme),
    width: Math.max(240, widthOf(box)),
    wide: false,
    result: runDraft({ draft, result: NO_RESULT }),
    // An embed keeps nothing on the device.
    scenario: { id: '', name: '' },
    kept: 'refused',
  };
}

/**
 * Builds the view, and gives what draws it anew.
 * @param {HTMLElement} box @param {Params} params @param {State} state @param {Actions} act
 * @param {{ page: string, enter: () => void }} host
 */
function drawn(box, params, state, act, host) {
  const { view, theme, lock } = params;
  box.lang = state.lang;
  if (theme === 'auto') delete box.dataset.theme;
  else box.dataset.theme = theme;
  const open = !lock.includes('all');
  const names = VIEWS[view].parts.filter((name) => open || name !== 'editor');
  const parts = [...names, 'end', 'sheet', 'why', 'notice'].map((name) => ({ name, element: make(PARTS[name].sketch(act)) }));
  const fields = form(fieldsOf(view, state.draft), lock, act);
  const [first, ...rest] = parts.map(({ element }) => element);
  fill(box, hatches(), first, fields.element, rest);
  return {
    draw(/** @type {State} */ now, /** @type {State | null} */ before) {
      const terms = engine.product(now.draft.product);
      box.classList.toggle('is-stale', Boolean(now.result.error || now.result.fault));
      fields.sync(now, terms);
      for (const { name, element } of parts) {
        const { inputs, draw } = PARTS[name];
        const was = before && inputs(before);
        if (!was || inputs(now).some((input, i) => input !== was[i])) draw(element, now, act, { ...host, terms, view });
      }
    },
  };
}
