// @ts-check
// A simulator alone in a frame: reads the fragment, draws the view, and speaks with the page around it.
// It keeps nothing on the device and sends nothing to any server. What is not here: the messages, in embed/frame.js.

import { fill, h } from './dom.js';
import { t } from './i18n.js';
import { byId } from './dom.js';
import { frame } from './embed/frame.js';
import { ofFragment, read } from './embed/params.js';
import { simulator } from './embed/simulator.js';

const root = document.documentElement;
const box = byId('simulator');
/** @type {import('./embed/simulator.js').Simulator | undefined} */
let shown;

const around = frame(byId('frame'), byId('words'), {
  open: (scenario) => shown?.open(scenario),
  result: () => ({ scenario: shown?.scenario(), report: shown?.report() ?? null }),
});

/** What went wrong with the fragment, for the reader and for the host. @type {string[]} */
let problems = [];

/** Shows what the fragment says. */
async function show() {
  const { params, wrong } = read(ofFragment(location.hash));
  problems = wrong;
  if (params.theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = params.theme;
  const host = {
    page: new URL('./', location.href).href,
    changed: () => around.changed(),
    wrong: () => problems.push('scenario'),
  };
  if (shown) await shown.set(params);
  else shown = await simulator(box, params, host);
  root.lang = box.lang;
  document.title = t(`embed.view.${params.view}`);
  byId('title').textContent = document.title;
  around.ready(params.view, box.lang);
  tell();
}

/** Says which settings of the fragment could not be read. */
function tell() {
  if (!problems.length) return around.say(null);
  around.error('parameters', problems.join(' '));
  around.say(h('p.note', { role: 'status' }, t('embed.wrong', { names: problems.join(' ') })));
}

/** @param {unknown} error */
function failed(error) {
  console.error(error);
  around.error('load', String(error));
  const page = h('a', { href: './', target: '_blank', rel: 'noopener' }, '月付试算');
  const words = '没有载入完整。请刷新，或换一个新一点的浏览器。';
  const english = h('span', { lang: 'en' }, 'It could not be loaded. Reload, or use a newer browser.');
  fill(box, h('p.fault', { role: 'alert' }, words, ' ', english, ' ', page));
}

show().catch(failed);
addEventListener('hashchange', () => void show().catch(failed));
