// @ts-check
// The way of one refund as a bar: waiting, then the band in which it may be usable, then usable for sure.
// It is not a calendar: the days are the engine's, here they are only placed.

import { s } from '../dom.js';
import { dayNumber, linear, plot } from './scale.js';

/** @typedef {import('../pkg/yuefu.js').Refund} Refund */

const HEIGHT = 88;
const LINE = 40;
const EDGE = 8;
const TAIL = 24;

/**
 * @param {Refund} refund  of the report @param {number} width
 * @param {{ start: string, shown: string, possible: string, guaranteed: string }} words  labels with their days; '' for none
 */
export function refundChart(refund, width, words) {
  const end = refund.guaranteed ?? refund.possible ?? refund.shown ?? refund.date;
  const x = linear(
    dayNumber(refund.date),
    Math.max(dayNumber(end), dayNumber(refund.date) + 1),
    EDGE,
    width - EDGE - TAIL,
  );
  const [shown, possible, sure] = [refund.shown, refund.possible, refund.guaranteed].map((day) =>
    day ? x(dayNumber(day)) : null,
  );
  const above = (/** @type {number} */ at, /** @type {string} */ text) =>
    label(anchorOf(at, width), clamp(at, width), LINE - 20, text);
  const early = shown !== null && shown !== possible;
  return plot(
    width,
    HEIGHT,
    stretch('wait', EDGE, possible ?? sure ?? width - EDGE),
    possible !== null && stretch('maybe', possible, sure ?? width - EDGE),
    sure !== null && stretch('sure', sure, width - EDGE),
    label('start', EDGE, LINE + 36, words.start),
    sure !== null && [mark('guaranteed', sure), label('end', width - EDGE, LINE + 36, words.guaranteed)],
    possible !== null && [mark('possible', possible), above(possible, words.possible)],
    early && mark('shown', shown),
    early && (possible === null || Math.abs(possible - shown) > 150) && above(shown, words.shown),
  );
}

/** @param {string} kind @param {number} from @param {number} to */
function stretch(kind, from, to) {
  const fill = kind === 'maybe' ? { fill: 'url(#hatch-possible)' } : {};
  return s(`rect.stretch.${kind}`, { x: from, y: LINE - 8, width: Math.max(0, to - from), height: 16, ...fill });
}

/** @param {string} kind @param {number} x */
const mark = (kind, x) => s(`line.mark.${kind}`, { x1: x, x2: x, y1: LINE - 14, y2: LINE + 14 });

/** @param {string} anchor @param {number} x @param {number} y @param {string} text */
const label = (anchor, x, y, text) => s('text.tick', { x, y, 'text-anchor': anchor }, text);

/** @param {number} x @param {number} width */
const anchorOf = (x, width) => (x < 72 ? 'start' : x > width - 72 ? 'end' : 'middle');
/** @param {number} x @param {number} width */
const clamp = (x, width) => Math.max(EDGE, Math.min(x, width - EDGE));
