/* A drawing that is touched comes alive. The static one stays where it is, holds the place, and comes back on Escape, on failure
   and in print. This is small and on every page, because pages are exchanged without loading scripts anew; what a live chart
   does is in live.js, and with the engine and the chart's own script it is loaded only when a drawing is touched. */
(() => {
  const ROOT = new URL("../../", document.currentScript.src);
  const REST = 120; // milliseconds that a pointer rests on a drawing before it is taken for interest
  const KEYS = ["chart", "from", "to", "speaker", "indicator", "place", "topic"];
  const FAILED = "The live chart could not be loaded. The drawing shows the same figures.";
  const waking = new Map(), awake = new Map(), loading = new Map(); // figure to promise, figure to live chart, path to promise
  let resting = 0;

  function load(path) {
    if (!loading.has(path)) loading.set(path, new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = new URL(path, ROOT).href;
      script.onload = () => { script.remove(); done(); };
      script.onerror = () => { script.remove(); loading.delete(path); failed(new Error(path)); };
      document.head.append(script);
    }));
    return loading.get(path);
  }

  const tell = (figure, text) => { figure.querySelector(".chart-status").textContent = text; };
  const drawn = figure => [...figure.querySelectorAll("svg[data-live]")].find(svg => svg.getClientRects().length);

  function wake(figure, state) {
    if (!waking.has(figure)) {
      const started = start(figure, state).catch(() => {
        if (waking.get(figure) !== started) return;
        rest(figure);
        tell(figure, FAILED);
      });
      waking.set(figure, started);
    }
    return waking.get(figure);
  }

  async function start(figure, state = {}) {
    const drawing = drawn(figure), { live: path, engine } = drawing.dataset;
    await Promise.all([engine, "assets/js/live.js", path].map(load));
    const chart = window.charts[path.replace(/^figures\/|\.\w+\.js$/g, "")];
    const changed = () => { if (!isOpen(figure)) explore(figure); note(figure); };
    const live = await window.liveChart(chart, state, { tell: text => tell(figure, text), changed });
    if (!figure.isConnected || !waking.has(figure)) return live.view.finalize();
    if (drawn(figure) !== drawing) { live.view.finalize(); return start(figure, state); } // the window was made narrower meanwhile
    figure.querySelector(".chart-body").append(live.box);
    figure.classList.add("is-live");
    awake.set(figure, { ...live, drawing });
    return awake.get(figure);
  }

  const isOpen = figure => figure.querySelector(".chart-explore").getAttribute("aria-expanded") === "true";

  function named(figure, text, open) {
    const button = figure.querySelector(".chart-explore");
    button.firstChild.data = text;
    button.setAttribute("aria-expanded", open);
    return button;
  }

  async function explore(figure, state) {
    const live = await wake(figure, state);
    if (!live || isOpen(figure)) return live;
    named(figure, "Back to the drawing", true);
    figure.querySelector(".chart-live").after(live.controls);
    return live;
  }

  function rest(figure) {
    const live = awake.get(figure), held = [live?.box, live?.controls].some(part => part?.matches(":focus-within"));
    waking.delete(figure);
    awake.delete(figure);
    live?.view.finalize();
    live?.box.remove();
    live?.controls.remove();
    figure.classList.remove("is-live");
    const button = named(figure, "Explore", false);
    tell(figure, "");
    if (held) button.focus();
  }

  function back(figure) {
    clearTimeout(resting);
    rest(figure);
    figure.dataset.away = ""; // until the pointer has left: else it would wake at once
    note(null);
  }

  /* The address says what is shown, so that it can be shared. */
  function note(figure) {
    const url = new URL(location.href), live = awake.get(figure);
    KEYS.forEach(key => url.searchParams.delete(key));
    if (live) {
      url.searchParams.set("chart", figure.id);
      for (const [key, values] of live.said()) values.forEach(value => url.searchParams.append(key, value));
      url.hash = figure.id;
    }
    if (url.href !== location.href) history.replaceState(history.state, "", url);
  }

  function restore() {
    const asked = new URLSearchParams(location.search), figure = document.getElementById(asked.get("chart"));
    if (!figure?.querySelector(".chart-explore") || waking.has(figure)) return;
    explore(figure, Object.fromEntries(KEYS.slice(1).map(key => [key, asked.getAll(key)])));
  }

  /* Pages come and go while this script stays. */
  function scan() {
    for (const figure of waking.keys()) if (!figure.isConnected) rest(figure);
    for (const button of document.querySelectorAll(".chart-explore")) button.hidden = false;
    restore();
  }

  const touched = event => {
    const figure = event.target.closest?.("figure.chart");
    return figure?.querySelector(".chart-explore") ? figure : null;
  };

  addEventListener("pointerover", event => {
    const figure = touched(event);
    if (!figure || waking.has(figure) || event.pointerType === "touch" || "away" in figure.dataset || !event.target.closest(".chart-body")) return;
    clearTimeout(resting);
    resting = setTimeout(() => wake(figure), REST);
  });

  addEventListener("pointerout", event => {
    const figure = touched(event);
    if (!figure || figure.contains(event.relatedTarget)) return;
    clearTimeout(resting);
    delete figure.dataset.away;
  });

  addEventListener("click", async event => {
    const figure = touched(event);
    for (const [other, live] of awake) if (other !== figure) live.point(null);
    if (event.target.closest?.(".chart-explore")) {
      if (isOpen(figure)) return back(figure);
      const live = await explore(figure);
      live?.box.focus();
      if (live) note(figure);
    } else if (figure && event.target.closest(".chart-body") && !awake.has(figure)) {
      (await wake(figure))?.pointAt(event);
    }
  });

  addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    for (const figure of [...awake.keys()]) if (figure.matches(":hover, :focus-within")) back(figure);
  });

  addEventListener("resize", () => {
    for (const [figure, live] of [...awake]) {
      if (live.drawing.getClientRects().length) { live.point(null); continue; }
      const open = isOpen(figure), state = Object.fromEntries(live.said());
      rest(figure);
      open ? explore(figure, state) : wake(figure, state);
    }
  });

  window.document$?.subscribe(scan); // each page that Material exchanges; from a folder it says nothing, hence the next line
  scan();
})();
