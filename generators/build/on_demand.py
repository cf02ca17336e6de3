"""Parts of a page that browsers load only when a reader opens them.

The Markdown of a page is complete, so that its text forms, its PDF and its search entry are. A browser gets a link to the
rows that another page has, and the cards of numbers in a script: a page that is opened from a folder can load nothing else.
"""

import json
import re
from collections.abc import Mapping
from hashlib import sha256

from generators.model import Asset
from generators.urls.paths import of_cards

_ROWS = re.compile(
    r'<details class="chart-data"[^>]*? data-elsewhere="([^"]*)"[^>]*>\s*<summary>(.*?)</summary>.*?</details>',
    re.DOTALL,
)
_NOTES = '<section class="notes"'
_NUMBER = re.compile(r'popovertarget="card-\d+"( data-note="(\d+)">[^<]*</button>)\s*(?=<span popover=)')
_SPAN = re.compile(r"<(/?)span\b")
_OF_THE_PAGE = re.compile(r' (?:id|data-skip)="[^"]*"')
"""Attributes of a card that it does not need in a script."""


def with_linked_rows(html: str) -> str:
    """Return the page with a link to the rows of each chart that has them on its own page; parts.js opens them in place."""
    return _ROWS.sub(r'<p class="chart-data"><a href="\1">\2</a></p>', html)


def with_cards_apart(html: str) -> tuple[str, Asset | None]:
    """Return the page without the cards of numbers that have notes, and the script that contains them, by note.

    Without scripts such a number opens its note.
    """
    if _NOTES not in html:
        return html, None
    parts, cards, at = list[str](), dict[str, str](), 0
    for number in _NUMBER.finditer(html):
        end = _end_of_span(html, number.end())
        card = _OF_THE_PAGE.sub("", html[number.end() : end], count=2)
        if cards.setdefault(number[2], card) == card:
            parts += html[at : number.start()], f'popovertarget="note-{number[2]}"{number[1]}'
            at = end
    if not cards:
        return html, None
    script = _script(cards)
    page = "".join((*parts, html[at:]))
    return page.replace(_NOTES, f'{_NOTES} data-cards="{script.path}"', 1), script


def _end_of_span(html: str, start: int) -> int:
    """Return the end of the element that begins there."""
    depth = 0
    for tag in _SPAN.finditer(html, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return html.index(">", tag.end()) + 1
    raise ValueError("a card without an end")


def _script(cards: Mapping[str, str]) -> Asset:
    texts = json.dumps(cards, ensure_ascii=False, separators=(",", ":"))
    path = of_cards(sha256(texts.encode()).hexdigest()[:12])
    return Asset(path=path, content=f'(window.cards ??= {{}})["{path}"] = {texts};\n'.encode())
