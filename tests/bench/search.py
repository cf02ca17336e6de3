"""How soon search answers on a site of 5,000 pages, and for how many bytes: `make bench`, or `python -m tests.bench.search ROUNDS`.

The real site's entries are varied until there are enough. Each question of tests/site/search.yml is asked in a browser with an empty
cache, on a line of 1.6 Mb/s with 150 ms to the server and on loopback. The seconds are those from the last key to the first result, of
which 0.12 are the pause after a key; the bytes are all that search has loaded. The goal is 300 kB and 0.5 s for any question.
"""

import random
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import yaml
from playwright.sync_api import Browser, sync_playwright

from generators.build import pipeline, static_files
from generators.exports.search.entries import Entry, Section, entry
from generators.exports.search.index import of_entries, terms_of
from generators.text.markdown.page_tree import page_tree
from tests.bench.build import ENVIRONMENT, ROOT
from tests.bench.charts import serving
from tests.fixtures.browser_launch import FLAGS, chromium

MANY = 5_000
SYLLABLES = (
    "ba",
    "da",
    "ka",
    "la",
    "ma",
    "na",
    "ra",
    "sa",
    "ta",
    "wa",
    "ji",
    "li",
    "mi",
    "ni",
    "ri",
    "zi",
    "ub",
    "um",
    "ur",
    "us",
)
LINES = {
    "1.6 Mb/s, 150 ms": {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000},
    "loopback": {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1},
}
_NUMBER = re.compile(r"[0-9]+")
_WORD = re.compile(r"\b[a-z]{5,}\b")
_RARE = 0.06
"""Share of the longer words that are new on a page: names and words of another subject."""


def grown(entries: Sequence[Entry], many: int = MANY) -> Iterator[Entry]:
    """Yield so many entries: the given ones, then variations of them with other numbers and some new words; always the same."""
    yield from entries
    chance = random.Random(7)  # noqa: S311 - a sequence that is the same each time, no secret
    for number in range(many - len(entries)):
        yield _varied(entries[number % len(entries)], number, chance)


def _varied(base: Entry, number: int, chance: random.Random) -> Entry:
    def text(old: str) -> str:
        counted = _NUMBER.sub(lambda match: str(chance.randint(1, 9 * 10 ** (len(match[0]) - 1))), old)
        return _WORD.sub(lambda match: _word(chance) if chance.random() < _RARE else match[0], counted)

    def section(old: Section) -> Section:
        sentences, rest = (tuple(map(text, texts)) for texts in (old.sentences, old.rest))
        return replace(old, heading=text(old.heading), sentences=sentences, rest=rest)

    path = f"{base.path.removesuffix('.html')}-{number}.html"
    return Entry(
        path=path,
        title=text(base.title),
        names=tuple(map(text, base.names)),
        sections=tuple(map(section, base.sections)),
    )


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))


def entries() -> tuple[Entry, ...]:
    """Return what search takes up of this site."""
    _, site = pipeline.made(ROOT, ROOT / pipeline.CACHE)
    return tuple(entry(page, page_tree(page.markdown)) for page in site.pages.values() if page.searchable)


def ask(browser: Browser, address: str, question: str, line: str) -> tuple[float, int]:
    """Return the seconds from the last key to the first result, or to the word that there is none, and the bytes for it."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(address)
        session = context.new_cdp_session(page)
        taken: list[int] = []
        session.on("Network.loadingFinished", lambda event: taken.append(int(event["encodedDataLength"])))
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINES[line])
        seconds = page.evaluate(_ASK, question)
        page.wait_for_load_state("networkidle")
        return float(seconds), sum(taken)


_ASK = """question => new Promise(done => {
  const field = document.querySelector("[data-md-component=search-query]");
  let begin = 0;
  new MutationObserver(() => {
    const text = document.querySelector(".md-search-result__meta").textContent;
    if (begin && /matching/.test(text)) done((performance.now() - begin) / 1000);
    if (begin || !text.startsWith("Type to search")) return;
    begin = performance.now();
    field.value = question;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }).observe(document.querySelector(".md-search-result"), { childList: true, subtree: true });
  field.focus();
})"""


def compare(rounds: int) -> dict[str, list[tuple[float, int]]]:
    """Return the seconds and bytes of every question on each line, so many times."""
    taken: dict[str, list[tuple[float, int]]] = {line: [] for line in LINES}
    questions = [question["ask"] for question in yaml.safe_load((ROOT / "tests/site/search.yml").read_text("utf-8"))]
    with TemporaryDirectory() as place, sync_playwright() as playwright:
        site = Path(place) / "site"
        mkdocs = Path(sys.executable).with_name("mkdocs")
        command: list[str | Path] = [mkdocs, "build", "--strict", "--site-dir", site]
        subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, check=True, capture_output=True)
        static_files.write_files(site, of_entries((entry, terms_of(entry)) for entry in grown(entries())))
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        with serving(site) as server:
            for _ in range(rounds):
                for line in LINES:
                    taken[line] += (ask(browser, server + "about.html", question, line) for question in questions)
        browser.close()
    return taken


def table(taken: dict[str, list[tuple[float, int]]]) -> str:
    """Return the measurements as a Markdown table."""
    head = f"| search of {MANY} pages | questions | median s | slowest s | median bytes | most bytes |\n|---|---|---|---|---|---|\n"
    rows = (
        f"| {line} | {len(visits)} | {median(s for s, _ in visits):.2f} | {max(s for s, _ in visits):.2f} "
        f"| {median(size for _, size in visits):.0f} | {max(size for _, size in visits)} |"
        for line, visits in taken.items()
    )
    return head + "\n".join(rows)


if __name__ == "__main__":
    print(table(compare(int(sys.argv[1]) if len(sys.argv) > 1 else 1)))
