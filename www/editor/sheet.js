// @ts-check
// The sheet in which an event or the settings are edited: at the foot of a phone, in the left column of a wide screen.
// It holds controls only; what they say is in the draft.

import { fill, h, make, openAt } from '../dom.js';
import { has, t } from '../i18n.js';
import { fieldOf } from '../draft.js';
import { answer } from '../view/answer.js';
import { control } from './form.js';
import { FIELDS } from './fields.js';
import { settingsFields, settingValue } from './settings.js';
import { later } from '../later.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../pkg/yuefu.js').Product} Product */
/** @typedef {import('../actions.js').Actions} Actions */

const menu = later(() => import('./menu.js'));

/** What is drawn in a sheet: its name, its controls by field, and the answer above them. */
const blank = () => ({
  name: '',
  controls: /** @type {{ field: import('./fields.js').Field, control: import('./form.js').Control }[]} */ ([]),
  strip: /** @type {Element | null} */ (null),
});

/** What is drawn in the sheet at hand, and in each: a page may show several simulators. */
let drawn = blank();
/** @type {WeakMap<Element, typeof drawn>} */
const sheets = new WeakMap();

/** @param {HTMLDialogElement} element @param {State} state @param {Actions} act @param {Product | null} terms */
export function sheet(element, state, act, terms) {
  const { sheet: open, wide, lang } = state;
  drawn = sheets.get(element) ?? blank();
  sheets.set(element, drawn);
  if (!open) {
    drawn.name = '';
    if (element.open) element.close();
    return;
  }
  const name = JSON.stringify([open, wide, lang, terms?.id]);
  if (drawn.name !== name) {
    if (element.open) element.close();
    build(element, state, act, terms);
    drawn.name = name;
    openAt(element, 'h2', wide);
    sync(state, act, terms);
    if (open.kind === 'event') first(state)?.focus();
  } else sync(state, act, terms);
}

/** The field to begin with: the one that is complained about, else the first of a new event. @param {State} state */
function first(state) {
  const wrong = complaint(state);
  const open = state.sheet?.kind === 'event' ? state.sheet.key : null;
  const event = state.draft.events.find((one) => one.key === open);
  const named =
    wrong && wrong.key === open ? drawn.controls.find(({ field }) => field.name === wrong.field) : undefined;
  if (named) return named.control;
  return event?.fresh ? drawn.controls[0].control : undefined;
}

/** @param {Element} element @param {State} state @param {Actions} act @param {Product | null} terms */
function build(element, state, act, terms) {
  const open = /** @type {NonNullable<State['sheet']>} */ (state.sheet);
  const strip = make(h('div.strip'));
  Object.assign(drawn, { controls: [], strip });
  const body = open.kind === 'more' ? make(h('div')) : form(open, state, act, terms);
  fill(
    element,
    state.wide ? null : strip,
    h(
      'div.sheet-head',
      null,
      h('h2', { id: 'sheet-title', tabindex: '-1' }, title(open, state)),
      h('button.icon', { type: 'button', 'aria-label': t('sheet.close'), on: { click: act.closeSheet } }, '✕'),
    ),
    body,
  );
  if (open.kind === 'more') menu(body, (module) => fill(body, module.menu(act.state(), act)));
}

/** @param {NonNullable<State['sheet']>} open @param {State} state */
function title(open, state) {
  if (open.kind !== 'event') return t(`sheet.${open.kind}`);
  const event = state.draft.events.find((one) => one.key === open.key);
  return t(`event.${event?.type}`);
}

/** @param {{ kind: 'event', key: string } | { kind: 'settings' }} open @param {State} state @param {Actions} act @param {Product | null} terms */
function form(open, state, act, terms) {
  const fields =
    open.kind === 'event'
      ? FIELDS[state.draft.events.find((one) => one.key === open.key)?.type ?? '']
      : settingsFields(terms);
  drawn.controls = fields.map((field) => ({
    field,
    control: control(field, (value) =>
      open.kind === 'event' ? act.field(open.key, field.name, value) : act.setting(field.name, value),
    ),
  }));
  const { controls } = drawn;
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    const wrong = complaint(act.state());
    const mine = wrong && wrong.key === (open.kind === 'event' ? open.key : null);
    const named = mine ? controls.find(({ field }) => field.name === wrong.field) : undefined;
    if (named) named.control.focus();
    else act.closeSheet();
  };
  return h(
    'form',
    { novalidate: true, on: { submit } },
    h(
      'div.sheet-body',
      null,
      controls.map((one) => one.control.element),
    ),
    h(
      'div.sheet-foot',
      null,
      open.kind === 'event'
        ? [
            h('button.quiet.danger', { type: 'button', on: { click: () => act.remove(open.key) } }, t('edit.remove')),
            h('button.quiet', { type: 'button', on: { click: () => act.duplicate(open.key) } }, t('edit.duplicate')),
          ]
        : null,
      h('button.primary', { type: 'submit' }, t('sheet.done')),
    ),
  );
}

/** @param {State} state @param {Actions} act @param {Product | null} terms */
function sync(state, act, terms) {
  if (drawn.strip?.isConnected) answer(drawn.strip, state, act, true);
  const open = state.sheet;
  if (!open || open.kind === 'more') return;
  const event = open.kind === 'event' ? state.draft.events.find((one) => one.key === open.key) : null;
  const wrong = complaint(state);
  const mine = wrong && wrong.key === (open.kind === 'event' ? open.key : null);
  const held = drawn.controls.some(({ field }) => mine && field.name === wrong.field);
  drawn.controls.forEach(({ field, control }, i) => {
    const value = event ? event[field.name] : settingValue(state.draft, field.name);
    const named = mine && (field.name === wrong.field || (!held && i === 0));
    control.sync(value, field.options?.(state, event, terms) ?? [], named ? sentence(state, wrong.field, value) : '');
  });
}

/** Where the engine's complaint belongs. @param {State} state */
function complaint(state) {
  const { error, keys } = state.result;
  return error ? fieldOf(error.path, /** @type {string[]} */ (keys), state.draft) : null;
}

/** The complaint in words. @param {State} state @param {string} field @param {any} value */
export function sentence(state, field, value) {
  const { error } = state.result;
  if (!error) return '';
  if (value === '') return t(has(`empty.${field}`) ? `empty.${field}` : 'empty.any');
  const special = `error.${error.code}.${field}`;
  return t(has(special) ? special : `error.${error.code}`);
}
