// Makes the pictures of the readme files: `cargo xtask site && node tests/page/pictures.mjs` writes them to docs/images/.
//
// Chromium takes them and writes them as WebP itself. What is not here: a comparison with earlier pictures.

import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { chromiumPath } from '../chromium.mjs';
import { reach } from './states.mjs';

const FOLDER = 'docs/images';
const SITE = process.env.YUEFU_SITE ?? 'target/site';
/** Share of the quality that is kept: letters stay sharp, and all pictures together stay small. */
const QUALITY = 0.82;
/** Pixels between pictures that stand side by side, and of their round corners. */
const [GAP, CORNER] = [24, 20];

/** What is shown: states of the page side by side, in a language and a size. */
const PICTURES = [
  {
    name: 'phone',
    locale: 'zh-CN',
    viewport: { width: 390, height: 780 },
    states: ['the example', 'why a refund comes back then', 'the cost sheet of a plan'],
  },
  { name: 'wide', locale: 'en-US', viewport: { width: 1280, height: 800 }, states: ['the example'] },
];

/** Serves the laid-out site and gives its address. */
async function serve() {
  const server = spawn(process.execPath, ['xtask/serve.mjs', SITE, '--port', '0', '--base', '/yuefu/']);
  const address = await new Promise((resolve, reject) => {
    server.stdout.on('data', (text) => {
      const found = /Serving at (\S+)/.exec(text);
      if (found) resolve(found[1]);
    });
    server.on('exit', () => reject(new Error(`nothing served from ${SITE}: run cargo xtask site first`)));
  });
  return { server, address };
}

/** One state as a PNG. */
async function take(browser, baseURL, { locale, viewport }, colorScheme, state) {
  const context = await browser.newContext({ baseURL, locale, viewport, colorScheme, serviceWorkers: 'block' });
  const page = await context.newPage();
  await reach(page, state);
  // What is fading in is waited for.
  await page.waitForTimeout(300);
  const png = await page.screenshot({ animations: 'disabled' });
  await context.close();
  return png.toString('base64');
}

/** Runs in a page: PNGs side by side, with round corners, as one WebP. */
async function beside([pngs, gap, corner, quality]) {
  const images = await Promise.all(
    pngs.map(async (png) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      return image;
    }),
  );
  const canvas = document.createElement('canvas');
  canvas.width = images.reduce((sum, { width }) => sum + width + gap, -gap);
  canvas.height = images[0].height;
  const drawing = canvas.getContext('2d');
  let left = 0;
  for (const image of images) {
    drawing.save();
    drawing.beginPath();
    drawing.roundRect(left, 0, image.width, image.height, corner);
    drawing.clip();
    drawing.drawImage(image, left, 0);
    drawing.restore();
    left += image.width + gap;
  }
  return canvas.toDataURL('image/webp', quality).split(',')[1];
}

const { server, address } = await serve();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
await mkdir(FOLDER, { recursive: true });
for (const picture of PICTURES)
  for (const colorScheme of ['light', 'dark']) {
    const pngs = [];
    for (const state of picture.states) pngs.push(await take(browser, address, picture, colorScheme, state));
    const page = await browser.newPage();
    const webp = Buffer.from(await page.evaluate(beside, [pngs, GAP, CORNER, QUALITY]), 'base64');
    const path = `${FOLDER}/${picture.name}-${colorScheme}.webp`;
    await writeFile(path, webp);
    console.log(`${path} ${webp.length}`);
    await page.close();
  }
await browser.close();
server.kill();
