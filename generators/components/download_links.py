"""Rows of links under charts and datasets: files with their sizes, citation, embed code, code to load the data.

Plain links and disclosures, without scripts.
"""

from collections.abc import Iterator
from html import escape

from generators.charts.descriptions.chart_description import rows_leave
from generators.components.citations import BOX
from generators.components.file_sizes import size_of
from generators.components.markup import inline, link
from generators.metadata.code_snippets import snippets
from generators.metadata.csl_items import citation_line, of_a_chart
from generators.model import Catalog, ChartSpec, Dataset
from generators.urls.links import absolute, html_way
from generators.urls.paths import of_chart, of_chart_file, of_csv, of_data, of_embed

_FRAME = '<iframe src="{address}" title="{title}" width="100%" height="600" loading="lazy" style="border:0"></iframe>'
_NEWLINE = "\n"
_TO_BOX = f'<a href="#{BOX}">Cite</a>'
"""Link to the citation box of the page, so that a reference has one wording."""
_RELATIVE = " Add the address of this site before <code>embed/</code>."


def download_row(page: str, spec: ChartSpec, catalog: Catalog) -> str:
    """Return the row's HTML, without a blank line, for the page at that path."""
    files = "".join(to_file(page, of_chart_file(spec.slug, ending)) for ending in _endings(spec, catalog))
    cite = _TO_BOX if page == of_chart(spec.slug) else _cite(spec, catalog)
    return (
        f'<div class="chart-take" role="group" aria-label="{inline(f"Download: {spec.title}")}" data-part="links" data-skip="plain">'
        f"{files}{_permanent(page, spec, catalog)}{_embed(spec, catalog)}{cite}</div>\n"
    )


def _endings(spec: ChartSpec, catalog: Catalog) -> Iterator[str]:
    leave = rows_leave(spec, catalog)
    yield from ("csv", "json", "svg", "png", "zip") if leave else ("svg", "png")


def _permanent(page: str, spec: ChartSpec, catalog: Catalog) -> str:
    """Return a link to the chart's own page, in print with its address."""
    target = of_chart(spec.slug)
    printed = f'<span class="print-only" data-part="address">{inline(absolute(catalog.config, target))}</span>'
    return link(page, target, f"Permanent link{printed}", "permalink")


def _embed(spec: ChartSpec, catalog: Catalog) -> str:
    address = absolute(catalog.config, of_embed(spec.slug))
    frame = escape(_FRAME.format(address=escape(address), title=escape(spec.title)))
    told = "" if catalog.config.address else _RELATIVE
    name = inline(f"HTML that embeds: {spec.title}")
    return (
        f"<details><summary>Embed</summary><p>Copy this into your page.{told}</p>"
        f'<textarea readonly rows="4" spellcheck="false" aria-label="{name}">{frame}</textarea></details>'
    )


def _cite(spec: ChartSpec, catalog: Catalog) -> str:
    return f"<details><summary>Cite</summary><p>{inline(citation_line(of_a_chart(spec, catalog)))}</p></details>"


def dataset_downloads(page: str, dataset: Dataset, catalog: Catalog) -> str:
    """Return the row of a redistributable dataset, for the page at that path."""
    files = "".join(to_file(page, of_data(dataset.id, ending)) for ending in ("csv", "json", "zip"))
    name = inline(f"Download: {dataset.title}")
    row = f'<div class="chart-take" role="group" aria-label="{name}" data-skip="plain search">'
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
