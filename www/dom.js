// @ts-check
// Sketches elements as plain data and draws them, touching only what differs from the sketch before: no markup text is
// ever parsed. It is not a framework: it knows no state and draws when it is told to.

/** @typedef {Node | Sketch | string | number | null | undefined | false} Child */
/** @typedef {{ children: Child[], nodes: (Node | null)[] }} Drawn  children and, once drawn, the node of each */
/**
 * What an element is to be.
 * @typedef {object} Sketched
 * @property {string} space  its namespace
 * @property {string} name
 * @property {string} look  its classes
 * @property {Record<string, any>} props
 */
/** @typedef {Sketched & Drawn} Sketch */

/**
 * Sketches an element. `on` takes listeners, `data` dataset entries; null, undefined and false leave an attribute out.
 * Without children it is left to whoever fills it; `folded` gives what it holds, for what stands in closed details.
 * @param {string} space
 * @returns {(tag: string, props?: Record<string, any> | null, ...children: (Child | Child[])[]) => Sketch}  `tag` is
 *   a tag name, with classes after dots: `p.hint`
 */
const sketch =
  (space) =>
  (tag, props, ...children) => {
    const [name, ...classes] = tag.split('.');
    return { space, name, look: classes.join(' '), props: props ?? {}, children: children.flat(), nodes: [] };
  };

/** Sketches an HTML element. */
export const h = sketch('http://www.w3.org/1999/xhtml');
/** Sketches an SVG element. */
export const s = sketch('http://www.w3.org/2000/svg');

/** Before anything is drawn. */
const NOTHING = { look: '', props: /** @type {Record<string, any>} */ ({}), children: [], nodes: [] };

/** What was filled, as it was drawn. @type {WeakMap<Element, Drawn>} */
const filled = new WeakMap();
/** What is folded away and still to be drawn. @type {Map<Element, () => Child[]>} */
const waiting = new Map();
/** Milliseconds after the last change until that is drawn. */
const DRAW_AFTER = 200;
let timer = 0;

/** The element of a sketch. @param {Sketch} child @returns {any} */
export const make = (child) => nodeOf(child);

/** What tells a child from its siblings, wherever among them it stands. @param {any} child @returns {string | undefined} */
const keyOf = (child) => child?.props?.data?.k;

/** The node of a child: the one that was there, brought up to date, where it is of the same kind. @param {Child} child @param {Child} [was] @param {any} [node] @returns {any} */
function nodeOf(child, was, node) {
  if (child === was && node) return node;
  if (child === null || child === undefined || child === false) return null;
  if (child instanceof Node) return child;
  if (typeof child !== 'object') {
    if (!(node instanceof Text)) return document.createTextNode(String(child));
    node.data = String(child);
    return node;
  }
  const before = /** @type {Sketch | undefined} */ (was);
  const same = before?.name === child.name && keyOf(before) === keyOf(child);
  const old = same ? before : NOTHING;
  const element = same ? node : document.createElementNS(child.space, child.name);
  if (child.look !== old.look) element.setAttribute('class', child.look);
  if (child.children.length + old.children.length) hold(element, child, old);
  for (const name in old.props) if (!(name in child.props)) set(element, name, undefined, old.props[name]);
  for (const name in child.props) set(element, name, child.props[name], old.props[name]);
  return element;
}

/** Lets an element hold what is drawn now and no more, touching what changed. @param {Element} element @param {Drawn} now @param {Drawn} old */
function hold(element, now, old) {
  const keys = old.children.map(keyOf);
  const nodes = now.children.map((child, i) => {
    const key = keyOf(child);
    const at = key && key !== keys[i] ? keys.indexOf(key) : i;
    keys[at] = undefined;
    return nodeOf(child, old.children[at], old.nodes[at]);
  });
  now.nodes = nodes;
  if (old.nodes.length === nodes.length && nodes.every((node, i) => node === old.nodes[i])) return;
  for (const node of old.nodes) if (node?.parentNode === element && !nodes.includes(node)) element.removeChild(node);
  let next = element.firstChild;
  for (const node of nodes) {
    if (node && node === next) next = node.nextSibling;
    else if (node) element.insertBefore(node, next);
  }
}

/** @param {any} element @param {string} name @param {any} value @param {any} old */
function set(element, name, value, old) {
  if (name === 'on') for (const type in { ...old, ...value }) element[`on${type}`] = silent(value?.[type]);
  else if (name === 'data') Object.assign(element.dataset, value);
  else if (name === 'folded') drawLater(element, value);
  else if (name === 'value' || name === 'checked') element[name] !== value && (element[name] = value ?? '');
  else if (value === old) return;
  else if (value === null || value === undefined || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : value);
}

/** A listener that gives nothing: one that gives false would stop what the browser does by itself. @param {((event: Event) => unknown) | undefined} listener */
const silent = (listener) => listener && ((/** @type {Event} */ event) => void listener(event));

/** Draws what is unfolded at once, and the rest when nothing has changed for a moment. @param {Element} element @param {() => Child[]} children */
function drawLater(element, children) {
  if (element.closest('details')?.open) return fill(element, children());
  waiting.set(element, children);
  clearTimeout(timer);
  timer = setTimeout(unfold, DRAW_AFTER);
}

/** Tells whoever an element belongs to that it is drawn now, later than the rest. @param {Element} element */
export const enter = (element) => element.dispatchEvent(new Event('enter'));

/** Draws what was folded away, before it can be seen. */
export function unfold() {
  for (const [element, children] of waiting) {
    enter(element);
    fill(element, children());
  }
  waiting.clear();
}

/** What a finger or the mouse went down on last. @type {EventTarget | undefined} */
let pressed;

if (typeof document !== 'undefined') {
  const opening = (/** @type {any} */ event) => event.composedPath()[0].closest?.('details') && unfold();
  for (const type of ['click', 'toggle']) document.addEventListener(type, opening, true);
  document.addEventListener('pointerdown', (event) => (pressed = event.composedPath()[0]), true);
}

/**
 * Lets an element hold what is sketched. What is the same stays untouched, and the focus stays with its `data-k`; where that is
 * gone, it goes to the first button.
 * @param {Element} element
 * @param {...(Child | Child[])} children
 */
export function fill(element, ...children) {
  const within = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  const active = /** @type {HTMLElement | null | undefined} */ (within.activeElement);
  const focused = active && element.contains(active) ? active.dataset.k : undefined;
  const now = { children: children.flat(), nodes: [] };
  if (!filled.has(element)) element.replaceChildren();
  hold(element, now, filled.get(element) ?? NOTHING);
  filled.set(element, now);
  const lost = () => !element.contains(within.activeElement) || within.activeElement?.matches(':disabled');
  if (focused && lost()) find(element, focused)?.focus({ preventScroll: true });
  // What had it is gone or cannot be pressed any more: what comes first instead.
  if (focused && lost()) /** @type {HTMLElement | null} */ (element.querySelector('button:enabled'))?.focus({ preventScroll: true });
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

/** Closes a dialog by a press beside it, not by one that began inside: there a text may be being selected. @param {any} event */
export const closeBeside = ({ target, currentTarget }) =>
  target === currentTarget && target === pressed && target.close();

/** @param {string} id @returns {any} */
export const byId = (id) => document.getElementById(id);
