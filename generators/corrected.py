"""The note on a page that corrections name: what it said, what it says, why, and the way to the ledger."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generators.addresses import CORRECTIONS
from generators.markup import bullets, inline, link
from generators.model import Correction, Page
from generators.wording import on


def corrected(page: Page, corrections: Iterable[Correction]) -> Page:
    """Return the page with a note under its heading for the corrections that name it, the latest first."""
    own = sorted((c for c in corrections if page.path in c.pages), key=lambda c: c.date, reverse=True)
    if not own or page.path == CORRECTIONS:
        return page
    before, heading, after = _parted(page.markdown)
    return replace(page, markdown=f"{before}{heading}\n\n{_note(page.path, own)}\n{after}")


def _parted(markdown: str) -> tuple[str, str, str]:
    """The text before the main heading, the heading, and the text after it."""
    lines = markdown.splitlines(keepends=True)
    at = next((n for n, line in enumerate(lines) if line.startswith("# ")), 0)
    return "".join(lines[:at]), lines[at].rstrip("\n"), "".join(lines[at + 1 :])


def _note(page: str, corrections: Sequence[Correction]) -> str:
    """Return the single correction in full, or several closed under one line so that the page's text comes first."""
    ledger = link(page, CORRECTIONS, "All corrections")
    if len(corrections) == 1:
        return f'<p class="notice">{_correction(corrections[0])} {ledger}</p>'
    summary = f"Corrected {len(corrections)} times, last on {on(corrections[0].date)}"
    return (
        f'<details class="notice"><summary>{summary}</summary>'
        f"{bullets(map(_correction, corrections), 'news')}<p>{ledger}</p></details>"
    )


def _correction(correction: Correction) -> str:
    return (
        f"<strong>Corrected on {on(correction.date)}.</strong> "
        f"It said: {inline(correction.was)} It says: {inline(correction.now)} {inline(correction.why)}"
    )
