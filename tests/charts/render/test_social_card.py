"""The sheets that shared links show: words large enough to be read in a stream of posts, in the site's own faces."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generators.charts.data.chart_data import chart_data
from generators.charts.registry import KINDS
from generators.charts.render.draw import draw
from generators.charts.render.social_card import SHEET, card_picture
from generators.fonts import SANS, SERIF
from tests.fixtures.cards import drawing, scale_of
from tests.fixtures.chart_catalog import CHARTS, gauges

LETTERS = 24


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_are_large_in_the_site_s_faces_and_stand_beside_the_drawing(kind: str) -> None:
    sheet = card_picture(chart_data(CHARTS[kind], gauges()), drawing(250))
    words = sheet.partition("<g transform")[0]
    lines = re.findall(r'y="([\d.]+)" font-family="([^"]+)" font-size="(\d+)px"', words)
    assert {face for _, face, _ in lines} == {SANS, SERIF}
    assert min(int(size) for *_, size in lines) >= LETTERS
    downs = [float(down) for down, *_ in lines]
    assert downs == sorted(downs)
    assert downs[-1] < SHEET[1]
    assert f"Edition of {gauges().edition.date.day} " in words


def test_a_drawing_is_enlarged_until_its_letters_are_as_large_and_a_high_one_less() -> None:
    low, high = (card_picture(chart_data(CHARTS["line"], gauges()), drawing(height)) for height in (200, 400))
    smallest = min(map(float, re.findall(r'font-size="([\d.]+)px"', low.partition("<g transform")[2])))
    assert round(smallest * scale_of(low)) == LETTERS
    assert 1 < scale_of(high) < scale_of(low)
    assert "this is its end" not in high
    assert "url(#fade)" not in high


def test_of_a_list_that_is_too_long_the_latest_is_shown_and_it_says_so() -> None:
    long = card_picture(chart_data(CHARTS["timeline"], gauges()), drawing(2000))
    top = float(re.search(r"translate\([^,]+,(-[\d.]+)\)", long)[1])  # type: ignore[index]
    assert scale_of(long) > 1.5
    assert SHEET[1] - 60 < top + 2000 * scale_of(long) < SHEET[1]
    assert 'fill="url(#fade)"' in long
    assert "this is its end" in re.sub("<[^>]+>", " ", long).replace("  ", " ").replace("  ", " ")


def test_a_card_is_painted_at_its_size_with_the_site_s_faces(drawings: Path) -> None:
    image = Image.open(BytesIO(draw(chart_data(CHARTS["line"], gauges()), drawings).card))
    assert image.size == SHEET
    assert image.convert("RGB").getpixel((2, 300)) == (255, 255, 255)
