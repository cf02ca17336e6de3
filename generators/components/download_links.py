"""Rows of links under charts and datasets: files with their sizes, citation, embed code, code to load the data.

Plain links and disclosures, without scripts.
"""

from markupsafe import Markup

from generators.charts.data.chart_data import ChartData
from generators.components.templates import render_macro
from generators.metadata.code_snippets import snippets
from generators.metadata.csl_items import citation_line, of_a_chart
from generators.model import Catalog, Dataset
from generators.urls.links import absolute
from generators.urls.paths import of_csv

_TEMPLATE = "downloads"


def chart_downloads(page: str, catalog: Catalog, data: ChartData) -> Markup:
    """Return the row of a chart, without a blank line, for the page at that path."""
    endings = ("csv", "json", "svg", "png", "zip") if data.redistributable else ("svg", "png")
    frame = str(render_macro(catalog, page, _TEMPLATE, "embed", data.spec))  # as text: it is shown, not used
    citation = citation_line(of_a_chart(data))
    return render_macro(catalog, page, _TEMPLATE, "chart", data.spec, endings, frame, citation)


def dataset_downloads(page: str, dataset: Dataset, catalog: Catalog) -> Markup:
    """Return the row of a redistributable dataset, for the page at that path."""
    return render_macro(
        catalog, page, _TEMPLATE, "dataset", dataset, snippets(absolute(catalog.config, of_csv(dataset)))
    )
