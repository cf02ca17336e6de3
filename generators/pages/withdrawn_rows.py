"""Pages at the addresses of rows that were all moved or withdrawn."""

from collections.abc import Iterator

from generators.analysis.history.releases import gone
from generators.components.markup import inline, link, title
from generators.components.notices import by_page
from generators.model import Catalog, Page
from generators.urls.paths import DATASETS, of_dataset, rows_page


def withdrawn_pages(catalog: Catalog) -> Iterator[Page]:
    """Yield a page for each address of rows that no dataset has any more; the notices are added with all others."""
    standing = {rows_page(dataset, o) for dataset in catalog.datasets.values() for o in dataset.observations}
    standing |= {of_dataset(name) for name in catalog.datasets}
    for path, rows in by_page(gone(catalog)).items():
        if path not in standing:
            dataset = rows[0].figure.key.dataset
            known = catalog.datasets.get(dataset)
            name = f"{known.title if known else dataset}: moved or withdrawn figures"
            back = link(path, of_dataset(dataset), inline(known.title)) if known else link(path, DATASETS, "All data")
            yield Page(path=path, title=name, markdown=f"{title(name)}\n\n{back}", searchable=False, hide=("toc",))
