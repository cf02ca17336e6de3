"""All observations as one Parquet file, with column descriptions in its schema.

PyArrow is imported only while this runs, as the import takes a quarter of a second.
"""

from collections.abc import Iterator

from generators.metadata.columns import HEADER, MEANING, NUMBERS, row_of, row_record
from generators.metadata.csl_items import citation_line, of_all_data
from generators.metadata.terms import taken_from
from generators.model import Asset, Catalog
from generators.urls.paths import PARQUET

_COLUMNS = ("dataset", *HEADER)


def parquet(catalog: Catalog) -> Iterator[Asset]:
    """Yield one file, rows in the datasets' order: text columns, except the three numbers; a blank is null."""
    import pyarrow as pa  # noqa: PLC0415 - see above
    from pyarrow import parquet as pq  # noqa: PLC0415

    row = row_of(catalog)
    observations = (o for o in catalog.observations if catalog.datasets[o.dataset].redistributable)
    rows = [row_record(_COLUMNS, (o.dataset, *row(o))) for o in observations]
    fields = [
        pa.field(name, pa.float64() if name in NUMBERS else pa.string(), metadata={"description": MEANING[name]})
        for name in _COLUMNS
    ]
    metadata = {**taken_from(catalog), "citation": citation_line(of_all_data(catalog))}
    schema = pa.schema(fields, metadata={name: str(value) for name, value in metadata.items()})
    out = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), out, compression="snappy")
    yield Asset(path=PARQUET, content=out.getvalue().to_pybytes())
