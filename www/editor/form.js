// @ts-check
// Draws fields and keeps them in step with the draft without touching the one that is being typed in.
// It checks nothing: complaints come from the engine and are put beside their field.

import { fill, h, make } from '../dom.js';
import { t } from '../i18n.js';

/** @typedef {import('./fields.js').Field} Field */
/** @typedef {import('./fields.js').Option} Option */
/**
 * @typedef {object} Control
 * @property {any} element  what goes into the form
 * @property {(value: any, options: Option[], error: string) => void} sync
 * @property {() => void} focus
 */

let forms = 0;

/**
 * One field with label, hint and room for its complaint.
 * @param {Field} field @param {(value: any) => void} change
 * @returns {Control}
 */
export function control(field, change) {
  forms += 1;
  const id = `f${forms}-${field.name}`;
  if (field.kind === 'choice') return choiceControl(field, id, change);
  const input = make(inputOf(field, id, change));
  const error = make(h('p.error', { id: `${id}-error`, 'aria-live': 'polite' }));
  const hint = field.hint ? h('p.hint', { id: `${id}-hint` }, t(field.hint, field.values)) : null;
  input.setAttribute('aria-describedby', hint ? `${id}-error ${id}-hint` : `${id}-error`);
  const label = h('label', { for: id }, t(field.label, field.values));
  const body = field.kind === 'check' ? h('div.check', null, input, label) : [label, boxOf(field, input, id)];
  const element = make(h('div.field', { data: { field: field.name } }, body, error, hint));
  /** @type {[any, Option[], string]} */
  let last = ['', [], ''];
  const show = () => syncInput(field, input, error, ...last);
  input.addEventListener('blur', show);
  return { element, focus: () => input.focus(), sync: (...now) => ((last = now), show()) };
}

/** @param {Field} field @param {string} id @param {(value: any) => void} change */
function inputOf(field, id, change) {
  /** @param {any} event */
  const changed = ({ target }) => change(field.kind === 'check' ? target.checked : target.value);
  if (field.kind === 'select') return h('select', { id, on: { change: changed } });
  if (field.kind === 'check') return h('input', { id, type: 'checkbox', on: { change: changed } });
  const on = { input: changed };
  if (field.kind === 'date') return h('input', { id, type: 'date', min: '2004-01-01', max: '2099-12-31', on });
  if (field.kind === 'text') return h('input', { id, type: 'text', maxlength: '200', autocomplete: 'off', on });
  return h('input', {
    id,
    type: 'text',
    inputmode: field.kind === 'count' ? 'numeric' : 'decimal',
    autocomplete: 'off',
    on,
  });
}

/** The input with its unit, or with its buttons for the day before and after. @param {Field} field @param {any} input @param {string} id */
function boxOf(field, input, id) {
  if (field.kind === 'money') return h('div.box', null, h('span.unit', { 'aria-hidden': 'true' }, '¥'), input);
  if (field.kind === 'percent') return h('div.box', null, input, h('span.unit', { 'aria-hidden': 'true' }, '%'));
  if (field.kind !== 'date') return h('div.box', null, input);
  return h('div.box.date', null, stepButton(input, 'stepDown'), input, stepButton(input, 'stepUp'));
}

/** A button for the day before or after; the browser's own field counts the days. @param {HTMLInputElement} input @param {'stepUp' | 'stepDown'} way */
function stepButton(input, way) {
  const click = () => {
    if (input.value === '') return;
    input[way]();
    input.dispatchEvent(new Event('input'));
  };
  const label = t(way === 'stepUp' ? 'field.dayAfter' : 'field.dayBefore');
  return h('button.step', { type: 'button', 'aria-label': label, on: { click } }, way === 'stepUp' ? '+1' : '−1');
}

/** @param {Field} field @param {any} input @param {Element} error @param {any} value @param {Option[]} options @param {string} text */
function syncInput(field, input, error, value, options, text) {
  if (field.kind === 'check') input.checked = value;
  else if (field.kind === 'select') {
    fill(
      input,
      options.map((option) => h('option', { value: option.value }, option.text)),
    );
    input.value = value;
  } else if (input.value !== value && !input.matches(':focus')) input.value = value;
  const shown = field.kind === 'date' ? dateComplaint(input, text) : text;
  fill(error, shown);
  input.setAttribute('aria-invalid', String(shown !== ''));
}

/** What the browser could not read is no day; a year that is still being typed is not yet wrong. @param {any} input @param {string} text */
function dateComplaint(input, text) {
  if (input.validity.badInput) return t('error.badDate');
  if (input.matches(':focus') && /^0/.test(input.value)) return '';
  return text;
}

/**
 * A few choices side by side.
 * @param {Field} field @param {string} id @param {(value: any) => void} change
 * @returns {Control}
 */
function choiceControl(field, id, change) {
  const row = make(h('div.choices'));
  const error = make(h('p.error', { id: `${id}-error`, 'aria-live': 'polite' }));
  const element = make(
    h(
      'fieldset.field',
      { data: { field: field.name }, 'aria-describedby': `${id}-error` },
      h('legend', null, t(field.label)),
      row,
      error,
    ),
  );
  return {
    element,
    focus: () => (row.querySelector(':checked') ?? row.querySelector('input'))?.focus(),
    sync: (value, options, text) => {
      fill(
        row,
        options.map((option) => radio(option, option.value === value, id, change)),
      );
      fill(error, text);
    },
  };
}

/** @param {Option} option @param {boolean} checked @param {string} name @param {(value: any) => void} change */
function radio(option, checked, name, change) {
  const on = { change: () => change(option.value) };
  return h(
    'label.choice',
    null,
    h('input', { type: 'radio', name, value: option.value, checked, on }),
    h('span', null, option.text),
  );
}
