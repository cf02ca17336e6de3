"""Exports: functions that yield files, and these five lists are all that can be taken away.

Those in `FROM_CATALOG` are made from the catalog, those in `FROM_DRAWINGS` from one chart and its drawings, those in `FROM_FILES` from the
files made before them, those in `FROM_PAGES` from the pages, and those in `FROM_FINAL_PAGES` from the pages when nothing in them will change any more.
To add one: a file here with a generator function, a line in its list, a test beside its siblings'.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from generators.charts.render.draw import Drawing
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
from generators.exports.plaintext.files import plain_editions
from generators.exports.robots import robots
from generators.model import Asset, Catalog, ChartSpec, Page

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
    feed_files,
    font_licences,
)
FROM_DRAWINGS: tuple[Callable[[ChartSpec, Catalog, Drawing], Iterator[Asset]], ...] = (pictures, embeds)
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
"""In this order, for each sees what the ones before it have made."""
FROM_PAGES: tuple[Callable[[Catalog, Mapping[str, Page]], Iterator[Asset]], ...] = (bibliographies, moved_embeds)
FROM_FINAL_PAGES: tuple[Callable[[Catalog, Mapping[str, Page]], Iterator[Asset]], ...] = (plain_editions,)
