"""axe-core, asked of a page in both colour schemes and at two widths."""

from collections.abc import Iterator
from itertools import product
from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

_LIT = "scheme => (document.body.dataset.mdColorScheme ?? scheme) === scheme && document.getAnimations().length === 0"


Scheme = Literal["light", "dark"]
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules that a scheme can break: in the dark they alone are asked again, since contrast is what takes the time."""
_RUN = """([within, rules]) => axe.run(within ? { include: within } : document, {
  resultTypes: ["violations"], preload: false, ...(rules && { runOnly: rules }),
}).then(result => result.violations.flatMap(
  found => found.nodes.map(node => `${found.id}: ${node.target} ${node.html.slice(0, 120)}`)))"""
"""Without `preload`, which reads the style sheets again for one rule about a screen's orientation, that we do not lock."""

_SHORTEN = """() => {
  const seen = new Map();
  const path = element => element === document.body ? "" :
    [path(element.parentElement), element.localName, element.getAttribute("class"), element.getAttribute("style")].join();
  for (const part of document.querySelectorAll("main :is(tr, li, p)")) {
    if (!part.isConnected) continue;
    const paths = [part, ...part.querySelectorAll("*")].map(path);
    if (paths.every(each => seen.get(each) >= 3)) part.remove();
    else new Set(paths).forEach(each => seen.set(each, (seen.get(each) ?? 0) + 1));
  }
}"""
"""Leaves three rows, items and paragraphs of each make: that is, of the same elements, classes and styles at the same place."""


SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (1280, 320)


def faults(page: Page, scheme: Scheme, *within: str) -> list[str]:
    """What axe says of the page, or of a part, in that scheme, as wide as it is."""
    lit(page, scheme)
    found: list[str] = page.evaluate(_RUN, [within or None, COLOURS if scheme == "dark" else None])
    return found


def lit(page: Page, scheme: Scheme) -> None:
    """The page has the scheme's colours: the theme's script has set them, and none is on its way to another."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.wait_for_function(_LIT, arg="slate" if scheme == "dark" else "default")


def ready(page: Page) -> Page:
    """The page with axe in it and everything unfolded; the policy keeps scripts out, so it comes in from outside."""
    page.evaluate(AXE_SCRIPT)
    page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")
    return page


def violations(page: Page, *within: str) -> Iterator[str]:
    """What axe says of the page, or of a part, in either scheme and at either width; the page is not loaded again.

    The first time it is asked of all; what is new in another scheme or width shows in the first of those that are made alike.
    """
    for width, scheme in product(WIDTHS, SCHEMES):
        page.set_viewport_size({"width": width, "height": 900})
        yield from (f"{width} {scheme} {fault}" for fault in faults(page, scheme, *within))
        page.evaluate(_SHORTEN)
