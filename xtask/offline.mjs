// What the service worker keeps: every file that the stand-alone page can ask for, each with its hash.
// A file is found by following the quoted names from index.html. What is not here: the worker itself, which is www/sw.js.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const NAME = /["'`]((?:\.{0,2}\/)?[\w./-]+\.(?:js|css|svg|wasm|webmanifest))["'`]/g;
/** What is on the site but never asked for by the stand-alone page. */
const OTHERS = ['sw.js', 'loader.js', 'element.js'];

/** Puts the list of files before the worker's text. @param {string} site */
export function listForWorker(site) {
  const worker = join(site, 'sw.js');
  if (!existsSync(worker)) return;
  const files = reached(site, 'index.html').sort();
  const hash = (path, algorithm) => createHash(algorithm).update(readFileSync(join(site, path)));
  // A host may touch the page's text; the scripts that it names are still held by their hashes.
  const list = files.map((path) => [path, path.endsWith('.html') ? '' : `sha256-${hash(path, 'sha256').digest('base64')}`]);
  const version = createHash('sha256');
  for (const path of files) version.update(path).update(readFileSync(join(site, path)));
  const head = `const VERSION=${JSON.stringify(version.digest('hex').slice(0, 16))},FILES=${JSON.stringify(list)};\n`;
  writeFileSync(worker, head + readFileSync(worker, 'utf8'));
}

/** A file and all that it leads to. @param {string} site @param {string} path @param {Set<string>} [found] @returns {string[]} */
function reached(site, path, found = new Set()) {
  if (found.has(path) || OTHERS.includes(path)) return [...found];
  found.add(path);
  if (/\.(html|js|css|webmanifest)$/.test(path)) {
    for (const [, name] of readFileSync(join(site, path), 'utf8').matchAll(NAME)) {
      const target = posix.join(dirname(path), name);
      if (!target.startsWith('..') && existsSync(join(site, target)) && statSync(join(site, target)).isFile())
        reached(site, target, found);
    }
  }
  return [...found];
}
