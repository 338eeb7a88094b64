// Lays out the npm package around the module, its glue and its types: entries for Node.js, one file, and workers.
//
//   node xtask/npm.mjs SOURCE PKG FACTS
//
// SOURCE is the folder npm/, PKG the folder that holds the module already, FACTS what Cargo.toml says of the package,
// as JSON. What is not here: the texts of the licences, and how the module is made.

import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const [source, pkg, facts] = process.argv.slice(2);

/** Copied as they are. */
const COPIED = ['node.js', 'worker.js', 'worker.d.ts', 'inline.d.ts', 'README.md'];
/** Where the part of the types begins that only a browser needs. */
const LOADING = 'export type InitInput';

const node = (format, types) => ({ types: `./${types}`, default: `./${format}` });

/** What package.json says beside the facts. */
const FIELDS = {
  keywords: ['credit', 'instalments', 'bnpl', 'apr', 'simulator', 'wasm', 'china'],
  main: './node.cjs',
  module: './yuefu.js',
  types: './yuefu.d.ts',
  exports: {
    '.': {
      node: { import: node('node.js', 'node.d.ts'), require: node('node.cjs', 'node.d.cts') },
      default: { types: './yuefu.d.ts', default: './yuefu.js' },
    },
    './web': { types: './yuefu.d.ts', default: './yuefu.js' },
    './inline': { types: './inline.d.ts', default: './inline.js' },
    './worker': { types: './worker.d.ts', default: './worker.js' },
    './thread': './thread.js',
    './yuefu_bg.wasm': './yuefu_bg.wasm',
    './package.json': './package.json',
  },
  // These run something when they are imported: the module is read, the worker listens.
  sideEffects: ['./node.js', './node.cjs', './thread.js'],
  engines: { node: '>=20' },
  files: ['*.js', '*.cjs', '*.d.ts', '*.d.cts', '!yuefu_bg.wasm.d.ts', 'yuefu_bg.wasm', 'CHANGELOG.md', 'LICENSE-*'],
};

/** Makes one file of an entry, the glue, and the module as data where the entry imports it. */
const bundle = async (entry, outfile, options) =>
  build({
    stdin: { contents: await readFile(join(source, entry), 'utf8'), resolveDir: pkg },
    outfile: join(pkg, outfile),
    bundle: true,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    loader: { '.wasm': 'binary' },
    ...options,
  });

/** The types of Node.js: those of the glue without what a browser loads the module with. */
async function nodeTypes() {
  const types = await readFile(join(pkg, 'yuefu.d.ts'), 'utf8');
  const end = types.indexOf(LOADING);
  if (end < 0) throw new Error(`yuefu.d.ts has no \`${LOADING}\``);
  return types.slice(0, end) + (await readFile(join(source, 'node.d.ts'), 'utf8'));
}

await Promise.all(COPIED.map((name) => copyFile(join(source, name), join(pkg, name))));
const here = "require('node:url').pathToFileURL(__filename).href";
await bundle('node.js', 'node.cjs', {
  format: 'cjs',
  platform: 'node',
  define: { 'import.meta.url': 'packageUrl' },
  banner: { js: `const packageUrl = ${here};` },
});
// Without the module's address in them, no bundler takes the file along a second time.
const whole = { minify: true, define: { 'import.meta.url': '""' } };
await bundle('inline.js', 'inline.js', { ...whole, format: 'esm' });
await bundle('thread.js', 'thread.js', { ...whole, format: 'iife' });
const types = await nodeTypes();
await Promise.all(['node.d.ts', 'node.d.cts'].map((name) => writeFile(join(pkg, name), types)));
const description = { name: 'yuefu', type: 'module', ...JSON.parse(facts), ...FIELDS };
await writeFile(join(pkg, 'package.json'), `${JSON.stringify(description, null, 2)}\n`);
