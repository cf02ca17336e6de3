"""The index for search: what is the same word, what is taken up of a page, and what a query costs on a large site."""

import gzip
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generators.exports import search
from generators.exports.search.entries import Entry, Section, entry
from generators.exports.search.index import of_entries, terms_of
from generators.exports.search.words import search_terms, title_key, words
from generators.exports.text_forms import all_forms, text_forms
from generators.model import Asset, Page
from generators.text.markdown.page_tree import page_tree
from tests.bench.search import MANY, grown
from tests.fixtures.plain_texts import small_site
from tests.fixtures.repository import TESTS
from tests.fixtures.river_site import rivers

CASES: list[dict[str, Any]] = yaml.safe_load((TESTS / "fixtures/words.yml").read_text("utf-8"))
THEME = Path(search.__file__).parents[2] / "theme/assets/js"
MOST = 300_000
"""Bytes that a query may cost on a site of 5,000 pages."""
SHOWN = 10

PAGE = """# Low water <span lang="ar">ماء</span>

<p>The lowest level was <button class="opening value">at least 212</button><span class="card-note" data-skip="pdf search">Counts:
days.</span> centimetres. It was read twice.<span data-late="archive:offline.zip"></span></p>
<h2 id="who">Who read it</h2>
<dl><dt>Recorder</dt><dd>River Board</dd></dl>
<figure><figcaption>Levels by month, a chart.</figcaption></figure>
<table class="data"><tr id="low.2020"><td data-sort="2020-02-01">February 2020</td><td>Cress Lock</td><td class="num" data-part="number">1,231</td></tr></table>
<ul class="index-list" data-skip="search"><li><a href="x.html">Another page of this site.</a></li></ul>
<ul><li>Before noon:<ul><li>Twice a day, always at noon.</li></ul></li></ul>
"""


def entry_of(path: str, title: str) -> Entry:
    page = Page(path=path, title=title, markdown=PAGE.replace("Low water", title), names=("Low level", "Ebb"))
    return entry(page, page_tree(page.markdown))


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_words(case: dict[str, Any]) -> None:
    made = {"words": words(case["text"]), "terms": sorted(search_terms(case["text"])), "key": title_key(case["text"])}
    assert case.items() >= {name: made[name] for name in made if name in case}.items()


def test_a_page_is_taken_up_without_cards_charts_and_lists_of_links() -> None:
    assert entry_of("levels/low-water.md", "Low water") == Entry(
        path="levels/low-water.html",
        title="Low water",
        names=("Low water ماء", "ماء", "Low level", "Ebb"),
        sections=(
            Section(
                anchor="",
                heading="",
                sentences=("The lowest level was at least 212 centimetres.", "It was read twice."),
                rest=(),
            ),
            Section(
                anchor="who",
                heading="Who read it",
                sentences=("Twice a day, always at noon.",),
                rest=("Recorder", "River Board", "Before noon:"),
            ),
        ),
        figures=("February 2020", "1,231"),
    )


def test_the_index_has_every_page_of_a_site_but_those_that_say_so() -> None:
    pages = dict(small_site().pages)
    pages["glossary.md"] = replace(pages["glossary.md"], searchable=False)
    made = [
        asset for asset in text_forms(rivers(), pages, all_forms(rivers(), pages)) if asset.path.startswith("search/")
    ]
    names = [name for asset in made if (name := asset.path.rpartition("/")[2].removesuffix(".js")).startswith("texts-")]
    found = {path for name in names for path, *_ in part(made, name)}
    assert found == {f"{path.removesuffix('.md')}.html" for path in pages} - {"glossary.html"}


def test_the_index_holds_each_word_once_a_page_and_the_same_bytes_for_any_order() -> None:
    entries = [entry_of("a.md", "Low water"), entry_of("briefings/b.md", "High water")]
    made = indexed(entries)
    assert made == indexed(reversed(entries))
    lines = {line[0]: line[1:] for line in (text.split("\t") for text in part(made, "words-0").split("\n"))}
    assert lines["high water"] == ["0"]  # briefings come first
    assert lines["low"] == ["", "0 1"]  # and a name counts as a title
    assert lines["noon"] == ["", "", "", "0 1"]
    assert lines["1231"] == ["", "", "", "0 1"]
    assert [text[:2] for text in part(made, "texts-0")] == [
        ["briefings/b.html", "High water"],
        ["a.html", "Low water"],
    ]


def indexed(entries: Iterable[Entry]) -> list[Asset]:
    """The files of the index of these pages."""
    return list(of_entries((entry, terms_of(entry)) for entry in entries))


def part(made: Sequence[Asset], name: str) -> Any:
    """What a file of the index holds."""
    script = next(asset.content.decode() for asset in made if asset.path.endswith(f"/{name}.js"))
    arguments = re.fullmatch(r"finder\.part\((.*)\)\n", script, re.DOTALL)
    assert arguments
    return json.loads(f"[{arguments[1]}]")[1]


def test_a_site_without_pages_has_no_index() -> None:
    assert list(of_entries([])) == []


@pytest.fixture(scope="module")
def large() -> dict[str, int]:
    """The bytes over the wire of each file of the index of 5,000 pages, grown from some of the length that real ones have."""
    return {file.path: packed(file.content) for file in indexed(grown([_page(number) for number in range(40)]))}


def _page(number: int) -> Entry:
    """A page with 12 sentences, of several hundred different words: more than three in four pages of this site have."""
    sentences = tuple(
        f"In {1990 + (number + at) % 40} the recorder of district{(number * at) % 97} counted {number * at} boats on river{at} "
        f"and gauge{(number * 7 + at) % 211}, which later reports corrected twice."
        for at in range(12)
    )
    section = Section(anchor="a", heading=f"Boats counted in {1990 + number}", sentences=sentences, rest=())
    return Entry(
        path=f"datasets/boats-{number}.html",
        title=f"Boats on the rivers in {1990 + number}",
        names=(),
        sections=(section,),
    )


def packed(content: bytes) -> int:
    return len(gzip.compress(content, mtime=0))


@pytest.mark.slow
def test_no_query_costs_more_than_300_kb_on_a_site_of_5000_pages(large: dict[str, int]) -> None:
    """The scripts, the directory, the parts of five words, and the texts of ten pages, each the heaviest there is."""
    scripts = sum(packed((THEME / name).read_bytes()) for name in ("search.js", "find.js", "results.js"))
    words_ = sorted((size for path, size in large.items() if "/words-" in path), reverse=True)
    texts = sorted((size for path, size in large.items() if "/texts-" in path), reverse=True)
    assert len(words_) > 10  # or a query would load all of them
    assert len(texts) > MANY / 50
    assert scripts + large["search/index.js"] + sum(words_[:5]) + sum(texts[:SHOWN]) <= MOST
