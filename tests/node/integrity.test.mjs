// The hashes of the laid-out page's files.
// What is not here: the page.

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { integrity, pin } from '../../xtask/integrity.mjs';

// The empty text's SHA-384 as FIPS 180-4's test vectors have it, in base64.
const EMPTY = 'sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb';

test('a hash is SHA-384 in base64', () => assert.equal(integrity(new Uint8Array()), EMPTY));

test('every file has its hash, but for the list itself, and the list comes out the same again', async () => {
  const site = await mkdtemp(join(tmpdir(), 'yuefu-integrity-'));
  try {
    await mkdir(join(site, 'pkg'));
    await writeFile(join(site, 'loader.js'), '');
    await writeFile(join(site, 'pkg/yuefu.js'), '');
    await pin(site);
    const list = await readFile(join(site, 'integrity.json'), 'utf8');
    assert.deepEqual(JSON.parse(list), { 'loader.js': EMPTY, 'pkg/yuefu.js': EMPTY });
    await pin(site);
    assert.equal(await readFile(join(site, 'integrity.json'), 'utf8'), list);
  } finally {
    await rm(site, { recursive: true });
  }
});
