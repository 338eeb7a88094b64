// The way in: loads the page and, where that fails, says so on the screen instead of leaving it blank.
// It is not the place for anything that can fail by itself.
const start = document.getElementById('start');

import('./app.js')
  .then((app) => app.run())
  .catch((error) => {
    console.error(error);
    if (!start?.isConnected) return;
    start.setAttribute('role', 'alert');
    start.textContent =
      document.documentElement.lang === 'en'
        ? 'The page could not be loaded in full. Check the connection and reload.'
        : '页面没有载入完整。请检查网络后刷新。';
  });
