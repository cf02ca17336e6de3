"""Style sheet with the words at the foot of printed pages, for a site in another language than the theme's own style sheet."""

from collections.abc import Iterator

from generators.model import Asset, Catalog
from generators.model.languages import ENGLISH, direction
from generators.text.messages import gettext

_PATH = "assets/css/print.css"


def print_words(catalog: Catalog) -> Iterator[Asset]:
    """Yield one file; nothing in English."""
    language = catalog.config.language
    if language == ENGLISH:
        return
    first, last = ("right", "left") if direction(language) == "rtl" else ("left", "right")
    notice = gettext("Figures not checked against the original say so.")
    page = gettext("Page %(number)s of %(all)s", number='" counter(page) "', all='" counter(pages) "')
    sheet = f'@page{{@bottom-{first}{{content:"{notice}"}}@bottom-{last}{{content:"{page}"}}}}\n'
    yield Asset(path=_PATH, content=sheet.encode())
