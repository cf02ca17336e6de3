"""A briefing on paper: the whole of it, and one page with its bottom line, judgements, one chart and sources.

Pure. A manuscript is what goes in, a page of the site with its drawings; a document is what the typesetter gets, and says
the same: its words are the page's own.
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
from generators.exports.pdf.blocks import content
from generators.exports.pdf.inline import Node, Setting
from generators.metadata.csl_items import changed
from generators.model import Catalog, Moved, Page
from generators.model.languages import ENGLISH, direction
from generators.model.problems import Where
from generators.text.markdown.page_tree import page_tree, tree_for
from generators.text.wording import on
from generators.urls.paths import FORMS, of_briefing, of_document, of_figure, of_paper

_FOLDER = "briefings/"
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_CHECKING = "Figures not checked against the original say so."


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """All that a document is made of."""

    path: str
    """Where the document will stand, from the site's root."""
    form: str
    title: str
    page: str
    markdown: str
    chart: str
    """The figure of the one-page form, as HTML."""
    drawings: Mapping[str, str]
    """SVG in print colours, by the path that a figure names."""
    edition: Mapping[str, str]
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str = ENGLISH


def manuscripts(catalog: Catalog, pages: Mapping[str, Page], figures: Mapping[str, str]) -> Iterator[Manuscript]:
    """A manuscript for each form of each briefing; `figures` are the files of the site's drawings by path."""
    charts = all_chart_data(catalog)
    for briefing in catalog.briefings.values():
        page = of_briefing(briefing)
        shown = str(chart_figure(page, catalog, charts[briefing.card_chart]))
        for form in FORMS:
            text = shown if form == "brief" else pages[page].markdown
            drawings = (of_figure(slug, "wide") for slug in charts)
            yield Manuscript(
                path=of_document(briefing, form),
                form=form,
                title=briefing.title,
                page=page,
                markdown=pages[page].markdown,
                chart=shown,
                drawings={path: figures[path] for path in drawings if f'/{path}"' in text},
                edition=_edition(catalog, changed(briefing), briefing.summary),
                authors=tuple(author.name for author in briefing.authors),
                tags=briefing.tags,
                language=briefing.language,
            )
    yield from (_notice(path, moved, catalog, pages) for path, moved in _moved(catalog).items())


def _moved(catalog: Catalog) -> Mapping[str, Moved]:
    """By the path of each document of a briefing that has moved or was removed, what became of it."""
    gone = (each for each in catalog.moved.values() if each.page.startswith(_FOLDER))
    live = {of_document(each, form) for each in catalog.briefings.values() for form in FORMS}
    return {path: each for each in gone for form in FORMS if (path := of_paper(each.page, form)) not in live}


def _notice(path: str, moved: Moved, catalog: Catalog, pages: Mapping[str, Page]) -> Manuscript:
    """The notice in the place of a document: who follows an old link to it finds a page to read, not nothing."""
    page = pages[moved.page]
    return Manuscript(
        path=path,
        form="full",
        title=page.title,
        page=page.path,
        markdown=page.markdown,
        chart="",
        drawings={},
        edition=_edition(catalog, moved.date, ""),
    )


def places_of_documents(catalog: Catalog) -> Mapping[str, Where]:
    """Where the text of each document was written, by the document's path."""
    of_briefings = {of_document(each, form): each.where for each in catalog.briefings.values() for form in FORMS}
    return of_briefings | {path: moved.where for path, moved in _moved(catalog).items()}


def texts(manuscript: Manuscript) -> str:
    """All that the document may print, as one text."""
    said = (manuscript.title, manuscript.markdown, manuscript.chart, *manuscript.edition.values())
    return unescape("\n".join((*said, *manuscript.drawings.values())))


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
    """Where the documents will stand, before they are made."""
    return set(places_of_documents(catalog))


def _edition(catalog: Catalog, day: date, summary: str) -> Mapping[str, str]:
    config, edition = catalog.config, catalog.edition
    return {
        "name": config.name,
        "publisher": config.publisher,
        "address": config.address,
        "date": edition.date.isoformat(),
        "dated": f"{on(day)} · Edition {edition.version}",
        "foot": f"Edition {edition.version} of {on(edition.date)}. {_CHECKING}",
        "licence": f"Text: {config.licence}.",
        "summary": summary,
    }


