"""A value card and a disagreement's panel without a mouse: what keys reach, and what a screen reader is told.

With scripts and without. The tree is Chromium's own, as it hands it to assistive technology.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.browser.loading import card_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Node = Mapping[str, Any]
PAGE = "briefings/casualties.html"
PANEL = "Civilians killed, 2014"
_SKIPPED = {"none", "generic", "InlineTextBox"}


@pytest.fixture(scope="module", params=[True, False], ids=["scripts", "no scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture(scope="module")
def desk(browser: Browser, scripts: bool) -> Iterator[Page]:  # noqa: FBT001 - a fixture's name is its argument
    with browser.new_context(java_script_enabled=scripts) as context:
        yield context.new_page()


@pytest.fixture
def page(desk: Page, server: str) -> Page:
    """The briefing, loaded anew."""
    desk.set_viewport_size({"width": 1280, "height": 900})
    desk.goto("about:blank")
    desk.goto(server + PAGE)
    return desk


class Tree:
    """The accessibility tree of a page, without what it leaves out."""

    def __init__(self, page: Page) -> None:
        """Ask the browser for it; it shows the page as it stands now."""
        nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        self._nodes: dict[str, Node] = {node["nodeId"]: node for node in nodes}

    def all(self, role: str, name: str | None = None) -> list[Node]:
        """Every node of the role, and of the name if one is given."""
        found = [node for node in self._nodes.values() if not node["ignored"] and _of(node, "role") == role]
        return [node for node in found if name is None or _of(node, "name") == name]

    def below(self, node: Node) -> Iterator[Node]:
        """Everything within the node, in reading order."""
        for child in node.get("childIds", ()):
            if child in self._nodes:
                if not self._nodes[child]["ignored"] and _of(self._nodes[child], "role") not in _SKIPPED:
                    yield self._nodes[child]
                yield from self.below(self._nodes[child])

    def names(self, node: Node, *roles: str) -> list[str]:
        """The names of what is within the node in those roles."""
        return [_of(each, "name") for each in self.below(node) if _of(each, "role") in roles]


def _of(node: Node, key: str) -> str:
    return str(node.get(key, {}).get("value", ""))


def _state(node: Node, name: str) -> object:
    return next((each["value"]["value"] for each in node["properties"] if each["name"] == name), None)


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab from the top of the page until the element has the focus, as a reader without a mouse does."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            return
    pytest.fail("Tab does not reach it.")


@pytest.fixture(params=["value", "term"])
def number(request: pytest.FixtureRequest, page: Page) -> Locator:
    """The first number, and the first word of the glossary, that opens."""
    return page.locator(f"main button.{request.param}").first


def test_tab_reaches_it_enter_lets_in_and_escape_leads_back(number: Locator, page: Page, scripts: bool) -> None:  # noqa: FBT001
    tab_to(page, number)
    card = card_of(number)
    page.keyboard.press("Enter")
    expect(page.locator(":popover-open")).to_have_id(card.get_attribute("id") or "")
    assert card.locator("a").count() > 0
    for link in card.locator("a").all():
        page.keyboard.press("Tab")
        expect(link).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(":popover-open")).to_have_count(0)
    expect(number).to_be_focused()
    if scripts:  # without them the card of a word stays as long as the word has the focus
        expect(card).to_be_hidden()
    page.keyboard.press("Tab")
    expect(number).not_to_be_focused()
    expect(card).to_be_hidden()


def test_the_last_link_of_a_card_leads_to_the_number_s_row(page: Page) -> None:
    number = page.locator("main button.value").first
    said = number.inner_text()
    card = card_of(number)
    number.press("Enter")
    card.locator("a").last.press("Enter")
    row = page.locator("tr:target")
    expect(row).to_contain_text(said)
    expect(row).to_be_in_viewport()


def test_a_screen_reader_hears_a_button_and_then_its_card(page: Page, scripts: bool) -> None:  # noqa: FBT001
    number = page.locator("main button.value").first
    said = number.inner_text()
    card_of(number)
    closed = Tree(page)
    assert _state(closed.all("button", said)[0], "expanded") is False
    assert closed.all("note") == []
    number.press("Enter")
    tree = Tree(page)
    assert _state(tree.all("button", said)[0], "expanded") is True
    role = "note" if scripts else "listitem"
    before = {node["backendDOMNodeId"] for node in closed.all(role)}
    (note,) = (node for node in tree.all(role) if node["backendDOMNodeId"] not in before)
    told = " ".join(tree.names(note, "StaticText"))
    assert told.startswith(said)
    expected = ("Counts: ", "Said by ", "Source: ", "Grade ", *(["Cite: "] if scripts else []))
    assert [start for start in expected if start not in told] == []
    (row,) = tree.names(note, "link")[-1:]
    assert row == "Row and permanent link" if scripts else "datasets/ibc-annual.html#killed" in row
    parts = [_of(each, "role") for each in tree.below(tree.all("main")[0])]
    assert role in parts[parts.index("button") :]


def test_a_panel_is_read_as_a_table_with_its_caption_and_headings(page: Page) -> None:
    """The axis repeats the figures as a picture, so it is left out; each figure is there as a text."""
    tree = Tree(page)
    (table,) = tree.all("table", PANEL)
    heads = tree.names(table, "columnheader")
    assert [heads[0], heads[1].split(",")[0], *heads[2:]] == ["Who", "Figure", "Indicator", "Source"]
    shown = page.get_by_role("table", name=PANEL).locator("tbody tr")
    rows = [each for each in tree.below(table) if _of(each, "role") == "row"][1:]
    assert len(rows) == shown.count() > 1
    for row, figures in zip(rows, shown.all(), strict=True):
        who, figure, what, source = tree.names(row, "cell")
        assert all([who, what, source])
        assert figure == figures.locator("a").first.inner_text()
    assert [_of(each, "role") for each in tree.below(table) if "image" in _of(each, "role").lower()] == []
    assert shown.locator("svg").count() > 1


def test_a_panel_is_reached_and_its_figures_are_links_to_their_rows(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    panel = page.get_by_role("region", name=PANEL, exact=True)
    panel.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("panel => panel.scrollLeft > 0", arg=panel.element_handle())
    page.keyboard.press("Tab")
    expect(panel.locator("a").first).to_be_focused()
    said = panel.locator("a").first.inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("tr:target")).to_contain_text(said)
