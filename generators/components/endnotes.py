"""Endnotes of a briefing for print: a note for each number, in place of its value card.

Print and the PDF have the same notes.
"""

from collections.abc import Sequence

_WITHOUT_HOST = "<p>Addresses without a host are files of the offline edition.</p>"


def apparatus(notes: Sequence[str], address: str) -> str:
    """Return the print-only section of notes, without a blank line; empty if there are none.

    `address` is that of the site; without one the notes refer to files, and the section states it.
    """
    items = "\n".join(f'<li id="note-{number}">{note}</li>' for number, note in enumerate(notes, 1))
    if not items:
        return ""
    head = '<section class="print-only notes" data-part="notes" data-skip="plain search"><h2>Notes</h2>'
    return f"{head}\n{'' if address else _WITHOUT_HOST}<ol>\n{items}\n</ol></section>"
