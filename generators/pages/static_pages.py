"""Authored pages other than briefings: about, methodology."""

from collections.abc import Iterator

from generators.components.expressions import expand
from generators.components.markup import title
from generators.model import Catalog, Page


def standing(catalog: Catalog) -> Iterator[Page]:
    """Yield a page for each file at the top of content/."""
    for page in catalog.standing.values():
        body = expand(page.body, catalog, page.path)
        yield Page(
            path=page.path,
            title=page.title,
            markdown="\n\n".join(filter(None, (title(page.title), body.markdown, body.footnotes))),
            description=page.summary,
            authored=page.where.path,
        )
