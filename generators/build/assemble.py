"""Assembly of the site from the catalog: checks, exports, page kinds, then links and addresses.

Pure: callers pass in functions for drawings, styled references and documents.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from generators.analysis.history.releases import gone
from generators.build.chart_files import drawing_files, engine_script, inline_figures, live_scripts, with_scripts
from generators.build.internal_links import dead_links, lost_pictures
from generators.build.suppressions import heard, unsilenced
from generators.charts.data.chart_data import ChartData, all_chart_data
from generators.charts.render.drawing import Drawing
from generators.charts.render.svg import texts_of
from generators.checks import ALONE, CHECKS, SURVIVABLE, Check
from generators.components.citations import reference_values, wanted
from generators.components.expressions import expand_ahead
from generators.components.file_sizes import sizes
from generators.components.late_values import fill
from generators.components.notices import by_page, corrected, noticed, with_notices
from generators.components.templates import BadTemplate
from generators.exports import FROM_CATALOG, FROM_DRAWINGS, FROM_FILES, FROM_FINAL_PAGES, FROM_PAGES
from generators.exports.pdf.glyphs import undrawable, unprintable
from generators.exports.pdf.link_labels import length_values
from generators.exports.pdf.link_labels import pages as length_of
from generators.exports.pdf.manuscripts import Manuscript, addresses, manuscripts, places_of_documents, texts
from generators.exports.text_forms import PageForms
from generators.metadata.citation_styles import Wanted
from generators.metadata.csl_items import Item, references
from generators.model import Asset, Catalog, Page, Site
from generators.model.problems import CellError, Problem, Where, proposal
from generators.pages import PAGES
from generators.pages.head import heads
from generators.pages.withdrawn_rows import withdrawn_pages
from generators.processes import mapped
from generators.text.wording import plural
from generators.urls.paths import AFTERWARDS, CORRECTIONS, of_document

Published = TypeVar("Published", Page, Asset)
Draw = Callable[[ChartData], Drawing]
Style = Callable[[Iterable[Wanted], Mapping[str, Item]], Mapping[Wanted, str]]
Typeset = Callable[[Manuscript], bytes]


def run_checks(catalog: Catalog) -> tuple[Problem, ...]:
    """Return the problems of all checks that are not silenced."""
    return checked(catalog)[0]


def checked(catalog: Catalog) -> tuple[tuple[Problem, ...], bool]:
    """Return the problems of all checks, and whether the catalog can still be assembled."""
    expand_ahead(catalog)
    by_check = _problems_by_check(catalog, CHECKS)
    survivable = {check.__name__ for check in SURVIVABLE}
    grave = {name: problems for name, problems in by_check.items() if name not in survivable}
    return tuple(heard(catalog.silences, by_check)), not any(True for _ in unsilenced(catalog.silences, grave))


def check_alone(catalog: Catalog) -> tuple[Problem, ...]:
    """Return the problems of single records in a catalog without its unreadable parts."""
    return tuple(unsilenced(catalog.silences, _problems_by_check(catalog, ALONE)))


def _problems_by_check(catalog: Catalog, checks: Sequence[Check]) -> Mapping[str, Sequence[Problem]]:
    problems = mapped(lambda check: tuple(check(catalog)), checks)
    return {check.__name__: problems for check, problems in zip(checks, problems, strict=True)}


def assemble(
    catalog: Catalog, draw: Draw, own_files: Iterable[str] = (), engine: str = ""
) -> tuple[Site, tuple[Problem, ...]]:
    """Return the site and its problems; `own_files` are the paths of files that people add to content/.

    `engine` is the script that live charts run on. The catalog must have passed `check`.
    """
    script = engine_script(engine)
    made, drawings, files = _parts(catalog, lambda data: with_scripts(draw(data), script.path))
    figures = dict(inline_figures(drawings.values()))
    assets, asset_duplicates = _by_path((*((script,) if engine else ()), *files))
    removals = by_page(gone(catalog))
    noticed_pages = (noticed(corrected(page, catalog), catalog, removals) for page in made)
    pages, page_duplicates = _by_path(noticed_pages)
    complete = with_notices(catalog, pages)
    assets, form_duplicates = _by_path(
        [*assets.values(), *(asset for export in FROM_PAGES for asset in export(catalog, complete))]
    )
    site = Site(pages=complete, assets=assets, figures=MappingProxyType(figures))
    site = _with_values(site, sizes(complete.values(), assets))
    site = replace(site, heads=heads(catalog, site))
    used_paths = {*site.pages, *assets, *addresses(catalog), *AFTERWARDS}
    conflicts = [path for path in own_files if path in used_paths and not _is_source_of(site.pages.get(path), path)]
    duplicates = _claims([*page_duplicates, *asset_duplicates, *form_duplicates, *conflicts])
    missing_letters = undrawable(_drawn_texts(drawings), catalog)
    return site, (*duplicates, *missing_letters, *lost_pictures(catalog, {*used_paths, *own_files}))


def _parts(catalog: Catalog, draw: Draw) -> tuple[Sequence[Page], Mapping[ChartData, Drawing], Sequence[Asset]]:
    """Return all pages, drawings and files beside them; raise a `BadTemplate` with the first problem of each kind of page."""
    drawings: dict[ChartData, Drawing] = {}
    assets: list[Asset] = []

    def draw_and_export() -> None:
        drawings.update((data, draw(data)) for data in all_chart_data(catalog).values())
        assets.extend(_assets(catalog, drawings))

    results = mapped(lambda kind: _pages_or_problems(kind, catalog), PAGES, first=draw_and_export)
    problems = [problem for _, problems in results for problem in problems]
    if problems:
        raise BadTemplate(*dict.fromkeys(problems))
    return [page for pages, _ in results for page in pages], drawings, assets


def _pages_or_problems(
    kind: Callable[[Catalog], Iterable[Page]], catalog: Catalog
) -> tuple[Sequence[Page], Sequence[Problem]]:
    try:
        return tuple(kind(catalog)), ()
    except BadTemplate as error:
        return (), error.problems


def broken_links(
    site: Site, catalog: Catalog, own_files: Iterable[str], forms: Mapping[str, PageForms]
) -> Iterator[Problem]:
    """Yield missing pages that corrections name and broken links, each once; `forms` are those of all pages."""
    files = {*own_files, *addresses(catalog)}
    missing = (*_lost_pages(catalog, {*site.pages, *files}),)
    reported = {(CORRECTIONS, problem.found) for problem in missing}
    yield from missing
    links = dead_links(catalog, site, files, forms)
    yield from (link for link in links if (link.where.path, link.found) not in reported)


def titles(catalog: Catalog) -> Mapping[str, str]:
    """Return the titles of the pages that a release promises, by path, without notices."""
    return MappingProxyType(
        {page.path: page.title for kind in PAGES if kind is not withdrawn_pages for page in kind(catalog)}
    )


def with_references(site: Site, catalog: Catalog, style: Style) -> Site:
    """Return the site with all references in their citation styles."""
    texts = style(wanted(site.pages.values()), references(catalog))
    return _with_values(site, reference_values(texts, catalog))


def _with_values(site: Site, values: Mapping[str, str]) -> Site:
    """Return the site with these values in place of their placeholders."""
    pages = {path: replace(page, markdown=fill(page.markdown, values)) for path, page in site.pages.items()}
    return replace(site, pages=MappingProxyType(pages))


def with_plain_editions(
    site: Site, catalog: Catalog, forms: Mapping[str, PageForms], own_files: Iterable[str] = ()
) -> tuple[Site, tuple[Problem, ...]]:
    """Return the site with the files made from its final pages, and the problems of addresses used twice."""
    files = [asset for export in FROM_FINAL_PAGES for asset in export(catalog, site.pages, forms)]
    assets, duplicates = _by_path((*site.assets.values(), *files))
    conflicts = {asset.path for asset in files} & set(own_files)
    return replace(site, assets=assets), tuple(_claims((*duplicates, *conflicts)))


def _assets(catalog: Catalog, drawings: Mapping[ChartData, Drawing]) -> Sequence[Asset]:
    """Return all files beside the pages; they are made first, so that pages can give their sizes."""
    assets = [
        asset for drawing in drawings.values() for asset in (*drawing_files(drawing), *live_scripts(drawing).values())
    ]
    assets += (
        asset
        for data, drawing in drawings.items()
        for export in FROM_DRAWINGS
        for asset in export(catalog, data, drawing)
    )
    assets += (asset for export in FROM_CATALOG for asset in export(catalog))
    for export in FROM_FILES:
        assets += tuple(export(catalog, assets))
    return assets


def _drawn_texts(drawings: Mapping[ChartData, Drawing]) -> Iterator[tuple[Where, str]]:
    """Yield the text in each chart's drawings; its picture contains all text of its card."""
    for data, drawing in drawings.items():
        yield data.spec.where, texts_of(drawing.picture) + "\n" + texts_of(drawing.frames["narrow"])


