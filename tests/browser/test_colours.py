"""A site whose mkdocs.yml names no palette follows the system: everything on its front page can be read in light and in dark."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.fixtures.commands import Run
from tests.fixtures.http_server import serving
from tests.fixtures.river_site import rivers_copy

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_FAINT = """() => {
  const part = value => (value /= 255) <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => .2126 * part(r) + .7152 * part(g) + .0722 * part(b);
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const ground = element => {
    for (; element; element = element.parentElement) {
      const [r, g, b, opaque = 1] = parts(getComputedStyle(element).backgroundColor);
      if (opaque > .5) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const texts = [...document.querySelectorAll("h1, h2, h3, p, .md-tabs__link, .brand, button.opening")].filter(e => e.offsetParent);
  return texts.flatMap(e => {
    const [a, b] = [light(parts(getComputedStyle(e).color)), light(ground(e))].sort((a, b) => b - a);
    const contrast = (a + .05) / (b + .05);
    return contrast < 4.5 ? [`${e.textContent.trim().slice(0, 40)}: ${contrast.toFixed(1)}`] : [];
  });
}"""
"""The texts whose contrast with what is behind them is below that of WCAG 2.2, 1.4.3."""


@pytest.fixture(scope="module")
def plain(browser: Browser, run: Run, drawings: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The front page of the small site."""
    folder = rivers_copy(tmp_path_factory.mktemp("plain") / "rivers", drawings)
    assert "palette" not in (folder / "mkdocs.yml").read_text("utf-8")
    run("mkdocs", "build", "--strict", cwd=folder)
    with serving(folder / "site") as address, browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.goto("index.html")
        yield page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_can_be_read(scheme: str, plain: Page) -> None:
    plain.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    plain.wait_for_timeout(400)  # colours change in a quarter of a second
    assert plain.evaluate(_FAINT) == []
    behind = plain.evaluate("getComputedStyle(document.body).backgroundColor")
    assert behind == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 24, 31)"}[scheme]
