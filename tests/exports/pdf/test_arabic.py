"""Arabic on paper: joined, from right to left, and copied as it was written."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from types import MappingProxyType

import pikepdf
import pytest

from generators.exports.pdf.manuscripts import typesetter_values
from generators.exports.pdf.typeset import printed
from tests.fixtures.pdf_text import boxes, words, written
from tests.fixtures.river_site import rivers, text

QAF = "\u0642"
ARABIC = "\u0631\u0633\u0648\u0645"
"""Four letters without dots, each once."""
DOTTED = "\u0646\u064a\u0646\u0648\u0649 \u0627\u0644\u0625\u0644\u0627 \u067e\u06ce\u0634\u06d5"
"""Dots above and below, lam with alif, and letters of Persian and Kurdish."""


@cache
def arabic() -> bytes:
    """The river site's document, with Arabic planted in a line and as a paragraph of its own."""
    (briefing,) = rivers().briefings.values()
    line = f'## Names\n\nOne <span lang="ar" dir="auto">{ARABIC}</span> and \u1e24a\u1e0dra.\n\n'
    told = text(
        f'{line}<p lang="ar" dir="rtl">{QAF}\u0627\u0644 \u0648\u0631{QAF}</p>\n\n<p lang="ar" dir="rtl">{DOTTED}</p>\n'
    )
    planted = replace(rivers(), briefings=MappingProxyType({briefing.slug: replace(briefing, body=told)}))
    return printed(typesetter_values(written(planted)["briefings/river-levels.pdf"]))


def test_arabic_runs_from_right_to_left_and_a_paragraph_of_it_begins_at_the_right_margin() -> None:
    first = {sign: left for sign, left, _ in reversed(boxes(arabic()))}
    assert sorted(ARABIC, key=lambda sign: -first[sign]) == list(ARABIC)
    margin = 595.3 - 24 / 25.4 * 72
    assert max(right for sign, _, right in boxes(arabic()) if sign == QAF) == pytest.approx(margin, abs=2)


def test_arabic_letters_are_joined_and_rare_latin_ones_are_in_the_site_s_face() -> None:
    alone, joined = sorted((right - left for sign, left, right in boxes(arabic()) if sign == QAF), reverse=True)[:2]
    assert alone > 1.5 * joined
    with pikepdf.open(BytesIO(arabic())) as opened:
        fonts = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary) and "/BaseFont" in each]
        faces = " ".join(str(font.BaseFont) for font in fonts)
    assert "Amiri" in faces
    assert "Libertinus" not in faces


def test_arabic_with_dots_and_with_lam_before_alif_is_copied_as_it_was_written() -> None:
    assert DOTTED in words(arabic())
