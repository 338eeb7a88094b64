// @ts-check
// The element's other way: the same simulator in a frame, which grows and shrinks as the frame says.
// What is not here: the result, which a frame gives only where the reader agrees (see frame.js).

import { h, make } from '../dom.js';
import { PROTOCOL } from './frame.js';

/** Height until the frame has told its own, in pixels. */
const FIRST = 560;
const MOST = 8000;
let frames = 0;

/** Times at which each frame was made smaller. @type {WeakMap<HTMLIFrameElement, number[]>} */
const shrinks = new WeakMap();

/** Takes a height; a frame that shrinks again and again keeps the larger one. @param {any} frame @param {any} height */
function grow(frame, height) {
  if (!Number.isInteger(height) || height <= 0) return;
  if (height < Number(frame.height)) {
    const lately = (shrinks.get(frame) ?? []).filter((time) => time > Date.now() - 10_000);
    if (lately.length >= 6) return;
    shrinks.set(frame, [...lately, Date.now()]);
  }
  frame.height = String(Math.min(height, MOST));
}

/**
 * @param {ShadowRoot} root @param {URL} base @param {() => string} fragment
 * @param {(type: string, detail?: object) => void} tell
 * @returns {import('./simulator.js').Simulator}
 */
export function inFrame(root, base, fragment, tell) {
  const id = `e${(frames += 1)}`;
  const src = () => new URL(`embed.html${fragment()}`, base).href;
  const frame = make(
    h('iframe', { src: src(), height: FIRST, width: '100%', title: '月付试算', referrerpolicy: 'no-referrer' }),
  );
  const link = make(h('a', { href: base.href, target: '_blank', rel: 'noopener' }, '月付试算'));
  frame.style.border = '0';
  root.replaceChildren(frame, link);
  /** @type {any} */
  let waiting = null;
  let isReady = false;
  /** @param {string} type @param {object} [more] */
  const post = (type, more) => frame.contentWindow?.postMessage({ protocol: PROTOCOL, type, id, ...more }, '*');
  /** @type {(event: MessageEvent) => void} */
  const hear = ({ source, data }) => {
    if (!source || source !== frame.contentWindow || data?.protocol !== PROTOCOL) return;
    if (data.type === 'ready') {
      isReady = true;
      post('hello');
      if (waiting) post('open', { scenario: waiting });
      link.remove();
    } else if (data.type === 'height' && data.id === id) grow(frame, data.height);
    else if (data.type === 'error') tell('error', { code: data.code, message: data.message });
  };
  addEventListener('message', hear);
  return {
    set: async () => void (frame.src = src()),
    open(scenario) {
      waiting = scenario;
      if (isReady) post('open', { scenario });
    },
    scenario: () => waiting,
    report: () => null,
    remove() {
      removeEventListener('message', hear);
      root.replaceChildren();
    },
  };
}
