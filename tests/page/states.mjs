// Every state that the page can be in, each with the way to it, in any language: what is looked at, is looked at in all.
// What is not here: what each state should say, which its own tests hold.

import { expect } from './support.mjs';

/** The code of the worked example, as tests/codes keeps codes: it was given out and must go on opening. */
export const EXAMPLE = 'AQGqQQCTAwMAiwUBFxAUAysDARwBSJA87A';
/** By hand, as in tests/codes/golden.rs: a scenario of data of 2025-01-01 with a term that is no longer there. */
const STALE = [1, 0xf8, 0x3b, 32, 0x93, 0x03, 2, 0, 8, ...Buffer.from('gone.key'), 1, 4, 5, 4, 2, 1, 0, 8, 1, 23];

/** A code of these bytes, as src/export/seal.rs makes it: version, content and the CRC-32C of both. */
export function seal(content) {
  const bytes = [1, ...content];
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let i = 0; i < 8; i += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0x82f63b78 : 0);
  }
  const check = Buffer.alloc(4);
  check.writeUInt32LE(~sum >>> 0);
  return Buffer.concat([Buffer.from(bytes), check]).toString('base64url');
}

const key = (page, name) => page.locator(`[data-k="${name}"]`);
const press = (page, name) => key(page, name).first().click();
const preset = (page, id) => press(page, `preset-${id}`);
const unfold = (page) => page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
const amount = (page, text) => page.locator('#sheet [data-field=amount] input').fill(text);

/** Ends editing by the button. */
const done = (page) => page.locator('#sheet .primary').click();

/** A purchase of that amount on the day after the example's last. */
async function buy(page, text) {
  await press(page, 'add-purchase');
  await amount(page, text);
}

/** A kind of event of the menu, by its place there. */
async function more(page, place) {
  await press(page, 'more');
  await page.locator('#sheet .menu button').nth(place).click();
  await expect(page.locator('#sheet form')).toBeVisible();
}

/** Closes the sheet by its cross. */
const leave = (page) => page.locator('#sheet .sheet-head button').click();

/** The kinds of events in the menu, in its order. */
const MORE = ['settling a plan', 'settling all', 'a bill in instalments', 'the minimum', 'a bill a month later', 'a freeze', 'an appeal'].concat(
  ['another limit', 'an enquiry', 'asking for more', 'another phone', 'closing the account'],
);

const inSheet = (go, ready = '#sheet form') => ({ go, ready, part: '#sheet' });
const why = (go, ready = '#why h2') => ({ go, ready, part: '#why' });
const answered = (go) => ({ go, ready: '.ask-answer:not(:empty)', part: '#ask' });

/** The sheet for opening, with a text in its field that was looked at. */
async function paste(page, text) {
  await press(page, 'share');
  await page.locator('#share .sheet-body > .buttons button').last().click();
  await page.locator('#open-text').fill(text);
  await page.locator('#share .primary').click();
}

/** A question with its fields filled in, until its answer is there. */
async function ask(page, kind, fields = {}) {
  await press(page, `ask-${kind}`);
  for (const [name, value] of Object.entries(fields)) {
    const input = page.locator(`#ask [data-field=${name}]`).locator('input, select');
    if (await input.evaluate((one) => one.tagName === 'SELECT')) await input.selectOption(value);
    else await input.fill(value);
  }
  await expect(page.locator('.ask-answer')).not.toBeEmpty();
  await expect(page.locator('.ask-answer[aria-busy=true]')).toHaveCount(0);
}

/** The example kept, and held against two changes of it. */
async function compareThree(page) {
  await press(page, 'compare-keep');
  for (const [periods, keep] of [
    ['12', true],
    ['none', false],
  ]) {
    await press(page, 'event-k2');
    const radios = page.locator('#sheet [data-field=periods] input');
    await (periods === 'none' ? radios.first() : page.locator(`#sheet [data-field=periods] input[value="${periods}"]`)).check({ force: true });
    await done(page);
    if (keep) await press(page, 'compare.keepAnother-');
  }
  await expect(page.locator('#compare > table th[scope=col]')).toHaveCount(3);
}

/** In the page, before it starts: storage that refuses. */
function refuseStorage() {
  Object.defineProperty(window, 'localStorage', {
    get: () => {
      throw new DOMException('refused', 'SecurityError');
    },
  });
}

/** In the page, before it starts: every write is one too many. */
function fullStorage() {
  Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
}

/** In the page, before it starts: what was kept can no longer be read. */
const tornStorage = () => localStorage.length || localStorage.setItem('yuefu.page', '{"format":"yuefu.page/1","draft":{"eve');

