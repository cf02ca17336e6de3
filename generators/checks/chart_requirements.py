"""Checks of the chart declarations: each has what its kind needs, and draws something readable.

No chart is drawn here, so that a check never starts the renderer.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from generators.analysis.chart_selection import variants
from generators.charts.chart_kind import Need
from generators.charts.data.chart_data import ChartData, all_chart_data
from generators.charts.data.part_whole import MOST as MOST_PARTS
from generators.charts.registry import is_drawable
from generators.charts.render.spec_lint import MOST_MARKS
from generators.model import Catalog, ChartSpec, Observation
from generators.model.dataset import is_provisional
from generators.model.problems import Problem, did_you_mean
from generators.text.wording import amount, plural, when


def chart_requirements(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each chart that does not meet the requirements of its kind, such as one unit, one
    recorder or a common period, or that has more than 5,000 marks.
    """
    for declared in catalog.charts.values():
        if is_drawable(declared, catalog):
            yield from _unmet(declared, catalog)


def _problem(spec: ChartSpec, subject: str, expected: str, advice: str, found: str | None = None) -> Problem:
    return Problem(where=spec.where.part(subject), subject=subject, expected=expected, advice=advice, found=found)


def _unmet(declared: ChartSpec, catalog: Catalog) -> Iterator[Problem]:
    charts = variants(catalog, declared)
    if not charts:
        yield _problem(declared, "places", "a place with at least three figures", "Name the places, or another series.")
    for data in (all_chart_data(catalog)[chart.slug] for chart in charts):
        if wrong := unmet_need(data) or _without_events(data, catalog):
            yield wrong
        marks = len(data.selected) + len(data.events)
        if marks > MOST_MARKS:
            expected, advice = f"at most {MOST_MARKS:,} marks", "Choose a period, or fewer places, or yearly figures."
            yield _problem(data.spec, "series", expected, advice, plural(marks, "mark"))


def unmet_need(data: ChartData) -> Problem | None:
    """The first need of its kind that the chart does not meet."""
    problems = (_NEEDS[need](data) for need in data.kind.needs if need in _NEEDS)
    return next(filter(None, problems), None)


def _figures(data: ChartData) -> Problem | None:
    if not data.spec.series:
        return _problem(data.spec, "series", "a list of dataset/indicator", "Write for example - rainfall-daily/rain.")
    if data.selected:
        return None
    expected = "a selection with at least one number"
    advice = "Check the places and the period against the dataset's rows."
    return _problem(data.spec, "series", expected, advice, _series(data.spec))


def _dates(data: ChartData) -> Problem | None:
    if data.dated:
        return None
    expected, advice = "figures with a date", "Use kind: bars or kind: range, which can show undated figures."
    return _problem(data.spec, "series", expected, advice, _series(data.spec))


def _recorder(data: ChartData) -> Problem | None:
    several = [d for d, _ in data.spec.series if data.datasets[d].form == "statements"]
    if not several:
        return None
    expected = "datasets of one recorder"
    advice = "Separate statements are not a series and are never joined by a line: use kind: range."
    return _problem(data.spec, "series", expected, advice, several[0])


def _one_concept(data: ChartData) -> Problem | None:
    concepts = dict.fromkeys(data.datasets[d].indicators[i].concept for d, i in data.spec.series)
    if len(concepts) == 1 or len({d for d, _ in data.spec.series}) == 1:
        return None
    expected = "one concept in one chart"
    advice = "Figures under different definitions do not share an axis: make a chart for each concept."
    return _problem(data.spec, "series", expected, advice, ", ".join(concepts))


def _one_unit(data: ChartData) -> Problem | None:
    units = dict.fromkeys(o.indicator.unit for o in data.selected)
    if len(units) == 1:
        return None
    expected = "one unit on one axis"
    advice = "Make a chart for each unit: two axes can be scaled to suggest anything."
    return _problem(data.spec, "series", expected, advice, ", ".join(units))


def _final(data: ChartData) -> Problem | None:
    loose = [o for o in data.newest if is_provisional(o)]
    if not loose:
        return None
    expected = "figures that are not provisional"
    advice = "This kind cannot mark them: use kind: bars, which hatches them."
    return _problem(data.spec, "series", expected, advice, str(loose[0].where))


def _one_series(data: ChartData) -> Problem | None:
    groups = {(o.dataset, o.indicator.id, o.said_by, _whole(o)) for o in data.dated}
    if len(groups) == 1:
        return None
    expected = "one series"
    advice = "Columns show one recorder, indicator and place: use kind: line, or name the place."
    return _problem(data.spec, "series", expected, advice, f"{len(groups)} series")


def _whole(observation: Observation) -> str:
    return observation.place.parent if observation.place.kind == "area" else observation.place.code


def _one_figure_a_place(data: ChartData) -> Problem | None:
    rows = [o for o in data.newest if o.place.tile]
    if len(rows) == len(data.tiles):
        return None
    expected, advice = "one figure per place", "Name one indicator and a period with one figure per place."
    return _problem(data.spec, "period", expected, advice, data.spec.period.text if data.spec.period else None)


def _tiles(data: ChartData) -> Problem | None:
    if data.tiles:
        return None
    expected = "figures of places that have a tile"
    advice = "Add tile_column and tile_row to the places in data/places.csv, or use kind: bars."
    return _problem(data.spec, "places", expected, advice)


