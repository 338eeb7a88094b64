// The hashes of the scenarios on standard input, made by the built package in Node.js.

import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

import { hashes, place } from './reports.js';

const folder = new URL('../../pkg/', import.meta.url);
const engine = await import(new URL('yuefu.js', folder));
engine.initSync({ module: readFileSync(new URL('yuefu_bg.wasm', folder)) });
const found = await hashes(engine, JSON.parse(await text(process.stdin)));
process.stdout.write(JSON.stringify({ ...place(), found }));
