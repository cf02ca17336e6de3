"""Checks of the chart declarations: each has what its kind needs, and draws something readable.

No chart is drawn here, so that a check never starts the renderer.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from generators.analysis.chart_selection import chosen_events, highlighted, latest, selected, variants
from generators.analysis.revisions import history
from generators.charts.data.by_place import by_place
from generators.charts.data.events_in_time import events_under
from generators.charts.data.part_whole import MOST as MOST_PARTS
from generators.charts.data.part_whole import part_names, wholes
from generators.charts.data.series import in_time
from generators.charts.data.shared_periods import periods_in_common
from generators.charts.data.tile_values import tiled
from generators.charts.data.two_dates import pairs
from generators.charts.registry import KINDS, Need, is_drawable
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
            yield from _problems(declared, catalog)


def _problem(spec: ChartSpec, subject: str, expected: str, advice: str, text: str | None = None) -> Problem:
    return Problem(where=spec.where.part(subject), subject=subject, expected=expected, advice=advice, found=text)


def _problems(declared: ChartSpec, catalog: Catalog) -> Iterator[Problem]:
    charts = variants(declared, catalog)
    if not charts:
        yield _problem(declared, "places", "a place with at least three figures", "Name the places, or another series.")
    for chart in charts:
        if problem := unmet_need(chart, catalog):
            yield problem
        marks = len(selected(chart, catalog)) + len(chosen_events(chart, catalog)) * (chart.kind == "timeline")
        if marks > MOST_MARKS:
            expected, advice = f"at most {MOST_MARKS:,} marks", "Choose a period, or fewer places, or yearly figures."
            yield _problem(chart, "series", expected, advice, plural(marks, "mark"))


def unmet_need(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    """Return the first unmet need of the chart's kind."""
    problems = (_NEEDS[need](spec, catalog) for need in KINDS[spec.kind].needs if need in _NEEDS)
    return next(filter(None, problems), None)


