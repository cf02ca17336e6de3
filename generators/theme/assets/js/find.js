/* Lookup of the pages with the words of a query. Loads the parts of the index that contain them; shows nothing.
   `words`, `dates`, `terms` and `key` mirror generators/exports/search/words.py: tests/fixtures/words.yml has cases for both. */
window.finder = (() => {
  const LITTLE = new Set(("a an and are as at be by for from had has have in is it its of on or that the their this to was were which with " +
    "ad adh al ar ash ath az el").split(" "));
  const MONTHS = "january february march april may june july august september october november december".split(" ");
  const MONTH = new Map(MONTHS.flatMap((name, at) => [3, 4, 9].map(size => [name.slice(0, size), String(at + 1).padStart(2, "0")])));
  const LINKS = new Set(["and", "or", "to"]);
  const REPLACED = new Map([
    ...[..."'’‘‛`´ʹʺʻʼʽʾʿˈ′ـ"].map(letter => [letter, ""]),
    ..."ı i|ß ss|æ ae|œ oe|ø o|đ d|ð d|þ th|ł l|ى ي|ی ي|ة ه|ە ه|ہ ه|ھ ه|ک ك|ٱ ا|٬ ,|٫ .".split("|").map(pair => pair.split(" ")),
    ..."%٪".split("").map(sign => [sign, " percent "]),
    ...[0x660, 0x6f0].flatMap(first => [..."0123456789"].map((digit, at) => [String.fromCharCode(first + at), digit])),
  ]);
  const DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;
  const POSSESSIVE = /['’ʼ]s(?![\p{L}\p{N}])/giu;
  const THOUSANDS = /(?<=[0-9])[,٬\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))/g;
  const DOTTED = /(?<![\p{L}\p{N}])(?:[a-z]\.){2,}(?:[a-z](?![\p{L}\p{N}]))?/gu;
  const PER_CENT = /\bper cent\b/g;
  const WORD = /(?<![0-9-])[12][0-9]{3}-(?:0[1-9]?|1[0-2]?)(?:-(?:[0-2][0-9]?|3[01]?))?(?![0-9-])|[0-9]+(?:\.[0-9]+)+|[\p{L}\p{N}]+/gu;
  const YEAR = /^(?:19|20)[0-9]{2}$/;
  const DAY = /^(?:[12]?[0-9]|3[01])$/;
  const LETTER = /[^\x00-\x24\x26\x28-\x5f\x61-\x7f]/gu; // plain letters are skipped: not "%", "'" and "`"

  const spelt = letter => [...letter.normalize("NFKD").toLowerCase().replace(/\p{Mn}/gu, "")].map(one => REPLACED.get(one) ?? one).join("");
  const bare = word => word.startsWith("ال") && word.length > 3 ? word.slice(2) : word;

  function words(text) {
    const joined = text.replace(DIGITS, digit => REPLACED.get(digit)).replace(POSSESSIVE, "").replace(THOUSANDS, "");
    const plain = joined.replace(LETTER, spelt).toLowerCase().replace(DOTTED, match => match.replaceAll(".", "")).replace(PER_CENT, "percent");
    return (plain.match(WORD) ?? []).map(bare);
  }

  function dates(listed) {
    const named = [];
    listed.forEach((year, at) => {
      if (!at || !YEAR.test(year)) return;
      const last = MONTH.get(listed[at - 1]), other = listed[at - 2] ?? "";
      if (last && DAY.test(other)) named.push([at - 2, at, `${year}-${last}-${other.padStart(2, "0")}`]);
      else if (last) {
        named.push([at - 1, at, `${year}-${last}`]);
        if (at > 2 && LINKS.has(other) && MONTH.has(listed[at - 3])) named.push([at - 3, at - 3, `${year}-${MONTH.get(listed[at - 3])}`]);
      } else if (MONTH.has(other) && DAY.test(listed[at - 1])) named.push([at - 2, at, `${year}-${MONTH.get(other)}-${listed[at - 1].padStart(2, "0")}`]);
    });
    return named;
  }

  function terms(text) {
    const listed = words(text), named = [...dates(listed).map(([, , date]) => date), ...listed.filter(word => word.includes("-"))];
    return new Set([...listed.filter(word => !LITTLE.has(word)), ...named, ...named.flatMap(date => [date.slice(0, 4), date.slice(0, 7)])]);
  }

  function key(text) {
    const listed = words(text), telling = listed.filter(word => !LITTLE.has(word));
    return (telling.length ? telling : listed).join(" ");
  }

  /* The terms that a page must have: dates in place of their words, the last term as a prefix. */
  function units(text) {
    const listed = words(text), taken = new Map(dates(listed).filter(([first, last]) => first < last).map(([first, last, date]) => [first, [last, date]]));
    const all = [];
    for (let at = 0; at < listed.length; at += 1) {
      const [last, term] = taken.get(at) ?? [at, listed[at]];
      if (last > at || !LITTLE.has(term)) all.push({ term, open: last === listed.length - 1 && !/\s$/.test(text) });
      at = last;
    }
    const settled = all.filter(({ term, open }) => !open || term.length > 1 || /[^\x00-\x7f]/.test(term));
    return settled;
  }

  /* Singular and plural of a word; a number has no plural. */
  function forms(term) {
    if (term.length < 4 || /[0-9]/.test(term)) return [term];
    if (term.endsWith("ies")) return [term, `${term.slice(0, -3)}y`];
    if (term.endsWith("y")) return [term, `${term.slice(0, -1)}ies`, `${term}s`];
    return term.endsWith("s") ? [term, term.slice(0, -1)] : [term, `${term}s`];
  }

  const fits = (found, { term, open }) => forms(term).some(form => found.has(form)) || (open && [...found].some(word => word.startsWith(term)));

  let root, load, directory;
  const loading = new Map(), parts = new Map();

  const part = name => {
    if (!loading.has(name)) {
      const done = load(`search/${directory.in}/${name}.js`).then(() => parts.get(name));
      loading.set(name, done);
      done.catch(() => loading.delete(name));
    }
    return loading.get(name);
  };

  const numbered = list => {
    let number = 0;
    return list ? list.split(" ").map(step => number += parseInt(step, 36)) : [];
  };

  /* The lines of the index whose word is `start`, or begins with it. */
  async function lines(start, whole) {
    const end = whole ? start : `${start}\uffff`, firsts = directory.words, wanted = [];
    for (let at = 0; at < firsts.length; at += 1) {
      if (firsts[at] <= end && !(firsts[at + 1] <= start)) wanted.push(part(`words-${at}`));
    }
    const fit = whole ? word => word === start : word => word.startsWith(start);
    return (await Promise.all(wanted)).flat().filter(([word]) => fit(word));
  }

  const FIELDS = [0, 8, 4, 2]; // title, heading, text; a prefix match counts slightly less

  async function holding({ term, open }) {
    const listed = await Promise.all([...forms(term).map(form => lines(form, true)), ...open ? [lines(term, false)] : []]);
    const best = new Map(), close = new Set(forms(term));
    for (const [word, ...fields] of listed.flat()) {
      if (word.includes(" ")) continue; // a whole title
      const less = close.has(word) ? 0 : 1;
      for (let field = 1; field < 4; field += 1) for (const page of numbered(fields[field])) {
        best.set(page, Math.max(best.get(page) ?? 0, FIELDS[field] - less));
      }
    }
    return best;
  }

  async function titled(text) {
    const whole = key(text), ranks = new Map();
    if (whole) for (const [word, same] of await lines(whole, whole.length < 3)) {
      for (const page of numbered(same)) ranks.set(page, Math.max(ranks.get(page) ?? 0, word === whole ? 2 : 1));
    }
    return ranks;
  }

  /* The numbers of the pages with every word, best first: the title equals the query, begins with it, has all words, a heading has them. */
  async function find(text) {
    const wanted = units(text);
    const [same, ...found] = await Promise.all([titled(text), ...wanted.map(holding)]);
    const scores = new Map();
    for (const [page, score] of found[0] ?? [...same].filter(([, rank]) => rank === 2).map(([page]) => [page, 8])) {
      const each = [score, ...found.slice(1).map(places => places.get(page))];
      if (each.includes(undefined)) continue;
      const least = Math.min(...each), tier = least > 6 ? 2 : least > 2 ? 1 : 0;
      scores.set(page, (same.has(page) ? 2 + same.get(page) : tier) * 1000 + each.reduce((sum, one) => sum + one, 0) / each.length);
    }
    return [...scores].sort(([a, left], [b, right]) => right - left || a - b).map(([page]) => page);
  }

  /* What a page says: its address and title, and its sections as [anchor, heading, ...sentences]. */
  async function texts(page) {
    const at = directory.texts.findLastIndex(first => first <= page);
    const [path, title, ...sections] = (await part(`texts-${at}`))[page - directory.texts[at]];
    return { path, title, sections };
  }

  const kind = page => directory.kinds.findLast(([, first]) => first <= page)[0];

  return {
    words, dates, terms, key, units, fits, find, texts, kind,
    kinds: () => directory.kinds.map(([name]) => name),
    said: () => directory.said,
    directory: value => { directory = value; },
    part: (name, held) => parts.set(name, typeof held === "string" ? held.split("\n").map(line => line.split("\t")) : held),
    from: (address, loader) => { root = address; load = loader; },
    at: path => new URL(path, root).href,
  };
})();
