"""What can be taken away: all data at once, each dataset, the list for programs; how to read, cite and reuse it."""

from collections.abc import Iterator

from generators.analysis.history.feed_entries import feeds
from generators.components.download_links import to_file
from generators.components.file_sizes import size_later, size_of
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
    (EVERYTHING, "ZIP", "CSV and JSON of each dataset, what they refer to, who disagrees, what must not be compared"),
    (PARQUET, "Parquet", "All figures in one table, with what each column holds"),
    (DATABASE, "SQLite", "All tables with their references and a search for words"),
    (DATASETTE, "Datasette", "What Datasette shows beside the database"),
)
_PROGRAMS = (
    (DATA_INDEX, "Every file with its path, size, media type and SHA-256 digest"),
    (DATA_SCHEMA, "The JSON Schema of that list"),
    (DATAPACKAGE, "The Data Package of all tables (Frictionless, version 2): what each column holds, sizes, digests"),
    (CITATION, "How to cite all data, in the Citation File Format, with the recorders to cite first"),
    (DATACITE, "The same for libraries and repositories, in DataCite’s JSON, without a DOI"),
    (DCAT, "All datasets and files as a catalogue in DCAT (JSON-LD)"),
    (CRATE, "The folder of data as a Research Object Crate: files, terms, and the documents read"),
    (OPENAPI, "All addresses in OpenAPI 3.1"),
    (LLMS, "What language models should read first: every page has a twin in plain Markdown"),
    (LLMS_FULL, "The briefings in plain Markdown, each number with its speaker, date and source"),
)
_STABLE = (
    "An address never changes, and a file is replaced only by a new edition. "
    "A dataset whose licence lets no rows leave is described in each of them without its rows."
)

_STREAMS = "Put one of these addresses into a feed reader: an entry’s identity never changes."


def downloads(catalog: Catalog) -> Iterator[Page]:
    """One page."""
    parts = [
        "# Downloads",
        f'<p class="lede">{inline(NEVER)}</p>',
        "## Everything at once",
        _whole(),
        _datasette(),
        "## The whole site, without a network",
        _offline(),
        "## One dataset, one chart",
        f"Each file holds a CSV, a JSON and a README with the definition, whom it does not count, the licence and how to "
        f"load it. Each dataset’s page has the files one by one, and so has each of the "
        f"{link(DOWNLOADS, CHARTS, 'charts')}. {SPREADSHEET}",
        *_datasets(catalog),
        "## How to read a row",
        facts((name, inline(MEANING[name])) for name in HEADER),
        inline(FORMULAS),
        "## How to cite, and the licence",
        _terms(catalog),
        "## Follow what changes",
        _STREAMS,
        _feeds(catalog),
        "## Is it what was published",
        _verifying(),
        "## For programs",
        bullets(_program(path, about) for path, about in _PROGRAMS),
        inline(_STABLE),
    ]
    said = "All data as CSV, JSON, Parquet and SQLite, with how to read, cite and reuse it."
    yield Page(path=DOWNLOADS, title="Downloads", markdown="\n\n".join(parts), description=said)


def _whole() -> str:
    head = map(heading, ("File", "What it holds"))
    rows = (row((_saved(path, form), inline(about))) for path, form, about in _WHOLE)
    return table("All data of this edition", head, rows)


def _saved(path: str, form: str) -> str:
    return f"{link(DOWNLOADS, path, form)}{size_of(path)}"


def _datasette() -> str:
    database, told = (path.rpartition("/")[2] for path in (DATABASE, DATASETTE))
    return f"Datasette shows the database with <code>datasette {database} --metadata {told}</code>."


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
        f"{whole}{size_later(OFFLINE)} holds every page, chart and file of this edition. Unpack it and open "
        "<code>index.html</code> in a browser: search works too, and nothing is fetched."
    )


def _verifying() -> str:
    listed = link(DOWNLOADS, SUMS, f"<code>{SUMS}</code>")
    inner = link(DOWNLOADS, OFFLINE_SUM, f"<code>{OFFLINE_SUM}</code>")
    return (
        f"{listed} has the SHA-256 digest of every file of this site. In a whole copy of it, "
        f"<code>sha256sum --check {SUMS}</code> finds what was changed or lost; on a Mac, <code>shasum -a 256</code> does. "
        f"The digest of <code>{OFFLINE}</code> stands in the list too: compare it before you unpack the ZIP, whose own list "
        f"is another, and whose digest is in {inner}. Who has the code of this site finds what was added as well, with "
        f"<code>briefings verify COPY</code>, and which file one is, with <code>briefings verify FILE --list {SUMS}</code>."
    )


def _terms(catalog: Catalog) -> str:
    return facts(
        (
            (
                "Figures",
                "They belong to those who published them. Each dataset’s page says what is known of its terms.",
            ),
            ("Texts and compilation", inline(catalog.config.licence)),
            ("Cite", inline(f"{citation_line(of_all_data(catalog))} {NAMED}")),
        )
    )


def _program(path: str, about: str) -> str:
    return f"{link(DOWNLOADS, path, f'<code>{path}</code>')}{size_of(path)}: {inline(about)}"
