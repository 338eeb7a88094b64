// What the tests of embedding share: pages of somebody else, on another origin of this machine, with their own policies.
//
// The simulator's site answers at 127.0.0.1, the host at localhost: to a browser these are two sites. What is not here:
// the watch over the page, which is in ../page/support.mjs.

import { createServer } from 'node:http';
import { test as base, expect } from '../page/support.mjs';

export { expect };
export { expectNoAxeViolations } from '../page/support.mjs';

const HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>host</title></head><body><h1>Host</h1>';

/**
 * - `site`: the address of the simulator's files;
 * - `host(pages)`: serves pages by their path, each `{ body, policy }`, and gives the host's address.
 */
export const test = base.extend({
  site: async ({ baseURL, allowOrigin }, use) => {
    const site = new URL(baseURL).href;
    allowOrigin(new URL(site).origin);
    await use(site);
  },
  host: async ({ allowOrigin }, use) => {
    const servers = [];
    await use(async (pages) => {
      const server = createServer((request, response) => {
        if (request.url === '/favicon.ico') return response.writeHead(204).end();
        const { body, policy, script } = pages[request.url] ?? {};
        if (body === undefined && script === undefined) return response.writeHead(404).end();
        if (policy) response.setHeader('Content-Security-Policy', policy);
        response.setHeader('Content-Type', script === undefined ? 'text/html; charset=utf-8' : 'text/javascript');
        return response.end(script ?? `${HEAD}${body}`);
      });
      await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
      servers.push(server);
      const address = `http://localhost:${server.address().port}/`;
      allowOrigin(new URL(address).origin);
      return address;
    });
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  },
});

/** The specification's worked refund: 500.00 bought on 10 February 2024 and refunded on 5 March. */
export const WORKED = 'view=refund&amount=500.00&date=2024-02-10&refund-date=2024-03-05&lang=zh-CN';
/** What it gives: usable 3 to 5 working days later, on 8 March at best and on 12 March for sure. */
export const ANSWER = /¥500\.00\s*可用：最早\s*3月8日，最晚\s*3月12日/;

/** Waits until every frame tells the height of its content, and gives the heights of the frames. */
export async function settledHeights(page) {
  let last = '';
  await expect
    .poll(async () => {
      const now = JSON.stringify(await heights(page));
      const same = now === last;
      last = now;
      return same;
    })
    .toBe(true);
  return heights(page);
}

/** The heights of a page's frames, in pixels. */
export const heights = (page) =>
  page.locator('iframe').evaluateAll((frames) => frames.map((frame) => frame.getBoundingClientRect().height));

/** By how much the content of a frame is higher than the frame. */
export const overflow = (frame) =>
  frame.locator('html').evaluate((root) => root.scrollHeight - root.clientHeight);
