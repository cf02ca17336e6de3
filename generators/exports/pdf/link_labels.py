"""What a link to a document says of it: format, pages, kilobytes."""

import re
from collections.abc import Mapping
from dataclasses import replace
from posixpath import dirname, join, normpath

from generators.components.file_sizes import size_in_words
from generators.model import Asset, Page
from generators.text.wording import plural

_LINK = re.compile(r'(<a class="sized" href="([^"]+)">[^<]*)(</a>)')
_PAGES = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")


def sized(page: Page, documents: Mapping[str, Asset]) -> Page:
    """The page, with the size of each document in the link that leads to it."""

    def told(match: re.Match[str]) -> str:
        document = documents[normpath(join(dirname(page.path), match[2]))]
        return f"{match[1]} ({size(document.content)}){match[3]}"

    return replace(page, markdown=_LINK.sub(told, page.markdown))


def size(content: bytes) -> str:
    """A PDF's size in words.

    >>> size(b"<</Type/Pages/Count 8/Kids[]>>" + bytes(209_970))
    'PDF, 8 pages, 210 kB'
    """
    return f"PDF, {plural(pages(content), 'page')}, {size_in_words(len(content))}"


def pages(content: bytes) -> int:
    """How many pages a PDF has: what the root of its tree of pages says, which the typesetter leaves uncompressed."""
    return max(int(count) for count in _PAGES.findall(content))
