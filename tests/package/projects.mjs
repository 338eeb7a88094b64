// Throw-away projects with the packed package installed, and a server that shows one in a browser.
//
// Each is made anew in the system's folder for temporary files, so that nothing of this project is found by accident.
// What is not here: what the projects do.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const QUIET = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };

/** The policy that everything of ours must live with. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** A folder for projects, with the package packed into it. */
export function workshop() {
  const folder = mkdtempSync(join(tmpdir(), 'yuefu-package-'));
  const pkg = fileURLToPath(new URL('../../pkg/', import.meta.url));
  const packed = execFileSync(NPM, ['pack', '--json', '--pack-destination', folder], { ...QUIET, cwd: pkg });
  const [{ filename }] = Object.values(JSON.parse(packed));
  return { folder, tarball: join(folder, filename), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * A project with some files and the package installed; gives its folder.
 * @param {{ folder: string, tarball: string }} shop @param {string} name @param {Record<string, string>} files
 */
export function project(shop, name, files) {
  const folder = join(shop.folder, name);
  const described = { name, version: '1.0.0', private: true, ...JSON.parse(files['package.json'] ?? '{}') };
  for (const [path, text] of Object.entries({ ...files, 'package.json': JSON.stringify(described) })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  execFileSync(NPM, ['install', '--offline', '--no-package-lock', '--ignore-scripts', shop.tarball], {
    ...QUIET,
    cwd: folder,
  });
  return folder;
}

/** What a script of a project prints. @param {string} folder @param {string} script */
export const printed = (folder, script) => execFileSync(process.execPath, [script], { ...QUIET, cwd: folder });

/** Serves a folder under the strict policy. @param {string} folder @returns {Promise<{ address: string, close: () => void }>} */
export async function served(folder) {
  const answer = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', POLICY);
    answer(request, response, () => response.writeHead(404).end());
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
