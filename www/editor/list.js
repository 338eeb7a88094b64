// @ts-check
// What happens on the account, by day, like a statement: each row opens its sheet.
// The amounts are those typed; only a refund of the whole purchase takes its amount from the report.

import { fill, h } from '../dom.js';
import { say, t } from '../i18n.js';
import { money, monthDay, weekday } from '../format.js';
import { eventDetail, eventTitle, inOrder, typedMoney } from '../names.js';
import { fieldOf } from '../draft.js';
import { CASE_IDS, claimOf, PRESET_IDS } from '../presets.js';
import { textOf } from '../product.js';
import { badge, cardHead } from '../view/parts.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../draft.js').DraftEvent} DraftEvent */
/** @typedef {import('../actions.js').Actions} Actions */

/** The questions that a preset answers. @param {Element} element @param {State} state @param {Actions} act */
export function presets(element, state, act) {
  const chips = PRESET_IDS.map((id) => chip(id, () => act.preset(id), String(state.draft.preset === id)));
  fill(
    element,
    h(
      'ul.chips.scroll',
      { 'aria-label': t('preset.title') },
      chips,
      cases(state, act),
      chip('blank', act.blank),
    ),
  );
}

/**
 * Browsers leave a chip that the keyboard reaches where it is when a little of it can be seen. One that a finger or a
 * mouse presses stays: if it moved, letting go would be beside it.
 * @param {Event} event
 */
const bringIn = ({ target }) =>
  target instanceof Element &&
  target.matches(':focus-visible') &&
  target.scrollIntoView({ block: 'nearest', inline: 'center' });

/** The less common cases, in one list. @param {State} state @param {Actions} act */
function cases(state, act) {
  const chosen = CASE_IDS.find((id) => id === state.draft.preset) ?? '';
  const change = (/** @type {any} */ { target }) => target.value && act.preset(target.value);
  const select = h(
    'select.chip',
    { 'aria-label': t('preset.cases'), value: chosen, data: { k: 'preset-cases' }, on: { change, focus: bringIn } },
    h('option', { value: '' }, t('preset.cases')),
    CASE_IDS.map((id) => h('option', { value: id }, t(`preset.${id}`))),
  );
  return h('li', null, select);
}

/** @param {string} id @param {() => void} click @param {string} [pressed] */
const chip = (id, click, pressed) =>
  h(
    'li',
    null,
    h(
      'button.chip',
      { type: 'button', 'aria-pressed': pressed, data: { k: `preset-${id}` }, on: { click, focus: bringIn } },
      t(`preset.${id}`),
    ),
  );

/** @param {Element} element @param {State} state @param {Actions} act @param {import('../pkg/yuefu.js').Product | null} terms */
export function events(element, state, act, terms) {
  const list = inOrder(state.draft);
  fill(
    element,
    cardHead(
      t('events.title'),
      h(
        'span.buttons',
        null,
        iconButton('edit.undo', '↶', act.undo, state.past.length > 0),
        iconButton('edit.redo', '↷', act.redo, state.future.length > 0),
      ),
    ),
    state.draft.preset ? h('p.hint', null, t('events.isExample')) : null,
    claim(state, terms),
    list.length
      ? h(
          'ol.events',
          null,
          list.map((event, i) => row(event, list[i - 1], state, act)),
        )
      : empty(act),
  );
}

/** @param {string} key  of its words @param {string} sign @param {() => void} click @param {boolean} on */
const iconButton = (key, sign, click, on) =>
  h(
    'button.icon',
    { type: 'button', 'aria-label': t(key), title: t(key), disabled: !on, data: { k: key }, on: { click } },
    sign,
  );

/** @param {Actions} act */
const empty = (act) =>
  h(
    'div.empty',
    null,
    h('p', null, t('events.empty')),
    h('button.primary', { type: 'button', on: { click: () => act.add('purchase') } }, t('events.addFirst')),
  );

/** @param {DraftEvent} event @param {DraftEvent | undefined} before @param {State} state @param {Actions} act */
function row(event, before, state, act) {
  const { draft, sheet } = state;
  const newYear = event.date.slice(0, 4) !== (before?.date.slice(0, 4) ?? '');
  const current = sheet?.kind === 'event' && sheet.key === event.key;
  return h(
    'li',
    null,
    newYear && event.date ? h('p.year', null, event.date.slice(0, 4)) : null,
    h(
      'button.row-button.event',
      {
        type: 'button',
        'aria-current': current ? 'true' : null,
        data: { k: `event-${event.key}` },
        on: { click: () => act.openEvent(event.key) },
      },
      h(
        'span.event-day',
        null,
        event.date ? monthDay(event.date) : t('events.noDay'),
        event.date ? h('span.note', null, weekday(event.date)) : null,
      ),
      h('span.row-main', null, eventTitle(draft, event), ' ', standing(event, state)),
      h('span.row-figure', null, amount(event, state)),
      h('span.row-note', null, eventDetail(event)),
    ),
  );
}

/** What an article says of the case that is shown. @param {State} state @param {import('../pkg/yuefu.js').Product | null} terms */
function claim({ draft }, terms) {
  const id = claimOf(draft.preset);
  const found = id && terms?.claims.find((one) => one.id === id);
  return found ? h('p.hint.claim', null, t('events.claim', { text: textOf(found.text) })) : null;
}

/** What is wrong with an event, if anything. @param {DraftEvent} event @param {State} state */
function standing(event, state) {
  const { error, keys, report } = state.result;
  if (error && fieldOf(error.path, /** @type {string[]} */ (keys), state.draft).key === event.key)
    return badge('bad', t('events.wrong'));
  const index = keys.indexOf(event.key);
  const outcome = report?.outcomes.find((one) => one.event === index);
  if (!error && outcome?.status === 'refused') return badge('bad', say('refused', outcome.code));
  return null;
}

/** @param {DraftEvent} event @param {State} state */
function amount(event, state) {
  if (event.type === 'purchase') return typedMoney(event.amount);
  if (event.type === 'setLimit') return typedMoney(event.limit);
  if (event.type === 'refund' && event.amount === '') {
    const { report, keys } = state.result;
    const refund = report?.refunds.find((one) => keys[one.event] === event.key);
    return refund ? money(refund.amount, '+') : '';
  }
  if (event.type === 'repayment' || event.type === 'refund') return typedMoney(event.amount, '+');
  const paid = state.result.report?.outcomes.find((one) => state.result.keys[one.event] === event.key)?.paid;
  return paid ? money(paid, '+') : typedMoney(event.amount ?? '');
}

/** Whether there is something to be refunded. @param {State} state */
export const canRefund = ({ draft }) => draft.events.some((event) => event.type === 'purchase');

/** The buttons that add an event, always in reach. @param {Element} element @param {State} state @param {Actions} act */
export function bar(element, state, act) {
  const adds = ['purchase', 'refund', 'repayment'].map((type) =>
    h(
      'button',
      {
        type: 'button',
        disabled: type === 'refund' && !canRefund(state),
        data: { k: `add-${type}` },
        on: { click: () => act.add(type) },
      },
      h('span.plus', { 'aria-hidden': 'true' }, '+'),
      t(`add.${type}`),
    ),
  );
  fill(element, adds, h('button', { type: 'button', data: { k: 'more' }, on: { click: act.openMore } }, t('add.more')));
}
