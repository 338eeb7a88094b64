// @ts-check
// The limit as a drawing: what can be spent day by day, the band between the two readings, freezes hatched.
// It is not readable by itself: the reading line and the table beside it hold the figures.

import { s } from '../dom.js';
import { dayNumber, dayTicks, linear, nameOf, plot, roundTicks } from './scale.js';

/** @typedef {import('../pkg/yuefu.js').LimitDay} LimitDay */

const HEIGHT = 240;
const READINGS = /** @type {const} */ (['possible', 'guaranteed']);
/** How far from a mark it can be taken hold of, in pixels: a target of 44 px. */
const REACH = 22;
const BOX = { top: 16, right: 16, bottom: 32, left: 56 };

/** @typedef {{ key: string, date: string, text: string }} Mark  an event on the axis; `text` is said of the one that is moved */
/** @typedef {{ label: (tick: { day: string, isMonth: boolean }, first: boolean) => string, amount: (n: number) => string, frozen: string }} Words */
/**
 * @typedef {object} LimitChart
 * @property {import('../dom.js').Sketch} drawing
 * @property {(index: number) => import('../dom.js').Sketch[]} cursorAt  what marks a row; it belongs in the drawing's `.cursor`
 * @property {(x: number) => number} nearest  the row that is under a pixel
 * @property {(x: number, y: number) => string | undefined} grip  key of the event whose mark is under a point
 * @property {(x: number) => string} dayAt  the day that is under a pixel
 */

/**
 * @param {LimitDay[]} rows  the report's limit days @param {number} width
 * @param {Words} words @param {Mark[]} marks
 * @returns {LimitChart}
 */
export function limitChart(rows, width, words, marks) {
  const frame = frameOf(rows, width);
  return {
    drawing: plot(
      width,
      HEIGHT,
      amountAxis(frame, words),
      dayAxis(frame, rows, words),
      freezes(frame, rows, words),
      s('path.band', { d: bandPath(frame, rows), fill: 'url(#hatch-possible)' }),
      s('path.line.possible', { d: stepPath(frame, rows, 'possible') }),
      s('path.line.guaranteed', { d: stepPath(frame, rows, 'guaranteed') }),
      s('g.cursor'),
      marks.flatMap((mark) => markOn(frame, mark)),
    ),
    cursorAt: (index) => cursorMarks(frame, rows[index]),
    nearest: (pixel) => nearest(frame, rows, pixel),
    grip: (x, y) => (y < frame.bottom - REACH ? undefined : grip(frame, marks, x)),
    dayAt: (pixel) => nameOf(Math.round(frame.day(pixel))),
  };
}

/** @param {LimitDay[]} rows @param {number} width */
function frameOf(rows, width) {
  const days = rows.map((row) => dayNumber(row.date));
  const [first, last] = [days[0], days[days.length - 1]];
  const end = last + Math.max(2, Math.ceil((last - first) * 0.06));
  const values = rows.flatMap((row) => [Number(row.available.possible), Number(row.available.guaranteed)]);
  const most = Math.max(...values, Number(rows[0].limit.possible));
  const ticks = roundTicks(Math.min(...values), most);
  const bottom = HEIGHT - BOX.bottom;
  return {
    width,
    bottom,
    ticks,
    days,
    end,
    x: linear(first, end, BOX.left, width - BOX.right),
    day: linear(BOX.left, width - BOX.right, first, end),
    y: linear(ticks[0], ticks[ticks.length - 1], bottom, BOX.top),
  };
}

/** @typedef {ReturnType<typeof frameOf>} Frame */

/** @param {Frame} frame @param {Words} words */
function amountAxis({ ticks, y, width }, words) {
  return ticks.flatMap((tick) => [
    s('line.grid', { x1: BOX.left, x2: width - BOX.right, y1: y(tick), y2: y(tick) }),
    s('text.tick', { x: BOX.left - 12, y: y(tick) + 4, 'text-anchor': 'end' }, words.amount(tick)),
  ]);
}

