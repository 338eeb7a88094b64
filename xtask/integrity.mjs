// Writes integrity.json into the laid-out page: for each file its hash as an `integrity` attribute takes it, so that a
// host that embeds the page can pin what it loads.
//
//   node xtask/integrity.mjs SITE
//
// What is not here: which of the files a host names.

import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesOf } from './pack.mjs';

const LIST = 'integrity.json';

/** The hash of some bytes, as HTML writes it. @param {Uint8Array} bytes */
export const integrity = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** Writes the list. @param {string} site */
export async function pin(site) {
  const paths = (await filesOf(site)).filter((path) => path !== LIST).sort();
  const hashes = await Promise.all(paths.map(async (path) => [path, integrity(await readFile(join(site, path)))]));
  await writeFile(join(site, LIST), `${JSON.stringify(Object.fromEntries(hashes), null, 1)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await pin(process.argv[2]);
