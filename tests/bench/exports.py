"""How long all that can be taken along takes of one build in which no drawing has changed: seconds, as the bench asks for them."""

import sys
import time
from functools import partial
from pathlib import Path

from generators.build import assemble, finalize, pipeline
from generators.charts.data.chart_data import all_chart_data
from generators.charts.render.draw import draw
from generators.exports import FROM_CATALOG, FROM_DRAWINGS, FROM_FILES, FROM_FINAL_PAGES, FROM_PAGES
from generators.exports.pdf.typeset import typeset
from generators.exports.text_forms import all_forms
from generators.model import Asset, Catalog
from generators.pages import PAGES


def seconds(catalog: Catalog, cache: Path) -> float:
    """Every export once, in a process that has imported nothing for them yet; the drawings and pages are made before."""
    drawings = {data: draw(data, cache) for data in all_chart_data(catalog).values()}
    pages = {page.path: page for kind in PAGES for page in kind(catalog)}
    begin = time.perf_counter()
    made: list[Asset] = []
    for drawn in FROM_DRAWINGS:
        made += (asset for data, drawing in drawings.items() for asset in drawn(catalog, data, drawing))
    for export in FROM_CATALOG:
        made += export(catalog)
    for packed in FROM_FILES:
        made += tuple(packed(catalog, made))
    for export_of_pages in FROM_PAGES:
        made += export_of_pages(catalog, pages)
    forms = all_forms(catalog, pages)
    for export_of_forms in FROM_FINAL_PAGES:
        made += export_of_forms(catalog, pages, forms)
    return time.perf_counter() - begin


def seconds_later(catalog: Catalog, cache: Path, built: Path) -> float:
    """What is taken along of the whole: the PDFs, which no change has touched, then the offline edition and all digests."""
    whole, _ = assemble.assemble(catalog, partial(draw, cache=cache))
    begin = time.perf_counter()
    assemble.with_documents(whole, catalog, partial(typeset, cache=cache.with_name("documents")))
    finalize.finish(built)
    return time.perf_counter() - begin


if __name__ == "__main__":
    here, built = Path.cwd(), Path(sys.argv[1])
    catalog = pipeline.load_checked(here)
    print(seconds(catalog, here / pipeline.CACHE) + seconds_later(catalog, here / pipeline.CACHE, built))
