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

/* Material answers the first jump within a page by fetching that page again: what was opened, sorted or marked there would be lost, and on a
   poor line paid for twice. Until it has exchanged the content, such jumps are left to the browser. This is registered before Material. */
{
  const here = location.pathname;
  let content = null;
  addEventListener("DOMContentLoaded", () => { content = document.querySelector("[data-md-component=container]"); });
  addEventListener("popstate", event => {
    if (content?.isConnected && location.pathname === here) event.stopImmediatePropagation();
  });
}
