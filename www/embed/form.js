// @ts-check
// The fields of a view: what a reader may change as controls, what the author has locked as plain facts.
// It checks nothing: complaints come from the engine and are put beside their field.

import { fill, h, make } from '../dom.js';
import { has, t } from '../i18n.js';
import { dayAndWeekday } from '../format.js';
import { fieldOf as complained } from '../draft.js';
import { typedMoney } from '../names.js';
import { control } from '../editor/form.js';
import { sentence } from '../editor/sheet.js';
import { facts } from '../view/parts.js';
import { eventAt, fieldOf, placeOf, valueOf } from './views.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */

/**
 * @param {string[]} names @param {string[]} lock  names that are shown and cannot be changed; `all` locks every one
 * @param {Actions} act
 */
export function form(names, lock, act) {
  const isLocked = (/** @type {string} */ name) => lock.includes('all') || lock.includes(name);
  const element = make(h('div.embed-form.card', { hidden: names.length === 0 }));
  const fixed = make(h('div.embed-locked'));
  let drawn = '';
  /** @type {{ name: string, one: import('../editor/form.js').Control }[]} */
  let controls = [];
  return {
    element,
    /** @param {State} state @param {any} terms */
    sync(state, terms) {
      const key = JSON.stringify([terms?.id, state.draft.events.map((event) => event.key)]);
      if (key !== drawn) {
        controls = names.filter((name) => !isLocked(name)).map((name) => ({ name, one: made(name, terms, act) }));
        fill(element, fixed, controls.map(({ one }) => one.element));
      }
      drawn = key;
      fill(fixed, locked(names.filter(isLocked), state, terms));
      for (const { name, one } of controls) {
        const options = fieldOf(name, terms).options?.(state, eventOf(state, name), terms) ?? [];
        one.sync(valueOf(state.draft, name), options, complaint(state, name));
      }
    },
  };
}

/** @param {State} state @param {string} name */
const eventOf = (state, name) => eventAt(state.draft, placeOf(name).type);

/** @param {string} name @param {any} terms @param {Actions} act */
function made(name, terms, act) {
  const { type, name: own } = placeOf(name);
  return control(fieldOf(name, terms), (value) => {
    const event = type && eventAt(act.state().draft, type);
    if (event) act.field(event.key, own, value);
    else act.setting(own, value);
  });
}

/** What cannot be changed, as it will be read. @param {string[]} names @param {State} state @param {any} terms */
function locked(names, state, terms) {
  const pairs = names.map((name) => {
    const field = fieldOf(name, terms);
    const value = valueOf(state.draft, name);
    const option = field.options?.(state, eventOf(state, name), terms).find((one) => one.value === value);
    return /** @type {[string, string]} */ ([t(field.label), option?.text ?? written(field.kind, value)]);
  });
  return names.length ? facts(pairs.filter(([, text]) => text !== '')) : '';
}

/** @param {string} kind @param {string} value */
function written(kind, value) {
  if (kind === 'money') return value && typedMoney(value);
  return kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayAndWeekday(value) : value;
}

/** What the engine says about a field, if it is about this one. @param {State} state @param {string} name */
function complaint(state, name) {
  const { error, keys } = state.result;
  if (!error) return '';
  const about = complained(error.path, /** @type {string[]} */ (keys), state.draft);
  const isMine = about.field === placeOf(name).name && about.key === (eventOf(state, name)?.key ?? null);
  const value = valueOf(state.draft, name);
  if (isMine && value === '' && has(`empty.${name}`)) return t(`empty.${name}`);
  return isMine ? sentence(state, about.field, value) : '';
}
