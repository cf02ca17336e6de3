"""Sentences about charts that compare: places, recorders, dates of reporting, two dates, parts of a whole.

They state figures and dates, never a trend: people decide whether figures may be compared.
"""

from collections.abc import Iterator, Sequence

from generators.analysis.revisions import Step
from generators.charts.data.axis_titles import axis_title
from generators.charts.data.by_place import Placed
from generators.charts.data.chart_data import ChartData
from generators.charts.data.part_whole import Whole
from generators.charts.data.series import short_name
from generators.charts.data.shared_periods import Counted, breaks_of_figure
from generators.charts.data.two_dates import Pair, breaks_between, two_periods
from generators.charts.descriptions.chart_sentences import (
    Sentences,
    at,
    extremes,
    given_as_ranges,
    loose,
    methods,
    over_time,
    span_in_words,
    speakers,
    with_zero,
)
from generators.model import Observation
from generators.model.dataset import ends, level
from generators.text.joining import comma_list, commas, semicolons
from generators.text.messages import gettext, ngettext
from generators.text.wording import amount, when


def over_places(data: ChartData) -> Sentences:
    """Describe small multiples and calendars: axes, extremes, then the figures and gaps of each place."""
    rows = [o for p in data.placed for o in p.observations]
    if not rows:
        return
    yield ngettext(
        "%(num)s place, time across, %(span)s; %(axis)s",
        "%(num)s places, time across, %(span)s; %(axis)s",
        len(data.placed),
        span=span_in_words(rows),
        axis=axis_title(rows, data.concepts),
    )
    high, low = max(rows, key=level), min(rows, key=level)
    yield extremes(high, low, _in_place, data)
    yield from (_of_place(p, data) for p in data.placed)
    if any(p.gaps(data.time) for p in data.placed):
        yield gettext("A stretch without a figure is marked as such, and is not 0")
    yield from _uncertain(rows, data)
    yield from methods(data.breaks)


def _of_place(placed: Placed, data: ChartData) -> str:
    rows = placed.observations
    if not rows:
        return gettext("%(place)s: no figure", place=placed.place.name)
    return ngettext(
        "%(place)s, %(num)s figure according to %(speakers)s: the highest %(top)s, the latest %(last)s",
        "%(place)s, %(num)s figures according to %(speakers)s: the highest %(top)s, the latest %(last)s",
        len(rows),
        place=placed.place.name,
        speakers=speakers(rows, data),
        top=at(max(rows, key=level)),
        last=at(rows[-1]),
    )


def beside_each_other(data: ChartData) -> Sentences:
    """Describe disagreements: each recorder's figure for each period, and differences in method."""
    periods = data.shared_periods
    rows = [o for counted in periods for o in counted.figures.values()]
    if not rows:
        return
    names = {d.id: short_name(d) for d in data.counting}
    yield ngettext(
        "%(num)s period, %(span)s, a lane a recorder; %(axis)s runs to the right %(zero)s",
        "%(num)s periods, %(span)s, a lane a recorder; %(axis)s runs to the right %(zero)s",
        len(periods),
        span=span_in_words(rows),
        axis=axis_title(rows, data.concepts),
        zero=with_zero(rows),
    )
    high, low = max(rows, key=lambda o: ends(o)[1]), min(rows, key=lambda o: ends(o)[0])
    high_text, low_text = _by(high, names[high.dataset]), _by(low, names[low.dataset])
    yield gettext("Highest: %(high)s; lowest: %(low)s", high=high_text, low=low_text)
    for counted in periods:
        yield f"{when(counted.period)}: {_figures(counted, names)}"
    yield from _uncertain(rows, data)
    yield from _methods_of_figures(rows, names, data)


def _methods_of_figures(rows: Sequence[Observation], names: dict[str, str], data: ChartData) -> Sentences:
    breaks = dict.fromkeys(
        f"{commas((names[o.dataset], when(o.period)))}: {b.label}"
        for o in rows
        for b in breaks_of_figure(o, data.datasets)
    )
    if breaks:
        yield gettext("Marked as a difference in method: %(methods)s", methods=semicolons(breaks))


def _figures(counted: Counted, names: dict[str, str]) -> str:
    figures = counted.figures
    return semicolons(f"{name} {_amount_or_none(figures.get(dataset))}" for dataset, name in names.items())


def _amount_or_none(observation: Observation | None) -> str:
    return amount(observation) if observation else gettext("no figure")


