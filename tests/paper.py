"""Manuscripts of a site with plain drawings, and what a reader of PDF copies out of what they become."""

import pypdfium2

from generators.addresses import of_figure
from generators.charts.selection import expanded
from generators.documents import Manuscript, manuscripts
from generators.model import Catalog
from generators.pages.briefings import briefings

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 284 200"><desc>x</desc><text x="9" y="20">Drawn words</text></svg>'


def drawn(catalog: Catalog) -> dict[str, str]:
    return {of_figure(slug, form): SVG for slug in expanded(catalog) for form in ("wide", "narrow")}


def written(catalog: Catalog) -> dict[str, Manuscript]:
    pages = {page.path: page for page in briefings(catalog)}
    return {each.path: each for each in manuscripts(catalog, pages, drawn(catalog))}


def words(pdf: bytes) -> str:
    """The text as it is selected, pages one after another, each run of spaces as one."""
    opened = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in opened).split())


def boxes(pdf: bytes) -> list[tuple[str, float, float]]:
    """Each sign of the first page with its left and its right edge, in the order of the file."""
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    whole = page.get_text_range()
    return [(sign, *page.get_charbox(place)[::2]) for place, sign in enumerate(whole[: page.count_chars()])]
