// Every state that the page can be in, each with the way to it, in any language: what is looked at, is looked at in all.
// What is not here: what each state should say, which its own tests hold.

import { expect } from './support.mjs';

/** The code of the worked example, as tests/codes keeps codes. */
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
  await expect(page.locator('#compare thead th[scope=col]')).toHaveCount(3);
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

/** Files that do not come. */
const without = (pattern) => (page) => page.route(pattern, (route) => route.abort());

/**
 * The states: `before` prepares the browser, `go` leads there from the open page, `at` is the address if another, `ready` what to
 * wait for if not the answer, `problem` what the console then says.
 * @type {Record<string, { before?: Function, init?: Function, go?: Function, at?: string, ready?: string, problem?: RegExp }>}
 */
export const STATES = {
  'the example': {},
  'the example, all unfolded': { go: unfold },
  'nothing yet': { go: (page) => preset(page, 'blank') },
  'a frozen account': { go: async (page) => (await preset(page, 'fiveRefunds'), await unfold(page)) },
  'an overdue bill': { go: async (page) => (await preset(page, 'missedDue'), await unfold(page)) },
  'three or twelve instalments': { go: async (page) => (await preset(page, 'threeOrTwelve'), await unfold(page)) },
  'a case of an article': { go: (page) => key(page, 'preset-cases').selectOption('caseLuxury') },
  'a refused purchase': { go: async (page) => (await buy(page, '99999'), await done(page)) },
  'a purchase': { go: (page) => press(page, 'event-k2') },
  'a new purchase': { go: (page) => press(page, 'add-purchase') },
  'a refund': { go: (page) => press(page, 'event-k3') },
  'a repayment': { go: (page) => press(page, 'add-repayment') },
  'an amount that is none': { go: (page) => buy(page, '12.345') },
  'a fault left behind': {
    go: async (page) => (await buy(page, '12.345'), await page.locator('#sheet .sheet-head button').click()),
  },
  'the menu': { go: (page) => press(page, 'more') },
  'settling a plan': { go: (page) => more(page, 0) },
  'settling all': { go: (page) => more(page, 1) },
  'a bill in instalments': { go: (page) => more(page, 2) },
  'the minimum': { go: (page) => more(page, 3) },
  'a bill a month later': { go: (page) => more(page, 4) },
  'a freeze': { go: (page) => more(page, 5) },
  'an appeal': { go: (page) => more(page, 6) },
  'another limit': { go: (page) => more(page, 7) },
  'an enquiry': { go: (page) => more(page, 8) },
  'asking for more': { go: (page) => more(page, 9) },
  'another phone': { go: (page) => more(page, 10) },
  'closing the account': { go: (page) => more(page, 11) },
  'the settings': { go: (page) => press(page, 'settings') },
  'why a refund comes back then': { go: (page) => page.locator('#refunds .quiet').first().click() },
  'why a sum is so much': { go: (page) => page.locator('#totals .figure.why').nth(1).click() },
  'why a rate is so high': { go: (page) => page.locator('#plans .figure.why').first().click() },
  'where sources do not agree': { go: (page) => press(page, 'split') },
  'the cost sheet of a plan': { go: (page) => page.locator('#plans .quiet').first().click(), ready: '.cost-rate' },
  'a cost sheet to fill in': { go: (page) => press(page, 'cost-open'), ready: '#cost [data-field=value]' },
  'a cost sheet without a rate': {
    go: async (page) => {
      await press(page, 'cost-open');
      await page.locator('#cost [data-field=value] input').fill('60');
    },
  },
  'what is usable on a day': { go: (page) => ask(page, 'usableOn') },
  'an amount by a day': { go: (page) => ask(page, 'haveBy', { amount: '9500' }) },
  'an amount that is met': { go: (page) => ask(page, 'haveBy', { amount: '100' }) },
  'an amount that cannot be': { go: (page) => ask(page, 'haveBy', { amount: '12000' }) },
  'a question with a fault': { go: (page) => ask(page, 'haveBy', { amount: '12.345' }) },
  'the last day to refund': { go: (page) => ask(page, 'lastRefundDay', { purchase: 'p2', date: '2024-04-07' }) },
  'the cheapest way': { go: (page) => ask(page, 'cheapest', { amount: '3000', monthlyMax: '600' }) },
  'what settling costs': { go: (page) => ask(page, 'settle') },
  'when a purchase passes': {
    go: async (page) => (await buy(page, '9000'), await done(page), await ask(page, 'whenPasses')),
  },
  'two compared': { go: (page) => press(page, 'compare-keep'), ready: '#compare table' },
  'three compared': { go: compareThree },
  'the way back': {
    go: async (page) => {
      await preset(page, 'fiveRefunds');
      await press(page, 'help-way');
      await expect(key(page, 'help-letter')).toBeVisible();
      await unfold(page);
    },
  },
  'the ladder': { go: (page) => press(page, 'help-ladder'), ready: '.ladder' },
  'sharing': { go: (page) => press(page, 'share'), ready: '#share [role=img]' },
  'sharing with a fault': {
    go: async (page) => (await buy(page, '1.234'), await page.locator('#sheet .sheet-head button').click(), await press(page, 'share')),
    ready: '#share-title',
  },
  'opening': { go: (page) => paste(page, ''), ready: '#open-text' },
  'opening what is foreign': { go: (page) => paste(page, '{"name":"a"}'), ready: '#open-problem:not(:empty)' },
  'a damaged link': { at: './#s=AQGqQQ', ready: '#open-problem:not(:empty)' },
  'what was opened': { at: `./#s=${EXAMPLE}`, ready: '#opened-title' },
  'a link of older rules': { at: `./#s=${seal(STALE)}`, ready: '#opened .notes' },
  'the kept scenarios': {
    go: async (page) => (await press(page, 'shelf'), await press(page, 'shelf-new'), await press(page, 'shelf')),
    ready: '[data-k^=shelf-drop]',
  },
  'kept, but not to be read': { init: tornStorage, go: (page) => press(page, 'shelf'), ready: '#shelf .note' },
  'storage refused': { init: refuseStorage, go: (page) => press(page, 'shelf'), ready: '#shelf-title' },
  'storage full': { init: fullStorage, go: async (page) => (await buy(page, '77'), await done(page)) },
  'something removed': { go: async (page) => (await press(page, 'event-k3'), await page.locator('#sheet .danger').click()) },
  'the engine failed': { init: failingEngine, go: (page) => buy(page, '1'), ready: '.fault', problem: /unreachable/ },
  'a part does not come': {
    before: without('**/why.js'),
    go: (page) => page.locator('#refunds .quiet').first().click(),
    ready: '#why .fault',
    problem: /why\.js|ERR_FAILED/,
  },
  'no module': { before: without('**/*.wasm'), ready: '.fault', problem: /ERR_FAILED|fetch/i },
  'no WebAssembly': { init: () => delete window.WebAssembly, ready: '.fault', problem: /WebAssembly/ },
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
