"""Exports: functions that yield files, and these five lists are all that can be taken away.

Those in `EXPORTS` are made from the catalog, those in `DRAWN` from one chart and its drawings, those in `PACKED` from the
files made before them, those in `RETOLD` from the pages, and those in `PLAIN` from the pages when nothing in them will change any more.
To add one: a file here with a generator function, a line in its list, a test beside its siblings'.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from generators.drawing import Drawing
from generators.exports.chart_tables import chart_tables
from generators.exports.citation_cff import citation_cff
from generators.exports.citations import bibliographies, citations
from generators.exports.csv_files import csv_files
from generators.exports.data_index import data_index
from generators.exports.database import database
from generators.exports.datacite import datacite
from generators.exports.datapackage import datapackages
from generators.exports.dataset_json import dataset_json
from generators.exports.dcat import dcat
from generators.exports.embeds import embeds
from generators.exports.feeds import feed_files
from generators.exports.font_licences import font_licences
from generators.exports.moved_embeds import moved_embeds
from generators.exports.openapi import openapi
from generators.exports.parquet import parquet
from generators.exports.pictures import pictures
from generators.exports.plain_editions import plain_editions
from generators.exports.prov import prov
from generators.exports.release_differences import release_differences
from generators.exports.ro_crate import ro_crate
from generators.exports.robots import robots
from generators.exports.tables import tables
from generators.exports.zips import chart_zips, dataset_zips, site_zip
from generators.model import Asset, Catalog, ChartSpec, Page

EXPORTS: tuple[Callable[[Catalog], Iterator[Asset]], ...] = (
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
DRAWN: tuple[Callable[[ChartSpec, Catalog, Drawing], Iterator[Asset]], ...] = (pictures, embeds)
PACKED: tuple[Callable[[Catalog, Sequence[Asset]], Iterator[Asset]], ...] = (
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
RETOLD: tuple[Callable[[Catalog, Mapping[str, Page]], Iterator[Asset]], ...] = (bibliographies, moved_embeds)
PLAIN: tuple[Callable[[Catalog, Mapping[str, Page]], Iterator[Asset]], ...] = (plain_editions,)
