"""Sentences about a chart's data: extremes, ends, gaps, ranges, method breaks.

They state figures and dates with their speakers, never a trend: people decide whether figures may be compared.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from generators.charts.data.axis_titles import axis_title
from generators.charts.data.chart_data import ChartData
from generators.charts.data.series import Series, main_grain, names_of, short_name
from generators.model import Grain, MethodBreak, Observation, Period
from generators.model.dataset import ends, is_provisional, level
from generators.text.joining import comma_list, commas, semicolons
from generators.text.messages import gettext, ngettext
from generators.text.wording import amount, between, is_range, month_and_year, numeral, when

Sentences = Iterator[str]


def over_time(data: ChartData) -> Sentences:
    """Describe lines and columns: the axes, then the figures and gaps of each series."""
    every = data.series
    observations = [o for s in every for o in s.observations]
    if not observations:
        return
    yield gettext(
        "Time runs across, from %(span)s; %(axis)s runs upwards %(zero)s",
        span=span_in_words(observations),
        axis=axis_title(observations, data.concepts),
        zero=with_zero(observations),
    )
    for series, name in zip(every, names_of(every), strict=True):
        yield from _of_series(series, name, data)
    for line in dict.fromkeys(s.colour for s in every):
        yield from _gap_sentences([o for s in every if s.colour == line for o in s.observations])
    yield from methods(data.breaks)


def methods(breaks: Sequence[MethodBreak]) -> Sentences:
    """Yield each difference in method with its periods."""
    for label in dict.fromkeys(b.label for b in breaks):
        stretches = [when(b.period) for b in breaks if b.label == label]
        yield gettext(
            "Marked as a difference in method, %(label)s: %(periods)s", label=label, periods=comma_list(stretches)
        )


def _of_series(series: Series, name: str, data: ChartData) -> Sentences:
    rows = series.observations
    names = "" if speaker_in_short(rows[0], data) in name else speakers(rows, data)
    yield (f"{name}: " if name else "") + _first_and_last(rows, names)
    yield _extremes_of_series(rows, name, names)
    yield from given_as_ranges(rows)
    yield from loose(rows, data)


def _first_and_last(rows: Sequence[Observation], names: str) -> str:
    ends = {"first": at(rows[0]), "last": at(rows[-1])}
    if names:
        return ngettext(
            "%(num)s figure according to %(speakers)s: the first %(first)s, the last %(last)s",
            "%(num)s figures according to %(speakers)s: the first %(first)s, the last %(last)s",
            len(rows),
            speakers=names,
            **ends,
        )
    return ngettext(
        "%(num)s figure, the first %(first)s, the last %(last)s",
        "%(num)s figures, the first %(first)s, the last %(last)s",
        len(rows),
        **ends,
    )


def _extremes_of_series(rows: Sequence[Observation], name: str, names: str) -> str:
    most = {"high": at(max(rows, key=level)), "low": at(min(rows, key=level))}
    if name and names:
        return gettext(
            "%(name)s, highest according to %(speakers)s: %(high)s; lowest: %(low)s", name=name, speakers=names, **most
        )
    if name:
        return gettext("%(name)s, highest: %(high)s; lowest: %(low)s", name=name, **most)
    if names:
        return gettext("Highest according to %(speakers)s: %(high)s; lowest: %(low)s", speakers=names, **most)
    return gettext("Highest: %(high)s; lowest: %(low)s", **most)


def given_as_ranges(rows: Sequence[Observation]) -> Sentences:
    """Yield the number of ranges, if there are any."""
    if ranges := sum(map(is_range, rows)):
        yield ngettext("%(num)s figure given as a range", "%(num)s figures given as a range", ranges)


def speaker_in_short(observation: Observation, data: ChartData) -> str:
    """Return the figure's speaker; in a series, the recorder's short name."""
    dataset = data.datasets[observation.dataset]
    return short_name(dataset) if dataset.form == "series" else observation.said_by or short_name(dataset)


def speakers(rows: Sequence[Observation], data: ChartData) -> str:
    """Return the speakers of the figures."""
    return comma_list(dict.fromkeys(speaker_in_short(o, data) for o in rows))


def extremes(high: Observation, low: Observation, word: Callable[[Observation], str], data: ChartData) -> str:
    """Return the highest and the lowest figure with their speakers, worded by `word`."""
    high_speaker, low_speaker = speaker_in_short(high, data), speaker_in_short(low, data)
    if high_speaker == low_speaker:
        return gettext(
            "Highest according to %(speakers)s: %(high)s; lowest: %(low)s",
            speakers=high_speaker,
            high=word(high),
            low=word(low),
        )
    return gettext(
        "Highest: %(high)s, according to %(high_speaker)s; lowest: %(low)s, according to %(low_speaker)s",
        high=word(high),
        high_speaker=high_speaker,
        low=word(low),
        low_speaker=low_speaker,
    )


def loose(rows: Sequence[Observation], data: ChartData) -> Sentences:
    """Yield the number of floors, if not all figures are, and the provisional figures."""
    floors = sum(o.qualifier in ("at_least", "more_than") for o in rows)
    if 0 < floors < len(rows):
        yield ngettext("%(num)s figure given as a floor", "%(num)s figures given as a floor", floors)
    if provisional := [o for o in rows if is_provisional(o)]:
        yield ngettext(
            "%(num)s provisional figure according to %(speakers)s: %(figures)s",
            "%(num)s provisional figures according to %(speakers)s: %(figures)s",
            len(provisional),
            speakers=speakers(provisional, data),
            figures=comma_list(map(at, provisional)),
        )


def _gap_sentences(rows: Sequence[Observation]) -> Sentences:
    periods = sorted((o.period for o in rows if o.period), key=lambda p: p.first)
    gaps = [_gap_text(a, b) for a, b in pairwise(periods) if b.first > a.last + timedelta(days=1)]
    if gaps and main_grain(rows) is not Grain.DAY:
        yield gettext("No figure for %(gaps)s", gaps=comma_list(gaps))


def _gap_text(before: Period, after: Period) -> str:
    first, last = before.last + timedelta(days=1), after.first - timedelta(days=1)
    start, end = (numeral(day.year) if before.grain is Grain.YEAR else month_and_year(day) for day in (first, last))
    return start if start == end else between(start, end)


def in_rows(data: ChartData) -> Sentences:
    """Describe bars, in their latest version, or ranges, in all: number of figures, period, the highest and the lowest."""
    rows = data.rows
    if not rows:
        return
    yield ngettext(
        "%(num)s row, one a figure, %(span)s; %(axis)s runs to the right %(zero)s",
        "%(num)s rows, one a figure, %(span)s; %(axis)s runs to the right %(zero)s",
        len(rows),
        span=span_in_words(rows),
        axis=axis_title(rows, data.concepts),
        zero=with_zero(rows),
    )
    high, low = max(rows, key=lambda o: ends(o)[1]), min(rows, key=lambda o: ends(o)[0])
    yield gettext("Highest: %(figure)s", figure=_row(high, rows, data))
    yield gettext("Lowest: %(figure)s", figure=_row(low, rows, data))
    if ranges := sum(map(is_range, rows)):
        yield ngettext(
            "%(num)s figure given as a range, drawn from the low to the high end",
            "%(num)s figures given as a range, drawn from the low to the high end",
            ranges,
        )
    yield from loose(rows, data)


def _row(observation: Observation, rows: Sequence[Observation], data: ChartData) -> str:
    speaker = observation.said_by or short_name(data.datasets[observation.dataset])
    titles = [observation.indicator.title] if len({o.indicator.id for o in rows}) > 1 else []
    figure = commas((amount(observation), speaker, when(observation.period or observation.as_of)))
    return f"{figure} ({commas((observation.place.name, *titles))})"


def in_tiles(data: ChartData) -> Sentences:
    """Describe tiles: the highest and the lowest figure, and the places without one."""
    rows = sorted(data.tiles.values(), key=lambda o: (-level(o), o.place.name))
    if not rows:
        return
    yield gettext(
        "One square a place, coloured by %(axis)s, %(span)s",
        axis=axis_title(rows, data.concepts),
        span=span_in_words(rows),
    )
    yield extremes(rows[0], rows[-1], lambda o: commas((o.place.name, amount(o))), data)
    if data.empty_tiles:
        yield gettext("No figure for %(gaps)s", gaps=comma_list(place.name for place in data.empty_tiles))
    yield gettext(
        "Figures according to %(speakers)s: %(figures)s",
        speakers=speakers(rows, data),
        figures=comma_list(f"{o.place.name} {amount(o)}" for o in rows),
    )


def of_events(data: ChartData) -> Sentences:
    """Describe a timeline: number of events, the first and the last."""
    if events := data.events:
        first, last = events[0], events[-1]
        yield ngettext("%(num)s event in order of date", "%(num)s events in order of date", len(events))
        yield gettext(
            "The first: %(first)s, %(first_day)s; the last: %(last)s, %(last_day)s",
            first=first.title,
            first_day=when(first.date),
            last=last.title,
            last_day=when(last.date),
        )


def of_places(data: ChartData) -> Sentences:
    """Describe a locator map: the marked places."""
    yield gettext("Outline map with %(places)s marked", places=comma_list(place.name for place in data.marked))


def who_recorded(rows: Sequence[Observation], data: ChartData) -> Sentences:
    """Yield the recorders or speakers of the figures."""
    speakers = dict.fromkeys(o.said_by for o in rows if o.said_by)
    recorders = dict.fromkeys(data.datasets[o.dataset].recorder for o in rows)
    if names := tuple(speakers or recorders):
        if speakers:
            yield gettext("Stated by %(names)s", names=semicolons(names))
        else:
            yield gettext("Recorded by %(names)s", names=semicolons(names))


def with_zero(observations: Sequence[Observation]) -> str:
    """Return the position of 0 on the axis in words."""
    return gettext("with 0 marked") if any(ends(o)[0] < 0 for o in observations) else gettext("from 0")


def at(observation: Observation) -> str:
    """Return the figure with its period."""
    return f"{amount(observation)} ({when(observation.period)})"


def span_in_words(observations: Sequence[Observation]) -> str:
    """Return the earliest and the latest period in words."""
    periods = sorted((o.period for o in observations if o.period), key=lambda p: (p.first, p.last))
    if not periods:
        return gettext("undated")
    first, last = when(periods[0]), when(max(periods, key=lambda p: (p.last, p.first)))
    return first if first == last else between(first, last)
