"""The fonts of the site: each letter is in the part that the style sheet fetches for it, and as wide as charts are laid out for."""

import re
import unicodedata
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from generators.build.assemble import assemble
from generators.charts.data.chart_data import chart_data
from generators.charts.elements.text_layout import chopped, width_of
from generators.charts.render.draw import draw
from generators.exports.font_licences import font_licences
from generators.exports.pdf.glyphs import undrawable
from generators.fonts import BOLD, HEADING, REGULAR, Face, missing_letters, text_width
from generators.model.problems import Where, report
from tests.fixtures.chart_catalog import CHARTS, gauges
from tests.fixtures.plain_drawings import draw as drawn
from tests.fixtures.repository import ROOT
from tests.fixtures.river_site import rivers

THEME = ROOT / "generators" / "theme" / "assets"
FACE = re.compile(
    r"@font-face \{ font-family: \"?([^;\"]+)\"?; src: url\(\.\./fonts/([^)]+)\).*?unicode-range: ([^;]+);"
)
ARABIC = "جسر المثال القديم"


@cache
def letters(name: str) -> frozenset[int]:
    return frozenset(TTFont(THEME / "fonts" / name).getBestCmap())


def covers(ranges: str, letter: int) -> bool:
    ends = (part.strip().removeprefix("U+").split("-") for part in ranges.split(","))
    return any(int(first, 16) <= letter <= int((last or [first])[0], 16) for first, *last in ends)


@pytest.mark.parametrize(
    ("sheet", "family"),
    [
        ("site", "Inter"),
        ("site", "STIX Two Text"),
        ("site", "Noto Sans Arabic"),
        ("site", "Inter Charts"),
        ("embed", "Inter Charts"),
    ],
)
def test_every_letter_is_fetched_with_the_one_part_that_has_it(sheet: str, family: str) -> None:
    rules = FACE.findall((THEME / "css" / f"{sheet}.css").read_text(encoding="utf-8"))
    parts = {file: ranges for name, file, ranges in rules if name == family}
    assert parts
    for file in parts:
        for letter in letters(file):
            fetched = [other for other, ranges in parts.items() if covers(ranges, letter)]
            assert fetched == [file], f"{chr(letter)} U+{letter:04X}"


def test_every_part_is_named_in_a_style_sheet() -> None:
    sheets = "".join(path.read_text(encoding="utf-8") for path in (THEME / "css").glob("*.css"))
    for path in (THEME / "fonts").glob("*.woff2"):
        assert f"/fonts/{path.name})" in sheets


@pytest.mark.parametrize(
    ("face", "stem", "weight"), [(REGULAR, "inter", 400), (BOLD, "inter", 700), (HEADING, "stix-two-text", 500)]
)
def test_pages_show_letters_as_wide_as_charts_measure_them(face: Face, stem: str, weight: int) -> None:
    for path in sorted((THEME / "fonts").glob(f"{stem}-*.woff2")):
        font = TTFont(path)
        widths = font.getGlyphSet(location={"wght": weight})
        for letter, glyph in font.getBestCmap().items():
            if unicodedata.category(chr(letter)) in ("Cf", "Mn", "Mc", "Me"):
                continue  # signs that are shaped away or stand on others
            shown = widths[glyph].width / font["head"].unitsPerEm
            assert text_width(chr(letter), face) == pytest.approx(shown, abs=0.001), f"{path.name} U+{letter:04X}"


def test_a_width_is_the_font_s_own_in_every_python() -> None:
    assert width_of("Alder Bridge") == 13 * (12015 / 2048)
    assert width_of("") == 0


def test_arabic_is_measured_as_it_is_joined() -> None:
    apart = sum(text_width(letter) for letter in ARABIC)
    assert 0.4 * apart < text_width(ARABIC) < 0.9 * apart
    beside = text_width(f"Provisional: {ARABIC}, Birch Weir")
    assert beside == pytest.approx(text_width("Provisional: , Birch Weir") + text_width(ARABIC))


def test_an_address_is_cut_where_a_line_ends_and_words_are_not() -> None:
    address = "https://example.org/" + "briefings/" * 20
    lines = chopped(f"See {address} there", 300)
    assert "".join(lines).replace(" ", "") == f"See{address}there"
    assert all(width_of(line) <= 300 for line in lines)


@pytest.mark.parametrize(
    "text", ["Ṣalāḥ ad-Dīn ʿIrāq Őzd Tiếng Việt", "Жуковський Ґ", "صلاح الدين پێشمەرگە", "H₂O m² ≤ ≥ ≈ − × € ₪ →"]
)
def test_charts_have_the_letters_of_the_scripts_we_name_places_in(text: str) -> None:
    assert missing_letters(text) == []


def test_a_letter_that_no_font_has_is_told_where_it_was_typed() -> None:
    spec = rivers().charts["levels"]
    titled = replace(rivers(), charts={**rivers().charts, "levels": replace(spec, title="The year 中")})
    told = report(undrawable([(spec.where, "The year 中")], titled))
    assert told == (
        f'{spec.where.part("title")}  title: found "中 (U+4E2D CJK UNIFIED IDEOGRAPH-4E2D)", expected characters in the chart fonts. '
        "Replace it with other characters or words, or remove it from the chart."
    )


def test_it_stops_the_site() -> None:
    def shown(text: str) -> str:
        svg = f"<svg><title>中</title><text>{text}</text></svg>"
        return report(assemble(rivers(), lambda data: replace(drawn(data), picture=svg))[1])

    assert shown("Levels") == ""
    assert "U+2603 SNOWMAN" in shown("Levels &#9731;")


def test_a_picture_shows_arabic_and_small_figures(drawings: Path) -> None:
    """A title of letters that the renderer does not find leaves no ink, and one that it cannot join leaves boxes."""

    def ink(title: str) -> int:
        image = Image.open(
            BytesIO(draw(chart_data(replace(CHARTS["line"], title=title), gauges()), drawings).card)
        ).convert("L")
        return sum(image.crop((0, 30, 450, 200)).histogram()[:128])

    empty = ink(" ")
    assert ink(ARABIC) > empty + 300
    assert ink("₂₂₂₂") > empty + 50


def test_the_licence_of_each_font_goes_with_it() -> None:
    published = {asset.path: asset.content for asset in font_licences(rivers())}
    for family in ("Inter", "STIX-Two-Text", "Noto-Sans-Arabic"):
        text = published[f"assets/fonts/OFL-{family}.txt"]
        assert b"SIL OPEN FONT LICENSE Version 1.1" in text
        assert text == (ROOT / "LICENSES" / f"OFL-{family}.txt").read_bytes()


def test_a_text_of_a_chart_has_a_place_of_its_own() -> None:
    assert report(undrawable([(Where(path="content/charts/x.yml"), "☃")], rivers())).startswith(
        "content/charts/x.yml:1:1"
    )
