"""The note on a page that a correction names: what it said, what it says, why, and the way to the ledger."""

from collections.abc import Iterable
from dataclasses import replace

from generators.addresses import CORRECTIONS
from generators.markup import inline, link
from generators.model import Correction, Page
from generators.wording import on


def corrected(page: Page, corrections: Iterable[Correction]) -> Page:
    """The page with a note under its heading for each correction that names it, the latest first."""
    own = sorted((c for c in corrections if page.path in c.pages), key=lambda c: c.date, reverse=True)
    if not own or page.path == CORRECTIONS:
        return page
    notes = "\n\n".join(_note(page.path, correction) for correction in own)
    before, heading, after = _parted(page.markdown)
    return replace(page, markdown=f"{before}{heading}\n\n{notes}\n{after}")


def _parted(markdown: str) -> tuple[str, str, str]:
    """The text before the main heading, the heading, and the text after it."""
    lines = markdown.splitlines(keepends=True)
    at = next((n for n, line in enumerate(lines) if line.startswith("# ")), 0)
    return "".join(lines[:at]), lines[at].rstrip("\n"), "".join(lines[at + 1 :])


def _note(page: str, correction: Correction) -> str:
    ledger = link(page, CORRECTIONS, "All corrections")
    return (
        f'<p class="notice"><strong>Corrected on {on(correction.date)}.</strong> '
        f"It said: {inline(correction.was)} It says: {inline(correction.now)} {inline(correction.why)} {ledger}</p>"
    )
