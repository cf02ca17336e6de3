"""Pictures of every kind of page, for maintainers to look at: `python -m tests.site.browser.screenshots SITE FOLDER`.

Each kind at 1280 and 360 px, light and dark, the whole page long, named `kind-width-scheme.png`.
"""

import sys
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.fixtures.browser_launch import FLAGS, chromium
from tests.fixtures.http_server import serving
from tests.site.browser.kinds import KINDS, page_of
from tests.site.browser.loading import arrive

Scheme = Literal["light", "dark"]
WIDTHS = (1280, 360)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def look(site: Path, folder: Path) -> None:
    """Fill the folder with pictures of the built site."""
    folder.mkdir(parents=True, exist_ok=True)
    with serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        for width, scheme in product(WIDTHS, SCHEMES):
            for kind in KINDS:
                _picture(
                    browser, address + page_of(kind, site), folder / f"{kind}-{width}-{scheme}.png", (width, scheme)
                )
        browser.close()


def _picture(browser: Browser, address: str, file: Path, view: tuple[int, Scheme]) -> None:
    width, scheme = view
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme) as context:
        page = context.new_page()
        arrive(page, address)
        page.screenshot(path=file, full_page=True)


if __name__ == "__main__":
    look(Path(sys.argv[1]), Path(sys.argv[2]))
