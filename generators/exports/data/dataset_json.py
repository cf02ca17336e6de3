"""JSON of each dataset: description, citation, meaning of the columns, rows."""

import json
from collections.abc import Iterator

from generators.metadata.columns import HEADER, MEANING, row_of, row_record
from generators.metadata.csl_items import citation_line, of_a_dataset
from generators.metadata.terms import dataset_description, taken_from
from generators.model import Asset, Catalog
from generators.urls.paths import of_data


def dataset_json(catalog: Catalog) -> Iterator[Asset]:
    """Yield a file for each dataset; `rows` is null if it may not be redistributed."""
    row = row_of(catalog)
    for dataset in catalog.datasets.values():
        record = {
            **dataset_description(dataset, catalog),
            "citation": citation_line(of_a_dataset(dataset, catalog)),
            **taken_from(catalog),
            "columns": {name: MEANING[name] for name in HEADER},
            "rows": [row_record(HEADER, row(o)) for o in dataset.observations] if dataset.redistributable else None,
        }
        content = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        yield Asset(path=of_data(dataset.id, "json"), content=f"{content}\n".encode())
