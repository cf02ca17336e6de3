"""How a test comes to a page: it waits for the page, not for the line.

On a busy machine the line is still before a page has asked for its scripts: a test that waits for the line alone
then presses buttons that are not there yet, and finds no fault because nothing has happened.
"""

from playwright.sync_api import Locator, Page, expect

from tests.site.browser.network_log import Witness

_DRAWN = """document.fonts.ready
  .then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))).then(() => null)"""


def arrive(page: Page, address: str) -> Page:
    """Open the address; its scripts have run, and what it shows has its faces and is drawn."""
    page.goto(address)
    return drawn(page)


def drawn(page: Page) -> Page:
    """Wait until what was changed on the page is drawn, in the faces that it asks for."""
    page.evaluate(_DRAWN)
    return page


def emptied(page: Page, witness: Witness, server: str) -> Page:
    """The page as it was at the start, with nothing stored by the site at that address and nothing seen."""
    page.goto(f"{server}robots.txt")
    page.evaluate("[localStorage, sessionStorage].forEach(kept => kept.clear())")
    page.goto("about:blank")
    page.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.mouse.move(0, 0)
    witness.said.clear()
    witness.outside.clear()
    return page


def opened_rows(figure: Locator) -> Locator:
    """The rows of a chart that another page has, opened where the link to them was."""
    figure.locator(".chart-data > a").click()
    rows = figure.locator("details.chart-data[open]")
    expect(rows.locator("summary")).to_be_focused()
    return rows


def card_of(number: Locator) -> Locator:
    """The card of a number or a word, which is loaded when it is touched; without scripts that of a number is its note."""
    if number.page.evaluate("document.documentElement.classList.contains('js')"):
        number.dispatch_event("pointerover")
        number.page.wait_for_function("() => window.parts")  # the card of a word is there before what closes it
        expect(number.locator("+ .card-note")).to_be_attached()
    return number.page.locator(f"#{number.get_attribute('popovertarget')}")