def _without_events(data: ChartData, catalog: Catalog) -> Problem | None:
    if "events" not in data.kind.needs or data.events:
        return None
    known = {event.topic for event in catalog.events}
    return _problem(
        data.spec, "topic", "a topic that has events", did_you_mean(data.spec.topic, known), data.spec.topic or None
    )


def _geometry(data: ChartData) -> Problem | None:
    if data.geometry:
        return None
    expected, advice = "outlines in data/geometry.topojson", "Use kind: tiles, which needs no outlines."
    return _problem(data.spec, "kind", expected, advice, data.spec.kind)


def _places(data: ChartData) -> Problem | None:
    if data.marked:
        return None
    return _problem(data.spec, "places", "the codes of the places to mark", "Write for example - DE-BY.")


def _one_measure(data: ChartData) -> Problem | None:
    if len(data.spec.series) == 1:
        return None
    advice = "All places show the same series: make a chart for each series."
    return _problem(data.spec, "series", "one series", advice, _series(data.spec))


def _two_places(data: ChartData) -> Problem | None:
    told = [placed.place.code for placed in data.placed if placed.observations]
    if len(told) > 1:
        return None
    expected, advice = "at least two places with a figure", "Name more places, or use kind: columns for one."
    return _problem(data.spec, "places", expected, advice, ", ".join(told))


def _one_place(data: ChartData) -> Problem | None:
    told = dict.fromkeys(o.place.code for o in data.dated)
    if len(told) == 1:
        return None
    expected, advice = "figures of one place", "Recorders are compared for one place at a time: name it under places."
    return _problem(data.spec, "places", expected, advice, ", ".join(told))


def _same_concept(data: ChartData) -> Problem | None:
    concepts = dict.fromkeys(data.datasets[d].indicators[i].concept for d, i in data.spec.series)
    if len(concepts) == 1:
        return None
    expected, advice = "one concept", "Only figures of one concept can disagree: make a chart for each concept."
    return _problem(data.spec, "series", expected, advice, ", ".join(concepts))


def _shared_periods(data: ChartData) -> Problem | None:
    figures = Counter((o.dataset, o.period) for o in data.dated)
    if any(n > 1 for n in figures.values()):
        expected, advice = "one figure per recorder and period", "Name one indicator of each dataset."
        return _problem(data.spec, "series", expected, advice, _series(data.spec))
    if data.shared_periods:
        return None
    expected = "a period with figures from two recorders"
    advice = "Name series of two datasets that cover the same periods."
    return _problem(data.spec, "series", expected, advice, _series(data.spec))


def _history(data: ChartData) -> Problem | None:
    if data.revised:
        return None
    expected = "figures of one speaker for one concept, place and period that differ by date of reporting"
    advice = "Name the place and the period, and series whose rows have a date in as_of or a dated source."
    return _problem(data.spec, "series", expected, advice, _series(data.spec))


def _two_periods(data: ChartData) -> Problem | None:
    if any(pair.then and pair.now for pair in data.pairs):
        return None
    expected = "a series with a figure for both the first and the last period"
    advice = "Choose a period that begins and ends with figures of the same places."
    return _problem(data.spec, "period", expected, advice, data.spec.period.text if data.spec.period else None)


def _parts(data: ChartData) -> Problem | None:
    if not data.part_names:
        expected = "a whole, then its parts, from the same speaker"
        advice = "Name the series of the whole first, then its parts."
        return _problem(data.spec, "series", expected, advice, _series(data.spec))
    if len(data.part_names) > MOST_PARTS:
        expected, advice = f"at most {MOST_PARTS} parts", "Name fewer places: the others count as the rest."
        return _problem(data.spec, "places", expected, advice, plural(len(data.part_names), "part"))
    broken = next((whole for whole in data.wholes if not whole.holds), None)
    if broken is None:
        return None
    expected = "single figures above 0, with parts that add up to no more than the whole"
    advice = "Remove the period, or use kind: bars for parts that overlap."
    found = f"{amount(broken.observation)} and its parts, {when(broken.observation.period)}"
    return _problem(data.spec, "series", expected, advice, found)


def _events_in_time(data: ChartData) -> Problem | None:
    if data.events:
        return None
    expected = "an event in the period and places of the figures"
    advice = "Check topic and places, or use kind: columns."
    return _problem(data.spec, "topic", expected, advice, data.spec.topic or None)


def _series(spec: ChartSpec) -> str:
    return ", ".join(f"{dataset}/{indicator}" for dataset, indicator in spec.series)


_NEEDS: Mapping[Need, Callable[[ChartData], Problem | None]] = {
    "figures": _figures,
    "dates": _dates,
    "recorder": _recorder,
    "one-concept": _one_concept,
    "one-unit": _one_unit,
    "final": _final,
    "one-series": _one_series,
    "one-figure-a-place": _one_figure_a_place,
    "tiles": _tiles,
    "geometry": _geometry,
    "places": _places,
    "one-measure": _one_measure,
    "two-places": _two_places,
    "one-place": _one_place,
    "same-concept": _same_concept,
    "shared-periods": _shared_periods,
    "history": _history,
    "two-periods": _two_periods,
    "parts": _parts,
    "events-in-time": _events_in_time,
}
