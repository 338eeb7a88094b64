// @ts-check
// What was opened, to look at: what it holds, what newer terms changed about it, and the choice to use it.
// It changes nothing; what follows from it is drawn by the parts of the page.

import { byId, fill, h } from '../dom.js';
import { say, t } from '../i18n.js';
import { day, monthDay } from '../format.js';
import { eventDetail, eventTitle, inOrder, typedMoney } from '../names.js';
import { dayChoices, textOf } from '../product.js';
import { MOST_PINNED } from '../compare/work.js';
import { facts } from '../view/parts.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */
/** @typedef {import('../draft.js').Draft} Draft */
/** @typedef {import('../pkg/yuefu.js').Product} Product */

/** Events that are listed; the rest are counted. */
const LISTED = 60;
/** More events than this are looked at only: each change would run them all. */
const EDITABLE = 1000;

/** @param {HTMLElement} element @param {State} state @param {Actions} act @param {Product | null} terms */
export function panel(element, { opened, pinned }, act, terms) {
  if (!opened) return;
  const { draft, notes } = opened;
  const tooMany = draft.events.length > EDITABLE;
  fill(
    element,
    h(
      'div.card.opened',
      null,
      h('h2', { id: 'opened-title', tabindex: '-1' }, t('opened.title')),
      h('p.hint', null, t('opened.only')),
      notes.length ? h('ul.notes.warn', null, notes.map((note) => h('li', null, noteWords(note, terms)))) : null,
      tooMany ? h('p.notes.warn', null, t('opened.tooMany', { n: draft.events.length, most: EDITABLE })) : null,
      facts(settings(draft, terms)),
      h('h3', null, t('opened.events', { n: draft.events.length })),
      list(draft),
      tooMany || pinned.length >= MOST_PINNED
        ? null
        : h('p', null, h('button', { type: 'button', on: { click: act.compareOpened } }, t('opened.compare'))),
    ),
    h(
      'div.bar.two',
      null,
      h('button', { type: 'button', data: { k: 'keep-mine' }, on: { click: act.keepMine } }, t('opened.keep')),
      tooMany
        ? h('button', { type: 'button', on: { click: () => act.openShare('out') } }, t('opened.export'))
        : h('button.primary', { type: 'button', on: { click: act.useOpened } }, t('opened.use')),
    ),
  );
  window.scrollTo(0, 0);
  byId('opened-title').focus({ preventScroll: true });
}

/** @param {Draft} draft */
function list(draft) {
  const all = inOrder(draft);
  const rest = all.length - LISTED;
  return [
    h(
      'ol.events',
      null,
      all.slice(0, LISTED).map((event) =>
        h(
          'li.event.row',
          null,
          h('span.event-day', null, event.date.slice(0, 4), h('span.note', null, monthDay(event.date))),
          h('span.row-main', null, eventTitle(draft, event)),
          h('span.row-figure', null, typedMoney(event.amount ?? event.limit ?? '')),
          h('span.row-note', null, eventDetail(event)),
        ),
      ),
    ),
    rest > 0 ? h('p.hint', null, t('opened.more', { n: rest })) : null,
  ];
}

/** What is set, as terms and what they are. @param {Draft} draft @param {Product | null} terms @returns {[string, any][]} */
function settings(draft, terms) {
  const choice = dayChoices(terms).find((one) => one.id === draft.choice);
  /** @type {[string, string][]} */
  const pairs = [
    [t('setting.product'), textOf(terms?.name) || draft.product],
    [t('setting.creditLimit'), typedMoney(draft.creditLimit)],
    [t('setting.habit'), say('habit', draft.habit)],
    [t('setting.daysBeforeDue'), draft.daysBeforeDue === '0' ? '' : draft.daysBeforeDue],
    [t('setting.today'), draft.today && day(draft.today)],
    [t('setting.until'), draft.until && day(draft.until)],
    [t('opened.assume'), draft.assume === 'possible' ? say('assume', 'possible') : ''],
    [t('setting.choice'), choice ? textOf(choice.title) : ''],
    [t('setting.refundRule'), draft.refundRule && say('refundRule', draft.refundRule)],
    ...Object.entries(draft.rates).map(([n, typed]) => pair(t('term.plan.rate', { n }), `${typed}%`)),
    ...Object.entries(draft.overrides ?? {}).map(([key, value]) => pair(termName(key), String(value))),
  ];
  return pairs.filter(([, what]) => what !== '');
}

/** @param {string} name @param {string} what @returns {[string, string]} */
const pair = (name, what) => [name, what];

/** @param {string} key */
function termName(key) {
  const plan = /^plan\.(\d+)\.(\w+)$/.exec(key);
  return plan ? t(`term.plan.${plan[2]}`, { n: plan[1] }) : say('term', key);
}

/** @param {import('../pkg/yuefu.js').CodeNote} note @param {Product | null} terms */
const noteWords = ({ code, path, was = '', now = '' }, terms) =>
  t(`opened.note.${code}`, {
    was,
    now,
    what: termName(path.split('/').at(-1) ?? ''),
    instead: textOf(terms?.name),
  });
