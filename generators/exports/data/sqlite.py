"""All data as one SQLite database, and metadata for Datasette.

The bytes depend only on the data and the version of SQLite: made in memory, with a fixed page size and no free pages.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing

from generators.metadata.columns import MEANING
from generators.metadata.csl_items import citation_line, of_all_data
from generators.metadata.tables import Column, Relation, relations
from generators.metadata.terms import licence_address, licence_name, licence_terms
from generators.model import Asset, Catalog
from generators.urls.paths import DATABASE, DATASETTE

_FIGURES: Mapping[str, str] = {
    "id": "o.id",
    "dataset": "o.dataset",
    "recorder": "d.recorder",
    "indicator": "i.title",
    "population": "i.population",
    "unit": "i.unit",
    "place": "o.place",
    "place_name": "p.name",
    "place_official": "p.official",
    "period": "o.period",
    "value": "o.value",
    "lower": "o.lower",
    "upper": "o.upper",
    "qualifier": "o.qualifier",
    "wording": "o.wording",
    "said_by": "o.said_by",
    "origin": "o.origin",
    "source": "o.source",
    "publisher": "s.publisher",
    "source_title": "s.title",
    "published": "s.published",
    "url": "s.url",
    "locator": "o.locator",
    "also_in": "(SELECT group_concat(source, ' ') FROM also_in WHERE observation = o.id)",
    "as_of": "o.as_of",
    "status": "o.status",
    "checked": "o.checked",
    "checked_on": "o.checked_on",
    "checked_extent": "o.checked_extent",
    "note": "o.note",
    "grade": "o.grade",
    "disagreement": "o.disagreement",
    "page": "o.page",
}
_JOINED = """observations AS o JOIN datasets AS d ON d.id = o.dataset JOIN indicators AS i ON i.id = o.indicator
JOIN places AS p ON p.code = o.place JOIN sources AS s ON s.id = o.source ORDER BY o.id"""
_FIGURES_ABOUT = "All figures with names beside the codes, to read without a join."


def database(catalog: Catalog) -> Iterator[Asset]:
    """Yield the database, and a description for the option `--metadata` of Datasette."""
    tables = relations(catalog)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.execute("PRAGMA page_size = 4096")
        base.execute("BEGIN")
        keys = {table.name: table.header[0] for table in tables}
        for table in tables:
            base.execute(_create_statement(table, keys))
            _fill(base, table)
        columns = ", ".join(f"{column} AS {name}" for name, column in _FIGURES.items())
        base.execute(f"CREATE VIEW figures AS SELECT {columns} FROM {_JOINED}")  # noqa: S608 - our own names
        base.execute("COMMIT")
        base.execute("VACUUM")
        yield Asset(path=DATABASE, content=base.serialize())
    text = json.dumps(_datasette_metadata(tables, catalog), ensure_ascii=False, indent=1)
    yield Asset(path=DATASETTE, content=f"{text}\n".encode())


def _fill(base: sqlite3.Connection, table: Relation) -> None:
    """Insert the rows; a blank becomes NULL, neither an empty text nor zero."""
    places = ", ".join("?" * len(table.columns))
    rows = ([None if cell == "" else cell for cell in row] for row in table.rows)
    base.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', rows)  # noqa: S608 - our own names
    for column in table.columns:
        if column.refers:
            base.execute(f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")')
    if table.searched:
        words = f"{table.name}_words"
        names = ", ".join(table.searched)
        base.execute(f'CREATE VIRTUAL TABLE "{words}" USING fts5({names}, content="{table.name}")')
        base.execute(f'INSERT INTO "{words}" ("{words}") VALUES (\'rebuild\')')  # noqa: S608


def _create_statement(table: Relation, keys: Mapping[str, str]) -> str:
    """Return the statement that creates the table; it names the referenced columns, which Datasette needs."""
    lines = [f'"{column.name}" {column.kind}{_key(table, column)}' for column in table.columns]
    lines += [
        f'FOREIGN KEY ("{c.name}") REFERENCES "{c.refers}" ("{keys[c.refers]}")' for c in table.columns if c.refers
    ]
    return f'CREATE TABLE "{table.name}" (' + ", ".join(lines) + ")"


def _key(table: Relation, column: Column) -> str:
    return " PRIMARY KEY" if table.keyed and column is table.columns[0] else ""


def _datasette_metadata(tables: tuple[Relation, ...], catalog: Catalog) -> Mapping[str, object]:
    config = catalog.config
    descriptions = {table.name: _about(table) for table in tables}
    descriptions["figures"] = {
        "description": _FIGURES_ABOUT,
        "columns": {name: MEANING[name] for name in _FIGURES if name in MEANING},
    }
    name = DATABASE.rpartition("/")[2].removesuffix(".sqlite")
    return {
        "title": config.name,
        "description": f"{config.summary.strip()}\n\n{licence_terms(config)}",
        "license": licence_name(config),
        "license_url": licence_address(config),
        "source": citation_line(of_all_data(catalog)),
        "source_url": config.address,
        "about": f"{config.publisher}, {config.contact}",
        "databases": {name: {"description": config.summary, "tables": descriptions}},
    }


def _about(table: Relation) -> Mapping[str, object]:
    label = next((name for name in ("title", "name") if name in table.header), None)
    columns = {column.name: column.about for column in table.columns if column.about}
    words = {"fts_table": f"{table.name}_words"} if table.searched else {}
    return {
        "description": table.about,
        **({"columns": columns} if columns else {}),
        **({"label_column": label} if label else {}),
        **words,
    }
