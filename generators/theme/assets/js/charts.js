/* Lazy loader. It is on every page, as pages are exchanged without reloading scripts, and shows the buttons of charts. awake.js, live.js, the
   engine and the chart's own script are loaded when a drawing is touched, parts.js when a number, a word, a link to rows or the head of a
   table is. */
(() => {
  const ROOT = new URL("../../", document.currentScript.src);
  const REST = 120; // milliseconds that a pointer rests on a drawing before the chart starts
  const loading = new Map(); // path to promise
  let resting = 0, figures = null;

  /* Loads a script or a style sheet by its path from the site's root; scripts run in the order in which they are asked for. */
  const load = window.load = path => {
    if (!loading.has(path)) loading.set(path, new Promise((done, failed) => {
      const isStyle = path.endsWith(".css"), part = document.createElement(isStyle ? "link" : "script");
      Object.assign(part, { rel: "stylesheet", async: false, [isStyle ? "href" : "src"]: new URL(path, ROOT).href });
      part.onload = () => { if (!isStyle) part.remove(); done(); };
      part.onerror = () => { part.remove(); loading.delete(path); failed(new Error(path)); };
      document.body.append(part); // Material exchanges what is in the head
    }));
    return loading.get(path);
  };

  const failed = figure => {
    const status = figure.querySelector(".chart-status");
    status.textContent = status.dataset.failed;
  };

  const ask = (what, figure, event) => load("assets/js/awake.js").then(() => {
    figures ??= window.awake(load, failed);
    figures[what](figure, event);
  }, () => failed(figure));

  const part = (what, touched, ...scripts) =>
    Promise.all(["assets/js/parts.js", ...scripts].map(load)).then(() => window.parts[what](touched, ...scripts));

  const within = (event, part) => event.target.closest?.(part)?.closest("figure.chart:has(.chart-explore)");

  addEventListener("pointerover", event => {
    const figure = within(event, ".chart-body");
    if (!figure || event.pointerType === "touch" || "away" in figure.dataset) return;
    clearTimeout(resting);
    resting = setTimeout(() => "away" in figure.dataset || ask("wake", figure), REST);
  });

  addEventListener("pointerout", event => {
    const figure = within(event, "figure");
    if (!figure || figure.contains(event.relatedTarget)) return;
    clearTimeout(resting);
    delete figure.dataset.away;
  });

  addEventListener("click", event => {
    const button = event.target.closest?.(".chart-explore"), figure = within(event, ".chart-body"), sort = event.target.closest?.(".sort");
    if (sort) part("sort", sort);
    else if (button) ask("toggle", button.closest("figure"));
    else if (figure && !figure.matches(".is-live")) ask("touch", figure, event);
  });

  for (const touch of ["pointerover", "pointerdown", "focusin"]) addEventListener(touch, ({ target }) => {
    const opening = target.closest?.(".opening"), cards = opening?.matches("[popovertarget^=note]") ? [document.querySelector(".notes").dataset.cards] : [];
    if (opening) part("card", opening, ...cards).catch(() => {}); // a number has its note
  });

  addEventListener("click", event => {
    const link = event.target.closest?.(".chart-data > a");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || location.protocol === "file:") return; // nothing is fetched from a folder
    event.preventDefault();
    event.stopPropagation(); // Material would exchange the page
    part("rows", link).catch(() => location.assign(link.href));
  }, true);

  function scan() {
    figures?.forget();
    for (const button of document.querySelectorAll(".chart-explore")) button.hidden = false;
    const asked = document.getElementById(new URLSearchParams(location.search).get("chart"));
    if (asked?.querySelector(".chart-explore")) ask("restore", asked);
  }

  window.document$?.subscribe(scan); // each page that Material exchanges; without a server it emits nothing, hence the next line
  scan();
})();
