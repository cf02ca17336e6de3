"""Style sheet of a site in another language than the theme's own: words at the foot of printed pages, digits of lists."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generators.model import Asset, Catalog
from generators.model.languages import ENGLISH, LATIN, direction
from generators.text.messages import gettext
from generators.urls.paths import LANGUAGE_SHEET

_STYLES: Mapping[str, str] = MappingProxyType({LATIN: "decimal", "arab": "arabic-indic", "arabext": "persian"})
"""The counter style of each numbering system, by the CLDR's name."""
_LISTS = """\
ol{{list-style-type:{style}}}
.judgements>li::before{{content:counter(judgement,{style})}}
@counter-style note{{system:extends {style};prefix:"[";suffix:"] "}}
"""


def language_sheet(catalog: Catalog) -> Iterator[Asset]:
    """Yield one file; nothing in English."""
    language, style = catalog.config.language, _STYLES[catalog.config.numbering]
    if language == ENGLISH:
        return
    lists = "" if style == "decimal" else _LISTS.format(style=style)
    yield Asset(path=LANGUAGE_SHEET, content=f"{_foot(language, style)}{lists}".encode())


def _foot(language: str, style: str) -> str:
    first, last = ("right", "left") if direction(language) == "rtl" else ("left", "right")
    notice = gettext("Figures not checked against the original say so.")
    number, every = (f'" counter({name},{style}) "' for name in ("page", "pages"))
    page = gettext("Page %(number)s of %(all)s", number=number, all=every)
    return f'@page{{@bottom-{first}{{content:"{notice}"}}@bottom-{last}{{content:"{page}"}}}}\n'
