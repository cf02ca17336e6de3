"""References of charts: existing data, unique names, and existing card charts.

Altair would draw an empty chart for a missing column.
"""

from collections.abc import Iterable, Iterator

from generators.analysis.chart_selection import EACH, expanded, variants
from generators.model import Briefing, Catalog, ChartSpec
from generators.model.problems import CellError, Problem, did_you_mean


def chart_references(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each dataset, indicator, place or topic in a chart that does not exist, each chart name
    that is taken, and each card whose chart cannot be drawn.
    """
    for chart in catalog.charts.values():
        for dataset, indicator in chart.series:
            yield from _series(chart, dataset, indicator, catalog)
        yield from _places(chart, catalog)
        yield from _topic(chart, catalog)
    yield from _names(catalog)
    charts = expanded(catalog)
    for briefing in catalog.briefings.values():
        if briefing.card_chart not in charts:
            yield _card(briefing, charts, catalog)


def _series(chart: ChartSpec, dataset: str, indicator: str, catalog: Catalog) -> Iterator[Problem]:
    where, name = chart.where.part("series"), f"{dataset}/{indicator}"
    if dataset not in catalog.datasets:
        unknown = CellError("a dataset before the slash", did_you_mean(dataset, catalog.datasets))
        yield unknown.at(where, "series", name)
        return
    indicators = catalog.datasets[dataset].indicators
    if indicator not in indicators:
        unknown = CellError(f"an indicator of {dataset} after the slash", did_you_mean(indicator, indicators))
        yield unknown.at(where, "series", name)


def _places(chart: ChartSpec, catalog: Catalog) -> Iterator[Problem]:
    for code in () if chart.places == (EACH,) else chart.places:
        if code not in catalog.places:
            unknown = CellError("the code of a place", did_you_mean(code, catalog.places))
            yield unknown.at(chart.where.part("places"), "places", code)


def _topic(chart: ChartSpec, catalog: Catalog) -> Iterator[Problem]:
    topics = catalog.config.topics
    if chart.topic and chart.topic not in topics:
        unknown = CellError(f"a topic of {catalog.config.where.path}", did_you_mean(chart.topic, topics))
        yield unknown.at(chart.where.part("topic"), "topic", chart.topic)


def _names(catalog: Catalog) -> Iterator[Problem]:
    """Yield duplicate chart names; a chart for one place has the place's code after its name."""
    owners: dict[str, ChartSpec] = {}
    for chart in (chart for declared in catalog.charts.values() for chart in variants(catalog, declared)):
        owner = owners.setdefault(chart.slug, chart)
        if owner is not chart:
            advice = f"{owner.where.path} generates a chart of that name: rename one of the two files."
            yield CellError("a unique chart name", advice).at(chart.where, "chart", chart.slug)


def _card(briefing: Briefing, charts: Iterable[str], catalog: Catalog) -> Problem:
    name = briefing.card_chart
    unknown = CellError("the name of a chart in content/charts", did_you_mean(name, charts))
    if name in catalog.charts:
        of_places = did_you_mean("", (chart.slug for chart in variants(catalog, catalog.charts[name])))
        unknown = CellError("the name of one chart", f"It declares one chart per place: name one of them. {of_places}")
    return unknown.at(briefing.where.part("card_chart"), "card_chart", name)
