"""The quiet row under a chart: files with their sizes, the permanent address, a frame for other sites, a citation.

Plain links and two disclosures; none of it needs a script.
"""

from collections.abc import Iterator
from html import escape

from generators.addresses import absolute, html_way, of_chart, of_chart_file, of_embed
from generators.charts.description import cited, datasets_of
from generators.markup import inline, link
from generators.model import Catalog, ChartSpec
from generators.sizes import size_of

_FRAME = '<iframe src="{address}" title="{title}" width="100%" height="600" loading="lazy" style="border:0"></iframe>'
_RELATIVE = " Put the address of this site before <code>embed/</code>."


def downloads(page: str, spec: ChartSpec, catalog: Catalog) -> str:
    """The row's HTML, without a blank line, for the page at that path."""
    files = "".join(_file(page, spec, ending) for ending in _endings(spec, catalog))
    return (
        f'<div class="chart-take" role="group" aria-label="{inline(f"Take along: {spec.title}")}">'
        f"{files}{_permanent(page, spec, catalog)}{_embed(spec, catalog)}{_cite(spec, catalog)}</div>\n"
    )


def _endings(spec: ChartSpec, catalog: Catalog) -> Iterator[str]:
    if all(dataset.rows for dataset in datasets_of(spec, catalog).values()):
        yield from ("csv", "json")
    yield from ("svg", "png")


def _file(page: str, spec: ChartSpec, ending: str) -> str:
    path = of_chart_file(spec.slug, ending)
    return f'<a href="{html_way(page, path)}" download>{ending.upper()}{size_of(path)}</a>'


def _permanent(page: str, spec: ChartSpec, catalog: Catalog) -> str:
    """The way to the chart's own page; on paper it says the address."""
    target = of_chart(spec.slug)
    printed = f'<span class="print-only">{inline(absolute(catalog.edition, target))}</span>'
    return link(page, target, f"Permanent link{printed}", "permalink")


def _embed(spec: ChartSpec, catalog: Catalog) -> str:
    address = absolute(catalog.edition, of_embed(spec.slug))
    frame = escape(_FRAME.format(address=escape(address), title=escape(spec.title)))
    told = "" if catalog.edition.address else _RELATIVE
    name = inline(f"HTML that embeds: {spec.title}")
    return (
        f"<details><summary>Embed</summary><p>Copy this into your page.{told}</p>"
        f'<textarea readonly rows="4" spellcheck="false" aria-label="{name}">{frame}</textarea></details>'
    )


def _cite(spec: ChartSpec, catalog: Catalog) -> str:
    return f"<details><summary>Cite</summary><p>{inline(cited(spec, catalog))}</p></details>"
