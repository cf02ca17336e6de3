"""What a chart declares exists, and so does the chart of a briefing's card. Altair would draw an empty chart of a column that does not."""

from collections.abc import Iterator

from generators.charts.selection import EACH
from generators.model import Briefing, Catalog, ChartSpec
from generators.problems import CellError, Problem, did_you_mean


def chart_references(catalog: Catalog) -> Iterator[Problem]:
    """Every dataset, indicator, place and topic that a chart names and the catalog does not have."""
    for chart in catalog.charts.values():
        for dataset, indicator in chart.series:
            yield from _series(chart, dataset, indicator, catalog)
        yield from _places(chart, catalog)
        yield from _topic(chart, catalog)
    for briefing in catalog.briefings.values():
        yield from _card(briefing, catalog)


def _series(chart: ChartSpec, dataset: str, indicator: str, catalog: Catalog) -> Iterator[Problem]:
    where, found = chart.where.part("series"), f"{dataset}/{indicator}"
    if dataset not in catalog.datasets:
        unknown = CellError("a dataset before the slash", did_you_mean(dataset, catalog.datasets))
        yield unknown.at(where, "series", found)
        return
    indicators = catalog.datasets[dataset].indicators
    if indicator not in indicators:
        unknown = CellError(f"an indicator of {dataset} after the slash", did_you_mean(indicator, indicators))
        yield unknown.at(where, "series", found)


def _places(chart: ChartSpec, catalog: Catalog) -> Iterator[Problem]:
    for code in () if chart.places == (EACH,) else chart.places:
        if code not in catalog.places:
            unknown = CellError("the code of a place", did_you_mean(code, catalog.places))
            yield unknown.at(chart.where.part("places"), "places", code)


def _topic(chart: ChartSpec, catalog: Catalog) -> Iterator[Problem]:
    topics = catalog.edition.topics
    if chart.topic and chart.topic not in topics:
        unknown = CellError(f"a topic of {catalog.edition.where.path}", did_you_mean(chart.topic, topics))
        yield unknown.at(chart.where.part("topic"), "topic", chart.topic)


def _card(briefing: Briefing, catalog: Catalog) -> Iterator[Problem]:
    if briefing.card_chart not in catalog.charts:
        unknown = CellError("the name of a chart in content/charts", did_you_mean(briefing.card_chart, catalog.charts))
        yield unknown.at(briefing.where.part("card_chart"), "card_chart", briefing.card_chart)