def typesetter_values(manuscript: Manuscript) -> dict[str, object]:
    """What the typesetter gets: plain values only, each text as it is printed."""
    root = tree_for(page_tree(manuscript.markdown), "pdf")
    setting = Setting(page=manuscript.page, address=manuscript.edition["address"], marks=frozenset(root.xpath("//@id")))
    languages = {manuscript.language, ENGLISH, *root.xpath("//@lang")} - {""}
    body = content(root, setting)
    chosen = body if manuscript.form == "full" else list(_brief(body, _chart(manuscript, setting)))
    return {
        "form": manuscript.form,
        "title": manuscript.title,
        "edition": dict(manuscript.edition),
        "authors": [*manuscript.authors] or [manuscript.edition["publisher"]],
        "tags": [*manuscript.tags],
        "language": manuscript.language,
        "directions": {code: direction(code) for code in sorted(map(str, languages))},
        "content": [node for node in chosen if not _is(node, "heading", "level", 1)],  # the title is set by itself
        "drawings": {
            path: {"svg": svg, **_measure(svg), "parts": parts(parsed(svg))}
            for path, svg in manuscript.drawings.items()
        },
    }


def _measure(svg: str) -> dict[str, float]:
    size = _SIZE.search(svg)
    width, height = size.groups() if size else ("680", "400")
    return {"width": float(width), "height": float(height)}


def _is(node: Node, kind: str, key: str = "", value: object = None) -> bool:
    return isinstance(node, dict) and node["kind"] == kind and (not key or node[key] == value)


def _chart(manuscript: Manuscript, setting: Setting) -> list[Node]:
    (drawing,) = manuscript.drawings
    nodes = content(tree_for(page_tree(manuscript.chart), "pdf"), setting)
    return [{**node, "drawing": drawing, "rows": []} for node in nodes if isinstance(node, dict)]


def _brief(body: list[Node], chart: list[Node]) -> Iterator[Node]:
    """The bottom line, the judgements without their grounds, the chart, what the two rest on, and how to cite it."""
    kept = [*_first(body), *_judgements(body), *chart]
    yield from kept
    for name in ("footnotes", "notes", "sources"):
        own = [_only(node, _leads_to(kept)) for node in body if _is(node, "apparatus", "name", name)]
        kept += own
        yield from (node for node in own if isinstance(node, dict) and node["body"])
    yield from (node for node in body if _is(node, "paragraph", "style", "cite-as"))


def _first(body: list[Node]) -> list[Node]:
    """The box of the bottom line, else the first section; without charts, for the page has one of its own."""
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
    """Yield the first list of judgements, the key ones; a later list holds what they replaced."""
    lists = (node for node in body if isinstance(node, dict) and _is(node, "list", "style", "judgements"))
    for node in islice(lists, 1):
        yield {"kind": "heading", "level": 2, "mark": "", "body": ["Key judgements"]}
        yield {**node, "items": [{**item, "body": _without("grounds", item["body"])} for item in node["items"]]}


def _without(kind: str, body: Iterable[Node]) -> list[Node]:
    return [node for node in body if not _is(node, kind)]


def _only(node: Node, marks: set[str]) -> Node:
    """The notes or sources with those marks alone, each with its own number."""
    assert isinstance(node, dict)  # noqa: S101 - an apparatus is one
    entries = node["body"][-1]
    kept = [item for item in entries["items"] if item["mark"] in marks]
    return {**node, "body": [*node["body"][:-1], {**entries, "items": kept}] if kept else []}


def _leads_to(value: object) -> set[str]:
    """The marks that anything in the value leads to."""
    if isinstance(value, dict):
        own = {value["to"]} if value.get("kind") in {"mark", "reference"} else set()
        return own.union(*map(_leads_to, value.values()))
    return set[str]().union(*map(_leads_to, value)) if isinstance(value, list) else set()
