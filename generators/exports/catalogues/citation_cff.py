"""Citation of all data in the Citation File Format 1.2, which reference managers and code hosts read."""

from collections.abc import Iterator

import yaml

from generators.metadata.csl_items import date_of, of_a_dataset
from generators.metadata.terms import NAMED, licence_terms, site_account
from generators.model import Asset, Catalog, Dataset
from generators.urls.links import contact_fields
from generators.urls.paths import CITATION

_MESSAGE = f"{NAMED} The titles of the datasets among the references also do. To cite the compilation, use this record."
"""Only the message and the abstract can contain notes on a licence."""


def citation_cff(catalog: Catalog) -> Iterator[Asset]:
    """Yield one file, with every dataset among its references; without a DOI, as there is none."""
    config, edition = catalog.config, catalog.edition
    record = {
        "cff-version": "1.2.0",
        "message": f"{_MESSAGE} {licence_terms(config)}",
        "type": "dataset",
        "title": f"{config.name}: data",
        "abstract": f"{site_account(config)}\n\n{licence_terms(config)}",
        "authors": [{"name": config.publisher}],
        "contact": [{"name": config.publisher, **contact_fields(config, "email", "website")}],
        "version": edition.version,
        "date-released": edition.date.isoformat(),
        "license": config.licence,
        **({"url": config.address} if config.address else {}),
        "keywords": [topic.title for topic in config.topics.values()],
        "references": [_reference(dataset, catalog) for dataset in catalog.datasets.values()],
    }
    text = yaml.safe_dump(record, sort_keys=False, allow_unicode=True, width=120)
    yield Asset(path=CITATION, content=text.encode())


def _reference(dataset: Dataset, catalog: Catalog) -> dict[str, object]:
    """Return the dataset as it is cited elsewhere: compiled for this edition, with its year."""
    config, edition, item = catalog.config, catalog.edition, of_a_dataset(dataset, catalog)
    return {
        "type": "data",
        "title": item["title"],
        "authors": [{"name": config.publisher}],
        "version": edition.version,
        "date-released": edition.date.isoformat(),
        "year": date_of(item)[0],
        **({"url": item["URL"]} if "URL" in item else {}),
        "notes": f"Terms: {dataset.licence.strip()}",
        "collection-title": f"{config.name}: data",
    }
