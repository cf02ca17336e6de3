"""Charts as SVG and PNG for documents and slides, with title, source, period and edition."""

from collections.abc import Iterator

from generators.charts.data.chart_data import ChartData
from generators.charts.render.drawing import Drawing
from generators.model import Asset, Catalog
from generators.urls.paths import of_card, of_chart_file


def pictures(_catalog: Catalog, data: ChartData, drawing: Drawing) -> Iterator[Asset]:
    """Yield three files, opaque and in light colours; the last has the proportions of a social card."""
    yield Asset(path=of_chart_file(data.spec.slug, "svg"), content=drawing.picture.encode())
    yield Asset(path=of_chart_file(data.spec.slug, "png"), content=drawing.png)
    yield Asset(path=of_card(data.spec.slug), content=drawing.card)
