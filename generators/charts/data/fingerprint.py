"""Everything that a chart's drawing depends on, as plain values for the key of the cache."""

from collections.abc import Mapping
from hashlib import sha256

from generators.charts.data.chart_data import ChartData
from generators.model import Dataset, Event, Observation, Period, Place
from generators.model.dataset import is_provisional


def ingredients(data: ChartData) -> Mapping[str, object]:
    """Return the declaration and its selection; equal results make equal drawings."""
    concepts = (data.concepts.get(o.indicator.concept) for o in data.rows)
    return {
        "kind": data.spec.kind,
        "series": data.spec.series,
        "places": list(map(_place, data.marked)),
        "rows": list(map(_row, data.rows)),
        "events": list(map(_event, data.events)),
        "topics": [[t.id, t.title] for t in data.config.topics.values()] if data.chosen else [],
        "datasets": [_dataset(dataset, data) for dataset in data.drawn_datasets.values()],
        "concepts": sorted({concept.title for concept in concepts if concept}),
        **_context(data),
    }


def _context(data: ChartData) -> Mapping[str, object]:
    """Return the other contents of a drawing: history, order of places, places without figures, outlines."""
    needs, drawn = data.kind.needs, {o.place.code for o in data.rows}
    steps = (*data.revised.steps, *data.revised.unplaced) if data.revised else ()
    return {
        "steps": [[_row(s.observation), _text(s.reported), _text(s.not_before)] for s in steps],
        "order": [code for code in data.places if code in drawn],
        "all places": list(map(_place, data.places.values())) if {"tiles", "geometry"}.intersection(needs) else [],
        "geometry": sha256(data.geometry).hexdigest() if "geometry" in needs else "",
    }


def _row(o: Observation) -> Mapping[str, object]:
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


def _dataset(dataset: Dataset, data: ChartData) -> Mapping[str, object]:
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
