"""Page of the glossary."""

from collections.abc import Iterator

from generators.components.templates import render_page
from generators.model import Catalog, Page
from generators.text.messages import gettext
from generators.urls.paths import GLOSSARY


def glossary(catalog: Catalog) -> Iterator[Page]:
    """Yield one page; nothing if there are no terms."""
    if not catalog.terms:
        return
    terms = sorted(catalog.terms.values(), key=lambda term: term.title.casefold())
    names = tuple(name for term in catalog.terms.values() for name in term.also)
    markdown = render_page(catalog, GLOSSARY, "glossary", terms=terms)
    yield Page(path=GLOSSARY, title=gettext("Glossary"), markdown=markdown, names=names)
