/* Search results: pages with the words of the query, by kind, with a matching sentence and headings. */
Object.assign(window.finder, (() => {
  const { words, terms, units, fits, find, texts, kind, kinds, said, at, from } = window.finder;
  const LANGUAGE = document.documentElement.lang, number = many => many.toLocaleString(`${LANGUAGE}-u-nu-${said().numbering}`);
  const PAUSE = 120; // milliseconds without a key before a lookup
  const MANY = 10; // results shown at a time
  const HEADINGS = 3;
  const LONG = 280; // characters; shorter sentences with the same words are preferred
  const part = selector => document.querySelector(`.md-search ${selector}`);
  let typing = 0, turn = 0, chosen = "", shown = MANY;

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  /* The text with the words of the query in <mark>, including those of a date. */
  function marked(text, wanted) {
    const named = wanted.flatMap(({ term, open }) => [{ term, open }, ...term.includes("-") ? dated(term) : []]);
    return text.split(/([\s\-–—/]+)/).flatMap((piece, odd) => {
      if (odd % 2 || !named.some(unit => fits(new Set(words(piece)), unit))) return [piece];
      const [, before, word, after] = piece.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}%]*)$/su);
      return [before, element("mark", {}, word), after];
    });
  }

  function dated(term) {
    const [year, month, day] = term.split("-"), name = new Date(Date.UTC(2000, month - 1)).toLocaleString("en", { month: "long", timeZone: "UTC" });
    return [year, name.toLowerCase(), ...day ? [String(Number(day))] : []].map(word => ({ term: word, open: false }));
  }

  const count = (found, wanted) => wanted.filter(unit => fits(found, unit)).length;

  /* The sentence with most of the words, and the sections with the words that the title lacks, best first. */
  function telling({ title, sections }, wanted) {
    const lacking = wanted.filter(unit => !fits(terms(title), unit)), quotes = [], headed = [];
    for (const [anchor, heading, ...sentences] of sections) {
      const inHeading = terms(heading), all = new Set(inHeading);
      for (const sentence of sentences) {
        const found = terms(sentence), score = count(found, wanted);
        if (score) quotes.push([score - (sentence.length > LONG ? .5 : 0), sentence]);
        for (const term of found) all.add(term);
      }
      const score = count(inHeading, wanted) * 2 + count(all, wanted);
      if (anchor && score && count(all, lacking) === lacking.length) headed.push([score, anchor, heading]);
    }
    const best = list => list.sort(([left], [right]) => right - left);
    return { quote: best(quotes)[0]?.[1] ?? "", headed: best(headed).slice(0, HEADINGS) };
  }

  async function result(page, wanted, query) {
    const text = await texts(page), { quote, headed } = telling(text, wanted), marks = `?h=${encodeURIComponent(query)}`;
    const to = anchor => at(text.path + marks + (anchor && `#${encodeURIComponent(anchor)}`));
    const link = element("a", { class: "md-search-result__link", href: to("") },
      element("span", { class: "find-kind" }, kind(page)), element("span", { class: "find-title" }, ...marked(text.title, wanted)),
      ...quote ? [element("span", { class: "find-quote" }, ...marked(quote, wanted))] : [],
      ...quote || headed.length || count(terms(text.title), wanted) === wanted.length ? [] : [element("span", { class: "find-quote find-rest" }, said().rest)]);
    const parts = headed.map(([, anchor, heading]) => element("li", {}, element("a", { href: to(anchor) }, ...marked(heading, wanted))));
    return element("li", { class: "md-search-result__item" }, link, ...parts.length ? [element("ul", { class: "find-parts" }, ...parts)] : []);
  }

  const button = (name, many, pressed) => {
    const made = element("button", { type: "button", "aria-pressed": pressed }, `${name} `, element("span", {}, number(many)));
    made.addEventListener("click", () => { chosen = name === said().all ? "" : name; shown = MANY; lookUp(true); });
    return made;
  };

  function filters(pages) {
    const counts = kinds().map(name => [name, pages.filter(page => kind(page) === name).length]).filter(([, many]) => many);
    if (!counts.some(([name]) => name === chosen)) chosen = "";
    const buttons = counts.length > 1 ? [[said().all, pages.length], ...counts] : [];
    return buttons.map(([name, many]) => button(name, many, String(name === (chosen || said().all))));
  }

  const outcome = (many, query) => {
    if (many) return said().found[new Intl.PluralRules(LANGUAGE).select(many)].replace("{num}", number(many));
    return query ? said().none : said().start;
  };

  /* Shows the results of the query, unless another was typed meanwhile; a pressed button keeps the focus. */
  async function look(pressed = false) {
    const query = part("input").value, wanted = units(query), now = turn += 1;
    const pages = await find(query), buttons = filters(pages);
    const kept = pages.filter(page => !chosen || kind(page) === chosen);
    const items = kept.slice(0, shown).map(page => result(page, wanted, query));
    const first = await items[0];
    if (now !== turn) return;
    part(".md-search-result__meta").textContent = outcome(kept.length, query.trim());
    part(".find-kinds").replaceChildren(...buttons);
    part(".md-search-result__list").replaceChildren(...first ? [first] : []);
    part(".find-more").hidden = kept.length <= shown;
    if (pressed) buttons.find(made => made.ariaPressed === "true")?.focus();
    for (const item of items.slice(1)) {
      const next = await item; // in their order, each as soon as its text is there
      if (now !== turn) return;
      part(".md-search-result__list").append(next);
    }
  }

  const failed = () => { part(".md-search-result__meta").textContent = said().failed; };
  const lookUp = pressed => look(pressed).catch(failed);

  const toggle = () => document.querySelector("[data-md-toggle=search]");
  const open = () => { if (!toggle().checked) toggle().click(); };
  const close = () => { if (toggle().checked) toggle().click(); };

  function keys(event) {
    const links = [...part(".md-search-result__list").querySelectorAll("a")], here = links.indexOf(document.activeElement);
    if (event.key === "Escape") {
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = here + (event.key === "ArrowDown" ? 1 : -1);
      (next < 0 ? part("input") : links[next] ?? document.activeElement).focus();
    } else if (event.key === "Enter" && event.target === part("input")) {
      links[0]?.click();
    } else return;
    event.preventDefault();
    event.stopPropagation(); // the theme has keys of its own
  }

  function start(root, load) {
    from(root, load);
    const search = document.querySelector(".md-search");
    search.addEventListener("keydown", keys);
    search.addEventListener("focusin", open);
    search.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !search.contains(relatedTarget)) close(); });
    search.addEventListener("click", ({ target }) => { if (target.closest("a")) close(); });
    toggle().addEventListener("change", () => { if (!toggle().checked) part("input").blur(); });
    part("form").addEventListener("submit", event => event.preventDefault());
    part("form").addEventListener("reset", () => { setTimeout(lookUp); part("input").focus(); });
    part("input").addEventListener("input", () => {
      clearTimeout(typing);
      shown = MANY;
      find(part("input").value).catch(() => {}); // loads the parts during the pause; an error is reported after it
      typing = setTimeout(lookUp, PAUSE);
    });
    part(".find-more").addEventListener("click", () => { shown += MANY; lookUp(); });
    if (search.contains(document.activeElement)) open();
    lookUp();
  }

  /* Marks the words of the query in a page. */
  function mark(article, query) {
    const wanted = units(query).map(unit => ({ ...unit, open: unit.open && unit.term.length > 2 }));
    const walk = document.createTreeWalker(article, NodeFilter.SHOW_TEXT,
      node => node.parentElement.closest("svg, script, style, mark, textarea, .headerlink, .card-note") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const nodes = [];
    while (walk.nextNode()) nodes.push(walk.currentNode);
    for (const node of nodes) {
      const pieces = marked(node.data, wanted);
      if (pieces.some(piece => typeof piece !== "string")) node.replaceWith(...pieces);
    }
  }

  return { start, mark };
})());
