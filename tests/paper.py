"""Manuscripts of a site with plain drawings, and what a reader of PDF copies out of what they become."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from html import unescape

import pypdfium2

from generators.analysis.chart_selection import expanded
from generators.exports.pdf.manuscripts import Manuscript, manuscripts
from generators.model import Catalog
from generators.pages.briefings import briefings
from generators.urls.paths import of_figure

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 284 200"><desc>x</desc><text x="9" y="20">Drawn words</text></svg>'


def drawn(catalog: Catalog) -> dict[str, str]:
    return {of_figure(slug, form): SVG for slug in expanded(catalog) for form in ("wide", "narrow")}


def written(catalog: Catalog) -> dict[str, Manuscript]:
    pages = {page.path: page for page in briefings(catalog)}
    return {each.path: each for each in manuscripts(catalog, pages, drawn(catalog))}


def words(pdf: bytes) -> str:
    """The text as it is selected, pages one after another, each run of spaces as one."""
    return " ".join(" ".join(each_page(pdf)).split())


def each_page(pdf: bytes) -> list[str]:
    """The text of each page."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def copied(pdf: bytes) -> Iterator[tuple[str, str]]:
    """What programs take for the document's text, with their names: pypdfium2, and pdftotext where it is."""
    yield "pypdfium2", words(pdf)
    if shutil.which("pdftotext"):
        done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
        yield "pdftotext", done.stdout.decode()


def marked(page: str) -> list[tuple[str, str]]:
    """Each figure of a page with the number of its note, as its HTML has them."""
    found = re.findall(r'<button\b[^>]*\bdata-note="(\d+)"[^>]*>(.*?)</button>', page)
    return [(unescape(re.sub("<[^>]+>", "", figure)), note) for note, figure in found]


def glued(marks: list[tuple[str, str]], text: str) -> list[str]:
    """The figures whose last word does not stand in the text with their note in brackets after it, however lines are broken."""
    whole = _joined(text)
    return [f"{figure} {note}" for figure, note in marks if f"{figure.split()[-1]}[{note}]" not in whole]


def _joined(text: str) -> str:
    return "".join(text.split())


def boxes(pdf: bytes) -> list[tuple[str, float, float]]:
    """Each sign of the first page with its left and its right edge, in the order of the file."""
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    whole = page.get_text_range()
    return [(sign, *page.get_charbox(place)[::2]) for place, sign in enumerate(whole[: page.count_chars()])]
