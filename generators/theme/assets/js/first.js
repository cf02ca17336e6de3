/* What must be settled before the first picture, so that nothing moves after it. */
(() => {
  const page = document.documentElement;
  page.classList.replace("no-js", "js"); // the theme does it later, and the header's search button then moves the site's name

  /* Fonts that are not here by then stay away until the next page. The style sheet calls them optional, but a browser takes them up all
     the same when a script changes the page. They are asked for at once: one that nobody has asked for counts as absent. */
  const fonts = ["1em Inter", '500 1em "STIX Two Text"'];
  for (const font of fonts) document.fonts.load(font).catch(() => {});
  requestAnimationFrame(() => {
    if (!fonts.every(font => document.fonts.check(font))) page.dataset.fonts = "late";
  });
})();
