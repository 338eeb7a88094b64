// @ts-check
// An open question: its form, which stays while its answer is drawn anew, and the engine's answer.
// It finds nothing itself; an answer is asked for a moment after the last change, because it takes many runs.

import { fill, h, make } from '../dom.js';
import { has, lang, t } from '../i18n.js';
import { toScenario } from '../draft.js';
import { use } from '../engine.js';
import { control } from '../editor/form.js';
import { answerOf } from './answer.js';
import { FIELDS, questionOf, valueOf } from './questions.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */
/** @typedef {import('../pkg/yuefu.js').Product} Product */

/** Milliseconds after the last change until the engine is asked. */
const ASK_AFTER = 150;

/** What is drawn at present, and the question that waits. */
let drawn = {
  name: '',
  controls: /** @type {{ field: import('../editor/fields.js').Field, control: import('../editor/form.js').Control }[]} */ ([]),
  answer: /** @type {any} */ (null),
};
let timer = 0;

/** @param {Element} element @param {State} state @param {Actions} act @param {Product | null} terms */
export function card(element, state, act, terms) {
  const ask = /** @type {NonNullable<State['ask']>} */ (state.ask);
  const name = JSON.stringify([ask.kind, lang]);
  if (drawn.name !== name || !element.contains(drawn.answer)) build(element, ask, act);
  drawn.name = name;
  const question = questionOf(state);
  const text = JSON.stringify(question);
  const known = state.answered?.result === state.result && state.answered.question === text ? state.answered : null;
  const { error } = known ?? {};
  for (const { field, control: one } of drawn.controls) {
    const wrong = error && (error.path.split('/')[1] ?? 'date') === field.name;
    const options = field.options?.(state, null, terms);
    one.element.hidden = options?.length === 0;
    one.sync(valueOf(field, state), options ?? [], wrong ? sentence(error.code, field.name) : '');
  }
  clearTimeout(timer);
  if (typeof question === 'string') return say(t(question));
  if (state.result.error || state.result.fault) return say(t('answer.broken'));
  if (!known) {
    drawn.answer.setAttribute('aria-busy', 'true');
    if (!drawn.answer.firstChild) say(t('ask.working'));
    timer = setTimeout(() => solve(question, text, act, terms), ASK_AFTER);
    return undefined;
  }
  drawn.answer.setAttribute('aria-busy', 'false');
  if (!known.answer) return say(error ? t('ask.putRight') : t('fault.run'));
  return put(answerOf(known.answer, state, act));
}

/** @param {string} text */
const say = (text) => put(h('p.hint', null, text));

/** Puts an answer in the place of the last one; a focus that was in it goes back to the question. @param {...any} content */
function put(...content) {
  const focused = drawn.answer.contains(document.activeElement);
  fill(drawn.answer, ...content);
  if (focused) /** @type {HTMLElement | null} */ (drawn.answer.closest('section')?.querySelector('[aria-pressed=true]'))?.focus();
}

/** @param {string} code @param {string} field */
const sentence = (code, field) => t(has(`error.${code}.${field}`) ? `error.${code}.${field}` : `error.${code}`);

/** @param {Element} element @param {NonNullable<State['ask']>} ask @param {Actions} act */
function build(element, ask, act) {
  const fields = FIELDS[ask.kind];
  drawn = {
    name: '',
    controls: fields.map((field) => ({ field, control: control(field, (value) => act.askField(field.name, value)) })),
    answer: make(h('div.ask-answer', { role: 'status' })),
  };
  fill(
    element,
    h('p.hint', null, t(`ask.${ask.kind}.hint`)),
    h('div.ask-form', null, drawn.controls.map((one) => one.control.element)),
    drawn.answer,
  );
}

/** Asks the engine about what is shown by now. @param {import('../pkg/yuefu.js').Question} question @param {string} text @param {Actions} act @param {Product | null} terms */
function solve(question, text, act, terms) {
  const { result, draft } = act.state();
  const { scenario } = toScenario(result.draft ?? draft, terms);
  const { value, error } = use((wasm) => wasm.solve(scenario, question));
  act.answered({ question: text, result, answer: value ?? null, error: error ?? null });
}
