// @ts-check
// A text as a QR code, drawn as SVG with its quiet zone.
// It encodes nothing itself: lean-qr does.

import { correction, generate } from 'lean-qr/nano';
import { s } from '../dom.js';

/** Light modules around the code that a reader needs. */
const QUIET = 4;

/** The drawing; null for a text that no code can hold. @param {string} text @param {string} label */
export function qr(text, label) {
  const code = encoded(text);
  if (!code) return null;
  const side = code.size + 2 * QUIET;
  let dark = '';
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) dark += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
  }
  return s(
    'svg.qr',
    { viewBox: `0 0 ${side} ${side}`, role: 'img', 'aria-label': label },
    s('rect.qr-ground', { width: side, height: side }),
    s('path.qr-dark', { d: dark }),
  );
}

/** @param {string} text */
function encoded(text) {
  try {
    return generate(text, { minCorrectionLevel: correction.L });
  } catch {
    return null;
  }
}
