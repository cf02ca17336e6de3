"""The briefings as their authors wrote them, with every expression replaced, and the list of them."""

import re
from collections.abc import Iterator

from generators.addresses import BRIEFINGS, RELIABILITY, of_briefing
from generators.citing import bibliography, box
from generators.markup import bullets, inline, link, title
from generators.model import Briefing, Catalog, Page
from generators.prose import expand
from generators.references import changed, of_a_briefing
from generators.wording import on

_WORDS_A_MINUTE = 220
_EXPRESSION = re.compile(r"{{.*?}}")
_LEGEND = (
    "Each number leads to its row, with who said it and where. A solid underline marks a figure read in the "
    "original document, a dotted one a figure not yet checked against it."
)

_LETTERS = "The letter after a citation grades its source"


def briefings(catalog: Catalog) -> Iterator[Page]:
    """A page a briefing, then their index."""
    for briefing in catalog.briefings.values():
        yield _page(briefing, catalog)
    yield _index(catalog)


def _page(briefing: Briefing, catalog: Catalog) -> Page:
    path = of_briefing(briefing)
    body = expand(briefing.body, catalog, path).markdown
    return Page(
        path=path,
        title=briefing.title,
        markdown="\n\n".join(
            (
                title(briefing.title),
                _byline(briefing, catalog),
                body,
                "## Sources",
                bibliography(path, body, briefing, catalog),
                "## Revisions",
                _revisions(briefing),
                box(path, of_a_briefing(briefing, catalog)),
            )
        ),
        description=briefing.summary,
        changed=changed(briefing),
        authored=briefing.where.path,
    )


def _byline(briefing: Briefing, catalog: Catalog) -> str:
    minutes = max(1, round(len(_EXPRESSION.sub("1", briefing.body.markdown).split()) / _WORDS_A_MINUTE))
    revised = changed(briefing)
    graded = f" {link(of_briefing(briefing), RELIABILITY, _LETTERS)}." if catalog.parties else ""
    again = f" · Revised {on(revised)}" if revised > briefing.published else ""
    return f'<p class="byline">{on(briefing.published)}{again} · {minutes} minutes to read<br>{_LEGEND}{graded}</p>'


def _revisions(briefing: Briefing) -> str:
    entries = [f"<time>{on(r.date)}</time> {inline(r.change)}" for r in briefing.revisions]
    return bullets(entries, "news") if entries else f"None since publication on {on(briefing.published)}."


def _index(catalog: Catalog) -> Page:
    entries = (
        f"{link(BRIEFINGS, of_briefing(b), inline(b.title))}<span>{inline(b.summary)} {on(b.published)}.</span>"
        for b in catalog.briefings.values()
    )
    return Page(path=BRIEFINGS, title="Briefings", markdown="# Briefings\n\n" + bullets(entries, "ways"))
