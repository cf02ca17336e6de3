"""axe-core, asked of a page in both colour schemes and at two widths."""

from typing import Literal

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