def documents_of(site: Site, catalog: Catalog) -> tuple[Manuscript, ...]:
    """Return the PDFs of the site as they go to the typesetter."""
    figures = {path: site.assets[path].content.decode() for path in site.figures}
    return tuple(manuscripts(catalog, site.pages, figures))


def lost_letters(documents: Sequence[Manuscript], catalog: Catalog) -> tuple[Problem, ...]:
    """Return the characters of briefings that are missing from the PDF fonts."""
    places = places_of_documents(catalog)
    return (*unprintable(((places[document.path], texts(document)) for document in documents), catalog),)


def with_documents(
    site: Site, catalog: Catalog, written: Sequence[Manuscript], typeset: Typeset
) -> tuple[Site, tuple[Problem, ...]]:
    """Return the site with its PDFs, and the problems of briefings that cannot be typeset or are too long. Call it only if `lost_letters` returns nothing."""
    places = places_of_documents(catalog)
    documents, problems = {}, []
    for manuscript in written:
        try:
            documents[manuscript.path] = Asset(path=manuscript.path, content=typeset(manuscript))
        except CellError as error:
            problems.append(error.at(places[manuscript.path], "PDF", manuscript.path))
    if problems:
        return site, tuple(problems)
    complete = replace(site, assets=MappingProxyType({**site.assets, **documents}))
    return _with_values(complete, length_values(documents)), tuple(_length_problems(catalog, documents))