/** In the page, before it starts: the engine fails from the second run on. */
function failingEngine() {
  const { instantiateStreaming } = WebAssembly;
  let runs = 0;
  WebAssembly.instantiateStreaming = async (...given) => {
    const loaded = await instantiateStreaming.apply(WebAssembly, given);
    const broken = (...args) => {
      if ((runs += 1) > 1) throw new WebAssembly.RuntimeError('unreachable');
      return loaded.instance.exports.simulate(...args);
    };
    return { module: loaded.module, instance: { exports: { ...loaded.instance.exports, simulate: broken } } };
  };
}

/** In the page: the service worker's word that a newer version is ready, as www/offline.js draws it. */
async function pretendNewer() {
  const worker = new EventTarget();
  const registration = Object.assign(new EventTarget(), { waiting: worker });
  Object.defineProperty(navigator, 'serviceWorker', { value: { controller: worker, register: async () => registration } });
  const { offline } = await import(new URL('offline.js', document.baseURI).href);
  await offline(document.getElementById('newer'));
}

/** Files that do not come. */
const without = (pattern) => (page) => page.route(pattern, (route) => route.abort());

/**
 * The states: `before` and `init` prepare the browser, `go` leads there from the open page, `at` is the address if another,
 * `ready` what to wait for if not the answer, `part` what of the page is another than in the first states, `problem` what the
 * console then says.
 * @type {Record<string, { before?: Function, init?: Function, go?: Function, at?: string, ready?: string, part?: string, problem?: RegExp }>}
 */
