"""Pages of the briefings, with every expression replaced, and their index."""

import re
from collections.abc import Iterator

from generators.components.citations import bibliography, box
from generators.components.endnotes import apparatus
from generators.components.expressions import expand
from generators.components.late_values import LENGTH, late
from generators.components.markup import bullets, inline, link, title
from generators.metadata.csl_items import changed, of_a_briefing
from generators.model import Author, Briefing, Catalog, Page
from generators.model.languages import attributes
from generators.text.markdown.normalize import slugged
from generators.text.wording import on, plural
from generators.urls.paths import BRIEFINGS, RELIABILITY, of_briefing, of_document

_WORDS_A_MINUTE = 220
_EXPRESSION = re.compile(r"{{(?:(?!{{|}}).)*}}")
_LEGEND = (
    '<span class="screen-only" data-skip="plain pdf">Select a number for its source, date and definition. A solid underline marks a figure '
    "read in the original document, a dotted one a figure not yet checked against it.</span>"
    '<span class="print-only" data-skip="plain search">A number in brackets refers to a note with the speaker, the document and whether the figure was '
    "checked against the original.</span>"
)

_DRAFT = (
    "<strong>Draft.</strong> This briefing is not on the published site: its front matter has <code>draft: true</code>."
)
_DOCUMENTS = (("full", "Full briefing"), ("brief", "Summary"))
_LETTERS = "The letter after a citation grades its source"


def briefings(catalog: Catalog) -> Iterator[Page]:
    """Yield a page for each briefing, then their index."""
    for briefing in catalog.briefings.values():
        yield _page(briefing, catalog)
    yield _index(catalog)


def _page(briefing: Briefing, catalog: Catalog) -> Page:
    path = of_briefing(briefing)
    body = expand(briefing.body, catalog, path)
    parts = (
        _draft(briefing),
        _title(briefing),
        _byline(briefing, catalog),
        _documents(path, briefing),
        _in_its_language(briefing, body.markdown),
        _in_its_language(briefing, body.footnotes),
        apparatus(body.notes, catalog.config.address),
        bibliography(path, "".join((body.markdown, body.footnotes, *body.notes)), briefing, catalog),
        f"## Revisions\n\n{_revisions(briefing)}",
        _documents(path, briefing),
        box(path, of_a_briefing(briefing, catalog)),
    )
    return Page(
        path=path,
        title=briefing.title,
        markdown="\n\n".join(filter(None, parts)),
        description=briefing.summary,
        names=briefing.tags,
        changed=changed(briefing),
        authored=briefing.where.path,
    )


def _draft(briefing: Briefing) -> str:
    return f'<p class="notice">{_DRAFT}</p>' if briefing.draft else ""


def _title(briefing: Briefing) -> str:
    own = attributes(briefing.language)
    return title(briefing.title) + (f" {{:{own} #{slugged(briefing.title)} }}" if own else "")


def _in_its_language(briefing: Briefing, markdown: str) -> str:
    """Return the author's text, marked with its language and direction where it is not English."""
    own = attributes(briefing.language)
    return f'<div{own} markdown="1">\n\n{markdown}\n\n</div>' if own and markdown else markdown


def _byline(briefing: Briefing, catalog: Catalog) -> str:
    minutes = max(1, round(len(_EXPRESSION.sub("1", briefing.body.markdown).split()) / _WORDS_A_MINUTE))
    revised = changed(briefing)
    letters = link(of_briefing(briefing), RELIABILITY, _LETTERS)
    graded = f'<span data-skip="plain"> {letters}.</span>' if catalog.parties else ""
    again = f" · Revised {on(revised)}" if revised > briefing.published else ""
    by = f"By {_listed([*map(_author, briefing.authors)])} · " if briefing.authors else ""
    under = f" · {', '.join(f'<bdi>{inline(word)}</bdi>' for word in briefing.tags)}" if briefing.tags else ""
    return (
        f'<p class="byline">{by}{on(briefing.published)}{again}{under} <span class="screen-only" data-skip="pdf">· {plural(minutes, "minute")} to read</span>'
        f'<br data-skip="plain">{_LEGEND}{graded}</p>'
    )


def _author(author: Author) -> str:
    """Return the name, linked to the ORCID record, and the affiliation."""
    name = f"<bdi>{inline(author.name)}</bdi>"
    known = f'<a rel="noreferrer external" href="{author.address}">{name}</a>' if author.orcid else name
    return known + (f" ({inline(author.affiliation)})" if author.affiliation else "")


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _documents(path: str, briefing: Briefing) -> str:
    """Return links to the PDFs; their sizes are added once the files exist."""
    full, brief = (_to_document(path, of_document(briefing, form), name) for form, name in _DOCUMENTS)
    return f'<p class="documents screen-only" data-skip="pdf search">{full} {brief}</p>'


def _to_document(page: str, path: str, name: str) -> str:
    return link(page, path, name + late(LENGTH, path), "sized")


def _revisions(briefing: Briefing) -> str:
    entries = [f"<time>{on(r.date)}</time> {inline(r.change)}" for r in briefing.revisions]
    return bullets(entries, "news") if entries else f"None since publication on {on(briefing.published)}."


def _index(catalog: Catalog) -> Page:
    entries = (
        f"{link(BRIEFINGS, of_briefing(b), inline(b.title))} <span>{inline(b.summary)} {on(b.published)}.{' Draft.' if b.draft else ''}</span>"
        for b in catalog.briefings.values()
    )
    return Page(path=BRIEFINGS, title="Briefings", markdown="# Briefings\n\n" + bullets(entries, "ways"))
