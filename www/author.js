// @ts-check
// The page for authors: choose a view, try it, lock what readers shall not change, take the snippet for one's host.
// What is typed into the preview is what readers start with. What is not here: the texts of the snippets.

import { byId, fill, h } from './dom.js';
import { LANGUAGES, speak, t } from './i18n.js';
import * as engine from './engine.js';
import { toScenario } from './draft.js';
import { fromScenario } from './from-scenario.js';
import { languageFor, wordsFor } from './embed/words.js';
import { NAMES, THEMES, VIEW_NAMES } from './embed/params.js';
import { VIEWS, valueOf } from './embed/views.js';
import { addressOf, snippets } from './embed/snippets.js';
import './element.js';

/** What was chosen. */
const chosen = { view: 'refund', lang: 'auto', theme: 'auto', height: '560', lock: /** @type {string[]} */ ([]) };
const lang = languageFor('auto');
/** @type {any} */
const preview = document.createElement('yuefu-simulator');
/** @type {Record<string, string>} */
let table = {};

/** What readers start with, as far as it differs from the view's own beginning or is locked. @returns {Record<string, string>} */
function given() {
  const { scenario } = preview;
  if (!scenario) return {};
  const draft = fromScenario(scenario, engine.product(scenario.product));
  if (chosen.view === 'full') return { scenario: codeOf(scenario) };
  const own = VIEWS[chosen.view].start();
  const isSaid = (/** @type {string} */ name) =>
    valueOf(draft, name) !== valueOf(own, name) || (chosen.lock.includes(name) && valueOf(draft, name) !== '');
  const said = VIEWS[chosen.view].fields.filter(isSaid);
  return Object.fromEntries(said.map((name) => [name, valueOf(draft, name)]));
}

/** @param {any} scenario */
const codeOfScenario = (scenario) => engine.use((wasm) => wasm.encodeScenario(scenario)).value ?? '';

/** A code of the whole simulator's scenario; '' while it is still its example. @param {any} scenario */
function codeOf(scenario) {
  const own = VIEWS.full.start();
  const [example, now] = [toScenario(own, engine.product(own.product)).scenario, scenario].map(codeOfScenario);
  return now === example ? '' : now;
}

/** What an embed is told. @returns {Record<string, string>} */
function told() {
  const { view, theme, lock } = chosen;
  const words = { view, lang: chosen.lang === 'auto' ? '' : chosen.lang, theme: theme === 'auto' ? '' : theme };
  return { ...words, lock: lock.join(' '), ...given() };
}

/** Shows the chosen options in the preview. */
function show() {
  const said = told();
  for (const name of NAMES) {
    if (said[name]) preview.setAttribute(name, said[name]);
    else preview.removeAttribute(name);
  }
  draw();
}

/** @param {Partial<typeof chosen>} change */
function choose(change) {
  if (change.view && change.view !== chosen.view) {
    chosen.lock = [];
    for (const name of NAMES) preview.removeAttribute(name);
    preview.scenario = null;
    Object.assign(chosen, change);
    preview.setAttribute('view', chosen.view);
    return draw();
  }
  Object.assign(chosen, change);
  return show();
}

/** Draws options and snippets. */
function draw() {
  speak(lang, table);
  fill(byId('options'), options());
  write();
}

/** Writes the snippets for what is shown now. */
function write() {
  speak(lang, table);
  const page = new URL('./', location.href).href;
  const all = snippets(page, told(), chosen.height, t(`embed.view.${chosen.view}`));
  fill(byId('snippets'), all.map(snippet), h('div', { id: 'qr' }));
  void picture(addressOf(page, told()));
}

/** Draws the address as a QR code, for hosts that take pictures only. @param {string} address */
async function picture(address) {
  const { qr } = await import('./share/qr.js');
  speak(lang, table);
  fill(byId('qr'), qr(address, t('author.qr')));
}

const options = () => [
  select('view', VIEW_NAMES.map((name) => [name, t(`embed.view.${name}`)])),
  select('lang', [['auto', t('author.lang.auto')], ...Object.entries(LANGUAGES).map(([code, one]) => [code, one.name])]),
  select('theme', THEMES.map((name) => [name, t(`author.theme.${name}`)])),
  select('height', ['360', '480', '560', '720', '900'].map((height) => [height, t('author.pixels', { n: height })])),
  h('fieldset.field', null, h('legend', null, t('author.lock')), h('div.locks', null, locks().map(lockBox))),
];

/** What can be locked in the view. */
const locks = () => [...VIEWS[chosen.view].fields, 'all'];

/** @param {string} name */
function lockBox(name) {
  const id = `lock-${name}`;
  const toggle = () =>
    choose({ lock: chosen.lock.includes(name) ? chosen.lock.filter((one) => one !== name) : [...chosen.lock, name] });
  const checked = chosen.lock.includes(name);
  const label = name === 'all' ? t('author.lockAll') : t(`embed.field.${name}`);
  return h(
    'div.check',
    null,
    h('input', { id, type: 'checkbox', checked, data: { k: id }, on: { change: toggle } }),
    h('label', { for: id }, label),
  );
}

/** @param {'view' | 'lang' | 'theme' | 'height'} name @param {string[][]} list */
function select(name, list) {
  const id = `choose-${name}`;
  const change = (/** @type {any} */ { target }) => choose({ [name]: target.value });
  const element = h(
    'select',
    { id, value: chosen[name], data: { k: id }, on: { change } },
    list.map(([value, text]) => h('option', { value }, text)),
  );
  return h('div.field', null, h('label', { for: id }, t(`author.${name}`)), h('div.box', null, element));
}

/** @param {{ id: string, text: string }} one */
function snippet({ id, text }) {
  const area = `snippet-${id}`;
  return h(
    'div.snippet',
    null,
    h('h2', null, t(`author.${id}`)),
    h('p.note', null, t(`author.${id}Hint`)),
    h('textarea', { id: area, readonly: true, rows: 4, spellcheck: 'false', 'aria-label': t(`author.${id}`), value: text }),
    h('button', { type: 'button', data: { k: `copy-${id}` }, on: { click: () => copy(byId(area)) } }, t('author.copy')),
  );
}

/** @param {HTMLTextAreaElement} area */
async function copy(area) {
  area.select();
  const done = await navigator.clipboard?.writeText(area.value).then(
    () => true,
    () => false,
  );
  speak(lang, table);
  byId('notice').textContent = t(done ? 'author.copied' : 'author.copyBySelf');
  byId('notice').classList.add('shown');
}

/** Starts the page. */
async function start() {
  table = await wordsFor(lang);
  await engine.load();
  speak(lang, table);
  document.documentElement.lang = lang;
  document.title = t('author.title');
  byId('title').textContent = t('author.title');
  byId('intro').textContent = t('author.intro');
  byId('preview').setAttribute('aria-label', t('author.preview'));
  preview.setAttribute('view', chosen.view);
  preview.addEventListener('yuefu-ready', write);
  preview.addEventListener('yuefu-change', write);
  byId('preview').append(preview);
  draw();
}

start().catch((error) => {
  console.error(error);
  byId('intro').textContent = '没有载入完整，请刷新。 It could not be loaded: please reload.';
});
