"""Each kind of chart alive: the very drawing, nothing for axe to find, light and dark, wide and on a small phone, nothing against the policy."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from generators.charts.registry import KINDS
from tests.site.browser.axe import SCHEMES, WIDTHS, faults
from tests.site.browser.network_log import Witness

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LIVE = [name for name, kind in KINDS.items() if kind.offers]
_LOST = """figure => {
  const shapes = svg => [...svg.querySelectorAll("text, path, line")].map(shape => {
    const { left, top, right, bottom } = shape.getBoundingClientRect();
    return { name: `${shape.tagName} ${shape.textContent}`, sides: [left, top, right, bottom] };
  }).filter(({ sides: [left, top, right, bottom] }) => right > left || bottom > top);
  const live = shapes(figure.querySelector(".chart-stage svg"));
  const drawn = shapes([...figure.querySelectorAll(".chart-body > svg")].find(svg => svg.getClientRects().length));
  const isThere = one => live.some(other => other.name === one.name && other.sides.every((side, n) => Math.abs(side - one.sides[n]) < 1.5));
  return [drawn.length, drawn.filter(one => !isThere(one)).map(({ name, sides }) => `${name} ${sides.map(Math.round)}`)];
}"""
"""How many texts and marks the drawing has, and those that the live chart lacks or has elsewhere."""


def page_of(kind: str, built: Path) -> str:
    """The page of a chart of that kind."""
    says = re.compile(rf'<meta name="description" content="{KINDS[kind].called}[."]')
    return next(f"charts/{path.name}" for path in sorted(built.glob("charts/*.html")) if says.search(path.read_text()))


@pytest.mark.parametrize("kind", LIVE)
def test_it_is_the_very_drawing_and_axe_finds_nothing(
    kind: str, page: Page, witness: Witness, server: str, built: Path
) -> None:
    page.goto(server + page_of(kind, built))
    page.evaluate(
        "document.querySelectorAll('.chart-data, figure ~ *').forEach(each => each.remove())"
    )  # axe reads all
    page.evaluate(AXE_SCRIPT)
    figure = page.locator("figure.chart")
    figure.locator(".chart-explore").click()
    found: list[str] = []
    for width, form in zip(WIDTHS, (680, 284), strict=True):
        page.set_viewport_size({"width": width, "height": 900})
        figure.locator(f".chart-stage svg[viewBox^='0 0 {form} ']").wait_for()
        marks, lost = figure.evaluate(_LOST)
        assert marks > 10
        assert lost == []
        figure.locator(".chart-view").press("End")
        expect(figure.locator(".chart-tip")).to_be_visible()
        for scheme in SCHEMES:
            found += faults(page, scheme, ".chart-body", ".chart-live", ".chart-controls")
    assert found == []
    assert page.evaluate("window.violations") == []
    assert witness.said == []
