// Packs the page: www/ and the package become a folder of few, small files that any static host can serve.
//
//   node xtask/pack.mjs WWW PKG SITE
//
// A module that www/ loads with `import()` keeps its path and stays a file of its own; what it imports goes into it.
// What is not here: any change to what the page does, and the texts of its HTML.

import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { listForWorker } from './offline.mjs';

const LOOK = { minify: true, charset: 'utf8', target: 'es2022', legalComments: 'none' };

/** What the page loads of the package: its script, of which only what is asked for, and the module. */
const [SCRIPT, MODULE] = ['yuefu.js', 'yuefu_bg.wasm'];

/** Lays out the page in a folder that is emptied first. @param {{ www: string, pkg: string, site: string }} folders */
export async function pack({ www, pkg, site }) {
  await rm(site, { recursive: true, force: true });
  const pages = (await filesOf(www)).filter((path) => extname(path) === '.html');
  const texts = await Promise.all(pages.map((path) => readFile(join(www, path), 'utf8')));
  const { outputs, modules } = await bundle(www, site, [...new Set(texts.flatMap(startsOf))]);
  await Promise.all(pages.map((path, i) => put(join(site, path), withPreloads(texts[i], outputs))));
  const rest = (await filesOf(www)).filter((path) => extname(path) !== '.html' && !modules.has(path));
  await Promise.all(rest.map((path) => shrink(join(www, path), join(site, path))));
  await glue(pkg, join(site, 'pkg'), await Promise.all([...modules].map((path) => readFile(join(www, path), 'utf8'))));
  await shrink(join(pkg, MODULE), join(site, 'pkg', MODULE));
  listForWorker(site);
}

/** The module scripts of a page. @param {string} html */
const startsOf = (html) =>
  [...html.matchAll(/<script[^>]*type="module"[^>]*src="\.\/([^"]+)"/g)].map(([, path]) => path);

/**
 * Joins the modules that start pages, and apart from them those that are loaded when wanted.
 * @returns what was written with what each file imports at once, and the modules that went in
 */
async function bundle(www, site, starts) {
  const options = { ...LOOK, absWorkingDir: resolve(www), outbase: '.', outdir: resolve(site), bundle: true };
  const split = { ...options, format: 'esm', splitting: true, metafile: true, external: ['./pkg/*', '../pkg/*'] };
  const { metafile: sources } = await build({ ...split, entryPoints: starts, write: false });
  const imports = Object.values(sources.inputs).flatMap((input) => input.imports);
  const later = imports.filter(({ kind, external }) => kind === 'dynamic-import' && !external).map(({ path }) => path);
  // Named as starts of their own, these keep their paths; else they would be called chunks.
  const plugins = [together(resolve(www), sharedByStart(sources.inputs, starts))];
  const { metafile } = await build({ ...split, plugins, entryPoints: [...new Set([...starts, ...later])] });
  const own = (path) => relative(site, resolve(www, path)).replaceAll(sep, '/');
  const outputs = new Map(
    Object.entries(metafile.outputs).map(([path, { imports: list }]) => [
      own(path),
      list.filter(({ kind, external }) => kind === 'import-statement' && !external).map((one) => own(one.path)),
    ]),
  );
  return { outputs, modules: new Set(Object.keys(metafile.inputs)) };
}

/**
 * For each module that a page loads at its start by `import()`: what comes later from it, and what both use.
 * @returns {Map<string, string[]>} the shared modules, by the module that comes later
 */
function sharedByStart(inputs, starts) {
  const asked = (path, kind) =>
    inputs[path].imports.filter((one) => one.kind === kind && !one.external).map((one) => one.path);
  const closure = (path, found = new Set()) => {
    if (!found.has(path)) asked(found.add(path) && path, 'import-statement').forEach((next) => closure(next, found));
    return found;
  };
  const shared = new Map();
  for (const first of new Set(starts.flatMap((path) => asked(path, 'dynamic-import')))) {
    const start = closure(first);
    const later = new Set([...start].flatMap((path) => asked(path, 'dynamic-import')));
    const used = new Set([...later].flatMap((path) => [...closure(path)].filter((one) => start.has(one))));
    for (const path of later) if ([...closure(path)].some((one) => used.has(one))) shared.set(path, [...used]);
  }
  return shared;
}

/**
 * Lets every module that comes later name all that the start shares with any of them. It is there already, so nothing
 * more is loaded; but esbuild makes a chunk for each set of users, and so there is one chunk and not a dozen.
 */
const together = (www, shared) => ({
  name: 'together',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.js$/ }, async ({ path }) => {
      const used = shared.get(relative(www, path).replaceAll(sep, '/'));
      if (!used) return undefined;
      const names = used.map((one) => `import ${JSON.stringify(join(www, one))};\n`).join('');
      return { contents: `${await readFile(path, 'utf8')}\n${names}`, loader: 'js' };
    }),
});

/** The package's script with those functions that modules ask for as `wasm.name(…)`. */
async function glue(pkg, folder, texts) {
  const names = texts.flatMap((text) => [...text.matchAll(/\bwasm\.(\w+)\(/g)].map(([, name]) => name));
  const contents = `export { default, ${[...new Set(names)].sort().join(', ')} } from './${SCRIPT}';`;
  const stdin = { contents, resolveDir: resolve(pkg) };
  // A class that is given a method afterwards would stay, used or not.
  const define = { 'Symbol.dispose': 'undefined' };
  await build({ ...LOOK, define, stdin, bundle: true, format: 'esm', outfile: join(folder, SCRIPT) });
}

/** The page with one line more for each file that an announced module imports at once. */
function withPreloads(html, outputs) {
  const line = /^( *)<link rel="modulepreload" href="\.\/([^"]+)" \/>\n/gm;
  const announced = new Set([...html.matchAll(line)].map(([, , path]) => path));
  const unannounced = (path) =>
    (outputs.get(path) ?? [])
      .filter((one) => !announced.has(one) && announced.add(one))
      .flatMap((one) => [one, ...unannounced(one)]);
  return html.replace(line, (whole, indent, path) =>
    [whole, ...unannounced(path).map((one) => `${indent}<link rel="modulepreload" href="./${one}" />\n`)].join(''),
  );
}

/** Copies a file; a script or a style without what only its readers need. */
async function shrink(from, to) {
  const loader = extname(from).slice(1);
  if (loader !== 'js' && loader !== 'css') {
    await mkdir(dirname(to), { recursive: true });
    return cp(from, to);
  }
  const { code } = await transform(await readFile(from, 'utf8'), { ...LOOK, loader });
  return put(to, code);
}

async function put(path, text) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** Every file under a folder as a path from it; names that begin with a point are left out. */
export async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll(sep, '/'))
    .filter((path) => !/(^|\/)\./.test(path))
    .sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [www, pkg, site] = process.argv.slice(2);
  await pack({ www, pkg, site });
}
