"""Embed pages of charts for frames on other sites: no fonts, both colour schemes, the same policy, interactive on demand."""

from collections.abc import Iterator
from html import escape

from generators.charts.data.chart_data import ChartData
from generators.charts.descriptions.chart_description import reading_help, source_line
from generators.charts.render.drawing import Drawing, figure_svg
from generators.components.chart_figure import explore
from generators.components.csp import PLAIN_HEAD
from generators.model import Asset
from generators.text.wording import on
from generators.urls.links import html_way
from generators.urls.paths import chart_anchor, of_chart, of_embed

_STYLES = ("charts", "embed")


def embeds(data: ChartData, drawing: Drawing) -> Iterator[Asset]:
    """Yield one page, with a link back to the chart's own."""
    spec, config, edition = data.spec, data.config, data.edition
    path = of_embed(spec.slug)
    script = f'<script src="{html_way(path, "assets/js/charts.js")}" defer></script>' if drawing.lives else ""
    below = "".join(f"<p>{escape(line)}</p>" for line in (source_line(data), reading_help(data), spec.note) if line)
    back = (
        f'<a href="{html_way(path, of_chart(spec.slug))}" target="_blank" rel="noopener">{escape(config.name)}</a>, '
        f"edition of {on(edition.date)}"
    )
    images = "".join(figure_svg(drawing, form) for form in drawing.frames)
    subtitle = f'<p class="chart-subtitle">{escape(spec.subtitle)}</p>' if spec.subtitle else ""
    yield framed(
        path,
        spec.title,
        f'<figure class="chart" id="{chart_anchor(spec)}"><h1 class="chart-title">{escape(spec.title)}</h1>'
        f'{subtitle}<div class="chart-body">{images}</div>{explore(data)}'
        f"<figcaption>{below}<p>{back}</p></figcaption></figure>",
        script,
    )


def framed(path: str, name: str, figure: str, script: str = "") -> Asset:
    """Return a page for a frame: the figure alone, with the site's styles and policy."""
    icon = f'<link rel="icon" href="{html_way(path, "assets/img/favicon.svg")}">'
    styles = "".join(f'<link rel="stylesheet" href="{html_way(path, f"assets/css/{each}.css")}">' for each in _STYLES)
    return Asset(
        path=path,
        content=(
            f'<!doctype html>\n<html lang="en"><head>{PLAIN_HEAD}<title>{escape(name)}</title>{icon}{styles}{script}</head>\n'
            f'<body class="md-typeset"><main>{figure}</main></body></html>\n'
        ).encode(),
    )
