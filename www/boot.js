// Runs before the page is drawn: puts the saved theme and language on the root, so that nothing flashes.
// It is not the page: everything else starts in main.js.
(() => {
  try {
    const saved = JSON.parse(localStorage.getItem('yuefu.page') || '{}');
    if (saved.theme === 'light' || saved.theme === 'dark') document.documentElement.dataset.theme = saved.theme;
    if (saved.lang === 'en' || saved.lang === 'zh-Hant') document.documentElement.lang = saved.lang;
  } catch {
    // Storage is refused or damaged: the defaults hold.
  }
})();
