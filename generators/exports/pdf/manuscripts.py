"""PDFs of briefings: the full text, and one page with bottom line, judgements, one chart and sources.

Pure. A manuscript is the input, a page of the site with its drawings; a document contains the same text as values for the
typesetter.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape
from itertools import islice

from generators.charts.data.chart_data import all_chart_data
from generators.charts.render.paper_sheets import parts
from generators.charts.render.svg import parsed
from generators.components.chart_figure import chart_figure
from generators.components.expressions import expanded_briefing
from generators.exports.pdf.blocks import content
from generators.exports.pdf.inline import Node, Setting
from generators.metadata.csl_items import changed
from generators.model import Catalog, Moved, Page
from generators.model.languages import ENGLISH, direction
from generators.model.problems import Where
from generators.text.cldr import digits_of
from generators.text.markdown.page_tree import page_tree, tree_for
from generators.text.messages import gettext
from generators.text.wording import on
from generators.urls.paths import FORMS, of_briefing, of_document, of_figure, of_paper

_FOLDER = "briefings/"
_VOWELS = re.compile("[\u064b-\u0652]+")
"""Arabic vowel signs, whose glyphs within a drawing the typesetter cannot name; words are read without them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """Everything that a document is made from."""

    path: str
    """Path of the document from the site's root."""
    form: str
    title: str
    page: str
    markdown: str
    chart: str
    """Figure of the one-page form, as HTML."""
    drawings: Mapping[str, str]
    """SVG in print colours, by the path in the figure."""
    edition: Mapping[str, str]
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str = ENGLISH


def manuscripts(catalog: Catalog, pages: Mapping[str, Page], figures: Mapping[str, str]) -> Iterator[Manuscript]:
    """Yield a manuscript for each form of each briefing; `figures` are the site's drawings by path."""
    charts = all_chart_data(catalog)
    for briefing in catalog.briefings.values():
        page = of_briefing(briefing)
        drawn = expanded_briefing(catalog, briefing).charts
        chart = str(chart_figure(page, catalog, charts[briefing.card_chart]))
        for form in FORMS:
            text = chart if form == "brief" else pages[page].markdown
            drawings = (of_figure(slug, "wide") for slug in sorted({briefing.card_chart, *drawn}))
            yield Manuscript(
                path=of_document(briefing, form),
                form=form,
                title=briefing.title,
                page=page,
                markdown=_printable(pages[page].markdown),
                chart=_printable(chart),
                drawings={path: _VOWELS.sub("", _printable(figures[path])) for path in drawings if f'/{path}"' in text},
                edition=_edition(catalog, changed(briefing), briefing.summary),
                authors=tuple(author.name for author in briefing.authors),
                tags=briefing.tags,
                language=briefing.language,
            )
    yield from (_notice(path, moved, catalog, pages) for path, moved in _moved_documents(catalog).items())


def _moved_documents(catalog: Catalog) -> Mapping[str, Moved]:
    """Return the moves and removals of briefings by the path of each document."""
    moves = (moved for moved in catalog.moved.values() if moved.page.startswith(_FOLDER))
    live = {of_document(briefing, form) for briefing in catalog.briefings.values() for form in FORMS}
    return {path: moved for moved in moves for form in FORMS if (path := of_paper(moved.page, form)) not in live}


def _notice(path: str, moved: Moved, catalog: Catalog, pages: Mapping[str, Page]) -> Manuscript:
    """Return the notice in place of a document, so that old links to it still lead to a page."""
    page = pages[moved.page]
    return Manuscript(
        path=path,
        form="full",
        title=page.title,
        page=page.path,
        markdown=_printable(page.markdown),
        chart="",
        drawings={},
        edition=_edition(catalog, moved.date, ""),
    )


def places_of_documents(catalog: Catalog) -> Mapping[str, Where]:
    """Return the place of each document's source text, by the document's path."""
    of_briefings = {
        of_document(briefing, form): briefing.where for briefing in catalog.briefings.values() for form in FORMS
    }
    return of_briefings | {path: moved.where for path, moved in _moved_documents(catalog).items()}


def _printable(text: str) -> str:
    """Return the text with marks of direction that the fonts have, in place of those of isolates."""
    return text.replace("\u2068", "\u200e").replace("\u2069", "\u200e")


def texts(manuscript: Manuscript) -> str:
    """Return all text that the document may print."""
    strings = (manuscript.title, manuscript.markdown, manuscript.chart, *manuscript.edition.values())
    return unescape("\n".join((*strings, *manuscript.drawings.values())))


def picture_paths(nodes: Iterable[object]) -> Iterator[str]:
    """Yield the path of each picture in the content of a document."""
    for node in nodes:
        if isinstance(node, dict):
            if node.get("kind") == "picture":
                yield node["path"]
            yield from picture_paths(node.values())
        elif isinstance(node, list):
            yield from picture_paths(node)


def addresses(catalog: Catalog) -> set[str]:
    """Return the paths of all documents."""
    return set(places_of_documents(catalog))


