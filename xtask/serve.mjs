// A static server for one machine: lays folders over each other and sends the headers that the page must live with.
//
//   node xtask/serve.mjs FOLDER... [--port 8080] [--base /some/path/] [--www WWW --pkg PKG]
//
// An earlier folder wins over a later one. With --base the same files are also found under that path, as on a
// host that keeps the page in a subfolder. With --www and --pkg the first folder is packed anew from those two when a
// page is asked for and they have changed. What is not here: how the page is packed.

import { existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sirv from 'sirv';
import { filesOf, pack } from './pack.mjs';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const { values, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string', default: '8080' },
    base: { type: 'string', default: '/' },
    www: { type: 'string' },
    pkg: { type: 'string' },
  },
});
const missing = folders.filter((folder) => !existsSync(folder));
if (folders.length === 0 || missing.length > 0) {
  console.error(`error: no folder ${missing.join(', ')} to serve (cargo xtask site makes target/site)`);
  process.exit(1);
}
// Reads the files anew at every request and forbids caching, so that an edit shows on reload.
const layers = folders.map((folder) => sirv(folder, { dev: true }));

/** Answers from the first layer that has the file. */
function answer(request, response, layer = 0) {
  if (layer < layers.length) {
    layers[layer](request, response, () => answer(request, response, layer + 1));
    return;
  }
  response.writeHead(404, { 'Content-Type': 'text/plain' });
  response.end('404: no such file\n');
}

/** What --www and --pkg hold, as a text that differs when a file does. */
async function contents() {
  const folders = [values.www, values.pkg].filter(Boolean);
  const lists = await Promise.all(
    folders.map(async (folder) => (await filesOf(folder)).map((path) => join(folder, path))),
  );
  return lists
    .flat()
    .map((path) => `${path} ${statSync(path).mtimeMs}`)
    .join('\n');
}

let packed = await contents();
let packing = Promise.resolve();

/** Packs the page if it has changed; one request after the other. */
async function packIfChanged() {
  const now = await contents();
  if (now === packed) return;
  await pack({ www: values.www, pkg: values.pkg, site: folders[0] });
  packed = now;
  console.log('Packed the page anew');
}

/** Whether a page is asked for, and not one of its parts. */
const isPage = (url) => /(\/|\.html)$/.test(url.split('?')[0]);

const server = createServer(async (request, response) => {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  // A static host sends a folder's name without its slash on, or relative links would miss it.
  if (`${request.url}/` === values.base) {
    response.writeHead(301, { Location: values.base }).end();
    return;
  }
  if (request.url.startsWith(values.base)) request.url = request.url.slice(values.base.length - 1);
  try {
    if (isPage(request.url)) await (packing = packing.catch(() => {}).then(packIfChanged));
    answer(request, response);
  } catch (error) {
    response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`500: ${error.message}\n`);
  }
});

server.on('error', (error) => {
  const advice = error.code === 'EADDRINUSE' ? ' (take another: --port 0 finds a free one)' : '';
  console.error(`error: cannot listen on port ${values.port}: ${error.code}${advice}`);
  process.exitCode = 1;
});
server.listen(Number(values.port), '127.0.0.1', () => {
  console.log(`Serving at http://127.0.0.1:${server.address().port}${values.base} (Ctrl-C ends it)`);
});