export const STATES = {
  // The whole page.
  'the example': {},
  'the example, all unfolded': { go: unfold },
  'nothing yet': { go: (page) => preset(page, 'blank') },
  'a frozen account': {
    go: async (page) => (await preset(page, 'fiveRefunds'), await unfold(page)),
    part: ':is(.answer, #events, #limit, #refunds, #notes, #help)',
  },
  'an overdue bill': {
    go: async (page) => (await preset(page, 'missedDue'), await unfold(page)),
    part: ':is(.answer, #bills, #notes, #totals)',
  },
  'three or twelve instalments': {
    go: async (page) => (await preset(page, 'threeOrTwelve'), await unfold(page)),
    part: ':is(.answer, #bills, #plans)',
  },
  'a case of an article': {
    go: (page) => key(page, 'preset-cases').selectOption('caseLuxury'),
    part: ':is(.answer, #events, #notes)',
  },
  'a refused purchase': {
    go: async (page) => (await buy(page, '99999'), await done(page)),
    part: ':is(.answer, #events, #notes)',
  },
  'a fault left behind': {
    go: async (page) => (await buy(page, '12.345'), await leave(page)),
    part: ':is(.answer, #events)',
  },
  'what was opened': { at: `./#s=${EXAMPLE}`, ready: '#opened-title', part: ':is(.answer, #opened, #compare)' },
  'no module': { before: without('**/*.wasm'), ready: '.fault', problem: /ERR_FAILED|fetch/i },
  'no WebAssembly': { init: () => delete window.WebAssembly, ready: '.fault', problem: /WebAssembly/ },

  // What is edited.
  'a purchase': inSheet((page) => press(page, 'event-k2')),
  'a new purchase': inSheet((page) => press(page, 'add-purchase')),
  'a refund': inSheet((page) => press(page, 'event-k3')),
  'a repayment': inSheet((page) => press(page, 'add-repayment')),
  'an amount that is none': inSheet((page) => buy(page, '12.345')),
  'the menu': inSheet((page) => press(page, 'more'), '#sheet .menu'),
  ...Object.fromEntries(MORE.map((kind, i) => [`${kind}, from the menu`, inSheet((page) => more(page, i))])),
  'the settings': inSheet((page) => press(page, 'settings')),
  'the engine failed': {
    go: (page) => buy(page, '1'),
    ready: '#fault .fault',
    part: ':is(.answer, #fault, #sheet)',
    init: failingEngine,
    problem: /unreachable/,
  },

  // Why.
  'why a refund comes back then': why((page) => page.locator('#refunds .quiet').first().click()),
  'why a sum is so much': why((page) => page.locator('#totals .figure.why').nth(1).click()),
  'why the next bill is so much': why((page) => key(page, 'why-sum.nextDue').click()),
  'why a rate is so high': why((page) => page.locator('#plans .figure.why').first().click()),
  'where sources do not agree': why((page) => press(page, 'split')),
  'a part does not come': {
    ...why((page) => page.locator('#refunds .quiet').first().click(), '#why .fault'),
    before: without('**/why.js'),
    problem: /why\.js|ERR_FAILED/,
  },

  // Parts of the page that are opened.
  'the cost sheet of a plan': { go: (page) => page.locator('#plans .quiet').first().click(), ready: '.cost-rate', part: '#cost' },
  'a cost sheet to fill in': { go: (page) => press(page, 'cost-open'), ready: '#cost [data-field=value]', part: '#cost' },
  'a cost sheet without a rate': {
    go: async (page) => (await press(page, 'cost-open'), await page.locator('#cost [data-field=value] input').fill('60')),
    ready: '#cost .error:not(:empty)',
    part: '#cost',
  },
  'what is usable on a day': answered((page) => ask(page, 'usableOn')),
  'an amount by a day': answered((page) => ask(page, 'haveBy', { amount: '9500' })),
  'an amount that is met': answered((page) => ask(page, 'haveBy', { amount: '100' })),
  'an amount that cannot be': answered((page) => ask(page, 'haveBy', { amount: '12000' })),
  'a question with a fault': answered((page) => ask(page, 'haveBy', { amount: '12.345' })),
  'the last day to refund': answered((page) => ask(page, 'lastRefundDay', { purchase: 'p2', date: '2024-04-07' })),
  'the cheapest way': answered((page) => ask(page, 'cheapest', { amount: '3000', monthlyMax: '600' })),
  'what settling costs': answered((page) => ask(page, 'settle')),
  'when a purchase passes': answered(async (page) => (await buy(page, '9000'), await done(page), await ask(page, 'whenPasses'))),
  'two compared': { go: (page) => press(page, 'compare-keep'), ready: '#compare table', part: '#compare' },
  'three compared': { go: async (page) => (await compareThree(page), await unfold(page)), part: '#compare' },
  'the way back': {
    go: async (page) => (await preset(page, 'fiveRefunds'), await press(page, 'help-way'), await key(page, 'help-letter').waitFor(), await unfold(page)),
    part: '#help',
  },
  'the ladder': { go: (page) => press(page, 'help-ladder'), ready: '.ladder', part: '#help' },

  // Out and in.
  'sharing': { go: (page) => press(page, 'share'), ready: '#share [role=img]', part: '#share' },
  'sharing with a fault': {
    go: async (page) => (await buy(page, '1.234'), await leave(page), await press(page, 'share')),
    ready: '#share-title',
    part: '#share',
  },
  'opening nothing': { go: (page) => paste(page, ''), ready: '#open-problem:not(:empty)', part: '#share' },
  'opening what is foreign': { go: (page) => paste(page, '{"name":"a"}'), ready: '#open-problem:not(:empty)', part: '#share' },
  'a damaged link': { at: './#s=AQGqQQ', ready: '#open-problem:not(:empty)', part: '#share' },
  'a link of older rules': { at: `./#s=${seal(STALE)}`, ready: '#opened .notes', part: '#opened' },

  // What is kept.
  'the kept scenarios': {
    go: async (page) => (await press(page, 'shelf'), await press(page, 'shelf-new'), await press(page, 'shelf')),
    ready: '[data-k^=shelf-drop]',
    part: '#shelf',
  },
  'kept, but not to be read': { init: tornStorage, go: (page) => press(page, 'shelf'), ready: '#shelf .note', part: '#shelf' },
  'storage refused': { init: refuseStorage, go: (page) => press(page, 'shelf'), ready: '#shelf-title', part: '#shelf' },
  'storage full': { init: fullStorage, go: async (page) => (await buy(page, '77'), await done(page)), part: '#editor' },
  'something removed': {
    go: async (page) => (await press(page, 'event-k3'), await page.locator('#sheet .danger').click()),
    ready: '#notice.shown',
    part: '#notice',
  },
  'a newer version': {
    go: (page) => page.evaluate(pretendNewer),
    ready: '#newer .newer',
    part: '#newer',
  },
};

/** Leads a fresh page to a state. @param {import('@playwright/test').Page} page @param {string} name */
export async function reach(page, name) {
  const { before, init, go, at = './', ready } = STATES[name];
  await before?.(page);
  if (init) await page.addInitScript(init);
  await page.goto(at);
  if (go) {
    await expect(page.locator('#answer .answer-text')).toContainText('¥');
    await go(page);
  }
  await expect(page.locator(ready ?? '#answer .answer-text').first()).toBeVisible();
}
