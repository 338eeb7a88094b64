// @ts-check
// Lets the page work without a network: registers the service worker, and says when a newer version is ready.
// It is loaded after everything else and only by the stand-alone page.

import { fill, h } from './dom.js';
import { t } from './i18n.js';

/** @param {Element} element  where the word about a newer version goes */
export async function offline(element) {
  if (!navigator.serviceWorker || window.top !== window) return;
  try {
    const registration = await navigator.serviceWorker.register(scriptUrl('./sw.js'));
    whenNewer(registration, () => say(element, registration));
  } catch (error) {
    // Without it the page needs the network and is otherwise the same.
    console.info(error);
  }
}

/** The worker's address in the form that the page's policy asks for. @param {string} path @returns {any} */
function scriptUrl(path) {
  const types = /** @type {any} */ (window).trustedTypes;
  return types ? types.createPolicy('yuefu', { createScriptURL: () => path }).createScriptURL(path) : path;
}

/** @param {ServiceWorkerRegistration} registration @param {() => void} ready  called when a newer version waits */
function whenNewer(registration, ready) {
  if (registration.waiting && navigator.serviceWorker.controller) ready();
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && navigator.serviceWorker.controller) ready();
    });
  });
}

/** @param {Element} element @param {ServiceWorkerRegistration} registration */
function say(element, registration) {
  const press = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting?.postMessage('take over');
  };
  fill(
    element,
    h(
      'div.card.newer.row',
      { role: 'status' },
      h('p', null, t('newer.ready')),
      h('button', { type: 'button', on: { click: press } }, t('newer.take')),
    ),
  );
}