def _figures(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    if not spec.series:
        return _problem(spec, "series", "a list of dataset/indicator", "Write for example - rainfall-daily/rain.")
    if selected(spec, catalog):
        return None
    expected = "a selection with at least one number"
    advice = "Check the places and the period against the dataset's rows."
    return _problem(spec, "series", expected, advice, _series(spec))


def _dates(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    if in_time(spec, catalog):
        return None
    expected, advice = "figures with a date", "Use kind: bars or kind: range, which can show undated figures."
    return _problem(spec, "series", expected, advice, _series(spec))


def _recorder(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    several = [d for d, _ in spec.series if catalog.datasets[d].form == "statements"]
    if not several:
        return None
    expected = "datasets of one recorder"
    advice = "Separate statements are not a series and are never joined by a line: use kind: range."
    return _problem(spec, "series", expected, advice, several[0])


def _one_concept(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    concepts = dict.fromkeys(catalog.datasets[d].indicators[i].concept for d, i in spec.series)
    if len(concepts) == 1 or len({d for d, _ in spec.series}) == 1:
        return None
    expected = "one concept in one chart"
    advice = "Figures under different definitions do not share an axis: make a chart for each concept."
    return _problem(spec, "series", expected, advice, ", ".join(concepts))


def _one_unit(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    units = dict.fromkeys(o.indicator.unit for o in selected(spec, catalog))
    if len(units) == 1:
        return None
    expected = "one unit on one axis"
    advice = "Make a chart for each unit: two axes can be scaled to suggest anything."
    return _problem(spec, "series", expected, advice, ", ".join(units))


def _final(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    loose = [o for o in latest(selected(spec, catalog)) if is_provisional(o)]
    if not loose:
        return None
    expected = "figures that are not provisional"
    advice = "This kind cannot mark them: use kind: bars, which hatches them."
    return _problem(spec, "series", expected, advice, str(loose[0].where))


def _one_series(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    groups = {(o.dataset, o.indicator.id, o.said_by, _whole(o)) for o in in_time(spec, catalog)}
    if len(groups) == 1:
        return None
    expected = "one series"
    advice = "Columns show one recorder, indicator and place: use kind: line, or name the place."
    return _problem(spec, "series", expected, advice, f"{len(groups)} series")


def _whole(observation: Observation) -> str:
    return observation.place.parent if observation.place.kind == "area" else observation.place.code


def _one_figure_a_place(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    rows = [o for o in latest(selected(spec, catalog)) if o.place.tile]
    if len(rows) == len(tiled(spec, catalog)):
        return None
    expected, advice = "one figure per place", "Name one indicator and a period with one figure per place."
    return _problem(spec, "period", expected, advice, spec.period.text if spec.period else None)


def _tiles(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    if tiled(spec, catalog):
        return None
    expected = "figures of places that have a tile"
    advice = "Add tile_column and tile_row to the places in data/places.csv, or use kind: bars."
    return _problem(spec, "places", expected, advice)


def _events(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    if chosen_events(spec, catalog):
        return None
    topics = {event.topic for event in catalog.events}
    return _problem(spec, "topic", "a topic that has events", did_you_mean(spec.topic, topics), spec.topic or None)


def _geometry(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    if catalog.geometry:
        return None
    expected, advice = "outlines in data/geometry.topojson", "Use kind: tiles, which needs no outlines."
    return _problem(spec, "kind", expected, advice, spec.kind)


def _places(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    if any(highlighted(spec, catalog)):
        return None
    return _problem(spec, "places", "the codes of the places to mark", "Write for example - DE-BY.")


def _one_measure(spec: ChartSpec, _catalog: Catalog) -> Problem | None:
    if len(spec.series) == 1:
        return None
    return _problem(
        spec, "series", "one series", "All places show the same series: make a chart for each series.", _series(spec)
    )


def _two_places(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    codes = [row.place.code for row in by_place(spec, catalog) if row.observations]
    if len(codes) > 1:
        return None
    expected, advice = "at least two places with a figure", "Name more places, or use kind: columns for one."
    return _problem(spec, "places", expected, advice, ", ".join(codes))


def _one_place(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    codes = dict.fromkeys(o.place.code for o in in_time(spec, catalog))
    if len(codes) == 1:
        return None
    expected, advice = "figures of one place", "Recorders are compared for one place at a time: name it under places."
    return _problem(spec, "places", expected, advice, ", ".join(codes))


def _same_concept(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    concepts = dict.fromkeys(catalog.datasets[d].indicators[i].concept for d, i in spec.series)
    if len(concepts) == 1:
        return None
    expected, advice = "one concept", "Only figures of one concept can disagree: make a chart for each concept."
    return _problem(spec, "series", expected, advice, ", ".join(concepts))


def _shared_periods(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    figures = Counter((o.dataset, o.period) for o in in_time(spec, catalog))
    if any(n > 1 for n in figures.values()):
        expected, advice = "one figure per recorder and period", "Name one indicator of each dataset."
        return _problem(spec, "series", expected, advice, _series(spec))
    if periods_in_common(spec, catalog):
        return None
    expected = "a period with figures from two recorders"
    advice = "Name series of two datasets that cover the same periods."
    return _problem(spec, "series", expected, advice, _series(spec))


def _history(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    if history(catalog, selected(spec, catalog)):
        return None
    expected = "figures of one speaker for one concept, place and period that differ by date of reporting"
    advice = "Name the place and the period, and series whose rows have a date in as_of or a dated source."
    return _problem(spec, "series", expected, advice, _series(spec))


def _two_periods(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    if any(pair.then and pair.now for pair in pairs(spec, catalog)):
        return None
    expected = "a series with a figure for both the first and the last period"
    advice = "Choose a period that begins and ends with figures of the same places."
    return _problem(spec, "period", expected, advice, spec.period.text if spec.period else None)


def _parts(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    rows = wholes(spec, catalog)
    if not part_names(spec, catalog):
        expected = "a whole, then its parts, from the same speaker"
        advice = "Name the series of the whole first, then its parts."
        return _problem(spec, "series", expected, advice, _series(spec))
    if len(part_names(spec, catalog)) > MOST_PARTS:
        expected, advice = f"at most {MOST_PARTS} parts", "Name fewer places: the others count as the rest."
        return _problem(spec, "places", expected, advice, plural(len(part_names(spec, catalog)), "part"))
    invalid = next((row for row in rows if not row.holds), None)
    if invalid is None:
        return None
    expected = "single figures above 0, with parts that add up to no more than the whole"
    advice = "Remove the period, or use kind: bars for parts that overlap."
    return _problem(
        spec,
        "series",
        expected,
        advice,
        f"{amount(invalid.observation)} and its parts, {when(invalid.observation.period)}",
    )


def _events_in_time(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    if events_under(spec, catalog):
        return None
    expected = "an event in the period and places of the figures"
    advice = "Check topic and places, or use kind: columns."
    return _problem(spec, "topic", expected, advice, spec.topic or None)


def _series(spec: ChartSpec) -> str:
    return ", ".join(f"{dataset}/{indicator}" for dataset, indicator in spec.series)


_NEEDS: Mapping[Need, Callable[[ChartSpec, Catalog], Problem | None]] = {
    "figures": _figures,
    "dates": _dates,
    "recorder": _recorder,
    "one-concept": _one_concept,
    "one-unit": _one_unit,
    "final": _final,
    "one-series": _one_series,
    "one-figure-a-place": _one_figure_a_place,
    "tiles": _tiles,
    "events": _events,
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
