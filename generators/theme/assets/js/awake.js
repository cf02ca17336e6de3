/* Interactive charts of a page and their state in the address. The static drawing keeps its place, and is shown again on Escape, on
   failure and in print. `load` loads a script or a style sheet, `failed` reports one that could not be loaded. */
window.awake = (load, failed) => {
  const KEYS = ["chart", "from", "to", "speaker", "indicator", "place", "topic"];
  const waking = new Map(), awake = new Map(); // figure to promise, figure to live chart

  const tell = (figure, text) => { figure.querySelector(".chart-status").textContent = text; };
  const drawn = figure => [...figure.querySelectorAll("svg[data-live]")].find(svg => svg.getClientRects().length);

  function wake(figure, state) {
    if (!waking.has(figure)) {
      const started = start(figure, state).catch(() => {
        if (waking.get(figure) !== started) return;
        rest(figure);
        failed(figure);
      });
      waking.set(figure, started);
    }
    return waking.get(figure);
  }

  async function start(figure, state = {}) {
    const drawing = drawn(figure), { live: path, engine } = drawing.dataset;
    await Promise.all([engine, "assets/js/live.js", "assets/css/live.css", path].map(load));
    const chart = window.charts[path.replace(/^figures\/|\.\w+\.js$/g, "")];
    const changed = () => { if (!isOpen(figure)) explore(figure); note(figure); };
    const live = await window.liveChart(chart, state, { tell: text => tell(figure, text), changed });
    if (!figure.isConnected || !waking.has(figure)) return live.view.finalize();
    if (drawn(figure) !== drawing) { live.view.finalize(); return start(figure, state); } // the window was made narrower meanwhile
    live.box.classList.toggle("is-narrow", drawing.classList.contains("chart-narrow"));
    figure.querySelector(".chart-body").append(live.box);
    figure.classList.add("is-live");
    awake.set(figure, { ...live, drawing });
    return awake.get(figure);
  }

  const isOpen = figure => figure.querySelector(".chart-explore").getAttribute("aria-expanded") === "true";

  function named(figure, text, open) {
    const button = figure.querySelector(".chart-explore");
    button.dataset.static ??= button.firstChild.data;
    button.firstChild.data = text ?? button.dataset.static;
    button.setAttribute("aria-expanded", open);
    return button;
  }

  async function explore(figure, state) {
    const live = await wake(figure, state);
    if (!live || isOpen(figure)) return live;
    named(figure, live.words.back, true);
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
    const button = named(figure, null, false);
    tell(figure, "");
    if (held) button.focus();
  }

  function back(figure) {
    rest(figure);
    figure.dataset.away = ""; // until the pointer has left; otherwise it would start again at once
    note(null);
  }

  /* Records the shown state in the address, so that it can be shared. */
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

  function restore(figure) {
    const asked = new URLSearchParams(location.search);
    if (!waking.has(figure)) explore(figure, Object.fromEntries(KEYS.slice(1).map(key => [key, asked.getAll(key)])));
  }

  async function toggle(figure) {
    if (isOpen(figure)) return back(figure);
    const live = await explore(figure);
    live?.box.focus();
    if (live) note(figure);
  }

  const touch = async (figure, event) => (await wake(figure))?.pointAt(event);

  /* Material exchanges pages, while this script remains. */
  const forget = () => { for (const figure of waking.keys()) if (!figure.isConnected) rest(figure); };

  addEventListener("click", event => {
    for (const [figure, live] of awake) if (!figure.contains(event.target)) live.point(null);
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

  return { wake, toggle, touch, restore, forget };
};
