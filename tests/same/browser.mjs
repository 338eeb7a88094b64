// The hashes of scenarios, made by the built package inside a browser.
//
// The browser gets a page that does the work and sends the result back, so that nothing has to steer it: any browser
// that opens an address will do. What is not here: which browsers, and what the hashes are held against.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const PAGE = '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>';
const SCRIPT = `
  import * as engine from '/pkg/yuefu.js';
  import { hashes, place } from '/reports.js';
  let result;
  try {
    await engine.default();
    result = { ...place(), found: await hashes(engine, await (await fetch('/scenarios')).json()) };
  } catch (error) {
    result = { error: String(error?.stack ?? error) };
  }
  await fetch('/result', { method: 'POST', body: JSON.stringify(result) });
`;
const TYPES = { js: 'text/javascript', wasm: 'application/wasm' };
/** The preferences of a Firefox that shows nobody anything and asks nobody anything. */
const FIREFOX = {
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};
const SECONDS_MAX = 180;

/** What each kind of browser is started with. */
const ARGUMENTS = {
  chromium: async (profile, language, address) => [
    '--headless=new', '--no-sandbox', '--disable-dev-shm-usage', '--no-first-run', '--disable-gpu',
    `--user-data-dir=${profile}`, `--lang=${language}`, `--accept-lang=${language}`, address,
  ], // prettier-ignore
  firefox: async (profile, language, address) => {
    const wanted = { ...FIREFOX, 'intl.accept_languages': language, 'intl.locale.requested': language };
    const lines = Object.entries(wanted).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
    await writeFile(join(profile, 'user.js'), lines.join(''));
    return ['--headless', '--no-remote', '--profile', profile, address];
  },
};

/**
 * Starts a browser, waits for its hashes, and ends it.
 * @param {{ kind: 'chromium' | 'firefox', program: string, zone: string, language: string, scenarios: unknown[] }} wanted
 */
export async function inBrowser({ kind, program, zone, language, scenarios }) {
  const { promise, resolve, reject } = withResolvers();
  const server = createServer((request, response) => answer(request, response, scenarios, resolve).catch(reject));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const profile = await mkdtemp(join(tmpdir(), 'yuefu-same-'));
  const address = `http://127.0.0.1:${server.address().port}/`;
  const env = { ...process.env, TZ: zone, LANG: `${language.replace('-', '_')}.UTF-8`, LANGUAGE: language };
  const browser = spawn(program, await ARGUMENTS[kind](profile, language, address), { env, stdio: 'ignore', detached: true });
  const timer = setTimeout(() => reject(new Error(`${kind} says nothing for ${SECONDS_MAX} s`)), SECONDS_MAX * 1000);
  browser.once('error', reject);
  browser.once('exit', () => reject(new Error(`${kind} ended before it said anything`)));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await end(browser);
    server.closeAllConnections();
    server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

function withResolvers() {
  let resolve, reject;
  const promise = new Promise((fulfil, refuse) => ([resolve, reject] = [fulfil, refuse]));
  return { promise, resolve, reject };
}

/** Ends the browser with all its processes, which are a group of their own. */
async function end(browser) {
  if (browser.exitCode !== null || browser.signalCode !== null) return;
  const gone = once(browser, 'exit');
  process.kill(-browser.pid, 'SIGKILL');
  await gone;
}

async function answer(request, response, scenarios, resolve) {
  const path = new URL(request.url, 'http://localhost').pathname;
  if (request.method === 'POST' && path === '/result') {
    resolve(JSON.parse(await text(request)));
    return response.end();
  }
  const [type, body] = await bodyOf(path, scenarios);
  response.writeHead(body === null ? 404 : 200, { 'Content-Type': type }).end(body);
}

async function bodyOf(path, scenarios) {
  const place = (name) => new URL(name, import.meta.url);
  if (path === '/') return ['text/html', PAGE];
  if (path === '/page.js') return ['text/javascript', SCRIPT];
  if (path === '/scenarios') return ['application/json', JSON.stringify(scenarios)];
  if (path === '/reports.js') return ['text/javascript', await readFile(place('reports.js'))];
  const [, name, ending] = /^\/pkg\/([\w.-]+\.(js|wasm))$/.exec(path) ?? [];
  return name ? [TYPES[ending], await readFile(place(`../../pkg/${name}`))] : ['text/plain', null];
}
