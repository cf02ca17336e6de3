"""Rows of links under charts and datasets: files with their sizes, citation, embed code, code to load the data.

Plain links and disclosures, without scripts.
"""

from html import escape

from generators.charts.data.chart_data import ChartData
from generators.components.citations import BOX
from generators.components.file_sizes import size_of
from generators.components.markup import inline, link
from generators.metadata.code_snippets import snippets
from generators.metadata.csl_items import citation_line, of_a_chart
from generators.model import Catalog, Dataset
from generators.urls.links import absolute, html_way
from generators.urls.paths import of_chart, of_chart_file, of_csv, of_data, of_embed

_FRAME = '<iframe src="{address}" title="{title}" width="100%" height="600" loading="lazy" style="border:0"></iframe>'
_NEWLINE = "\n"
_TO_BOX = f'<a href="#{BOX}">Cite</a>'
"""Link to the citation box of the page, so that a reference has one wording."""
_RELATIVE = " Add the address of this site before <code>embed/</code>."


def download_row(page: str, data: ChartData) -> str:
    """Return the row's HTML, without a blank line, for the page at that path."""
    spec = data.spec
    endings = ("csv", "json", "svg", "png", "zip") if data.redistributable else ("svg", "png")
    files = "".join(to_file(page, of_chart_file(spec.slug, ending)) for ending in endings)
    cite = _TO_BOX if page == of_chart(spec.slug) else _cite(data)
    return (
        f'<div class="chart-take" role="group" aria-label="{inline(f"Download: {spec.title}")}">'
        f"{files}{_permanent(page, data)}{_embed(data)}{cite}</div>\n"
    )


def _permanent(page: str, data: ChartData) -> str:
    """Return a link to the chart's own page, in print with its address."""
    target = of_chart(data.spec.slug)
    printed = f'<span class="print-only">{inline(absolute(data.config, target))}</span>'
    return link(page, target, f"Permanent link{printed}", "permalink")


def _embed(data: ChartData) -> str:
    spec, config = data.spec, data.config
    address = absolute(config, of_embed(spec.slug))
    frame = escape(_FRAME.format(address=escape(address), title=escape(spec.title)))
    told = "" if config.address else _RELATIVE
    name = inline(f"HTML that embeds: {spec.title}")
    return (
        f"<details><summary>Embed</summary><p>Copy this into your page.{told}</p>"
        f'<textarea readonly rows="4" spellcheck="false" aria-label="{name}">{frame}</textarea></details>'
    )


def _cite(data: ChartData) -> str:
    return f"<details><summary>Cite</summary><p>{inline(citation_line(of_a_chart(data)))}</p></details>"


def dataset_downloads(page: str, dataset: Dataset, catalog: Catalog) -> str:
    """Return the row of a redistributable dataset, for the page at that path."""
    files = "".join(to_file(page, of_data(dataset.id, ending)) for ending in ("csv", "json", "zip"))
    name = inline(f"Download: {dataset.title}")
    row = f'<div class="chart-take" role="group" aria-label="{name}" data-search-exclude>'
    return f"{row}{files}{_TO_BOX}{_load(dataset, catalog)}</div>"


def to_file(page: str, path: str) -> str:
    """Return a download link named by the file's format, with its size."""
    return f'<a href="{html_way(page, path)}" download>{path.rpartition(".")[2].upper()}{size_of(path)}</a>'


def _load(dataset: Dataset, catalog: Catalog) -> str:
    """Return code that loads the data; its newlines are character references, as a blank line would end the HTML."""
    code = snippets(absolute(catalog.config, of_csv(dataset)))
    told = "" if catalog.config.address else "<p>Add the address of this site before <code>data/</code>.</p>"
    lines = "".join(
        f"<p>{inline(language)}</p><pre><code>{inline(text.rstrip()).replace(_NEWLINE, '&#10;')}</code></pre>"
        for language, text in code.items()
    )
    return f"<details><summary>Load in code</summary>{told}{lines}</details>"
