"""How far a page moves while it loads, as Lighthouse measures it."""

from collections.abc import Iterator, Sequence

from playwright.sync_api import Browser, Page

from tests.site.browser.loading import drawn

_SHIFT = """
window.shift = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => shift += entry.hadRecentInput ? 0 : entry.value))
  .observe({ type: "layout-shift", buffered: true });
"""
"""Adds up layout shifts from the first moment on."""
STILL = 0.002
"""What nobody sees, a fiftieth of what counts as good: an Arabic name, whose letters may come late, turns a little in its place."""
_TOGETHER = 4


def watch(page: Page) -> None:
    """Add up the shifts of each page that is opened from now on; nothing is taken from a cache."""
    page.add_init_script(_SHIFT)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})


def shift_of(page: Page, after: int) -> float:
    """The shift of a page that is watched by so many milliseconds from now."""
    page.wait_for_timeout(after)
    return float(page.evaluate("shift"))


def shifts(browser: Browser, addresses: Sequence[str], width: int, after: int) -> Iterator[float]:
    """The shift of each page by so many milliseconds after it has arrived; some at a time, since they wait for the line."""
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        pages = [context.new_page() for _ in addresses[:_TOGETHER]]
        for page in pages:
            watch(page)
        for start in range(0, len(addresses), _TOGETHER):
            opened = list(zip(pages, addresses[start : start + _TOGETHER], strict=False))
            for page, address in opened:
                page.goto("about:blank")
                page.goto(address, wait_until="commit")
            for page, _ in opened:
                page.wait_for_load_state()
                yield shift_of(drawn(page), after)
