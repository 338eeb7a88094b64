// @ts-check
// The two hatchings that drawings are filled with: for what is possible but not sure, and for a freeze.
// Each tree of elements needs them once. Their colours are in charts.css.

import { s } from '../dom.js';

/** Takes no room. */
export const hatches = () =>
  s(
    'svg.defs',
    { width: 0, height: 0, 'aria-hidden': 'true', focusable: 'false' },
    s('defs', null, hatch('possible', 6, 45), hatch('frozen', 8, -45)),
  );

/** @param {string} name @param {number} size @param {number} turned */
const hatch = (name, size, turned) =>
  s(
    'pattern',
    {
      id: `hatch-${name}`,
      width: size,
      height: size,
      patternUnits: 'userSpaceOnUse',
      patternTransform: `rotate(${turned})`,
    },
    s(`rect.hatch-${name}-ground`, { width: size, height: size }),
    s(`rect.hatch-${name}`, { width: 2, height: size }),
  );
