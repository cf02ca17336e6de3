"""Page of downloads, with how to read, cite, verify and reuse them."""

from collections.abc import Iterator

from generators.analysis.history.feed_entries import feeds
from generators.components.download_links import to_file
from generators.components.file_sizes import archive_size, size_of
from generators.components.markup import bullets, facts, heading, inline, link, row, table
from generators.metadata.columns import HEADER, MEANING
from generators.metadata.csl_items import citation_line, of_all_data
from generators.metadata.terms import FORMULAS, NAMED, NEVER, SPREADSHEET
from generators.model import Catalog, Page
from generators.urls.paths import (
    CHARTS,
    CITATION,
    CRATE,
    DATA_INDEX,
    DATA_SCHEMA,
    DATABASE,
    DATACITE,
    DATAPACKAGE,
    DATASETTE,
    DCAT,
    DOWNLOADS,
    EVERYTHING,
    LLMS,
    LLMS_FULL,
    OFFLINE,
    OFFLINE_SUM,
    OPENAPI,
    PARQUET,
    SUMS,
    of_data,
    of_dataset,
)

_WHOLE = (
    (
        EVERYTHING,
        "ZIP",
        "CSV and JSON of each dataset, reference tables, disagreements, series that must not be compared",
    ),
    (PARQUET, "Parquet", "All figures in one table, with column descriptions"),
    (DATABASE, "SQLite", "All tables with foreign keys and full-text search"),
    (DATASETTE, "Datasette", "Metadata that Datasette shows with the database"),
)
_PROGRAMS = (
    (DATA_INDEX, "All files with path, size, media type and SHA-256 checksum"),
    (DATA_SCHEMA, "JSON Schema of that list"),
    (DATAPACKAGE, "Data Package of all tables (Frictionless, version 2): column descriptions, sizes, checksums"),
    (CITATION, "Citation of all data in the Citation File Format, with the recorders to cite first"),
    (DATACITE, "Metadata for libraries and repositories in DataCite JSON, without a DOI"),
    (DCAT, "DCAT catalogue of all datasets and files (JSON-LD)"),
    (CRATE, "Research Object Crate of the data folder: files, terms, source documents"),
    (OPENAPI, "OpenAPI 3.1 description of all data URLs"),
    (LLMS, "List of pages for language models; every page is also available as plain Markdown"),
    (LLMS_FULL, "The briefings in plain Markdown, each number with its speaker, date and source"),
)
_STABLE = (
    "URLs never change, and files change only with a new edition. "
    "Datasets that may not be redistributed are described without their rows."
)

_STREAMS = "Subscribe with any feed reader. Entry IDs are permanent."


def downloads(catalog: Catalog) -> Iterator[Page]:
    """Yield one page."""
    parts = [
        "# Downloads",
        f'<p class="lede">{inline(NEVER)}</p>',
        "## All data {#everything-at-once}",
        _whole(),
        _datasette(),
        "## Offline edition {#the-whole-site-without-a-network}",
        _offline(),
        "## Single datasets and charts {#one-dataset-one-chart}",
        f"Each ZIP contains CSV, JSON and a README with the definition, who is not counted, the licence and code to load "
        f"the data. Single files are on the pages of the datasets and of the {link(DOWNLOADS, CHARTS, 'charts')}. {SPREADSHEET}",
        *_datasets(catalog),
        "## How to read a row",
        facts((name, inline(MEANING[name])) for name in HEADER),
        inline(FORMULAS),
        "## Citation and licence {#how-to-cite-and-the-licence}",
        _terms(catalog),
        "## Feeds {#follow-what-changes}",
        _STREAMS,
        _feeds(catalog),
        "## Verify a copy {#is-it-what-was-published}",
        _verifying(),
        "## For programs",
        bullets(_program(path, about) for path, about in _PROGRAMS),
        inline(_STABLE),
    ]
    summary = "All data as CSV, JSON, Parquet and SQLite, and how to read, cite and reuse it."
    yield Page(path=DOWNLOADS, title="Downloads", markdown="\n\n".join(parts), description=summary)


def _whole() -> str:
    head = map(heading, ("File", "Contents"))
    rows = (row((_saved(path, form), inline(about))) for path, form, about in _WHOLE)
    return table("All data of this edition", head, rows)


def _saved(path: str, form: str) -> str:
    return f"{link(DOWNLOADS, path, form)}{size_of(path)}"


def _datasette() -> str:
    database, metadata = (path.rpartition("/")[2] for path in (DATABASE, DATASETTE))
    return f"To open the database in Datasette: <code>datasette {database} --metadata {metadata}</code>."


def _datasets(catalog: Catalog) -> Iterator[str]:
    for topic in catalog.config.topics.values():
        own = [d for d in catalog.datasets.values() if d.topic == topic.id]
        yield f"### {inline(topic.title)}"
        yield bullets(
            (
                link(DOWNLOADS, of_dataset(d.id), inline(d.title))
                + (
                    f"<span>{to_file(DOWNLOADS, of_data(d.id, 'zip'))}</span>"
                    if d.redistributable
                    else "<span>no rows</span>"
                )
                for d in own
            ),
            "index-list",
        )


def _feeds(catalog: Catalog) -> str:
    return bullets(
        f"{inline(feed.title)}: {link(DOWNLOADS, feed.path('atom'), 'Atom')}, {link(DOWNLOADS, feed.path('json'), 'JSON Feed')}"
        for feed in feeds(catalog)
    )


def _offline() -> str:
    whole = link(DOWNLOADS, OFFLINE, f"<code>{OFFLINE}</code>")
    return (
        f"{whole}{archive_size(OFFLINE)} contains every page, chart and file of this edition. Unpack it and open "
        "<code>index.html</code> in a browser. Search works too, and no connection is needed."
    )


def _verifying() -> str:
    listed = link(DOWNLOADS, SUMS, f"<code>{SUMS}</code>")
    inner = link(DOWNLOADS, OFFLINE_SUM, f"<code>{OFFLINE_SUM}</code>")
    return (
        f"{listed} contains the SHA-256 checksum of every file of this site. In a full copy, "
        f"<code>sha256sum --check {SUMS}</code> reports changed and missing files; on a Mac, use <code>shasum -a 256</code>. "
        f"The list includes <code>{OFFLINE}</code>: check the ZIP before you unpack it. The ZIP contains a list of its "
        f"own, whose checksum is in {inner}. With the code of this site, <code>briefings verify COPY</code> also reports "
        f"added files, and <code>briefings verify FILE --list {SUMS}</code> identifies a single file."
    )


def _terms(catalog: Catalog) -> str:
    return facts(
        (
            (
                "Figures",
                "They belong to those who published them. Each dataset’s page states its known terms.",
            ),
            ("Texts and compilation", inline(catalog.config.licence)),
            ("Cite", inline(f"{citation_line(of_all_data(catalog))} {NAMED}")),
        )
    )


def _program(path: str, about: str) -> str:
    return f"{link(DOWNLOADS, path, f'<code>{path}</code>')}{size_of(path)}: {inline(about)}"
