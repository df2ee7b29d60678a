// Blocking on purpose: for "System" the colours are known before anything is drawn.
(function () {
  'use strict';
  var root = document.documentElement;
  if (root.dataset.theme !== 'system') {
    return;
  }
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  var apply = function () {
    root.setAttribute('data-bs-theme', dark.matches ? 'dark' : 'light');
  };
  apply();
  dark.addEventListener('change', apply);
})();
