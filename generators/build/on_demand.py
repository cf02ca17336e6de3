"""Parts of a page that browsers load only when a reader opens them.

The Markdown of a page is complete, so that its text forms, its PDF and its search entry are. A browser gets a link to the
rows that another page has, and the cards of numbers in a script: a page that is opened from a folder can load nothing else.
"""

import json
from hashlib import sha256

from generators.components.late_values import without_parts
from generators.model import Asset
from generators.urls.paths import of_cards

CARDS = 'data-cards=""'
"""Attribute of the notes in which the page names the script of its cards."""


def on_demand(html: str) -> tuple[str, Asset | None]:
    """Return the page without what it loads on demand, and the script with the cards of its numbers, by note."""
    page, cards = without_parts(html)
    if not cards:
        return page, None
    texts = json.dumps(cards, ensure_ascii=False, separators=(",", ":"))
    path = of_cards(sha256(texts.encode()).hexdigest()[:12])
    script = Asset(path=path, content=f'(window.cards ??= {{}})["{path}"] = {texts};\n'.encode())
    return page.replace(CARDS, f'data-cards="{path}"', 1), script
