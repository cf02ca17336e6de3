"""Page of the glossary."""

from collections.abc import Iterator

from generators.components.markup import inline
from generators.model import Catalog, Page
from generators.urls.paths import GLOSSARY


def glossary(catalog: Catalog) -> Iterator[Page]:
    """Yield one page; nothing if there are no terms."""
    if not catalog.terms:
        return
    parts = ["# Glossary"]
    for term in sorted(catalog.terms.values(), key=lambda t: t.title.casefold()):
        also = f"\n\nAlso: {inline(', '.join(term.also))}." if term.also else ""
        parts.append(f"## {inline(term.title)} {{#{term.id}}}\n\n{inline(term.definition)}{also}")
    names = tuple(name for term in catalog.terms.values() for name in term.also)
    yield Page(path=GLOSSARY, title="Glossary", markdown="\n\n".join(parts), names=names)
