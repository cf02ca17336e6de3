"""References: what other people's readers of BibTeX, RIS and CSL-JSON find in the files, and what a page shows of them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from generators.components.citations import bibliography, citation_box, marks, reference_values
from generators.components.expressions import expand
from generators.components.late_values import REFERENCE, fill, late_names
from generators.exports.citation_files import citations
from generators.metadata.citation_formats import bibtex, ris
from generators.metadata.citation_styles import APA, BIBLIOGRAPHY, CHICAGO, styled
from generators.metadata.csl_items import Item, changed, numbers, of_a_briefing, of_a_source, references
from generators.model import Page, Revision, Source
from tests.fixtures.citations import PLACED, RIS, SOURCE, read, year
from tests.fixtures.river_site import rivers, text

AWKWARD = replace(SOURCE, title=r"100% {of} a_b & #1 ~ \end^ *x* <b>", author="A. Miller; Board of Locks and Weirs")


def test_signs_with_a_meaning_in_bibtex_are_letters() -> None:
    (entry,) = read(bibtex([of_a_source(AWKWARD)]))
    assert (
        entry["title"] == r"{100\% \{of\} a\_b \& \#1 \textasciitilde{} \textbackslash{}end\textasciicircum{} *x* <b>}"
    )
    assert entry["author"] == "{A. Miller} and {Board of Locks and Weirs}"


def test_a_publisher_is_one_name_and_several_authors_are_several() -> None:
    told = of_a_source(replace(SOURCE, author="", publisher="Locks; Weirs and Co"))
    assert told["author"] == [{"literal": "Locks; Weirs and Co"}]
    assert of_a_source(AWKWARD)["author"] == [{"literal": "A. Miller"}, {"literal": "Board of Locks and Weirs"}]


def test_a_parser_refuses_an_entry_that_is_cut() -> None:
    whole = bibtex([of_a_source(SOURCE)])
    assert parse_string(whole.rstrip()[:-1]).failed_blocks


def test_a_fault_in_ris_is_found_and_a_line_break_in_a_title_makes_none() -> None:
    broken = replace(SOURCE, title="Levels of\nER  - the river", publisher="Locks\r\nand Weirs")
    (record,) = rispy.loads(ris([of_a_source(broken)]))
    assert (record["title"], record["publisher"]) == ("Levels of ER - the river", "Locks and Weirs")
    whole = ris([of_a_source(SOURCE)])
    for fault in ("TY  - NEWS\r\n", "ER  - \r\n", "TI  - ", "\r"):
        assert not RIS.fullmatch(whole.replace(fault, "", 1))
    assert not RIS.fullmatch(whole.replace("TI  - ", "TI  - Levels\r\nof "))


def test_a_briefing_is_of_the_day_it_was_last_changed() -> None:
    briefing = next(iter(rivers().briefings.values()))
    later = replace(briefing, revisions=(Revision(date=date(2030, 1, 2), change="A change."),))
    assert changed(later) == date(2030, 1, 2)
    assert of_a_briefing(later, rivers())["issued"] == {"date-parts": [[2030, 1, 2]]}


def test_a_number_is_cited_with_its_qualifier_its_speaker_and_its_document() -> None:
    for dataset in PLACED.datasets.values():
        for item, o in zip(numbers(dataset, PLACED), dataset.observations, strict=True):
            assert item["author"] == [{"literal": o.said_by}]
            assert f"in “{o.source.title}” ({o.source.publisher}" in str(item["title"])
            assert ("not checked" in str(item["title"])) != o.checked
            assert o.source.url in str(item["note"])
            assert item["publisher"] == PLACED.config.publisher
            assert str(item["id"]) == f"{dataset.id}.{str(item['URL']).partition('#')[2]}"
            assert "version" not in item


def test_numbers_whose_licence_keeps_them_here_do_not_leave() -> None:
    first = next(iter(rivers().datasets.values()))
    kept = replace(rivers(), datasets={first.id: replace(first, redistributable=False)})
    files = {f"cite/datasets/{first.id}-numbers.{ending}" for ending in ("bib", "ris", "json")}
    assert files <= {a.path for a in citations(rivers())}
    assert not files & {a.path for a in citations(kept)}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str], str]:
    """Every reference of the small site in each style."""
    items = references(PLACED)
    wanted = [(style, path) for style in (APA, CHICAGO, BIBLIOGRAPHY) for path in items]
    return styled(wanted, items, tmp_path_factory.mktemp("cache") / "references.json")


def test_every_style_names_author_title_and_the_year_where_it_is_known(texts: Mapping[tuple[str, str], str]) -> None:
    for (_, path), words in texts.items():
        item = references(PLACED)[path]
        plain = re.sub(r"<[^>]+>|&#?\w+;|\W", "", words).casefold()
        assert re.sub(r"\W", "", str(item["title"])).casefold() in plain
        assert year(item) in words
        assert not year(item) or not re.search(r"n\.d\.|no date", words)


def test_a_reference_is_kept_and_a_changed_one_made_anew(tmp_path: Path) -> None:
    cache, path = tmp_path / "references.json", "x.md"
    items: dict[str, Item] = {path: of_a_source(SOURCE)}
    first = styled([(APA, path)], items, cache)
    kept = cache.read_bytes()
    assert styled([(APA, path)], items, cache) == first
    assert cache.read_bytes() == kept
    assert (
        "A changed title"
        in styled([(APA, path)], {path: {**items[path], "title": "A changed title"}}, cache)[APA, path]
    )
    cache.write_bytes(kept.replace(b"<i>", b"<b>"))
    assert styled([(APA, path)], items, cache) == first


@pytest.mark.parametrize(
    ("body", "listed"),
    [
        ('{{ cite("vell-almanac-2020") }} and {{ cite("vell-almanac-2020", "p. 4") }}', ["vell-almanac-2020"]),
        ('{{ value("gauge-levels/level", "2020-01", place="RV-A") }}', ["vell-almanac-2020"]),
        ('{{ table("gauge-levels/low-days") }}', ["vell-almanac-2020"]),
        ('{{ chart("levels") }}', []),
        ("No source.", []),
    ],
)
def test_a_bibliography_lists_what_the_text_cites_once_and_not_the_rows_of_charts(body: str, listed: list[str]) -> None:
    briefing = next(iter(rivers().briefings.values()))
    cited = expand(text(body), rivers(), "briefings/x.md").sources
    made = bibliography("briefings/x.md", cited, briefing, rivers())
    page = Page(path="briefings/x.md", title="x", markdown=made)
    assert [path for _, path in marks(page)] == [f"sources/{name}.md" for name in listed]


def test_a_mark_becomes_a_reference_whose_address_can_be_followed() -> None:
    page = Page(
        path="charts/x.md",
        title="x",
        markdown=str(citation_box("charts/x.md", rivers(), of_a_source(named("A title")))),
    )
    told = dict.fromkeys(marks(page), "A *b* <i>C</i>. https://a.example/x_y.")
    shown = fill(page.markdown, reference_values(told, rivers()))
    assert [*late_names(REFERENCE, shown)] == []
    assert '<a rel="noreferrer external" href="https://a.example/x&#95;y">https://a.example/x&#95;y</a>.' in shown
    assert "A &#42;b&#42; <i>C</i>" in shown


def named(title: str) -> Source:
    return replace(SOURCE, title=title)


MARKUP = '<script>run()</script> <i>a</i> & "b" < c &lt; <span class="nocase">d</span>'


@pytest.mark.parametrize("key", ["title", "publisher", "author", "url"])
def test_markup_in_a_source_is_letters_in_every_style(key: str, tmp_path: Path) -> None:
    """Only the processor's own italics are markup; the text in them, and all else, is as it was typed but for capitals."""
    typed = {"author": MARKUP.replace(";", ""), "url": f"https://a.example/?b=1&c={MARKUP.replace(' ', '')}"}.get(
        key, MARKUP
    )
    item = of_a_source(replace(SOURCE, **{key: typed}))  # type: ignore[arg-type]
    texts = styled([(style, "x.md") for style in (APA, CHICAGO, BIBLIOGRAPHY)], {"x.md": item}, tmp_path / "r.json")
    for style, words in texts.items():
        shown = unescape(re.sub(r"</?i>", "", words))
        assert typed.casefold() in shown.casefold(), style
        assert set(re.findall(r"<[^>]*>", words)) <= {"<i>", "</i>"}


def test_braces_of_a_reference_are_no_attributes_to_an_engine() -> None:
    page = Page(path="x.md", title="x", markdown=str(citation_box("x.md", rivers(), of_a_source(named("A title")))))
    values = reference_values(dict.fromkeys(marks(page), 'A { onclick="x" }'), rivers())
    assert "{" not in fill(page.markdown, values).partition("Cite as")[2]
