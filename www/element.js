// @ts-check
// The element `<yuefu-simulator>`: a simulator inside somebody's page, in a tree of elements of its own.
// Where the page's policy refuses WebAssembly, or anything cannot be loaded, the same simulator comes in a frame.
// Attributes, properties and events are in docs/embedding.md. What is not here: what a simulator shows.

import { h, make } from './dom.js';
import { simulator } from './embed/simulator.js';
import { NAMES, read, toFragment } from './embed/params.js';
import { styles } from './embed/styles.js';
import { inFrame } from './embed/in-frame.js';

/** @typedef {import('./embed/simulator.js').Simulator} Simulator */

const BASE = new URL('./', import.meta.url);
/** Attributes that change how the same scenario is shown. */
const LOOKS = ['lang', 'theme', 'lock'];

/** Whether this page may run WebAssembly: the smallest module there is shows it. */
function mayRun() {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}

export class YuefuSimulator extends HTMLElement {
  static observedAttributes = NAMES;

  /** What is shown: the simulator itself or its frame. @type {Simulator | null} */
  #shown = null;
  /** Attributes whose change is waiting to be shown, so that several are shown once. @type {Set<string>} */
  #waiting = new Set();
  /** A scenario that was given as a property. @type {any} */
  #scenario = null;
  /** Counts beginnings: what was begun before the last one must not be shown. */
  #turn = 0;

  connectedCallback() {
    this.#begin();
  }

  disconnectedCallback() {
    this.#end();
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (!this.#shown) return;
    if (this.#waiting.size === 0) queueMicrotask(() => this.#change());
    this.#waiting.add(name);
  }

  /** Shows changed attributes. What was typed stays where they are not about the scenario. */
  async #change() {
    const kept = [...this.#waiting].every((name) => LOOKS.includes(name)) ? this.scenario : null;
    this.#waiting.clear();
    try {
      await this.#shown?.set(this.#params());
      if (kept) this.#shown?.open(kept);
      this.#tell('ready');
    } catch (error) {
      this.#tell('error', { code: 'load', message: String(error) });
    }
  }

  /** The scenario as the reader has it; set, it is shown in the same view. */
  get scenario() {
    return this.#shown?.scenario() ?? this.#scenario;
  }

  set scenario(scenario) {
    this.#scenario = scenario;
    if (scenario) this.#shown?.open(scenario);
  }

  /** The engine's report, or null where there is none: not yet, or in a frame. */
  get report() {
    return this.#shown?.report() ?? null;
  }

  /** Whether it came in a frame. */
  get framed() {
    return this.shadowRoot?.querySelector('iframe') != null;
  }

  #given() {
    return Object.fromEntries(NAMES.map((name) => [name, this.getAttribute(name) ?? '']));
  }

  #params() {
    const { params, wrong } = read(this.#given());
    if (wrong.length) this.#tell('error', { code: 'parameters', message: wrong.join(' ') });
    return params;
  }

  async #begin() {
    const turn = (this.#turn += 1);
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const box = make(h('div.yuefu'));
    root.replaceChildren(box);
    const shown = await this.#inline(root, box).catch(() => this.#frame(root));
    if (turn !== this.#turn) return shown.remove();
    this.#shown = shown;
    if (this.#scenario) shown.open(this.#scenario);
    this.#tell('ready');
  }

  /** @param {ShadowRoot} root @param {HTMLElement} box */
  async #inline(root, box) {
    if (!mayRun()) throw new Error('WebAssembly is refused');
    root.adoptedStyleSheets = [await styles(BASE)];
    return simulator(box, this.#params(), {
      page: BASE.href,
      changed: () => this.#tell('change', { scenario: this.scenario, report: this.report }),
      wrong: () => this.#tell('error', { code: 'parameters', message: 'scenario' }),
    });
  }

  /** @param {ShadowRoot} root @returns {Simulator} */
  #frame(root) {
    return inFrame(root, BASE, () => toFragment(this.#given()), (type, detail) => this.#tell(type, detail));
  }

  #end() {
    this.#turn += 1;
    this.#scenario = this.#shown?.scenario() ?? this.#scenario;
    this.#shown?.remove();
    this.#shown = null;
    this.shadowRoot?.replaceChildren();
  }

  /** @param {string} type @param {object} [detail] */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(`yuefu-${type}`, { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get('yuefu-simulator')) customElements.define('yuefu-simulator', YuefuSimulator);
