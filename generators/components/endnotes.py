"""Endnotes of a briefing: a note for each number, in place of its value card.

Print and the PDF have the same notes. On a screen a number opens its note where scripts do not run.
"""

from collections.abc import Sequence

from markupsafe import Markup

from generators.components.templates import render
from generators.model import Catalog


def endnotes(page: str, catalog: Catalog, notes: Sequence[Markup]) -> Markup:
    """Return the section of notes, without a blank line; empty if there are none.

    Without an address of the site, notes refer to files, and the section states it.
    """
    return render(catalog, page, "components/endnotes.html", notes=notes) if notes else Markup()
