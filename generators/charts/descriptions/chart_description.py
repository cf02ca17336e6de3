"""Text alternatives of a chart: alt text, long description, and source line with exclusions.

They are generated from declaration and data, so that they always match the drawing.
"""

from collections.abc import Callable, Mapping

from generators.charts.data.chart_data import ChartData
from generators.charts.descriptions.chart_sentences import (
    Sentences,
    in_rows,
    in_tiles,
    of_events,
    of_places,
    over_time,
    who_recorded,
)
from generators.charts.descriptions.comparisons import (
    beside_each_other,
    by_report,
    in_shares,
    over_places,
    then_and_now,
    with_events,
)
from generators.model import Dataset
from generators.text.messages import gettext, translated
from generators.text.wording import between, when

_SENTENCES: Mapping[str, Callable[[ChartData], Sentences]] = {
    "line": over_time,
    "columns": over_time,
    "bars": in_rows,
    "range": in_rows,
    "tiles": in_tiles,
    "timeline": of_events,
    "locator": of_places,
    "strip": with_events,
    "multiples": over_places,
    "calendar": over_places,
    "disagreement": beside_each_other,
    "revision": by_report,
    "slope": then_and_now,
    "share": in_shares,
}


_USUAL = ("line", "columns", "bars", "locator")
"""Well-known kinds, which need no reading help."""


def reading_help(data: ChartData) -> str:
    """Return the reading help of an unusual kind, followed by the declaration's own; empty if there is neither."""
    spec = data.spec
    return " ".join(
        text for text in ("" if spec.kind in _USUAL else translated(data.kind.reading), spec.reading) if text
    )


def caption_lines(data: ChartData) -> tuple[str, ...]:
    """Return the lines below a chart: source, reading help and note, as far as there are any."""
    return tuple(filter(None, (source_line(data), reading_help(data), data.spec.note)))


def alternative(data: ChartData) -> str:
    """Return the alt text: kind, title and main figures."""
    sentences = list(_SENTENCES[data.spec.kind](data))
    return _join([f"{translated(data.kind.called)}: {data.spec.title}", *(sentences[1:3] or sentences)])


def long_description(data: ChartData) -> str:
    """Return the long description: kind, axes, ends, extremes, gaps, ranges, method breaks, recorders."""
    sentences = [f"{translated(data.kind.called)}. {data.spec.title}", *_SENTENCES[data.spec.kind](data)]
    return _join([*sentences, *who_recorded(data.rows, data), *data.not_drawn()])


def _join(sentences: list[str]) -> str:
    return " ".join(sentence.rstrip(".") + "." for sentence in sentences)


def period_shown(data: ChartData) -> str:
    """Return the period of the chart's figures or events; empty if none is dated."""
    if "events" in data.kind.needs:
        periods = [event.date for event in data.events]
    else:
        periods = [o.period for o in data.rows if o.period]
    if not periods:
        return ""
    first = min(periods, key=lambda p: (p.first, -p.last.toordinal()))
    last = max(periods, key=lambda p: (p.last, -p.first.toordinal()))
    return when(first) if first.covers(last) else when(last) if last.covers(first) else between(when(first), when(last))


def source_line(data: ChartData) -> str:
    """Return the recorders and their exclusions; for a map, the source of its outlines."""
    if datasets := data.drawn_datasets.values():
        return " ".join(dict.fromkeys(map(_credit, datasets)))
    if data.spec.kind == "locator":
        return data.config.map_caption
    if data.spec.kind == "timeline":
        return gettext("Source: the documents named for each event on the timeline page.")
    return ""


def _credit(dataset: Dataset) -> str:
    excludes = dataset.excludes.strip()
    if excludes[1:2].islower():  # An abbreviation keeps its first letter.
        excludes = excludes[0].lower() + excludes[1:]
    source = source_of(dataset)
    return f"{source} {gettext('Not counted: %(excludes)s', excludes=excludes)}" if excludes else source


def source_of(dataset: Dataset) -> str:
    """Return the sentence that names the recorder."""
    if dataset.form == "statements":
        return gettext("Source: each figure is attributed in the chart.")
    return gettext("Source: %(documents)s.", documents=dataset.recorder)
