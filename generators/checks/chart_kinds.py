"""Checks of the chart declarations: the kind exists, it has what it needs, and it draws something readable.

No chart is drawn here, so that a check never starts the renderer.
"""

from collections.abc import Callable, Iterator, Mapping

from generators.charts import KINDS, Need
from generators.charts.lint import MOST_MARKS
from generators.charts.selection import chosen_events, highlighted, is_provisional, latest, selected, variants
from generators.charts.series import in_time
from generators.charts.tilings import tiled
from generators.model import Catalog, ChartSpec, Observation
from generators.problems import Problem, did_you_mean


def chart_kinds(catalog: Catalog) -> Iterator[Problem]:
    """What is wrong with the declared charts."""
    for declared in catalog.charts.values():
        if declared.kind not in KINDS:
            advice = did_you_mean(declared.kind, KINDS)
            yield _problem(declared, "kind", ("the name of a chart kind", advice), declared.kind)
        elif _is_known(declared, catalog):
            yield from _unmet(declared, catalog)


def _is_known(spec: ChartSpec, catalog: Catalog) -> bool:
    """True if `chart_references` has nothing to say of its datasets and indicators."""
    return all(d in catalog.datasets and i in catalog.datasets[d].indicators for d, i in spec.series)


def _problem(spec: ChartSpec, subject: str, said: tuple[str, str], found: str | None = None) -> Problem:
    return Problem(where=spec.where.part(subject), subject=subject, expected=said[0], advice=said[1], found=found)


def _unmet(declared: ChartSpec, catalog: Catalog) -> Iterator[Problem]:
    charts = variants(declared, catalog)
    if not charts:
        yield _problem(
            declared, "places", ("a place with at least three figures", "Name the places, or another series.")
        )
    for chart in charts:
        for need in KINDS[chart.kind].needs:
            if wrong := _NEEDS[need](chart, catalog):
                yield wrong
                break
        marks = len(selected(chart, catalog)) + len(chosen_events(chart, catalog)) * (chart.kind == "timeline")
        if marks > MOST_MARKS:
            said = (f"at most {MOST_MARKS:,} marks", "Choose a period, or fewer places, or yearly figures.")
            yield _problem(chart, "series", said, f"{marks:,} marks")


def _figures(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    if not spec.series:
        return _problem(spec, "series", ("a list of dataset/indicator", "Write for example - rainfall-daily/rain."))
    if selected(spec, catalog):
        return None
    said = ("a selection that holds at least one number", "Check the places and the period against the dataset's rows.")
    return _problem(spec, "series", said, _series(spec))


def _dates(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    if in_time(spec, catalog):
        return None
    said = ("figures with a date", "Use the kind bars or range, which can show undated figures.")
    return _problem(spec, "series", said, _series(spec))


def _recorder(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    several = [d for d, _ in spec.series if catalog.datasets[d].form == "statements"]
    if not several:
        return None
    said = ("datasets of one recorder", "Separate statements are never joined by a line: use the kind range.")
    return _problem(spec, "series", said, several[0])


def _one_concept(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    concepts = dict.fromkeys(catalog.datasets[d].indicators[i].concept for d, i in spec.series)
    if len(concepts) == 1 or len({d for d, _ in spec.series}) == 1:
        return None
    said = (
        "one concept in one chart",
        "Figures under different definitions do not share an axis: make a chart of each.",
    )
    return _problem(spec, "series", said, ", ".join(concepts))


def _one_unit(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    units = dict.fromkeys(o.indicator.unit for o in selected(spec, catalog))
    if len(units) == 1:
        return None
    said = (
        "one unit on one axis",
        "Two units need two axes, and two axes can be made to show anything: a chart of each.",
    )
    return _problem(spec, "series", said, ", ".join(units))


def _final(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    loose = [o for o in latest(selected(spec, catalog)) if is_provisional(o)]
    if not loose:
        return None
    said = (
        "figures that are not provisional",
        "This kind cannot draw them apart: use the kind bars, which hatches them.",
    )
    return _problem(spec, "series", said, str(loose[0].where))


def _one_series(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    groups = {(o.dataset, o.indicator.id, o.said_by, _whole(o)) for o in in_time(spec, catalog)}
    if len(groups) == 1:
        return None
    said = ("one series", "Columns show one recorder, indicator and place: use the kind line, or name the place.")
    return _problem(spec, "series", said, f"{len(groups)} series")


def _whole(observation: Observation) -> str:
    return observation.place.parent if observation.place.kind == "area" else observation.place.code


def _one_figure_a_place(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    rows = [o for o in latest(selected(spec, catalog)) if o.place.tile]
    if len(rows) == len(tiled(spec, catalog)):
        return None
    said = ("one figure a place", "Name one indicator and a period that holds one figure a place.")
    return _problem(spec, "period", said, spec.period.text if spec.period else None)


def _tiles(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    if tiled(spec, catalog):
        return None
    said = (
        "figures of places that have a tile",
        "Give the places tile_column and tile_row in data/places.csv, or use bars.",
    )
    return _problem(spec, "places", said)


def _events(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    if chosen_events(spec, catalog):
        return None
    known = {event.topic for event in catalog.events}
    return _problem(spec, "topic", ("a topic that has events", did_you_mean(spec.topic, known)), spec.topic or None)


def _geometry(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    if catalog.geometry:
        return None
    said = ("outlines in data/geometry.topojson", "Use the kind tiles, which needs no outlines.")
    return _problem(spec, "kind", said, spec.kind)


def _places(spec: ChartSpec, catalog: Catalog) -> Problem | None:
    if any(highlighted(spec, catalog)):
        return None
    return _problem(spec, "places", ("the codes of the places to mark", "Write for example - DE-BY."))


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
}
