"""A long table in its box: its head stays, on a phone its first column too, and neither hides what is reached."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.site.browser.kinds import page_of
from tests.site.browser.loading import arrive, drawn

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WIDTHS = (1280, 360)

_TOP = "cell => cell.getBoundingClientRect().top - cell.closest('.table-scroll').getBoundingClientRect().top"
_LEFT = "cell => cell.getBoundingClientRect().left - cell.closest('.table-scroll').getBoundingClientRect().left"
_ON_TOP = """cell => {
  const box = cell.getBoundingClientRect();
  return cell.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
}"""
_GROUND = "cell => getComputedStyle(cell).backgroundColor"
_CLEAR = """link => {
  const words = document.createRange(), head = link.closest("table").tHead.rows[0].cells[0].getBoundingClientRect();
  words.selectNodeContents(link);
  const first = link.closest("tr").cells[0], box = words.getBoundingClientRect();
  const stays = getComputedStyle(first).position === "sticky" && !first.contains(link);
  return box.top >= head.bottom - 1 && (!stays || box.left >= first.getBoundingClientRect().right - 1);
}"""


def long_table(page: Page, server: str, built: Path, width: int) -> Locator:
    """The box of the table of a dataset's year, which is longer than a screen."""
    page.set_viewport_size({"width": width, "height": 640})
    arrive(page, server + page_of("dataset-year", built))
    return page.locator("main .table-scroll").last


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_head_stays_over_the_rows(width: int, scheme: str, page: Page, server: str, built: Path) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    box = long_table(page, server, built, width)
    box.scroll_into_view_if_needed()
    box.evaluate("box => box.scrollTo(0, 300)")
    head = drawn(page).locator("main .table-scroll thead th").first
    assert box.evaluate("box => box.scrollTop") == 300
    assert abs(head.evaluate(_TOP)) <= 1.5
    assert head.evaluate(_ON_TOP)
    assert head.evaluate(_GROUND) == page.locator("body").evaluate(_GROUND)


def test_the_first_column_stays_on_a_phone(page: Page, server: str, built: Path) -> None:
    box = long_table(page, server, built, 360)
    box.scroll_into_view_if_needed()
    box.evaluate("box => box.scrollTo(150, 100)")
    drawn(page)
    corner, cell = box.locator("thead th").first, box.locator("tbody tr:nth-child(4) td").first
    for stays in (corner, cell):
        assert abs(stays.evaluate(_LEFT)) <= 1.5
        assert stays.evaluate(_ON_TOP)
        assert stays.evaluate(_GROUND) == page.locator("body").evaluate(_GROUND)
    assert cell.evaluate("cell => cell.offsetWidth") <= 360 * 0.45


@pytest.mark.parametrize("width", WIDTHS)
def test_what_has_the_focus_is_never_behind_what_stays(width: int, page: Page, server: str, built: Path) -> None:
    box = long_table(page, server, built, width)
    box.evaluate("box => box.scrollTo(150, box.scrollHeight)")
    links = box.locator("tbody a")
    links.last.focus()
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        assert page.locator(":focus").evaluate(_CLEAR)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_row_that_an_address_names_is_not_behind_the_head(width: int, page: Page, server: str, built: Path) -> None:
    box = long_table(page, server, built, width)
    ids = box.locator("tbody tr[id]").evaluate_all("rows => rows.map(row => row.id)")
    for mark in (ids[0], ids[len(ids) // 2], ids[-1]):
        page.goto(f"{server}{page_of('dataset-year', built)}#{mark}")
        row = drawn(page).locator("tr:target")
        expect(row).to_be_in_viewport()
        assert row.locator("td").first.evaluate(_ON_TOP)
        assert row.evaluate(
            "row => row.getBoundingClientRect().top >= row.closest('table').tHead.rows[0].cells[0].getBoundingClientRect().bottom - 1"
        )


def test_a_jump_within_a_page_keeps_it(fresh: Page, server: str, built: Path) -> None:
    box = long_table(fresh, server, built, 1280)
    head, row = box.locator("thead th .sort").first, box.locator("tbody tr[id]").nth(40)
    head.click()
    expect(box.locator("thead th[aria-sort]")).to_be_attached()
    fetched: list[str] = []
    fresh.on("request", lambda request: fetched.append(request.url))
    fresh.goto(f"{fresh.url}#{row.get_attribute('id')}")
    expect(drawn(fresh).locator("tr:target")).to_be_in_viewport()
    fresh.go_back()
    expect(drawn(fresh).locator("tr:target")).to_have_count(0)
    assert fetched == []
    expect(box.locator("thead th[aria-sort]")).to_be_attached()


def test_the_box_is_reached_and_scrolled_by_keys(page: Page, server: str, built: Path) -> None:
    box = long_table(page, server, built, 1280)
    box.focus()
    page.keyboard.press("PageDown")
    page.wait_for_function("box => box.scrollTop > 100", arg=box.element_handle())


def test_on_paper_the_whole_table_is_there(page: Page, server: str, built: Path) -> None:
    box = long_table(page, server, built, 1280)
    page.emulate_media(media="print")
    assert box.evaluate("box => box.scrollHeight - box.clientHeight") <= 1
    assert box.locator("thead th").first.evaluate("cell => getComputedStyle(cell).position") == "static"
