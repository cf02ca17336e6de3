"""Tooltips and filters of an interactive chart, as plain values.

The wording is that of the whole site. Needs the names that `interactive.live` returns; no drawing, no Altair.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from generators.analysis.chart_selection import which
from generators.analysis.grades import code, grade_in_words
from generators.charts.chart_kind import Offer
from generators.charts.data.chart_data import ChartData
from generators.charts.data.series import main_grain
from generators.model import Event, Grain, Observation, Period, Source
from generators.model.dataset import ends
from generators.model.languages import translatable
from generators.text.joining import commas, semicolons
from generators.text.messages import gettext, translated
from generators.text.wording import amount, check_in_words, document_in_words, is_percent, status_alone, when

Plain = dict[str, object]
Tip = dict[str, str]

_FILTERS: Mapping[Offer, str] = {
    "speaker": translatable("Said by"),
    "indicator": translatable("What"),
    "place": translatable("Place"),
    "topic": translatable("Topic"),
}
"""The line of a tooltip that a filter uses."""
_HALVES = {Grain.MONTH: [15, 0], Grain.YEAR: [0, 182]}
"""Days from the start of a column to its middle, for labels of months and of years."""


def tips(data: ChartData, names: Sequence[str]) -> Plain:
    """Return the tooltip of each named figure in lines, the useful filters, and the periods to choose from."""
    by_name: dict[str, Observation | Event] = {which(o): o for o in data.rows}
    by_name |= {which(e): e for e in data.events}
    marks = [by_name[name] for name in names]
    texts = [_of_event(mark, data) if isinstance(mark, Event) else _of_figure(mark, data) for mark in marks]
    kind = data.kind
    times = _times(marks) if "time" in kind.offers else {}
    return {
        "words": _words(data),
        "walk": kind.walk,
        "tips": texts,
        "filters": _filters(texts, kind.offers),
        **times,
    }


def _words(data: ChartData) -> Plain:
    """Return the words of the view around the figures; the script puts numbers in place of names in braces."""
    return {
        "use": gettext(
            "%(title)s. Interactive: use the arrow keys to move through the figures, Escape to return to the static chart.",
            title=data.spec.title,
        ),
        "back": gettext("Back to static chart"),
        "count": gettext("%(count)s of %(all)s shown.", count="{count}", all="{all}"),
        "all": gettext("All"),
        "showAll": gettext("Show all"),
        "from": gettext("From"),
        "to": gettext("To"),
    }


def _of_figure(o: Observation, data: ChartData) -> Tip:
    lines = {
        gettext("Figure"): amount(o),
        gettext("What"): o.indicator.title,
        gettext("Unit"): "" if is_percent(o) or o.wording else o.indicator.unit,
        gettext("Period"): when(o.period),
        gettext("Place"): o.place.name,
        gettext("Said by"): o.said_by or data.datasets[o.dataset].recorder,
        gettext("Source"): _documents(o.source, *o.also_in) + (f" ({o.locator})" if o.locator else ""),
        gettext("As of"): when(o.as_of) if o.as_of else "",
        gettext("Status"): status_alone(o),
        gettext("Checked"): check_in_words(o),
        gettext("Grade"): grade_in_words(o) if code(o) else "",
        gettext("Note"): o.note,
    }
    return {head: text for head, text in lines.items() if text}


def _of_event(event: Event, data: ChartData) -> Tip:
    return {
        gettext("Event"): event.title,
        gettext("Date"): when(event.date),
        gettext("Place"): commas(name for name in (event.at, event.place.name) if name),
        gettext("Topic"): data.config.topics[event.topic].title,
        gettext("Source"): _documents(*event.sources),
    }


def _documents(*sources: Source) -> str:
    return semicolons(dict.fromkeys(map(document_in_words, sources)))


def _filters(texts: Sequence[Tip], offers: Sequence[Offer]) -> list[Plain]:
    """Return the filters that make groups of figures, at least one with several; the first of equivalent filters."""
    filters: dict[tuple[int, ...], Plain] = {}
    for offer, message in _FILTERS.items():
        head = translated(message)
        values = [tip.get(head, "") for tip in texts]
        groups = tuple(map(values.index, values))
        if offer in offers and 1 < len(set(groups)) < len(texts):
            filters.setdefault(groups, {"id": offer, "head": head})
    return list(filters.values())


def _times(marks: Sequence[Observation | Event]) -> Plain:
    """Return the periods in order, and each figure's period and ends; lower ends only if one is below 0.

    An event in a chart of figures has no period to choose.
    """
    periods = sorted({p for p in map(_period, marks) if p}, key=lambda p: (p.first, p.last))
    numbers: dict[Period | None, int | None] = {period: n for n, period in enumerate(periods)}
    lows, highs = zip(*map(_reach, marks), strict=True)
    grain = main_grain([mark for mark in marks if isinstance(mark, Observation)])
    return {
        "periods": [[p.text, when(p), p.first.isoformat(), (p.last + timedelta(days=1)).isoformat()] for p in periods],
        "at": [numbers.get(_period(mark)) for mark in marks],
        "highs": list(highs),
        **({"lows": list(lows)} if min(lows) < 0 else {}),
        "halves": _HALVES.get(grain or Grain.DAY, [0, 0]),
    }


def _reach(mark: Observation | Event) -> tuple[float, float]:
    """Return the figure's lower and upper end; an event is at 0."""
    low, high = ends(mark) if isinstance(mark, Observation) else (0, 0)
    return float(low), float(high)


def _period(mark: Observation | Event) -> Period | None:
    return mark.period if isinstance(mark, Observation) else None
