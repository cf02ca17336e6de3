"""A chart as a page of its own for a frame on another site: no font, both colour schemes, the same policy, alive when touched."""

from collections.abc import Iterator
from html import escape

from generators.addresses import chart_anchor, of_chart, of_embed
from generators.charts.description import reading_help, source_line
from generators.drawing import Drawing
from generators.figures import explore
from generators.model import Asset, Catalog, ChartSpec
from generators.policy import PLAIN_HEAD
from generators.ways import html_way
from generators.wording import on

_STYLES = ("charts", "embed")


def embeds(spec: ChartSpec, catalog: Catalog, drawing: Drawing) -> Iterator[Asset]:
    """One page, which links back to the chart's own."""
    edition = catalog.edition
    path = of_embed(spec.slug)
    styles = "".join(f'<link rel="stylesheet" href="{html_way(path, f"assets/css/{name}.css")}">' for name in _STYLES)
    script = f'<script src="{html_way(path, "assets/js/charts.js")}" defer></script>' if drawing.lives else ""
    icon = f'<link rel="icon" href="{html_way(path, "assets/img/favicon.svg")}">'
    below = "".join(
        f"<p>{escape(line)}</p>" for line in (source_line(spec, catalog), reading_help(spec), spec.note) if line
    )
    back = (
        f'<a href="{html_way(path, of_chart(spec.slug))}" target="_blank" rel="noopener">{escape(edition.name)}</a>, '
        f"edition of {on(edition.date)}"
    )
    subtitle = f'<p class="chart-subtitle">{escape(spec.subtitle)}</p>' if spec.subtitle else ""
    yield Asset(
        path=path,
        content=(
            f'<!doctype html>\n<html lang="en"><head>{PLAIN_HEAD}<title>{escape(spec.title)}</title>{icon}{styles}{script}</head>\n'
            f'<body class="md-typeset"><main><figure class="chart" id="{chart_anchor(spec)}">'
            f'<h1 class="chart-title">{escape(spec.title)}</h1>'
            f'{subtitle}<div class="chart-body">{drawing.wide}{drawing.narrow}</div>{explore(spec)}'
            f"<figcaption>{below}<p>{back}</p></figcaption></figure></main></body></html>\n"
        ).encode(),
    )
