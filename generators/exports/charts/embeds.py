"""Embed pages of charts for frames on other sites: no fonts, both colour schemes, the same policy, interactive on demand."""

from collections.abc import Iterator

from markupsafe import Markup

from generators.charts.data.chart_data import ChartData
from generators.charts.descriptions.chart_description import caption_lines
from generators.charts.render.drawing import Drawing, figure_svg
from generators.components.chart_figure import explore
from generators.components.templates import render_document
from generators.model import Asset, Catalog
from generators.urls.paths import of_embed


def embeds(catalog: Catalog, data: ChartData, drawing: Drawing) -> Iterator[Asset]:
    """Yield one page, with a link back to the chart's own."""
    path = of_embed(data.spec.slug)
    images = "".join(figure_svg(drawing, form) for form in drawing.frames)
    content = render_document(
        catalog,
        path,
        "embed",
        title=data.spec.title,
        spec=data.spec,
        live=bool(drawing.lives),
        images=Markup(images),  # noqa: S704 - drawn by ourselves
        explore=explore(path, catalog, data),
        caption=caption_lines(data),
    )
    yield Asset(path=path, content=content)
