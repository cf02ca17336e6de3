"""How to cite all data, in the Citation File Format 1.2, which reference managers and code hosts read."""

from collections.abc import Iterator

import yaml

from generators.addresses import CITATION
from generators.handouts import NAMED, site_account
from generators.model import Asset, Catalog, Dataset, Edition
from generators.references import credited

_MESSAGE = f"{NAMED} The title of each dataset among the references does so too. To cite the compilation, use this."


def citation_cff(catalog: Catalog) -> Iterator[Asset]:
    """One file, with every dataset among its references; no DOI, since none was given."""
    edition = catalog.edition
    told = {
        "cff-version": "1.2.0",
        "message": _MESSAGE,
        "type": "dataset",
        "title": f"{edition.name}: data",
        "abstract": site_account(edition),
        "authors": [{"name": edition.publisher}],
        "contact": [{"name": edition.publisher, **({"email": edition.contact} if "@" in edition.contact else {})}],
        "version": edition.version,
        "date-released": edition.date.isoformat(),
        "license": edition.licence,
        **({"url": edition.address} if edition.address else {}),
        "keywords": [topic.title for topic in edition.topics.values()],
        "references": [_reference(dataset, edition) for dataset in catalog.datasets.values()],
    }
    text = yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=120)
    yield Asset(path=CITATION, content=text.encode())


def _reference(dataset: Dataset, edition: Edition) -> dict[str, object]:
    return {
        "type": "data",
        "title": credited(dataset.title, [dataset]),
        "authors": [{"name": edition.publisher}],
        "notes": f"Terms: {dataset.licence.strip()}",
        "collection-title": f"{edition.name}: data",
    }
