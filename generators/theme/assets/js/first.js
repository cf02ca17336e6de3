/* The page waits a moment for its fonts. Those that are not here by then stay away until the next page, so that no line moves when they
   come: a browser takes up even optional ones, as the style sheet calls them, when a script changes the page. */
(() => {
  const page = document.documentElement, settle = state => { if (page.dataset.fonts === "awaited") page.dataset.fonts = state; };
  page.dataset.fonts = "awaited";
  Promise.all(["1em Inter", '500 1em "STIX Two Text"'].map(font => document.fonts.load(font))).then(() => settle("here"), () => settle("late"));
  setTimeout(settle, 150, "late");
})();
