"""Everything that a chart's drawing depends on, as plain values: what the cache's key is made from."""

from collections.abc import Callable, Mapping
from hashlib import sha256

from generators.charts.data.chart_data import ChartData
from generators.model import Dataset, Event, Observation, Period, Place
from generators.model.dataset import is_provisional

Plain = dict[str, object]


def ingredients(data: ChartData) -> Plain:
    """Return the declaration and its selection; equal results make equal drawings."""
    also = _ALSO.get(data.spec.kind)
    return {
        "kind": data.spec.kind,
        "series": [list(pair) for pair in data.spec.series],
        "places": list(map(_place, data.marked)),
        "rows": list(map(_row, data.rows)),
        "events": list(map(_event, data.events)),
        "datasets": [_dataset(dataset, data) for dataset in data.drawn_datasets.values()],
        "concepts": sorted({c.title for o in data.rows if (c := data.concepts.get(o.indicator.concept))}),
        **(also(data) if also else {}),
    }


def _timeline(data: ChartData) -> Plain:
    return {"topics": [[t.id, t.title] for t in data.config.topics.values()]}


def _tiles(data: ChartData) -> Plain:
    return {"tiles": [_place(place) for place in data.places.values() if place.tile]}


def _locator(data: ChartData) -> Plain:
    return {"geometry": sha256(data.geometry).hexdigest(), "all places": list(map(_place, data.places.values()))}


def _revision(data: ChartData) -> Plain:
    steps = (*data.revised.steps, *data.revised.unplaced) if data.revised else ()
    return {"steps": [[_row(s.observation), _text(s.reported), _text(s.not_before)] for s in steps]}


def _row(o: Observation) -> Plain:
    return {
        "key": o.key,
        "dataset": o.dataset,
        "numbers": [str(n) for n in (o.value, o.lower, o.upper)],
        "qualifier": o.qualifier,
        "wording": o.wording,
        "provisional": is_provisional(o),
        "place": _place(o.place),
        "indicator": [o.indicator.title, o.indicator.unit, o.indicator.kind, o.indicator.concept],
    }


def _dataset(dataset: Dataset, data: ChartData) -> Plain:
    recorder, breaks = dataset.recorder, [[_text(b.period), b.label] for b in dataset.breaks]
    place = [data.recorders.colour(recorder), data.recorders.rank(recorder)]
    return {"id": dataset.id, "recorder": recorder, "colour and rank": place, "breaks": breaks}


def _event(event: Event) -> list[str]:
    return [_text(event.date), event.topic, event.place.name, event.at, event.title]


def _place(place: Place) -> list[str]:
    position = map(str, (place.tile, place.latitude, place.longitude))
    return [place.code, place.name, place.kind, place.parent, *position]


def _text(period: Period | None) -> str:
    return period.text if period else ""


_ALSO: Mapping[str, Callable[[ChartData], Plain]] = {
    "timeline": _timeline,
    "tiles": _tiles,
    "locator": _locator,
    "revision": _revision,
}
