"""Assembly of the site from the catalog: checks, exports, page kinds, then links and addresses.

Pure: callers pass in functions for drawings, styled references and documents.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from types import MappingProxyType
from typing import TypeVar

from generators.analysis.history.releases import gone
from generators.build.internal_links import dead_links
from generators.build.suppressions import heard, unsilenced
from generators.charts.data.chart_data import ChartData, all_chart_data
from generators.charts.render.drawing import Drawing, figure_svg
from generators.charts.render.paper_sheets import in_sheets
from generators.charts.render.svg import texts_of
from generators.checks import ALONE, CHECKS, SURVIVABLE, Check
from generators.components.citations import reference_values, wanted
from generators.components.file_sizes import sizes
from generators.components.late_values import fill
from generators.components.notices import by_page, corrected, noticed, with_notices
from generators.components.templates import BadTemplate
from generators.exports import FROM_CATALOG, FROM_DRAWINGS, FROM_FILES, FROM_FINAL_PAGES, FROM_PAGES
from generators.exports.pdf.glyphs import undrawable, unprintable
from generators.exports.pdf.link_labels import length_values
from generators.exports.pdf.link_labels import pages as length_of
from generators.exports.pdf.manuscripts import Manuscript, addresses, manuscripts, places_of_documents, texts
from generators.metadata.citation_styles import Wanted
from generators.metadata.csl_items import Item, references
from generators.model import Asset, Catalog, Page, Site
from generators.model.problems import CellError, Problem, Where, proposal
from generators.pages import PAGES
from generators.pages.head import heads
from generators.pages.withdrawn_rows import withdrawn_pages
from generators.text.wording import plural
from generators.urls.paths import AFTERWARDS, CORRECTIONS, of_document, of_engine, of_figure, of_live

Published = TypeVar("Published", Page, Asset)
Draw = Callable[[ChartData], Drawing]
Style = Callable[[Iterable[Wanted], Mapping[str, Item]], Mapping[Wanted, str]]
Typeset = Callable[[Manuscript], bytes]


def run_checks(catalog: Catalog) -> tuple[Problem, ...]:
    """What every check has to say, but where it is silenced."""
    return checked(catalog)[0]


def checked(catalog: Catalog) -> tuple[tuple[Problem, ...], bool]:
    """What the checks have to say, and whether the catalog can be assembled all the same."""
    told = _told(catalog, CHECKS)
    survivable = {check.__name__ for check in SURVIVABLE}
    grave = {name: problems for name, problems in told.items() if name not in survivable}
    return tuple(heard(catalog.silences, told)), not any(True for _ in unsilenced(catalog.silences, grave))


def check_alone(catalog: Catalog) -> tuple[Problem, ...]:
    """What is wrong with single things of a catalog that lacks what could not be read."""
    return tuple(unsilenced(catalog.silences, _told(catalog, ALONE)))


def _told(catalog: Catalog, checks: Iterable[Check]) -> Mapping[str, Sequence[Problem]]:
    return {check.__name__: tuple(check(catalog)) for check in checks}


def assemble(
    catalog: Catalog, draw: Draw, own_files: Iterable[str] = (), engine: str = ""
) -> tuple[Site, tuple[Problem, ...]]:
    """The site and what does not hold together in it; `own_files` are the paths that a person's own files take.

    `engine` is the script that live charts run on. The catalog must have passed `check`.
    """
    runs = Asset(path=of_engine(_digest(engine)), content=engine.encode())
    drawings = {data: _named(draw(data), runs.path) for data in all_chart_data(catalog).values()}
    figures = dict(_figures(drawings.values()))
    assets, again = _by_path((*((runs,) if engine else ()), *_assets(catalog, drawings)))
    absent = by_page(gone(catalog))
    finished = (noticed(corrected(page, catalog), catalog, absent) for page in _pages(catalog))
    found, twice = _by_path(finished)
    made = with_notices(catalog, found)
    assets, thrice = _by_path([*assets.values(), *(asset for retold in FROM_PAGES for asset in retold(catalog, made))])
    site = Site(pages=made, assets=assets, figures=MappingProxyType(figures))
    site = _filled(site, sizes(made.values(), assets))
    site = replace(site, heads=heads(catalog, site))
    taken = {*site.pages, *assets, *addresses(catalog), *AFTERWARDS}
    claimed = [path for path in own_files if path in taken and not _is_its_author(site.pages.get(path), path)]
    claims = _claims([*twice, *again, *thrice, *claimed])
    lost = undrawable(_drawn_texts(drawings), catalog)
    return site, (*claims, *lost, *_leading_nowhere(site, catalog, {*own_files, *addresses(catalog)}))


def _pages(catalog: Catalog) -> Sequence[Page]:
    """Every page of every kind; raise a `BadTemplate` with the first problem of each kind."""
    pages: list[Page] = []
    problems: list[Problem] = []
    for kind in PAGES:
        try:
            pages += kind(catalog)
        except BadTemplate as error:
            problems += error.problems
    if problems:
        raise BadTemplate(*dict.fromkeys(problems))
    return pages


def _leading_nowhere(site: Site, catalog: Catalog, files: set[str]) -> Iterator[Problem]:
    """Pages that corrections name and links that lead to nothing, each once."""
    lost = (*_lost_pages(catalog, {*site.pages, *files}),)
    told = {(CORRECTIONS, problem.found) for problem in lost}
    yield from lost
    yield from (link for link in dead_links(catalog, site, files) if (link.where.path, link.found) not in told)


def titles(catalog: Catalog) -> Mapping[str, str]:
    """The title of each page that the site has of its own, by path: what a release promises. Notices are not among them."""
    return MappingProxyType(
        {page.path: page.title for kind in PAGES if kind is not withdrawn_pages for page in kind(catalog)}
    )


def with_references(site: Site, catalog: Catalog, style: Style) -> Site:
    """The site with every reference in the words of its citation style."""
    texts = style(wanted(site.pages.values()), references(catalog))
    return _filled(site, reference_values(texts))


def _filled(site: Site, values: Mapping[str, str]) -> Site:
    """The site with those values in the place of their placeholders."""
    pages = {path: replace(page, markdown=fill(page.markdown, values)) for path, page in site.pages.items()}
    return replace(site, pages=MappingProxyType(pages))


def with_plain_editions(
    site: Site, catalog: Catalog, own_files: Iterable[str] = ()
) -> tuple[Site, tuple[Problem, ...]]:
    """The site with what is made of its pages when they are whole, and the addresses that two claim."""
    made = [asset for plain in FROM_FINAL_PAGES for asset in plain(catalog, site.pages)]
    assets, twice = _by_path((*site.assets.values(), *made))
    claimed = {asset.path for asset in made} & set(own_files)
    return replace(site, assets=assets), tuple(_claims((*twice, *claimed)))


def _assets(catalog: Catalog, drawings: Mapping[ChartData, Drawing]) -> Sequence[Asset]:
    """Every file beside the pages: they are made first, so that a page can say how much each weighs."""
    made = [asset for drawing in drawings.values() for asset in (*_files(drawing), *_lives(drawing).values())]
    made += (
        asset
        for data, drawing in drawings.items()
        for export in FROM_DRAWINGS
        for asset in export(catalog, data, drawing)
    )
    made += (asset for export in FROM_CATALOG for asset in export(catalog))
    for packed in FROM_FILES:
        made += tuple(packed(catalog, made))
    return made


def _drawn_texts(drawings: Mapping[ChartData, Drawing]) -> Iterator[tuple[Where, str]]:
    """Yield what each chart shows in letters; all words of its card are in its picture."""
    for data, drawing in drawings.items():
        yield data.spec.where, texts_of(drawing.picture) + "\n" + texts_of(drawing.frames["narrow"])


def _named(drawing: Drawing, engine: str) -> Drawing:
    """The drawing with the addresses of the two scripts that it takes to come alive, where it can."""
    lives = _lives(drawing).items()
    return replace(drawing, scripts={form: {"data-live": live.path, "data-engine": engine} for form, live in lives})


def _lives(drawing: Drawing) -> Mapping[str, Asset]:
    """By form, what makes a drawing live, as a script: a page in a folder without a server may load nothing else."""
    slug = drawing.slug
    scripts = {form: f'(window.charts ??= {{}})["{slug}.{form}"] = {live};\n' for form, live in drawing.lives.items()}
    return {
        form: Asset(path=of_live(slug, form, _digest(script)), content=script.encode())
        for form, script in scripts.items()
    }


def _files(drawing: Drawing) -> Iterator[Asset]:
    for form in drawing.frames:
        svg = figure_svg(drawing, form, alone=True)
        yield Asset(path=of_figure(drawing.slug, form), content=svg.encode())


def _figures(drawings: Iterable[Drawing]) -> Iterator[tuple[str, str]]:
    for drawing in drawings:
        yield of_figure(drawing.slug, "wide"), in_sheets(figure_svg(drawing, "wide"))
        yield of_figure(drawing.slug, "narrow"), figure_svg(drawing, "narrow")


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _svg_files(site: Site) -> Mapping[str, str]:
    return {path: site.assets[path].content.decode() for path in site.figures}


def lost_letters(site: Site, catalog: Catalog) -> tuple[Problem, ...]:
    """The letters of briefings that no face of a PDF has."""
    written, written_at = manuscripts(catalog, site.pages, _svg_files(site)), places_of_documents(catalog)
    return (*unprintable(((written_at[each.path], texts(each)) for each in written), catalog),)


def with_documents(site: Site, catalog: Catalog, typeset: Typeset) -> tuple[Site, tuple[Problem, ...]]:
    """The site with its briefings on paper, and those that cannot be typeset or are too long for their form. No letter may be lost."""
    written_at = places_of_documents(catalog)
    documents, refused = {}, []
    for each in manuscripts(catalog, site.pages, _svg_files(site)):
        try:
            documents[each.path] = Asset(path=each.path, content=typeset(each))
        except CellError as error:
            refused.append(error.at(written_at[each.path], "PDF", each.path))
    if refused:
        return site, tuple(refused)
    made = replace(site, assets=MappingProxyType({**site.assets, **documents}))
    return _filled(made, length_values(documents)), tuple(_too_long(catalog, documents))


def _too_long(catalog: Catalog, documents: Mapping[str, Asset]) -> Iterator[Problem]:
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


def _is_its_author(page: Page | None, path: str) -> bool:
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


def _by_path(things: Iterable[Published]) -> tuple[Mapping[str, Published], list[str]]:
    found: dict[str, Published] = {}
    twice = []
    for thing in things:
        if thing.path in found:
            twice.append(thing.path)
        found[thing.path] = thing
    return MappingProxyType(found), twice


def _lost_pages(catalog: Catalog, known: set[str]) -> Iterator[Problem]:
    """The pages that corrections name and the site has not, at the line of the correction."""
    for correction in catalog.corrections:
        for page in correction.pages:
            if page not in known:
                advice = proposal(page, (path for path in known if path.endswith(".md")))
                where = correction.where.part("pages")
                yield CellError("the path of a page of this site", advice).at(where, "pages", page)
