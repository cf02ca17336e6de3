"""The list of letters against the typesetter itself: it shows all of them in each of its lists of faces, and stops at others."""

from dataclasses import replace

import pytest

from generators.exports.pdf.glyphs import unprintable
from generators.model import Catalog
from generators.model.problems import report
from tests.fixtures.letters import HERE
from tests.fixtures.real_site import real

pytestmark = pytest.mark.slow


def planted(title: str) -> Catalog:
    """The real site with another title of a source."""
    name, source = next(iter(real().sources.items()))
    return replace(real(), sources={**real().sources, name: replace(source, title=title)})


def test_a_letter_is_told_where_it_was_typed() -> None:
    source = next(iter(real().sources.values()))
    told = report(unprintable([(HERE, "It says: The year \u4e2d\u4e2d.")], planted("The year \u4e2d\u4e2d")))
    assert told == (
        f'{source.where.part("title")}  title: found "\u4e2d (U+4E2D CJK UNIFIED IDEOGRAPH-4E2D)", expected characters in the PDF fonts. '
        "Replace it with other characters or words, or remove it from the briefing."
    )


def test_what_no_pdf_prints_may_be_in_any_script() -> None:
    assert report(unprintable([(HERE, "Plain words.\n\tAnd a line.")], planted("\u4e2d"))) == ""
    assert report(unprintable([(HERE, "Plain \u4e2d")], planted("\u4e2d\u4e2d"))).startswith("content/briefings/x.md")
