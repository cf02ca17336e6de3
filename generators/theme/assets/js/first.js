/* The page waits a moment for its fonts, laid out in the fallbacks. Fonts that are not here by then stay away until the next page, so that
   no line moves when they come. The families are named only then: a browser keeps a fallback for text that it has once laid out with one,
   and takes up the font at the next change of style. What scripts add to the header has its place from the start too. */
(() => {
  const page = document.documentElement, settle = state => { if (page.dataset.fonts === "awaited") page.dataset.fonts = state; };
  page.classList.replace("no-js", "js");
  page.dataset.fonts = "awaited";
  Promise.all(["1em Inter", '500 1em "STIX Two Text"'].map(font => document.fonts.load(font))).then(() => settle("here"), () => settle("late"));
  setTimeout(settle, 150, "late");
})();
