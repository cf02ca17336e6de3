/* Lazy loader of the search: it loads the rest when the field is touched, when a key opens it, or when the page was opened from a
   result, to mark its words. `load` is that of charts.js, which runs before. */
(() => {
  const ROOT = new URL("../../", document.currentScript.src);
  const FILES = ["assets/css/search.css", "assets/js/find.js", "assets/js/results.js", "search/index.js"];
  let loading = null;

  const failed = () => {
    loading = null;
    const status = document.querySelector(".md-search-result__meta");
    status.textContent = status.dataset.failed;
  };

  const ready = () => loading ??= Promise.all(FILES.map(window.load)).then(() => window.finder.start(ROOT, window.load), failed);

  for (const touch of ["focusin", "pointerdown"]) addEventListener(touch, ({ target }) => {
    if (target.closest?.(".md-search, [for=__search]")) ready();
  });

  const focus = () => document.querySelector("[data-md-component=search-query]").focus();

  addEventListener("click", event => { // the button on narrow screens: at once, as a phone shows its keyboard only then
    if (!event.target.closest?.(".md-header__button[for=__search]")) return;
    const toggle = document.getElementById("__search");
    event.preventDefault();
    if (!toggle.checked) toggle.click();
    focus();
  });

  addEventListener("keydown", event => {
    if (!["/", "f", "s"].includes(event.key) || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    focus();
  });

  const mark = () => {
    const words = new URLSearchParams(location.search).get("h");
    if (words) ready().then(() => window.finder.mark(document.querySelector("article"), words));
  };

  window.document$?.subscribe(mark); // each page that Material exchanges; without a server it emits nothing, hence the next line
  mark();
})();
