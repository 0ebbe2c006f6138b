// Sets the theme before the first paint; the server already set it unless it is "auto".
(function () {
  var root = document.documentElement;
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  function apply() {
    var wish = root.dataset.theme;
    root.dataset.bsTheme = wish === 'light' || wish === 'dark' ? wish : dark.matches ? 'dark' : 'light';
  }
  apply();
  dark.addEventListener('change', apply);
  window.hocvuTheme = apply;
})();
