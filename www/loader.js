// Puts simulators into a page that is not ours: `<script src="…/loader.js" data-view="refund"></script>` becomes a
// frame that grows and shrinks with its content. Frames that are there already, `<iframe data-yuefu src="…">`, grow too.
// A plain script without imports; every attribute and message is in docs/embedding.md. What is not here: the simulator.
(() => {
  const own = document.currentScript;
  const PROTOCOL = 'yuefu/1';
  const HEIGHT = { least: 80, most: 8000 };
  /** A frame may shrink this often in so many milliseconds: more is a loop, and the larger height stays. */
  const SHRINKS = { most: 6, within: 10000 };

  const watch = (frame, asks) => {
    const id = Math.random().toString(36).slice(2);
    let shrinks = [];
    const post = (type) => frame.contentWindow?.postMessage({ protocol: PROTOCOL, type, id }, '*');
    const grow = (height) => {
      if (!Number.isInteger(height)) return;
      const next = Math.min(Math.max(height, HEIGHT.least), HEIGHT.most);
      if (next < frame.height) {
        shrinks = shrinks.filter((time) => time > Date.now() - SHRINKS.within);
        if (shrinks.length >= SHRINKS.most) return;
        shrinks.push(Date.now());
      }
      frame.height = next;
    };
    addEventListener('message', ({ source, data }) => {
      if (source !== frame.contentWindow || !source || data?.protocol !== PROTOCOL) return;
      if (data.type === 'ready') {
        post('hello');
        if (asks) post('ask');
      } else if (data.id !== id) return;
      if (data.type === 'height') grow(data.height);
      else frame.dispatchEvent(new CustomEvent('yuefu', { bubbles: true, detail: data }));
    });
    post('hello');
  };

  const made = (script) => {
    const { height = 560, title = '月付试算', result, ...said } = script.dataset;
    const frame = document.createElement('iframe');
    const names = Object.entries(said).map(([name, value]) => [name.replace(/[A-Z]/g, (c) => '-' + c.toLowerCase()), value]);
    frame.src = new URL('embed.html#' + new URLSearchParams(names), script.src);
    Object.assign(frame, { title, height, width: '100%', loading: 'lazy', referrerPolicy: 'no-referrer' });
    frame.style.border = 0;
    script.after(frame);
    watch(frame, result !== undefined);
  };

  const adopt = () => {
    for (const frame of document.querySelectorAll('iframe[data-yuefu]')) {
      if (frame.dataset.yuefu === 'on') continue;
      frame.dataset.yuefu = 'on';
      watch(frame, 'result' in frame.dataset);
    }
  };

  if (own.dataset.view) made(own);
  adopt();
  addEventListener('DOMContentLoaded', adopt);
})();
