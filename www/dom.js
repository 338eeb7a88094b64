// @ts-check
// Builds and replaces elements from plain data: no markup text is ever parsed.
// It is not a framework: it keeps no tree and compares nothing.

const SVG = 'http://www.w3.org/2000/svg';

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * An HTML element. `on` takes listeners, `data` dataset entries; null, undefined and false leave an attribute out.
 * @param {string} tag  a tag name, with classes after dots: `p.hint`
 * @param {Record<string, any> | null} [props]
 * @param {...(Child | Child[])} children
 * @returns {any}
 */
export function h(tag, props, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(' ');
  set(element, props ?? {});
  add(element, children);
  return element;
}

/**
 * An SVG element.
 * @param {string} tag
 * @param {Record<string, any> | null} [props]
 * @param {...(Child | Child[])} children
 * @returns {any}
 */
export function s(tag, props, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElementNS(SVG, name);
  if (classes.length) element.setAttribute('class', classes.join(' '));
  set(element, props ?? {});
  add(element, children);
  return element;
}

/** @param {any} element @param {Record<string, any>} props */
function set(element, props) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    else if (name === 'data') Object.assign(element.dataset, value);
    else if (name === 'value' || name === 'checked') element[name] = value;
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** @param {Element} element @param {(Child | Child[])[]} children */
function add(element, children) {
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

/** How far each box is scrolled; told by the boxes, because asking them makes the browser lay out the page. */
const places = new WeakMap();

if (typeof document !== 'undefined') {
  const told = (/** @type {Event} */ { target }) => target instanceof Element && places.set(target, target.scrollLeft);
  document.addEventListener('scroll', told, { capture: true, passive: true });
}

/**
 * Replaces what an element holds. Focus and opened details stay where they are if their `data-k` is there again; else the focus
 * goes to the first button.
 * @param {Element} element
 * @param {...(Child | Child[])} children
 */
export function fill(element, ...children) {
  const within = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  const active = /** @type {HTMLElement | null | undefined} */ (within.activeElement);
  const focused = active && element.contains(active) ? active.dataset.k : undefined;
  const opened = [...element.querySelectorAll('details[open]')].map((d) => /** @type {any} */ (d).dataset.k);
  const scrolled = [...element.querySelectorAll('.scroll')].map((box) => places.get(box) ?? 0);
  element.replaceChildren();
  add(element, children);
  for (const details of element.querySelectorAll('details')) {
    if (details.dataset.k && opened.includes(details.dataset.k)) details.open = true;
  }
  element.querySelectorAll('.scroll').forEach((box, i) => {
    if (scrolled[i]) box.scrollLeft = scrolled[i];
  });
  if (!focused) return;
  find(element, focused)?.focus({ preventScroll: true });
  // What had it is gone or cannot be pressed any more: what comes first instead.
  if (!element.contains(within.activeElement)) /** @type {HTMLElement | null} */ (element.querySelector('button:enabled'))?.focus({ preventScroll: true });
}

/**
 * The element of that key.
 * @param {ParentNode} parent @param {string} key
 * @returns {HTMLElement | null}
 */
export function find(parent, key) {
  return parent.querySelector(`[data-k="${CSS.escape(key)}"]`);
}

/**
 * Opens a dialog with the focus on one of its elements. Browsers refuse `autofocus` in a frame of another site.
 * @param {HTMLDialogElement} dialog @param {string} selector @param {boolean} [beside]  the rest stays in use
 */
export function openAt(dialog, selector, beside = false) {
  if (beside) dialog.show();
  else dialog.showModal();
  /** @type {HTMLElement | null} */ (dialog.querySelector(selector))?.focus({ preventScroll: true });
}

/** @param {string} id @returns {any} */
export const byId = (id) => document.getElementById(id);
