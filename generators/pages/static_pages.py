"""Authored pages other than briefings: about, methodology."""

from collections.abc import Iterator

from markupsafe import Markup

from generators.components.expressions import expand
from generators.components.templates import render_page
from generators.model import Catalog, Page


def standing(catalog: Catalog) -> Iterator[Page]:
    """Yield a page for each file at the top of content/."""
    for page in catalog.standing.values():
        body = expand(page.body, catalog, page.path)
        texts = {"body": Markup(body.markdown), "footnotes": Markup(body.footnotes)}  # noqa: S704 - checked Markdown
        yield Page(
            path=page.path,
            title=page.title,
            markdown=render_page(catalog, page.path, "static_page", title=page.title, **texts),
            description=page.summary,
            authored=page.where.path,
        )
