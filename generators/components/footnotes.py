"""Footnotes of an author's text: references as links, and the section of the footnotes."""

from markupsafe import Markup

from generators.components.templates import render_macro
from generators.model import Catalog
from generators.text.markdown.footnotes import numbered
from generators.text.markdown.normalize import Edit, edited


def with_footnotes(markdown: str, catalog: Catalog, page: str) -> tuple[str, Markup]:
    """Return the text with references as links, and the footnotes section; empty if there are none."""
    footnotes, definitions = numbered(markdown)
    edits = [Edit(span=span, text="") for span in definitions]
    for note in footnotes:
        for use, span in enumerate(note.uses, start=1):
            edits.append(Edit(span=span, text=render_macro(catalog, page, "footnotes", "reference", note, use)))
    section = render_macro(catalog, page, "footnotes", "section", footnotes) if footnotes else Markup()
    return edited(markdown, edits), section
