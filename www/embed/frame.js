// @ts-check
// What a simulator in a frame and the page around it say to each other: messages of the protocol `yuefu/1`
// (docs/embedding.md). The page learns the height; it learns the result only if it asks and the reader agrees.
// What is not here: the page's side, which is in ../loader.js.

import { fill, h, make } from '../dom.js';
import { t } from '../i18n.js';

export const PROTOCOL = 'yuefu/1';
/** What a page that may read the result gets of the report. */
const SHARED = /** @type {const} */ (['asOf', 'outcomes', 'bills', 'plans', 'refunds', 'totals']);

/**
 * @typedef {object} Inside
 * @property {(scenario: any) => void} open
 * @property {() => { scenario: any, report: any }} result
 */

/**
 * Listens to the page around.
 * @param {HTMLElement} content  whose height is told @param {HTMLElement} words  where questions to the reader stand
 * @param {Inside} inside
 */
export function frame(content, words, inside) {
  const { parent } = window;
  let id = new URLSearchParams(location.hash.slice(1)).get('id') ?? '';
  let height = 0;
  /** Who may read the result. @type {string | null} */
  let reader = null;
  /** @param {string} type @param {object} more @param {string} [to] */
  const post = (type, more, to = '*') => {
    if (parent !== window) parent.postMessage({ protocol: PROTOCOL, type, id, ...more }, to);
  };
  const result = () => {
    const { scenario, report } = inside.result();
    if (reader && report) post('result', { scenario, report: shared(report) }, reader);
  };
  const measure = () => {
    // One more than the whole pixels, so that no part of one makes the frame scroll.
    const now = content.offsetHeight + 1;
    if (now !== height && now > 1) post('height', { height: (height = now) });
  };
  const watch = new ResizeObserver(measure);
  const question = make(h('div.embed-ask', { role: 'status' }));
  const problem = make(h('div'));
  words.append(problem, question);

  /** @type {Record<string, (event: MessageEvent) => void>} */
  const heard = {
    hello({ data }) {
      id = String(data.id ?? '');
      height = 0;
      watch.disconnect();
      watch.observe(content);
    },
    ask({ origin }) {
      if (origin === 'null') return post('error', { code: 'unknownOrigin', message: 'the page has no origin to answer to' });
      if (reader === origin) return result();
      ask(question, origin, (agreed) => {
        reader = agreed ? origin : null;
        if (agreed) result();
        else post('error', { code: 'refused', message: 'the reader does not share the result' });
      });
    },
    open: ({ data }) => inside.open(data.scenario),
  };
  addEventListener('message', (event) => {
    if (event.source !== parent || parent === window || event.data?.protocol !== PROTOCOL) return;
    if (Object.hasOwn(heard, event.data.type)) heard[event.data.type](event);
  });

  return {
    /** @param {string} view @param {string} lang */
    ready: (view, lang) => post('ready', { view, lang }),
    changed: result,
    /** @param {string} code @param {string} message */
    error: (code, message) => post('error', { code, message }),
    /** @param {import('../dom.js').Child} words */
    say: (words) => fill(problem, words),
  };
}

/** What is told of a report: figures, without their explanations. @param {any} report */
const shared = (report) => Object.fromEntries(SHARED.map((name) => [name, report[name]]));

/** Asks the reader whether the page may read the result; who agreed can take it back. @param {any} element @param {string} origin @param {(agreed: boolean) => void} settle */
function ask(element, origin, settle) {
  const site = new URL(origin).host;
  const refuse = () => {
    fill(element);
    settle(false);
  };
  const agree = () => {
    fill(element, h('p.note', null, t('embed.sharing', { site })), button('embed.stop', refuse));
    settle(true);
  };
  fill(
    element,
    h('p', null, t('embed.ask', { site })),
    h('div.buttons', null, button('embed.agree', agree), button('embed.refuse', refuse)),
  );
}

/** @param {string} key @param {() => void} click */
const button = (key, click) => h('button', { type: 'button', on: { click } }, t(key));
