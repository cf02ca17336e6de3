"""Any text in a reference: what parsers of BibTeX, RIS, CSL-JSON and CFF give back is what went in."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate
from typing import TypeVar

import pytest
import rispy
import yaml
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import SeparateCoAuthors
from bibtexparser.model import Entry
from hypothesis import example, given
from hypothesis import strategies as st
from pylatexenc.latex2text import (  # type: ignore[import-untyped]
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

from generators.exports.catalogues.citation_cff import citation_cff
from generators.metadata.citation_formats import bibtex, csl_json, ris
from generators.metadata.csl_items import Item
from tests.fixtures.river_site import rivers

Test = TypeVar("Test", bound=Callable[..., None])

SIGNS = "\\{}%$#&~^_\"'`-<>|@,;=?!()[]*/: \n\t"
TEXTS = st.text(
    st.one_of(st.sampled_from(SIGNS), st.characters(exclude_categories=["Cs", "Cn"], exclude_characters="\u02c6"))
)
"""Every letter but the one that the judge of LaTeX gives for a circumflex; signs with a meaning often."""
WORDS = TEXTS.filter(lambda text: shown(text) != "")
HARD = (
    "one { brace",
    "a } and a {",
    "{both} of them",
    "\\{",
    "\\textbf{x} ends in \\",
    "@article{x, title = {y}}",
    "a -- b --- c '' `` ?` !` << >> ,,",
    '50% of $5 & #1 a_b ~ ^ "q"',
    "TY  - RPRT\r\nER  - ",
    "الموصل\u2028ß\u00a0é",
)


def shown(text: str) -> str:
    """The text on one line: no format keeps a line end in a title."""
    return re.sub(r"[\x00-\x20\x7f\x85\u2028\u2029]+", " ", text).strip()


def item(name: str, text: str, author: str = "Example Body Count") -> Item:
    """A reference with the text wherever an editor writes one."""
    return {
        "id": name, "type": "report", "title": text, "author": [{"literal": author}, {"literal": "A and B"}],
        "publisher": text, "note": text, "issued": {"date-parts": [[2031]]}, "URL": "https://example.org/a_b%20c#d",
    }  # fmt: skip


def entries(text: str) -> list[Entry]:
    """The entries that a parser of BibTeX finds, each with its authors apart; it must take every block."""
    library = parse_string(text, append_middleware=[SeparateCoAuthors()])
    assert library.failed_blocks == []
    return library.entries


def printed(latex: str) -> str:
    """The text that the LaTeX stands for."""
    context = get_default_latex_context_db()
    context.add_context_category("circumflex", prepend=True, macros=[MacroTextSpec("textasciicircum", "^")])
    return str(LatexNodes2Text(latex_context=context).latex_to_text(latex))


def braces(text: str) -> list[int]:
    """How many braces are open after each, as BibTeX itself counts: a backslash before one makes no difference."""
    return list(accumulate({"{": 1, "}": -1}[brace] for brace in re.findall(r"[{}]", text)))


def with_examples(test: Test) -> Test:
    """The test with every hard text, besides those that hypothesis finds."""
    for text in HARD:
        test = example(text)(test)
    return test


@with_examples
@given(WORDS)
def test_bibtex_gives_any_text_back_and_spares_the_entry_after_it(text: str) -> None:
    made = bibtex([item("a", text, author=text), item("b", "The title after it")])
    first, second = entries(made)
    assert {printed(first[field]) for field in ("title", "institution", "note")} == {shown(text)}
    assert list(map(printed, first["author"])) == [shown(text), "A and B"]
    assert (second.key, printed(second["title"])) == ("b", "The title after it")
    depths = braces(made)
    assert min(depths) >= 0
    assert depths[-1] == 0
    assert braces(made.partition("@techreport{b,")[0])[-1] == 0


@with_examples
@given(WORDS)
def test_ris_gives_any_text_back_and_a_name_whole(text: str) -> None:
    first, second = rispy.loads(ris([item("a", text, author=text), item("b", "The title after it")]))
    assert (first["title"], first["publisher"], first["notes"]) == (shown(text), shown(text), [shown(text)])
    assert second["title"] == "The title after it"
    assert [name.partition(",")[2] for name in first["authors"]] == ["", ""]
    assert first["authors"][0][:-1].split() == re.sub(r"\s*,\s*", " ", shown(text)).split()


@with_examples
@given(TEXTS)
def test_csl_json_gives_any_text_back(text: str) -> None:
    items = [item("a", text), item("b", "The title after it")]
    assert json.loads(csl_json(items)) == items


@with_examples
@given(WORDS)
def test_the_citation_file_format_gives_any_text_back(text: str) -> None:
    site = rivers()
    datasets = {name: replace(dataset, title=text) for name, dataset in site.datasets.items()}
    config = replace(site.config, name=text, publisher=text)
    (asset,) = citation_cff(replace(site, config=config, datasets=datasets))
    told = yaml.safe_load(asset.content)
    assert shown(told["title"]) == shown(f"{text}: data")
    assert [shown(author["name"]) for author in told["authors"]] == [shown(text)]
    assert all(shown(reference["title"]).startswith(shown(text)) for reference in told["references"])


@pytest.mark.parametrize("text", HARD)
def test_an_address_stays_as_browsers_want_it(text: str) -> None:
    """LaTeX reads an address as it is; signs that no address has are written as numbers."""
    (entry,) = entries(bibtex([{**item("a", text), "URL": "https://example.org/a_b%20c?d={e}&f=|#g~^"}]))
    assert entry["url"] == "https://example.org/a_b%20c?d=%7Be%7D&f=%7C#g~%5E"


def test_braces_that_belong_together_are_written_as_every_program_reads_them() -> None:
    assert r"title = {{a \{b\} c}}" in bibtex([item("a", "a {b} c")])
    assert r"title = {{a \{\vphantom{\}}b}}" in bibtex([item("a", "a {b")])
