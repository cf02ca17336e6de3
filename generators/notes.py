"""What a briefing carries for paper: a note for each number.

On a screen a number opens to its passport; on paper it leads here. Print and the PDF have the same notes.
"""

from collections.abc import Sequence


def apparatus(notes: Sequence[str]) -> str:
    """The section before a briefing's sources that only paper shows, without a blank line; empty if there is nothing to note."""
    items = "\n".join(f'<li id="note-{number}">{note}</li>' for number, note in enumerate(notes, 1))
    if not items:
        return ""
    head = '<section class="print-only notes" data-search-exclude><h2>Notes</h2>'
    return f"{head}\n<ol>\n{items}\n</ol></section>"
