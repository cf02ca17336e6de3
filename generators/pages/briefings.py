"""Pages of the briefings, with every expression replaced, and their index."""

import re
from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from generators.components.citations import bibliography, citation_box
from generators.components.endnotes import endnotes
from generators.components.expressions import expanded_briefing
from generators.components.templates import render, render_page
from generators.metadata.csl_items import changed, of_a_briefing
from generators.model import Briefing, Catalog, Page
from generators.model.languages import attributes
from generators.pages.plan import PageForEach, Planned
from generators.text.markdown.normalize import slugged
from generators.text.messages import gettext, site_language
from generators.urls.paths import BRIEFINGS, of_briefing

_WORDS_A_MINUTE = 220
_EXPRESSION = re.compile(r"{{(?:(?!{{|}}).)*}}")


@PageForEach
def briefings(catalog: Catalog) -> Iterator[Planned]:
    """Yield a page for each briefing, then their index."""
    for briefing in catalog.briefings.values():
        yield Planned(path=of_briefing(briefing), make=partial(_page, briefing, catalog))
    yield Planned(path=BRIEFINGS, make=partial(_index, catalog))


def _index(catalog: Catalog) -> Page:
    return Page(path=BRIEFINGS, title=gettext("Briefings"), markdown=render_page(catalog, BRIEFINGS, "briefings"))


def _page(briefing: Briefing, catalog: Catalog) -> Page:
    path = of_briefing(briefing)
    body = expanded_briefing(catalog, briefing)
    markdown = render_page(
        catalog,
        path,
        "briefing",
        briefing=briefing,
        authors=[render(catalog, path, "components/byline.html", author=author) for author in briefing.authors],
        heading_attributes=_heading_attributes(briefing),
        marks=Markup(attributes(briefing.language, site_language())),  # noqa: S704 - of a checked language
        revised=changed(briefing),
        minutes=_minutes(briefing),
        body=Markup(body.markdown),  # noqa: S704 - the author's Markdown, whose HTML is checked
        footnotes=body.footnotes,
        notes=endnotes(path, catalog, body.notes),
        bibliography=bibliography(path, body.sources, briefing, catalog),
        citation=citation_box(path, catalog, of_a_briefing(briefing, catalog)),
    )
    return Page(
        path=path,
        title=briefing.title,
        markdown=markdown,
        description=briefing.summary,
        names=briefing.tags,
        changed=changed(briefing),
        authored=briefing.where.path,
    )


def _heading_attributes(briefing: Briefing) -> Markup:
    """Return language, direction and id of the main heading; empty in the site's language."""
    own = attributes(briefing.language, site_language())
    return Markup(f" {{:{own} #{slugged(briefing.title)} }}" if own else "")  # noqa: S704 - of a checked language


def _minutes(briefing: Briefing) -> int:
    return max(1, round(len(_EXPRESSION.sub("1", briefing.body.markdown).split()) / _WORDS_A_MINUTE))
