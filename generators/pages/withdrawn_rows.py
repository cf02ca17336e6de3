"""Pages at the addresses of rows that were all moved or withdrawn."""

from collections.abc import Iterator

from generators.analysis.history.releases import gone
from generators.components.notices import by_page
from generators.components.templates import render_page
from generators.model import Catalog, Page
from generators.text.messages import gettext
from generators.urls.paths import of_dataset, rows_page


def withdrawn_pages(catalog: Catalog) -> Iterator[Page]:
    """Yield a page for each address of rows that no dataset has any more; the notices are added with all others."""
    standing = {rows_page(dataset, o) for dataset in catalog.datasets.values() for o in dataset.observations}
    standing |= {of_dataset(name) for name in catalog.datasets}
    for path, rows in by_page(gone(catalog)).items():
        if path not in standing:
            name = rows[0].figure.key.dataset
            dataset = catalog.datasets.get(name)
            title = gettext("%(dataset)s: moved or withdrawn figures", dataset=dataset.title if dataset else name)
            markdown = render_page(catalog, path, "withdrawn_rows", title=title, dataset=dataset)
            yield Page(path=path, title=title, markdown=markdown, searchable=False, hide=("toc",))
