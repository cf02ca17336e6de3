"""A briefing on paper, as a browser prints it: numbers lead to notes, everything stands open, nothing to click is left."""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from tests.paper import copied, glued, marked

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
    assert "Reuters reported at least 83 [1] cases" in whole
    assert "Said by Hisham al-Hashimi, via Reuters. Source:" in whole
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
        "Whole briefing (PDF",
        "minutes to read",
        "Description and data",
        "Its row and address",
    ):
        assert gone not in whole
