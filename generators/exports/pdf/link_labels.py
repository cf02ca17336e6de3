"""Labels of links to documents: format, pages, kilobytes."""

import re
from collections.abc import Mapping

from generators.components.file_sizes import size_in_words
from generators.components.late_values import LENGTH
from generators.model import Asset
from generators.text.joining import commas
from generators.text.messages import ngettext

_PAGES = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")


def length_values(documents: Mapping[str, Asset]) -> Mapping[str, str]:
    """Return the values of the placeholders for the lengths of the documents."""
    return {f"{LENGTH}:{path}": f" ({size(document.content)})" for path, document in documents.items()}


def size(content: bytes) -> str:
    """Return a PDF's size in words.

    >>> size(b"<</Type/Pages/Count 8/Kids[]>>" + bytes(209_970))
    'PDF, 8 pages, 210 kB'
    """
    number = ngettext("%(num)s page", "%(num)s pages", pages(content))
    return commas(("PDF", number, size_in_words(len(content))))


def pages(content: bytes) -> int:
    """Return the number of pages of a PDF, from the root of its page tree, which the typesetter does not compress."""
    return max(int(count) for count in _PAGES.findall(content))