def _edition(catalog: Catalog, day: date, summary: str) -> Mapping[str, str]:
    config, edition = catalog.config, catalog.edition
    words = {
        "name": config.name,
        "publisher": config.publisher,
        "address": config.address,
        "date": edition.date.isoformat(),
        "dated": f"{on(day)} · {gettext('Edition %(version)s', version=edition.version)}",
        "foot": gettext(
            "Edition %(version)s of %(day)s. Figures not checked against the original say so.",
            version=edition.version,
            day=on(edition.date),
        ),
        "licence": gettext("Text: %(licence)s.", licence=config.licence),
        "digits": digits_of(config.numbering),
        "page": gettext("Page %(number)s of %(all)s", number="{number}", all="{all}"),
        "language": config.language,
        "summary": summary,
    }
    return {name: _printable(text) for name, text in words.items()}


def typesetter_values(manuscript: Manuscript) -> dict[str, object]:
    """Return the input of the typesetter: plain values, each text as it is printed."""
    root = tree_for(page_tree(manuscript.markdown), "pdf")
    setting = Setting(page=manuscript.page, address=manuscript.edition["address"], marks=frozenset(root.xpath("//@id")))
    languages = {manuscript.language, manuscript.edition["language"], *root.xpath("//@lang")} - {""}
    body = content(root, setting)
    nodes = body if manuscript.form == "full" else list(_brief(body, _chart(manuscript, setting)))
    return {
        "form": manuscript.form,
        "title": manuscript.title,
        "edition": dict(manuscript.edition),
        "authors": [*manuscript.authors] or [manuscript.edition["publisher"]],
        "tags": [*manuscript.tags],
        "language": manuscript.language,
        "directions": {code: direction(code) for code in sorted(map(str, languages))},
        "content": [node for node in nodes if not _is(node, "heading", "level", 1)],  # the title is typeset separately
        "drawings": {path: _sheet(svg) for path, svg in manuscript.drawings.items()},
    }


def _sheet(svg: str) -> dict[str, object]:
    """Return the drawing with its size and the parts that it has on paper."""
    tree = parsed(svg)
    _, _, width, height = tree.get("viewBox", "").split()
    return {"svg": svg, "width": float(width), "height": float(height), "parts": parts(tree)}


def _is(node: Node, kind: str, key: str = "", value: object = None) -> bool:
    return isinstance(node, dict) and node["kind"] == kind and (not key or node[key] == value)


def _chart(manuscript: Manuscript, setting: Setting) -> list[Node]:
    (drawing,) = manuscript.drawings
    nodes = content(tree_for(page_tree(manuscript.chart), "pdf"), setting)
    return [{**node, "drawing": drawing, "rows": []} for node in nodes if isinstance(node, dict)]


def _brief(body: list[Node], chart: list[Node]) -> Iterator[Node]:
    """Yield the bottom line, the judgements without their grounds, the chart, their notes and sources, and the citation."""
    selection = [*_bottom_line(body), *_judgements(body), *chart]
    yield from selection
    for name in ("footnotes", "notes", "sources"):
        notes = [_cited_entries(node, _targets(selection)) for node in body if _is(node, "apparatus", "name", name)]
        selection += notes
        yield from (node for node in notes if isinstance(node, dict) and node["body"])
    yield from (node for node in body if _is(node, "paragraph", "style", "cite-as"))


def _bottom_line(body: list[Node]) -> list[Node]:
    """Return the box of the bottom line, else the first section, without charts: the one-page form has its own."""
    boxes = [
        {**node, "body": _without("figure", node["body"])}
        for node in body
        if isinstance(node, dict) and _is(node, "box")
    ]
    ends = [place for place, node in enumerate(body) if _is(node, "heading", "level", 2) or _is(node, "apparatus")]
    first, after = (*ends, len(body), len(body))[:2]
    section = body[:first] if any(_is(node, "apparatus") for node in body[first : first + 1]) else body[first:after]
    return [*boxes[:1]] or _without("figure", section)


def _judgements(body: list[Node]) -> Iterator[Node]:
    """Yield the first list of judgements, the key judgements; a later list contains those that they replaced."""
    lists = (node for node in body if isinstance(node, dict) and _is(node, "list", "style", "judgements"))
    for node in islice(lists, 1):
        yield {"kind": "heading", "level": 2, "mark": "", "body": [gettext("Key judgements")]}
        yield {**node, "items": [{**item, "body": _without("grounds", item["body"])} for item in node["items"]]}


def _without(kind: str, body: Iterable[Node]) -> list[Node]:
    return [node for node in body if not _is(node, kind)]


def _cited_entries(node: Node, marks: set[str]) -> Node:
    """Return only the notes or sources with those marks, with unchanged numbers."""
    assert isinstance(node, dict)  # noqa: S101 - an apparatus is one
    entries = node["body"][-1]
    items = [item for item in entries["items"] if item["mark"] in marks]
    return {**node, "body": [*node["body"][:-1], {**entries, "items": items}] if items else []}


def _targets(value: object) -> set[str]:
    """Return the marks of all references in the value."""
    if isinstance(value, dict):
        marks = {value["to"]} if value.get("kind") in {"mark", "reference"} else set()
        return marks.union(*map(_targets, value.values()))
    return set[str]().union(*map(_targets, value)) if isinstance(value, list) else set()