/** Days under the drawing; a label that would run into the one before it is left out. @param {Frame} frame @param {LimitDay[]} rows @param {Words} words */
function dayAxis({ x, width, bottom, end }, rows, words) {
  const last = new Date(end * 86_400_000).toISOString().slice(0, 10);
  const room = Math.max(2, Math.floor((width - BOX.left - BOX.right) / 52));
  let right = 0;
  return dayTicks(rows[0].date, last, room).flatMap((tick, i) => {
    const label = words.label(tick, i === 0);
    const half = textWidth(label) / 2;
    const middle = Math.min(x(tick.at), width - half);
    const mark = s('line.grid', { x1: x(tick.at), x2: x(tick.at), y1: bottom, y2: bottom + 6 });
    if (middle - half < right + 6) return [mark];
    right = middle + half;
    return [mark, s('text.tick', { x: middle, y: bottom + 22, 'text-anchor': 'middle' }, label)];
  });
}

/** About how wide a label of 12 px is. @param {string} label */
const textWidth = (label) => [...label].reduce((width, letter) => width + (letter > '\u2e80' ? 12 : 7), 0);

/** Stretches of rows that are frozen for sure, hatched over the whole height. @param {Frame} frame @param {LimitDay[]} rows @param {Words} words */
function freezes({ x, days, bottom, end }, rows, words) {
  /** @type {any[]} */
  const marks = [];
  for (let i = 0; i < rows.length; i += 1) {
    if (!isFrozen(rows[i])) continue;
    let j = i;
    while (j + 1 < rows.length && isFrozen(rows[j + 1])) j += 1;
    const [left, right] = [x(days[i]), x(days[j + 1] ?? end)];
    marks.push(
      s('rect.frozen', {
        x: left,
        y: BOX.top,
        width: Math.max(2, right - left),
        height: bottom - BOX.top,
        fill: 'url(#hatch-frozen)',
      }),
    );
    if (right - left > 40) marks.push(s('text.tick.frozen-label', { x: left + 6, y: BOX.top + 14 }, words.frozen));
    i = j;
  }
  return marks;
}

/** @param {LimitDay} row */
const isFrozen = (row) => row.frozen.guaranteed.length > 0;

/** @param {Frame} frame @param {LimitDay[]} rows @param {'possible' | 'guaranteed'} reading */
function corners({ x, y, days, end }, rows, reading) {
  return rows.flatMap((row, i) => {
    const height = y(Number(row.available[reading]));
    return [
      [x(days[i]), height],
      [x(days[i + 1] ?? end), height],
    ];
  });
}

/** @param {Frame} frame @param {LimitDay[]} rows @param {'possible' | 'guaranteed'} reading */
const stepPath = (frame, rows, reading) => `M${corners(frame, rows, reading).join('L')}`;

/** @param {Frame} frame @param {LimitDay[]} rows */
const bandPath = (frame, rows) =>
  `M${[...corners(frame, rows, 'possible'), ...corners(frame, rows, 'guaranteed').reverse()].join('L')}Z`;

/** @param {Frame} frame @param {LimitDay} row */
function cursorMarks({ x, y, bottom }, row) {
  const at = x(dayNumber(row.date));
  const dots = READINGS.map((reading) =>
    s(`circle.dot.${reading}`, { cx: at, cy: y(Number(row.available[reading])), r: 5 }),
  );
  return [s('line', { x1: at, x2: at, y1: BOX.top, y2: bottom }), ...dots];
}

/** @param {Frame} frame @param {LimitDay[]} rows @param {number} pixel */
function nearest({ x, days }, rows, pixel) {
  let best = 0;
  for (let i = 0; i < rows.length; i += 1) if (x(days[i]) <= pixel + 6) best = i;
  return best;
}

/** An event on the axis, with its day where it is being moved. @param {Frame} frame @param {Mark} mark */
function markOn({ x, bottom, width }, { date, text }) {
  const at = x(dayNumber(date));
  const dot = s(text ? 'circle.event-mark.moved' : 'circle.event-mark', { cx: at, cy: bottom, r: text ? 8 : 5 });
  if (!text) return [dot];
  const half = textWidth(text) / 2;
  const middle = Math.max(half, Math.min(at, width - half));
  return [dot, s('text.event-day', { x: middle, y: bottom - 16, 'text-anchor': 'middle' }, text)];
}

/** The mark that is nearest to a pixel and within reach. @param {Frame} frame @param {Mark[]} marks @param {number} pixel */
function grip({ x }, marks, pixel) {
  const near = marks.map(({ key, date }) => ({ key, away: Math.abs(x(dayNumber(date)) - pixel) }));
  const [first] = near.filter(({ away }) => away <= REACH).sort((a, b) => a.away - b.away);
  return first?.key;
}
