"""One page after an edit, before the rest of the site: from the new catalog, and what the last build knew of other pages.

Sizes of files, and pages that link here, are those of the last build until the next is complete.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from generators.analysis.history.releases import gone
from generators.build.chart_files import drawing_files, engine_script, inline_figures, live_scripts, with_scripts
from generators.charts.data.chart_data import all_chart_data
from generators.charts.render.draw import draw
from generators.charts.render.drawing import Drawing
from generators.charts.render.vega_runtime import engine
from generators.components.citations import reference_values, wanted
from generators.components.file_sizes import sizes
from generators.components.late_values import DRAWING, fill, late_names
from generators.components.notices import by_page, corrected, noticed, with_notices
from generators.exports.pdf.link_labels import length_values
from generators.metadata.citation_styles import styled
from generators.metadata.csl_items import references
from generators.model import Asset, Catalog, Page, Site
from generators.pages import PAGES
from generators.pages.head import head
from generators.pages.plan import Kind, planned_pages
from generators.text.messages import in_language_of
from generators.urls.paths import LLMS, LLMS_FULL, of_figure


@dataclass(frozen=True, slots=True, kw_only=True)
class SinglePage:
    """A page with what post-processing puts into it, and the files of its charts."""

    page: Page
    head: str
    figures: Mapping[str, str]
    assets: tuple[Asset, ...]


def kinds_of_pages(catalog: Catalog) -> Mapping[str, Kind]:
    """Return the kind of each page, by path."""
    with in_language_of(catalog.config):
        return MappingProxyType({page.path: kind for kind in PAGES for page in planned_pages(kind, catalog)})


def single_page(path: str, kind: Kind, catalog: Catalog, site: Site, cache: Path) -> SinglePage | None:
    """Return the page at that path; None if its kind no longer makes it. `site` is the last complete one."""
    with in_language_of(catalog.config):
        made = next((page.make() for page in planned_pages(kind, catalog) if page.path == path), None)
        if made is None:
            return None
        page = noticed(corrected(made, catalog), catalog, by_page(gone(catalog)))
        page = with_notices(catalog, {**site.pages, path: page})[path] if path in catalog.moved else page
        page = replace(page, markdown=fill(page.markdown, _late_values(page, catalog, site, cache)))
        drawings = [*_drawings(page, catalog, cache)]
        return SinglePage(
            page=page,
            head=head(catalog, site, page),
            figures=dict(inline_figures(drawings)),
            assets=tuple(
                asset for drawing in drawings for asset in (*drawing_files(drawing), *live_scripts(drawing).values())
            ),
        )


def _late_values(page: Page, catalog: Catalog, site: Site, cache: Path) -> Mapping[str, str]:
    documents = {path: asset for path, asset in site.assets.items() if path.endswith(".pdf")}
    texts = styled(wanted([page]), references(catalog), cache=cache / "references.json")
    known = {path: asset for path, asset in site.assets.items() if path not in (LLMS, LLMS_FULL)}  # made of final pages
    return {**sizes([page], known), **reference_values(texts, catalog), **length_values(documents)}


def _drawings(page: Page, catalog: Catalog, cache: Path) -> Iterator[Drawing]:
    """Yield the drawings of the charts on the page."""
    shown, script = set(late_names(DRAWING, page.markdown)), engine_script(engine(cache))
    for data in all_chart_data(catalog).values():
        if of_figure(data.spec.slug, "wide") in shown or of_figure(data.spec.slug, "narrow") in shown:
            yield with_scripts(draw(data, cache, painted=False), script.path)
