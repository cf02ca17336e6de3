/* Interactive chart: tips of its marks, filters of figures, a choice of period. Marks, filters and tips are in the chart's own
   script, made at build time from the data; nothing here depends on the kind of chart.
   Vega draws; pointing, moving and choosing are plain HTML, for keyboard, touch and screen readers. */
window.liveChart = async (chart, asked, { tell, changed }) => {
  const RANK = { text: 1, rule: 2, rect: 3, line: 3, symbol: 4 }; // which of a figure's marks represents it
  const NEAR = 48; // greatest distance to a mark in pixels
  const { padding, width, height } = chart.vega, across = padding.left + width + padding.right;
  const off = () => Promise.reject(new Error("Everything is in the specification: nothing is loaded."));

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  /* Vega logs an error and continues with half a picture; here it is thrown, and the static drawing is shown again. */
  let wrong = null;
  const logger = { level: () => logger, error: what => { wrong ??= what; return logger; }, warn: () => logger, info: () => logger, debug: () => logger };
  const run = async () => { await view.runAsync(); if (wrong) throw new Error(wrong); };

  /* Vega lays text out by its width: load the parts of the font that this chart's letters need first, if possible. */
  const letters = JSON.stringify(chart.vega);
  await Promise.all(["13px", "bold 13px"].map(style => document.fonts.load(`${style} "Inter Charts"`, letters))).catch(() => {});

  const stage = make("div", { class: "chart-stage", "aria-hidden": "true" });
  const [ring, tip, band] = ["ring", "tip", "band"].map(part => make("div", { class: `chart-${part}`, hidden: "" }));
  const voice = make("p", { class: "chart-unseen", role: "status" });
  const { words } = chart, { numerals } = chart.vega.config?.locale?.number ?? {};
  const numeral = number => String(number).replace(/\d/g, digit => numerals?.[digit] ?? digit);
  const box = make("div", { class: "chart-view", tabindex: "0", role: "application", "aria-label": words.use }, stage, band, ring, tip, voice);
  const controls = make("div", { class: "chart-controls" });
  const view = new vega.View(vega.parse(chart.vega, {}, { ast: true }), {
    expr: vega.expressionInterpreter, renderer: "svg", container: stage, hover: false, loader: { load: off, sanitize: off }, logger,
  });
  await run();

  const last = chart.periods ? chart.periods.length - 1 : 0;
  const home = chart.periods && Object.fromEntries(["span", "ticks", "months", "low", "top", "rungs"].map(name => [name, view.signal(name)]));
  const isThere = head => value => chart.tips.some(lines => lines[head] === value); // an address may contain anything
  const state = { chosen: Object.fromEntries(chart.filters.map(({ id, head }) => [id, (asked[id] ?? []).filter(isThere(head))])), from: 0, to: last };
  for (const end of ["from", "to"]) {
    const n = chart.periods ? chart.periods.findIndex(([text]) => text === asked[end]?.[0]) : -1;
    if (n >= 0) state[end] = n;
  }
  const inOrder = () => { if (state.from > state.to) [state.from, state.to] = [state.to, state.from]; };
  inOrder();
  let marks = [], spot = null;

  /* What is shown */
  const isNarrowed = () => home && (state.from > 0 || state.to < last);
  const isChosen = lines => chart.filters.every(({ id, head }) => !state.chosen[id].length || state.chosen[id].includes(lines[head]));
  const isInTime = (_, figure) => {
    const at = chart.at?.[figure] ?? null; // an event in a chart of figures has no period to choose
    return at === null || (state.from <= at && at <= state.to);
  };

  async function show() {
    const on = chart.tips.map((lines, figure) => isChosen(lines) && isInTime(lines, figure));
    view.signal("off", Object.fromEntries(chart.tips.flatMap((lines, figure) => isChosen(lines) ? [] : [[figure, true]])));
    for (const [name, value] of Object.entries(home ? isNarrowed() ? narrowed(on) : home : {})) view.signal(name, value);
    await run();
    marks = standing(on);
    point(null);
    const count = marks.length;
    tell(count < on.length ? words.count.replace("{count}", numeral(count)).replace("{all}", numeral(on.length)) : "");
  }

  function narrowed(on) {
    const inside = chart.periods.slice(state.from, state.to + 1).map(([, , first, after]) => [Date.parse(first), Date.parse(after)]);
    const first = inside[0][0], after = Math.max(...inside.map(period => period[1]));
    const margin = chart.columns ? 0 : (6 / width) * (after - first); // pixels, so that the first dot is not cut in half
    const span = [first - margin, after + margin];
    const room = home.top - home.low, [least, most] = reach(() => true), [low, high] = reach((_, figure) => on[figure]);
    const above = (home.top - most) / room, below = low && (least - home.low) / room; // for labels, as shares of the plot
    const pixels = (high - low) / (1 - above - below), ends = { low: low - below * pixels, top: high + above * pixels };
    return { span, ...ends, rungs: rungs(ends), ...ticks(first, after) };
  }

  function reach(shown) { // the lowest and the highest number, 0 between them
    const low = Math.min(0, ...(chart.lows ?? []).filter(shown));
    return [low, Math.max(low ? 0 : 1, ...chart.highs.filter(shown))];
  }

  function rungs({ low, top }) {
    const step = [1, 2, 5].flatMap(n => [0, 1, 2, 3, 4, 5, 6, 7, 8].map(power => n * 10 ** power)).sort((a, b) => a - b).find(n => n * 5 >= top - low);
    const first = Math.ceil(low / step);
    return Array.from({ length: Math.floor(top / step) - first + 1 }, (_, n) => (first + n) * step);
  }

  function ticks(...span) {
    const [first, end] = span.map(time => new Date(time)).map(day => day.getUTCFullYear() * 12 + day.getUTCMonth());
    const months = end - first < 36, most = Math.max(2, Math.floor(width / 62));
    const step = (months ? [1, 2, 3, 6, 12] : [12, 24, 36, 48, 60, 120, 240, 300, 600, 1200]).find(n => (end - first) / n <= most);
    const middle = chart.columns ? chart.halves[months ? 0 : 1] : 0;
    const starts = Array.from({ length: end - first + 2 }, (_, n) => first + n).filter(n => n % step === 0);
    const times = starts.map(n => Date.UTC(Math.floor(n / 12), n % 12, 1 + middle));
    return { months, ticks: times.filter(time => span[0] <= time && time < span[1]) };
  }

  /* One mark per figure, with its position in the drawing's pixels, in the order of time or of rows */
  function standing(on) {
    const found = {};
    const walk = (group, x, y) => group.items.forEach(({ marktype, items }) => items.forEach(item => {
      if (marktype === "group") return walk(item, x + (item.x || 0), y + (item.y || 0));
      const of = item.datum?.of, rank = RANK[marktype];
      if (of == null || !on[of] || !item.opacity || !(rank > (found[of]?.rank ?? 0))) return;
      const { x1, y1, x2, y2 } = marktype === "line" ? { x1: item.x, y1: item.y, x2: item.x, y2: item.y } : item.bounds;
      const isRound = marktype === "line" || marktype === "symbol";
      found[of] = { of, rank, isRound, x1: x + x1, y1: y + y1, x2: x + x2, y2: y + y2 };
    }));
    walk(view.scenegraph().root.items[0], padding.left, padding.top);
    const [first, then] = { down: ["y1", "x1"], across: ["x1", "y1"], panels: ["of", "of"] }[chart.walk];
    return Object.values(found).sort((a, b) => Math.round(a[first] - b[first]) || a[then] - b[then]);
  }

  const scale = () => box.clientWidth / across;
  const within = event => {
    const frame = box.getBoundingClientRect();
    return [(event.clientX - frame.left) / scale(), (event.clientY - frame.top) / scale()];
  };

  /* Pointing and walking */
  function pointAt(event) {
    const [x, y] = within(event), [along, aside] = chart.walk === "down" ? [0.3, 1] : [1, 0.3]; // nearness counts most along the axis
    const far = m => Math.hypot(along * Math.max(m.x1 - x, 0, x - m.x2), aside * Math.max(m.y1 - y, 0, y - m.y2));
    const best = marks.reduce((a, b) => a && far(a) <= far(b) ? a : b, null);
    point(best && far(best) < NEAR ? best : null, { y: y * scale() });
  }

  function point(mark, { y, spoken } = {}) {
    if (mark === spot) return;
    spot = mark;
    tip.hidden = ring.hidden = !mark;
    if (!mark) return;
    const lines = Object.entries(chart.tips[mark.of]);
    tip.replaceChildren(make("dl", {}, ...lines.flatMap(([head, text]) => [make("dt", {}, head), make("dd", {}, text)])));
    const [x1, y1, x2, y2] = [mark.x1, mark.y1, mark.x2, mark.y2].map(side => side * scale());
    const more = x1 === x2 ? 6 : 3;
    put(ring, { left: x1 - more, top: y1 - more, width: x2 - x1 + 2 * more, height: y2 - y1 + 2 * more });
    ring.classList.toggle("is-round", mark.isRound);
    const left = Math.max(0, Math.min((x1 + x2 - tip.offsetWidth) / 2, box.clientWidth - tip.offsetWidth));
    const above = Math.min(y1, y ?? y1) - tip.offsetHeight - 10, hasRoom = box.getBoundingClientRect().top + above > 56; // the page's head
    put(tip, { left, top: hasRoom ? above : Math.max(y2, y ?? y2) + 10 }); // never under the pointer: it goes on to other marks
    if (!spoken) return;
    voice.textContent = lines.map(([head, text]) => `${head}: ${text.replace(/\.$/, "")}`).join(". ");
    for (const part of [tip, ring]) part.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  const put = (element, pixels) => Object.entries(pixels).forEach(([side, n]) => { element.style[side] = `${n}px`; });

  function walk(event) {
    const now = marks.indexOf(spot), end = marks.length - 1;
    const next = { ArrowRight: now + 1, ArrowDown: now + 1, ArrowLeft: now - 1, ArrowUp: now - 1, Home: 0, End: end }[event.key];
    if (next === undefined || event.target !== box || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    point(marks[Math.max(0, Math.min(end, next))] ?? null, { spoken: true });
  }

  /* A stretch of time by dragging; the same can be chosen from two lists. */
  let grip = null;
  const moment = x => view.signal("span").reduce((first, after) => first + (after - first) * (x - padding.left) / width);
  box.addEventListener("pointerdown", event => {
    if (home && last && event.button === 0 && !tip.contains(event.target)) grip = { id: event.pointerId, x: within(event)[0] };
  });
  box.addEventListener("pointermove", event => {
    if (tip.contains(event.target)) return;
    if (grip && !event.buttons) letGo(); // the button was let go outside
    const x = within(event)[0], dragged = grip?.id === event.pointerId && Math.abs(x - grip.x) > 8;
    if (!grip && event.pointerType !== "touch") return pointAt(event);
    if (!dragged) return;
    box.setPointerCapture(event.pointerId);
    point(null);
    const [from, to] = [grip.x, x].sort((a, b) => a - b).map(side => Math.max(padding.left, Math.min(padding.left + width, side)) * scale());
    put(band, { left: from, width: to - from, top: padding.top * scale(), height: height * scale() });
    band.hidden = false;
  });
  box.addEventListener("pointerup", event => {
    const isTap = band.hidden, ends = grip && [grip.x, within(event)[0]].sort((a, b) => a - b).map(moment);
    letGo();
    if (isTap || !ends) return pointAt(event);
    const met = chart.periods.flatMap(([, , first, after], n) => Date.parse(after) > ends[0] && Date.parse(first) < ends[1] ? [n] : []);
    if (met.length) change({ from: Math.max(state.from, met[0]), to: Math.min(state.to, met.at(-1)) });
  });
  const letGo = () => { grip = null; band.hidden = true; };
  box.addEventListener("pointercancel", letGo);
  box.addEventListener("pointerleave", event => { if (!grip && event.pointerType !== "touch") point(null); });
  box.addEventListener("blur", () => point(null));
  box.addEventListener("keydown", walk);

  /* Choosing */
  async function change(wanted) {
    Object.assign(state, wanted);
    inOrder();
    const held = [...controls.querySelectorAll("button, select")].indexOf(document.activeElement);
    fill();
    controls.querySelectorAll("button, select")[held]?.focus();
    await show();
    changed();
  }

  function fill() {
    const parts = chart.filters.map(choice), all = make("button", { type: "button", class: "chart-all" }, words.showAll);
    if (home && last) parts.push(period(words.from, "from"), period(words.to, "to"));
    all.disabled = !isNarrowed() && !Object.values(state.chosen).some(values => values.length);
    all.onclick = () => change({ chosen: Object.fromEntries(chart.filters.map(({ id }) => [id, []])), from: 0, to: last });
    controls.replaceChildren(...parts, ...(parts.length ? [all] : []));
  }

  function choice({ id, head }) {
    const values = [...new Set(chart.tips.map(lines => lines[head]).filter(Boolean))], now = state.chosen[id];
    const inks = values.map(value => [...new Set(chart.inks.filter((_, figure) => chart.tips[figure][head] === value))].join());
    const choose = wanted => change({ chosen: { ...state.chosen, [id]: wanted } });
    if (values.length > 6) return list(head, [["", words.all], ...values.map(value => [value, value])], now[0] ?? "", value => choose(value ? [value] : []));
    return make("div", { class: "chart-choice", role: "group", "aria-label": head }, make("span", {}, head), ...values.map((value, n) => {
      const sample = inks[n] && new Set(inks).size > 1 ? [swatch(inks[n])] : []; // a shared colour distinguishes nothing
      const button = make("button", { type: "button", "aria-pressed": now.includes(value) }, ...sample, value);
      button.onclick = () => choose(now.includes(value) ? now.filter(each => each !== value) : [...now, value]);
      return button;
    }));
  }

  function swatch(ink) {
    const sample = make("i");
    sample.style.background = ink;
    return sample;
  }

  const period = (head, end) =>
    list(head, chart.periods.map(([, text], n) => [n, text]), state[end], value => change({ [end]: Number(value) }));

  function list(head, options, now, chosen) {
    const field = make("select", { "aria-label": head }, ...options.map(([value, text]) => make("option", { value }, text)));
    field.value = now;
    field.onchange = () => chosen(field.value);
    return make("label", {}, head, field);
  }

  const said = () => [
    ...Object.entries(state.chosen),
    ...(isNarrowed() ? ["from", "to"].map(end => [end, [chart.periods[state[end]][0]]]) : []),
  ];

  fill();
  await show();
  return { view, box, controls, point, pointAt, said, words };
};