def by_report(data: ChartData) -> Sentences:
    """Describe a revision: the figure's subject, and each statement with its date."""
    revised = data.revised
    if revised is None:
        return
    rows = [step.observation for step in revised.steps]
    speaker = revised.speaker
    yield gettext(
        "%(place)s, %(period)s, as %(speaker)s gave it; the date of reporting runs across, %(axis)s upwards %(zero)s",
        place=revised.place.name,
        period=when(revised.period),
        speaker=speaker,
        axis=axis_title(rows, data.concepts),
        zero=with_zero(rows),
    )
    figures = comma_list(f"{amount(s.observation)} ({_report_date(s)})" for s in revised.steps)
    yield gettext("In order of reporting, according to %(speaker)s: %(figures)s", speaker=speaker, figures=figures)
    high, low = (amount(o) for o in (max(rows, key=lambda o: ends(o)[1]), min(rows, key=lambda o: ends(o)[0])))
    yield gettext("Highest according to %(speakers)s: %(high)s; lowest: %(low)s", speakers=speaker, high=high, low=low)
    if revised.unplaced:
        undated = comma_list(amount(s.observation) for s in revised.unplaced)
        yield gettext(
            "Without a date and not drawn, according to %(speaker)s: %(figures)s", speaker=speaker, figures=undated
        )
    yield from _uncertain(rows, data)


def _report_date(step: Step) -> str:
    return when(step.reported) if step.reported else gettext("not dated, not before %(day)s", day=when(step.not_before))


def then_and_now(data: ChartData) -> Sentences:
    """Describe a slope: both dates, then each series with its two figures."""
    pairs, dates = data.pairs, two_periods(data.dated)
    if not pairs or dates is None:
        return
    rows = [o for p in pairs for o in (p.then, p.now) if o]
    yield gettext(
        "%(first)s at the left, %(last)s at the right; %(axis)s runs upwards %(zero)s",
        first=when(dates[0]),
        last=when(dates[1]),
        axis=axis_title(rows, data.concepts),
        zero=with_zero(rows),
    )
    high, low = max(rows, key=level), min(rows, key=level)
    yield extremes(high, low, _in_place, data)
    yield semicolons(_pair(p, data) for p in pairs)
    yield from _uncertain(rows, data)
    if labels := dict.fromkeys(b.label for p in pairs for b in breaks_between(p, data.datasets)):
        yield gettext("Marked as a difference in method between the dates: %(methods)s", methods=semicolons(labels))


def _pair(pair: Pair, data: ChartData) -> str:
    o = pair.either
    return gettext(
        "%(recorder)s, %(place)s: %(then)s, then %(now)s",
        recorder=short_name(data.datasets[o.dataset]),
        place=o.place.name,
        then=_amount_or_none(pair.then),
        now=_amount_or_none(pair.now),
    )


def in_shares(data: ChartData) -> Sentences:
    """Describe shares: each whole with its parts, and whether a rest has no figure."""
    rows = data.wholes
    if not rows:
        return
    figures = [whole.observation for whole in rows]
    yield ngettext(
        "%(num)s bar of equal length, %(span)s, each the whole of %(axis)s",
        "%(num)s bars of equal length, %(span)s, each the whole of %(axis)s",
        len(rows),
        span=span_in_words(figures),
        axis=axis_title(figures, data.concepts),
    )
    high, low = max(figures, key=level), min(figures, key=level)
    yield extremes(high, low, lambda o: gettext("a whole of %(figure)s", figure=at(o)), data)
    yield from (_whole(whole, data) for whole in rows)
    yield from _uncertain([o for whole in rows for o in (whole.observation, *whole.parts.values())], data)


def _whole(whole: Whole, data: ChartData) -> str:
    o = whole.observation
    parts = comma_list(f"{name} {amount(part)}" for name, part in whole.parts.items())
    text = gettext(
        "%(period)s, %(whole)s according to %(speakers)s: %(parts)s",
        period=when(o.period),
        whole=amount(o),
        speakers=speakers([o, *whole.parts.values()], data),
        parts=parts or gettext("no part has a figure"),
    )
    return gettext("%(parts)s; the rest has no figure", parts=text) if whole.told < 1 else text


def with_events(data: ChartData) -> Sentences:
    """Describe an event strip: the columns, then the events below them."""
    yield from over_time(data)
    events = data.events
    yield ngettext(
        "Below, %(num)s event: %(events)s",
        "Below, %(num)s events: %(events)s",
        len(events),
        events=semicolons(commas((when(e.date), e.title)) for e in events),
    )


def _uncertain(rows: Sequence[Observation], data: ChartData) -> Iterator[str]:
    yield from given_as_ranges(rows)
    yield from loose(rows, data)


def _in_place(observation: Observation) -> str:
    return commas((amount(observation), observation.place.name, when(observation.period)))


def _by(observation: Observation, name: str) -> str:
    return commas((amount(observation), name, when(observation.period)))
