// @ts-check
// The sheet for handing a scenario on (link, QR, code, files, paper) and for opening one.
// It reads nothing itself: what is pasted or picked goes to the page's actions.

import { fill, h, make } from '../dom.js';
import { lang, say, t } from '../i18n.js';
import { toScenario } from '../draft.js';
import { use } from '../engine.js';
import { MOST } from '../opened/read.js';
import { copy, linkTo, saveCalendar, saveReport, saveScenario, saveTable, TABLES } from './out.js';
import { qr } from './qr.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../actions.js').Actions} Actions */
/** @typedef {import('../pkg/yuefu.js').Product} Product */
/** @typedef {NonNullable<State['share']>} Share */

/** What is drawn at present. */
let drawn = { name: '', problem: /** @type {any} */ (null), field: /** @type {any} */ (null) };

/** @param {HTMLDialogElement} element @param {State} state @param {Actions} act @param {Product | null} terms */
export function panel(element, state, act, terms) {
  const share = /** @type {Share} */ (state.share);
  const name = JSON.stringify([share.mode, lang]);
  if (!element.open || drawn.name !== name) build(element, state, act, terms);
  drawn.name = name;
  if (share.mode === 'in') sync(share);
  if (!element.open) element.showModal();
}

/** @param {HTMLDialogElement} element @param {State} state @param {Actions} act @param {Product | null} terms */
function build(element, state, act, terms) {
  const { mode } = /** @type {Share} */ (state.share);
  fill(
    element,
    h(
      'div.sheet-head',
      null,
      h('h2', { id: 'share-title', tabindex: '-1', autofocus: true }, t(mode === 'out' ? 'share.title' : 'open.title')),
      h('button.icon', { type: 'button', 'aria-label': t('sheet.close'), on: { click: act.closeShare } }, '✕'),
    ),
    h('div.sheet-body', null, mode === 'out' ? out(state, act, terms) : into(act)),
  );
}

/** @param {State} state @param {Actions} act @param {Product | null} terms */
function out(state, act, terms) {
  const { report, error, fault } = state.result;
  const { scenario } = toScenario(state.draft, terms);
  const code = use((wasm) => wasm.encodeScenario(scenario)).value;
  const other = h('button', { type: 'button', on: { click: () => act.openShare('in') } }, t('share.other'));
  if (error || fault || !code || !report) return [h('p', null, t('share.broken')), h('div.buttons', null, other)];
  return [
    h('p.hint', null, t('share.private')),
    copied('share.link', 'input', linkTo(code)),
    qr(linkTo(code), t('share.qrOf')) ?? h('p.hint', null, t('share.noQr')),
    copied('share.code', 'textarea', code),
    h('h3', null, t('share.files')),
    h(
      'div.buttons.wrap',
      null,
      button('share.scenario', () => saveScenario(scenario)),
      button('share.calendar', () => saveCalendar(report, lang)),
      TABLES.map((table) =>
        h(
          'button',
          { type: 'button', on: { click: () => saveTable(report, table, lang) } },
          t('share.table', { name: say('share.table', table) }),
        ),
      ),
      button('share.report', () => saveReport(report)),
      button('share.print', () => {
        act.closeShare();
        window.print();
      }),
    ),
    h('h3', null, t('open.title')),
    h('div.buttons', null, other),
  ];
}

/** @param {string} key @param {() => void} click */
const button = (key, click) => h('button', { type: 'button', on: { click } }, t(key));

/** A text to be copied, with its button. @param {string} key @param {string} tag @param {string} text */
function copied(key, tag, text) {
  const id = `copy-${key}`;
  const rows = tag === 'textarea' ? 3 : null;
  const field = make(h(tag, { id, readonly: true, value: text, rows, spellcheck: 'false' }));
  const said = make(h('p.hint', { role: 'status' }));
  const click = async () => {
    said.textContent = t((await copy(field)) ? 'share.copied' : 'share.notCopied');
  };
  return h(
    'div.field',
    null,
    h('label', { for: id }, t(key)),
    h('div.box', null, field, h('button.step', { type: 'button', on: { click } }, t('share.copy'))),
    said,
  );
}

/** The field for a link, a code or a file. @param {Actions} act */
function into(act) {
  drawn.field = make(
    h('textarea', {
      id: 'open-text',
      rows: 4,
      spellcheck: 'false',
      autocomplete: 'off',
      'aria-describedby': 'open-hint open-problem',
      on: { input: (/** @type {any} */ { target }) => act.paste(target.value) },
    }),
  );
  drawn.problem = make(h('p.error', { id: 'open-problem', role: 'alert' }));
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    act.read(drawn.field.value);
  };
  return h(
    'form.open-form',
    { on: { submit } },
    h(
      'div.field',
      null,
      h('label', { for: 'open-text' }, t('open.text')),
      h('div.box', null, drawn.field),
      drawn.problem,
      h('p.hint', { id: 'open-hint' }, t('open.hint')),
    ),
    h(
      'div.field',
      null,
      h('label', { for: 'open-file' }, t('open.file')),
      h('input', {
        id: 'open-file',
        type: 'file',
        accept: '.json,.txt,application/json,text/plain',
        on: { change: (/** @type {any} */ { target }) => file(target, act) },
      }),
    ),
    h(
      'div.buttons',
      null,
      h('button.primary', { type: 'submit' }, t('open.look')),
      h('button', { type: 'button', on: { click: act.closeShare } }, t('open.cancel')),
    ),
  );
}

/** A file that is picked is looked at once. @param {HTMLInputElement} input @param {Actions} act */
async function file(input, act) {
  const picked = input.files?.[0];
  if (!picked) return;
  // Picked again, the same file is a change too.
  const text = picked.size > MOST ? null : await picked.text().catch(() => undefined);
  input.value = '';
  if (text === null) act.cannotOpen(t('open.tooBig'));
  else if (text === undefined) act.cannotOpen(t('open.unreadable'));
  else await act.read(text);
}

/** @param {Share} share */
function sync({ text, problem }) {
  if (document.activeElement !== drawn.field && drawn.field.value !== text) drawn.field.value = text;
  drawn.problem.textContent = problem;
  drawn.field.setAttribute('aria-invalid', String(problem !== ''));
}
