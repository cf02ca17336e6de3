"""The note on a page that corrections name: what it said, what it says, why, and the way to the ledger."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generators.components.markup import bullets, inline, link
from generators.model import Correction, Page
from generators.text.wording import on, plural
from generators.urls.paths import CORRECTIONS


def corrected(page: Page, corrections: Iterable[Correction]) -> Page:
    """Return the page with a note under its heading of the corrections that name it, the latest first."""
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


def _note(page: str, own: Sequence[Correction]) -> str:
    """Return one note; several corrections open from a single line, so that the page's text begins on the first screen."""
    ledger = link(page, CORRECTIONS, "All corrections")
    latest = f"Corrected on {on(own[0].date)}"
    if len(own) == 1:
        return f'<p class="notice"><strong>{latest}.</strong> {_change(own[0])} {ledger}</p>'
    entries = bullets(f"<time>{on(each.date)}</time>. {_change(each)}" for each in own)
    summary = f"<summary>{latest}: {plural(len(own), 'correction')}</summary>"
    return f'<div class="notice"><details>{summary}{entries}<p>{ledger}</p></details></div>'


def _change(correction: Correction) -> str:
    return f"It said: {inline(correction.was)} It says: {inline(correction.now)} {inline(correction.why)}"
