"""A briefing on paper, as a browser prints it: numbers lead to notes, everything stands open, nothing to click is left."""

import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from tests.fixtures.pdf_text import copied, glued, marked
from tests.site.browser.loading import arrive

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def pages(server: str, browser: "Browser") -> list[str]:
    """The text of each printed page."""
    with browser.new_page(color_scheme="dark") as page:
        page.goto(f"{server}/briefings/comeback.html")
        printed = page.pdf(prefer_css_page_size=True)
    opened = pypdfium2.PdfDocument(BytesIO(printed))
    return [" ".join(each.get_textpage().get_text_range().split()) for each in opened]


def test_each_page_has_its_number_and_the_end_has_notes_and_sources(pages: list[str]) -> None:
    assert all(f"Page {number} of {len(pages)}" in text for number, text in enumerate(pages, 1))
    whole = " ".join(pages)
    assert "recorded 65 [1] incidents by ISIS" in whole
    assert "Said by Joel Wing, Musings on Iraq (recorder). Source:" in whole
    assert whole.count("https://english.aawsat.com/") == 1


def test_no_figure_is_copied_with_the_number_of_its_note_as_a_digit(
    built: Path, server: str, browser: "Browser"
) -> None:
    for file in sorted((built / "briefings").glob("*.html")):
        marks = marked(file.read_text("utf-8"))
        if marks:
            with browser.new_page() as page:
                page.goto(f"{server}/briefings/{file.name}")
                told = copied(page.pdf(prefer_css_page_size=True))
            assert [(program, glued(marks, text)) for program, text in told if glued(marks, text)] == []


def test_what_opens_on_a_screen_stands_open_and_what_is_clicked_is_gone(pages: list[str]) -> None:
    whole = " ".join(pages)
    assert "What would change it" in whole
    for gone in (
        "On this page",
        "Full briefing (PDF",
        "minutes to read",
        "Description and data",
        "Row and permanent link",
    ):
        assert gone not in whole


TABLES = ("datasets/amnesty-executions.html", "datasets/trials.html", "disagreements/people-killed-2008.html")
"""A short and a long one whose heads are buttons on a screen, and the shortest page that once ended in an empty sheet."""
MARGIN = 20 / 25.4 * 72


@pytest.fixture(scope="module")
def tables(server: str, browser: "Browser") -> dict[str, pypdfium2.PdfDocument]:
    """Pages with tables on A4, printed with scripts on."""
    printed = {}
    for path in TABLES:
        with browser.new_page() as page:
            arrive(page, f"{server}/{path}")
            printed[path] = pypdfium2.PdfDocument(BytesIO(page.pdf(format="A4")))
    return printed


def test_heads_that_sort_on_a_screen_stand_level_on_each_page(tables: dict[str, pypdfium2.PdfDocument]) -> None:
    heads = [_heads(page) for path in TABLES[:2] for page in tables[path]]
    assert sum(map(bool, heads)) > 4
    assert all(len({round(bottom) for bottom in level.values()}) == 1 for level in heads if level)
    with_rows = [page for page in tables[TABLES[1]] if " 2019" in _text(page) and "[Dataset]" not in _text(page)]
    assert with_rows
    assert all(_heads(page) for page in with_rows[1:])


def _heads(page: pypdfium2.PdfPage) -> dict[str, float]:
    """Where the heads' words end at the bottom; nothing where a page has not all of them in one line."""
    text = page.get_textpage()
    line = re.search(r"Period.*?Source.*?Grade.*?Note", text.get_text_range().replace("\r\n", "  "))
    if not line:
        return {}
    starts = {word: line.start() + line[0].index(word) for word in ("Period", "Source", "Grade", "Note")}
    return {word: text.get_charbox(start + 1, loose=True)[1] for word, start in starts.items()}


def _text(page: pypdfium2.PdfPage) -> str:
    return " ".join(page.get_textpage().get_text_range().split())


def test_nothing_stands_beyond_the_text_column_and_no_page_is_empty(
    tables: dict[str, pypdfium2.PdfDocument],
) -> None:
    for path, printed in tables.items():
        for page in printed:
            text = page.get_textpage()
            edges = [text.get_charbox(n) for n in range(text.count_chars()) if text.get_text_range(n, 1).strip()]
            assert min(left for left, *_ in edges) >= MARGIN - 1, path
            assert max(right for _, _, right, _ in edges) <= page.get_width() - MARGIN + 1, path
            assert len(_text(page)) > 100, path


def test_the_tallest_chart_is_legible_and_has_its_table(server: str, browser: "Browser") -> None:
    with browser.new_page() as page:
        arrive(page, f"{server}/charts/timeline.html")
        rows = page.locator(".chart-data tbody tr").count()
        printed = pypdfium2.PdfDocument(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    texts = [_text(sheet) for sheet in printed]
    first = next(n for n, text in enumerate(texts) if "Permanent link" in text)
    drawing, table = " ".join(texts[: first + 1]), " ".join(texts[first:])
    assert all(str(year) in drawing for year in range(2003, 2027))
    assert table.count("20") > rows
    assert min(_heights(printed[0])) > 6.5 * 0.66, "a capital letter has about two thirds of its size"


def _heights(page: pypdfium2.PdfPage) -> list[float]:
    """How high the capital letters are, in points."""
    text = page.get_textpage()
    boxes = [text.get_charbox(n) for n in range(text.count_chars()) if text.get_text_range(n, 1) in "ABDEHR"]
    return [top - bottom for _, bottom, _, top in boxes]
