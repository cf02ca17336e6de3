"""Registries of exports, functions that yield files.

`FROM_CATALOG` takes the catalog, `FROM_DRAWINGS` one chart and its drawings, `FROM_FILES` the files made before,
`FROM_PAGES` the pages, and `FROM_FINAL_PAGES` the pages in their final form with their text forms.
To add one: a file here with a generator function, a line in its list, a test beside the others.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from generators.charts.data.chart_data import ChartData
from generators.charts.render.drawing import Drawing
from generators.exports.catalogues.citation_cff import citation_cff
from generators.exports.catalogues.datacite import datacite
from generators.exports.catalogues.datapackage import datapackages
from generators.exports.catalogues.dcat import dcat
from generators.exports.catalogues.openapi import openapi
from generators.exports.catalogues.prov import prov
from generators.exports.catalogues.ro_crate import ro_crate
from generators.exports.charts.embed_notices import moved_embeds
from generators.exports.charts.embeds import embeds
from generators.exports.charts.images import pictures
from generators.exports.citation_files import bibliographies, citations
from generators.exports.data.chart_tables import chart_tables
from generators.exports.data.dataset_csv import csv_files
from generators.exports.data.dataset_json import dataset_json
from generators.exports.data.edition_diffs import release_differences
from generators.exports.data.file_index import data_index
from generators.exports.data.parquet import parquet
from generators.exports.data.sqlite import database
from generators.exports.data.tables_csv import tables
from generators.exports.data.zip_files import chart_zips, dataset_zips, site_zip
from generators.exports.feeds import feed_files
from generators.exports.font_licences import font_licences
from generators.exports.language_sheet import language_sheet
from generators.exports.robots import robots
from generators.exports.text_forms import PageForms, text_forms
from generators.model import Asset, Catalog, Page

FROM_CATALOG: tuple[Callable[[Catalog], Iterator[Asset]], ...] = (
    csv_files,
    tables,
    chart_tables,
    dataset_json,
    citation_cff,
    datacite,
    parquet,
    database,
    openapi,
    release_differences,
    citations,
    robots,
    language_sheet,
    feed_files,
    font_licences,
)
FROM_DRAWINGS: tuple[Callable[[Catalog, ChartData, Drawing], Iterator[Asset]], ...] = (pictures, embeds)
FROM_FILES: tuple[Callable[[Catalog, Sequence[Asset]], Iterator[Asset]], ...] = (
    datapackages,
    ro_crate,
    prov,
    dataset_zips,
    chart_zips,
    site_zip,
    dcat,
    data_index,
)
"""In this order: each receives the files of those before it."""
FROM_PAGES: tuple[Callable[[Catalog, Mapping[str, Page]], Iterator[Asset]], ...] = (bibliographies, moved_embeds)
FROM_FINAL_PAGES: tuple[Callable[[Catalog, Mapping[str, Page], Mapping[str, PageForms]], Iterator[Asset]], ...] = (
    text_forms,
)
