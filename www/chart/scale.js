// @ts-check
// What drawings are made with: their frame, and where a day and an amount are on them. Numbers made here are pixels and
// never shown as figures, but for the round labels of an axis.
// It is no calendar: it counts days between two days so as to place them.

import { s } from '../dom.js';

/** A drawing of that size; what it shows is said in words beside it. @param {number} width @param {number} height @param {...any} marks */
export const plot = (width, height, ...marks) =>
  s(
    'svg.chart',
    { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', focusable: 'false' },
    ...marks,
  );

/** Days since 1970, for placing. @param {string} day */
export function dayNumber(day) {
  const [year, month, date] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) / 86_400_000;
}

/**
 * @param {number} from @param {number} to @param {number} start  pixel of `from` @param {number} end  pixel of `to`
 * @returns {(value: number) => number}
 */
export function linear(from, to, start, end) {
  const span = to - from || 1;
  return (value) => Math.round((start + ((value - from) / span) * (end - start)) * 10) / 10;
}

/** Round values that span a range, three to five of them. @param {number} least @param {number} most */
export function roundTicks(least, most) {
  const rough = (most - least || most || 1) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? power;
  const first = Math.floor(least / step) * step;
  const ticks = [];
  for (let value = first; value < most + step; value += step) ticks.push(Math.round(value * 100) / 100);
  return ticks;
}

/**
 * Days to label between two days: firsts of months over a long time, else every few days.
 * @param {string} from @param {string} to @param {number} most  labels at most
 * @returns {{ at: number, day: string, isMonth: boolean }[]}
 */
export function dayTicks(from, to, most) {
  const [start, end] = [dayNumber(from), dayNumber(to)];
  return end - start > 45 ? monthTicks(from, end, most) : eachTicks(start, end, most);
}

/** @param {string} from @param {number} end @param {number} most */
function monthTicks(from, end, most) {
  const [year, month, date] = from.split('-').map(Number);
  const ticks = [];
  for (let n = date === 1 ? 0 : 1; ; n += 1) {
    const at = Date.UTC(year, month - 1 + n, 1) / 86_400_000;
    if (at > end) break;
    ticks.push({ at, day: nameOf(at), isMonth: true });
  }
  const every = [1, 2, 3, 6, 12].find((n) => ticks.length / n <= most) ?? 24;
  return ticks.filter((tick) => Number(tick.day.slice(5, 7)) % every === (every === 1 ? 0 : 1) || every === 24);
}

/** @param {number} start @param {number} end @param {number} most */
function eachTicks(start, end, most) {
  const every = [1, 2, 3, 5, 7, 10, 14].find((n) => (end - start) / n < most) ?? 14;
  const ticks = [];
  for (let at = start; at <= end; at += every) ticks.push({ at, day: nameOf(at), isMonth: false });
  return ticks;
}

/** The day of a number of days since 1970. @param {number} number */
export const nameOf = (number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
