"""Markup in a title is letters: with the check of texts put aside, every page shows it as it was typed, and nothing runs."""

import csv
import json
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from playwright.sync_api import Browser, Page
from pypdfium2 import PdfDocument

from generators.build import assemble
from generators.checks import CHECKS
from generators.checks.active_content import active_content
from tests.fixtures.http_server import serving
from tests.fixtures.river_site import rivers_copy

pytestmark = [pytest.mark.browser, pytest.mark.slow]
MARKUP = '<script>window.ran=true</script><img src=x onerror="window.ran=true"> "a" & b < c'
ALIVE = "[window.ran, document.querySelectorAll('[onerror], img[src=x]').length]"
PDF = "briefings/river-levels.pdf"
COLUMNS = {"sources.csv": ("title", "author", "note"), "places.csv": ("name", "note"), "events.csv": ("title", "at")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, drawings: Path) -> Path:
    """The small site with markup at the end of every title and of many other texts."""
    copy = rivers_copy(tmp_path_factory.mktemp("inert") / "rivers", drawings)
    for path in (*copy.rglob("*.yml"), *copy.rglob("content/briefings/*.md")):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"^( *title: )(.+)$", rf"\1'\2 {MARKUP}'", text, flags=re.MULTILINE), "utf-8")
    for name, columns in COLUMNS.items():
        plant(copy / "data" / name, columns)
    return copy


def plant(path: Path, columns: tuple[str, ...]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    with path.open("w", encoding="utf-8", newline="") as file:
        write = csv.writer(file, lineterminator="\n")
        write.writerow(header)
        for row in rows:
            cells = zip(header, row, strict=True)
            write.writerow(f"{cell} {MARKUP}" if name in columns else cell for name, cell in cells)


def without_the_check(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(assemble, "CHECKS", tuple(check for check in CHECKS if check is not active_content))


@pytest.fixture(scope="module")
def planted(folder: Path) -> Iterator[Path]:
    """That site, built without the check that would refuse it."""
    with pytest.MonkeyPatch.context() as patch:
        without_the_check(patch)
        build(load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site"), strict=True))
        yield folder / "site"


@pytest.fixture
def page(browser: Browser, planted: Path) -> Iterator[tuple[Page, str]]:
    """A page, and the address of that site under no policy but the pages' own."""
    with serving(planted, policy="") as address, browser.new_context() as context:
        yield context.new_page(), address


def test_nothing_runs_on_any_page(page: tuple[Page, str], planted: Path) -> None:
    opened, address = page
    for path in sorted(planted.rglob("*.html")):
        opened.goto(address + path.relative_to(planted).as_posix(), wait_until="domcontentloaded")
        assert opened.evaluate(ALIVE) == [None, 0], path


def test_the_search_shows_it_as_letters(page: tuple[Page, str]) -> None:
    opened, address = page
    opened.goto(f"{address}briefings/river-levels.html")
    opened.locator(".md-search__input").click()
    opened.locator(".md-search__input").press_sequentially("vell recorded")
    opened.locator(".md-search-result__link").first.wait_for(state="visible")
    assert "<script>" in opened.locator(".md-search-result__list").inner_text()
    assert opened.evaluate(ALIVE) == [None, 0]


def test_readers_see_it_as_it_was_typed(page: tuple[Page, str], planted: Path) -> None:
    opened, address = page
    opened.goto(f"{address}briefings/river-levels.html")
    for place in ("h1", ".bibliography", ".cite-box", ".print-only >> nth=-1"):
        assert MARKUP in str(opened.locator(place).first.text_content()), place
    for kept in ("markdown/briefings/river-levels.md.txt", "text/briefings/river-levels.html"):
        assert MARKUP in unescape((planted / kept).read_text("utf-8")), kept
    told = "".join(each.get_textpage().get_text_bounded() for each in PdfDocument(planted / PDF))
    assert "".join(told.split()).count("".join(MARKUP.split())) > 1


def test_files_for_other_programs_have_it_raw(planted: Path) -> None:
    briefing = planted / "cite" / "briefings"
    title = f"What the gauges of the Vell recorded in 2020 {MARKUP}"
    assert json.loads((briefing / "river-levels.json").read_text("utf-8"))[0]["title"] == title
    assert f"TI  - {title}\r\n" in (briefing / "river-levels.ris").read_bytes().decode()


def test_a_script_that_the_theme_did_not_write_stops_the_build(folder: Path, tmp_path: Path) -> None:
    """With the check put aside too: what is written as HTML into a page is refused when the page is sealed."""
    copy = Path(shutil.copytree(folder, tmp_path / "rivers"))
    with (copy / "content" / "about.md").open("a", encoding="utf-8") as file:
        file.write('\n<script>window.ran=true</script>\n\n<b onclick="window.ran=true">Press</b>\n')
    with pytest.MonkeyPatch.context() as patch:
        without_the_check(patch)
        config = load_config(str(copy / "mkdocs.yml"), site_dir=str(copy / "site"), strict=True)
        with pytest.raises(Abort) as refused:
            build(config)
    told = refused.value.format_message().strip().splitlines()
    assert [line.partition(", expected")[0] for line in told] == [
        'about.html:1:1  attribute: found "<b onclick="window.ran=true">"',
        'about.html:1:1  script: found "window.ran=true"',
    ]
