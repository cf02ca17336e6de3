"""What a briefing carries for paper: a note for each number.

On a screen a number opens to its passport; on paper it leads here. Print and the PDF have the same notes.
"""

from collections.abc import Sequence

_WITHOUT_HOST = "<p>An address without a host is a file of the offline edition.</p>"


def apparatus(notes: Sequence[str], address: str) -> str:
    """The section before a briefing's sources that only paper shows, without a blank line; empty if there is nothing to note.

    `address` is that of the site; without one the notes lead to files, and the section says so.
    """
    items = "\n".join(f'<li id="note-{number}">{note}</li>' for number, note in enumerate(notes, 1))
    if not items:
        return ""
    head = '<section class="print-only notes" data-search-exclude><h2>Notes</h2>'
    return f"{head}\n{'' if address else _WITHOUT_HOST}<ol>\n{items}\n</ol></section>"