def _length_problems(catalog: Catalog, documents: Mapping[str, Asset]) -> Iterator[Problem]:
    for briefing in catalog.briefings.values():
        length = length_of(documents[of_document(briefing, "brief")].content)
        if length > 1:
            yield Problem(
                where=briefing.where,
                subject="one-page brief",
                found=plural(length, "page"),
                expected="one page",
                advice="Shorten the bottom line or the judgements, or choose a card_chart of less height.",
            )


def _is_source_of(page: Page | None, path: str) -> bool:
    return page is not None and page.authored == f"content/{path}"


def _claims(paths: Iterable[str]) -> Iterator[Problem]:
    for path in sorted(set(paths)):
        yield Problem(
            where=Where(path=f"content/{path}"),
            subject="address",
            found=path,
            expected="an address that is used once",
            advice="Rename or remove one of the two: the site generates this address, or two files share it.",
        )


def _by_path(files: Iterable[Published]) -> tuple[Mapping[str, Published], list[str]]:
    by_path: dict[str, Published] = {}
    duplicates = []
    for file in files:
        if file.path in by_path:
            duplicates.append(file.path)
        by_path[file.path] = file
    return MappingProxyType(by_path), duplicates


def _lost_pages(catalog: Catalog, paths: set[str]) -> Iterator[Problem]:
    """Yield the missing pages that corrections name, at the line of the correction."""
    for correction in catalog.corrections:
        for page in correction.pages:
            if page not in paths:
                advice = proposal(page, (path for path in paths if path.endswith(".md")))
                where = correction.where.part("pages")
                yield CellError("the path of a page of this site", advice).at(where, "pages", page)
