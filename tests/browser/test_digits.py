"""A site in the digits of its language, where scripts read and write them: sorted tables, search and a live chart."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.fixtures.commands import Run
from tests.fixtures.http_server import serving
from tests.fixtures.river_site import rivers_copy

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def native(browser: Browser, run: Run, drawings: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page on the small site in Arabic, with its digits."""
    folder = rivers_copy(tmp_path_factory.mktemp("native") / "rivers", drawings)
    for path, line, lines in (
        ("mkdocs.yml", "  name: material\n", "  name: material\n  language: ar\n"),
        ("content/site.yml", "takedown_days: 5\n", "takedown_days: 5\ndigits: native\n"),
    ):
        text = (folder / path).read_text(encoding="utf-8")
        (folder / path).write_text(text.replace(line, lines), encoding="utf-8")
    run("mkdocs", "build", "--strict", cwd=folder)
    with serving(folder / "site") as address, browser.new_context(base_url=address) as context:
        yield context.new_page()


def test_a_table_is_sorted_by_its_numbers(native: Page) -> None:
    native.goto("datasets/gauge-levels.html")
    table = native.locator("table.sortable").last
    table.locator("th.num .sort").click()
    numbers = [int(re.findall(r"\d+", text)[0]) for text in table.locator("td.num").all_text_contents()]
    assert len(numbers) > 20
    assert numbers == sorted(numbers)
    assert not any(re.search("[0-9]", text) for text in table.locator("td.num").all_text_contents())


@pytest.mark.parametrize("query", ["149", "١٤٩"])
def test_search_finds_a_number_by_either_digits(native: Page, query: str) -> None:
    native.goto("index.html")
    native.locator(".md-search__input").click()
    native.keyboard.type(query)
    expect(native.locator(".md-search-result__item mark").first).to_have_text("١٤٩")
    assert native.locator(".find-kinds span").all_text_contents() == ["٢", "١", "١"]


def test_a_live_chart_has_the_digits_on_its_axes_and_in_its_count(native: Page) -> None:
    native.goto("charts/levels.html")
    native.locator(".chart-explore").first.click()
    texts = native.locator(".chart-stage svg text")
    expect(texts.filter(has_text="٢٠٢٠").first).to_be_attached()
    assert {"٠", "١٠٠", "٢٠٠", "٣٠٠"} <= set(texts.all_text_contents())
    native.locator(".chart-controls button").first.click()
    expect(native.locator(".chart-status")).to_have_text(re.compile("^[^0-9]*[٠-٩]+[^0-9]+[٠-٩]+[^0-9]*$"))
