"""A chart as a picture to put into a document or a slide: SVG and PNG, with title, source, period and edition drawn in."""

from collections.abc import Iterator

from generators.addresses import of_card, of_chart_file
from generators.drawing import Drawing
from generators.model import Asset, Catalog, ChartSpec


def pictures(spec: ChartSpec, _catalog: Catalog, drawing: Drawing) -> Iterator[Asset]:
    """Three files, opaque and in light colours; the last has the shape that links are shared with."""
    yield Asset(path=of_chart_file(spec.slug, "svg"), content=drawing.picture.encode())
    yield Asset(path=of_chart_file(spec.slug, "png"), content=drawing.png)
    yield Asset(path=of_card(spec.slug), content=drawing.card)
