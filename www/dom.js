// @ts-check
// Sketches elements as plain data and draws them, touching only what differs from the sketch before: no markup text is
// ever parsed. It is not a framework: it knows no state and draws when it is told to.

/**
 * What an element is to be.
 * @typedef {object} Sketch
 * @property {string} space  its namespace
 * @property {string} name
 * @property {string} look  its classes
 * @property {Record<string, any>} props
 * @property {Child[]} children
 */
/** @typedef {Node | Sketch | string | number | null | undefined | false} Child */
/** @typedef {{ child: Child, node: Node | null }} Slot */

/**
 * Sketches an element. `on` takes listeners, `data` dataset entries; null, undefined and false leave an attribute out.
 * Without children it is left to whoever fills it.
 * @param {string} space
 * @returns {(tag: string, props?: Record<string, any> | null, ...children: (Child | Child[])[]) => Sketch}  `tag` is
 *   a tag name, with classes after dots: `p.hint`
 */
const sketch =
  (space) =>
  (tag, props, ...children) => {
    const [name, ...classes] = tag.split('.');
    return { space, name, look: classes.join(' '), props: props ?? {}, children: children.flat() };
  };

/** Sketches an HTML element. */
export const h = sketch('http://www.w3.org/1999/xhtml');
/** Sketches an SVG element. */
export const s = sketch('http://www.w3.org/2000/svg');

/** Before anything is drawn. */
const NOTHING = { look: '', props: /** @type {Record<string, any>} */ ({}), children: [] };

/** What each element holds, as it was drawn. @type {WeakMap<Node, Slot[]>} */
const held = new WeakMap();
/** What each element does on events. @type {WeakMap<EventTarget, Record<string, (event: Event) => void>>} */
const doing = new WeakMap();

/** The element of a sketch. @param {Sketch} child @returns {any} */
export const make = (child) => nodeOf(child);

/** The node of a child: the one that was there, brought up to date, where it is of the same kind. @param {Child} child @param {Slot} [was] @returns {any} */
function nodeOf(child, was) {
  if (child === null || child === undefined || child === false) return null;
  if (child instanceof Node) return child;
  if (typeof child !== 'object') return textOf(String(child), was?.node);
  const before = /** @type {Sketch | undefined} */ (was?.child);
  const same = before?.space === child.space && before.name === child.name && before.props.data?.k === child.props.data?.k;
  const old = same ? before : NOTHING;
  const node = /** @type {any} */ (same ? was?.node : document.createElementNS(child.space, child.name));
  if (child.look !== old.look) node.setAttribute('class', child.look);
  if (child.children.length + old.children.length) hold(node, child.children);
  set(node, child.props, old.props);
  return node;
}

/** @param {string} text @param {Node | null} [node]  what was there */
function textOf(text, node) {
  if (!(node instanceof Text)) return document.createTextNode(text);
  if (node.data !== text) node.data = text;
  return node;
}

/** Lets an element hold these children and no others, touching what changed. @param {Element} element @param {Child[]} children */
function hold(element, children) {
  const before = held.get(element) ?? [];
  const slots = children.map((child, i) => ({ child, node: nodeOf(child, before[i]) }));
  held.set(element, slots);
  before.forEach(({ node }, i) => {
    if (node !== slots[i]?.node && node?.parentNode === element && !slots.some((slot) => slot.node === node))
      element.removeChild(node);
  });
  let next = /** @type {ChildNode | null} */ (element.firstChild);
  for (const { node } of slots) {
    if (node && node === next) next = node.nextSibling;
    else if (node) element.insertBefore(node, next);
  }
  while (next) {
    const gone = next;
    next = gone.nextSibling;
    gone.remove();
  }
}

/** @param {any} element @param {Record<string, any>} props @param {Record<string, any>} old */
function set(element, props, old) {
  for (const name in { ...old, ...props }) {
    const value = props[name];
    if (name === 'on') listen(element, value ?? {}, old.on ?? {});
    else if (name === 'data') Object.assign(element.dataset, value);
    else if (name === 'value' || name === 'checked') element[name] !== value && (element[name] = value ?? '');
    else if (value === old[name]) continue;
    else if (value === null || value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : value);
  }
}

/** @param {Element} element @param {Record<string, any>} on @param {Record<string, any>} old */
function listen(element, on, old) {
  doing.set(element, on);
  for (const type in on) if (!old[type]) element.addEventListener(type, answer);
}

/** What an element does by its last sketch. @param {Event} event */
const answer = (event) => doing.get(/** @type {EventTarget} */ (event.currentTarget))?.[event.type]?.(event);

/**
 * Lets an element hold what is sketched. What is the same stays untouched; focus and opened details stay with their `data-k`.
 * @param {Element} element
 * @param {...(Child | Child[])} children
 */
export function fill(element, ...children) {
  const within = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  const active = /** @type {HTMLElement | null | undefined} */ (within.activeElement);
  const focused = active && element.contains(active) ? active.dataset.k : undefined;
  const opened = [...element.querySelectorAll('details[open]')].map((d) => /** @type {any} */ (d).dataset.k);
  hold(element, children.flat());
  for (const details of opened.length ? element.querySelectorAll('details') : [])
    if (details.dataset.k && opened.includes(details.dataset.k)) details.open = true;
  if (focused && within.activeElement !== active) find(element, focused)?.focus({ preventScroll: true });
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
