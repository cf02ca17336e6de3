"""Sentences about a chart's data: extremes, ends, gaps, ranges, method breaks.

They state figures and dates with their speakers, never a trend: people decide whether figures may be compared.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from generators.charts.data.axis_titles import axis_title
from generators.charts.data.chart_data import ChartData
from generators.charts.data.series import Series, main_grain, names_of, short_name
from generators.model import Grain, MethodBreak, Observation, Period
from generators.model.dataset import ends, is_provisional, level
from generators.text.wording import MONTHS, amount, is_range, plural, when

Sentences = Iterator[str]


def over_time(data: ChartData) -> Sentences:
    """Describe lines and columns: the axes, then the figures and gaps of each series."""
    every = data.series
    observations = [o for s in every for o in s.observations]
    if not observations:
        return
    yield f"Time runs across, from {span_in_words(observations)}; {axis_title(observations, data.concepts)} runs upwards {with_zero(observations)}"
    for series, name in zip(every, names_of(every), strict=True):
        yield from _of_series(series, name, data)
    for line in dict.fromkeys(s.colour for s in every):
        yield from _gap_sentences([o for s in every if s.colour == line for o in s.observations])
    yield from methods(data.breaks)


def methods(breaks: Sequence[MethodBreak]) -> Sentences:
    """Yield each difference in method with its periods."""
    for label in dict.fromkeys(b.label for b in breaks):
        stretches = [when(b.period) for b in breaks if b.label == label]
        yield f"Marked as a difference in method, {label}: {comma_list(stretches)}"


def _of_series(series: Series, name: str, data: ChartData) -> Sentences:
    rows = series.observations
    subject = f"{name}: " if name else ""
    attribution = "" if speaker_in_short(rows[0], data) in name else f" according to {speakers(rows, data)}"
    first_and_last = f"the first {at(rows[0])}, the last {at(rows[-1])}"
    yield f"{subject}{plural(len(rows), 'figure')}{f'{attribution}:' if attribution else ','} {first_and_last}"
    most = f"ighest{attribution}: {at(max(rows, key=level))}; lowest: {at(min(rows, key=level))}"
    yield f"{name}, h{most}" if name else f"H{most}"
    if ranges := sum(map(is_range, rows)):
        yield f"{plural(ranges, 'figure')} given as a range"
    yield from loose(rows, data)


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
        return f"Highest according to {high_speaker}: {word(high)}; lowest: {word(low)}"
    return f"Highest: {word(high)}, according to {high_speaker}; lowest: {word(low)}, according to {low_speaker}"


def loose(rows: Sequence[Observation], data: ChartData) -> Sentences:
    """Yield the number of floors, if not all figures are, and the provisional figures."""
    floors = sum(o.qualifier in ("at_least", "more_than") for o in rows)
    if 0 < floors < len(rows):
        yield f"{plural(floors, 'figure')} given as a floor"
    if provisional := [o for o in rows if is_provisional(o)]:
        names = speakers(provisional, data)
        yield f"{plural(len(provisional), 'provisional figure')} according to {names}: {comma_list(map(at, provisional))}"


def _gap_sentences(rows: Sequence[Observation]) -> Sentences:
    periods = sorted((o.period for o in rows if o.period), key=lambda p: p.first)
    gaps = [_gap_text(a, b) for a, b in pairwise(periods) if b.first > a.last + timedelta(days=1)]
    if gaps and main_grain(rows) is not Grain.DAY:
        yield "No figure for " + comma_list(gaps)


def _gap_text(before: Period, after: Period) -> str:
    first, last = before.last + timedelta(days=1), after.first - timedelta(days=1)
    months = [
        str(day.year) if before.grain is Grain.YEAR else f"{MONTHS[day.month - 1]} {day.year}" for day in (first, last)
    ]
    return " to ".join(dict.fromkeys(months))


def in_bars(data: ChartData) -> Sentences:
    """Describe bars: number of figures in their latest version, period, the highest and the lowest."""
    return _in_rows(data.rows, data)


def in_ranges(data: ChartData) -> Sentences:
    """Describe ranges: the same for all versions."""
    return _in_rows(data.rows, data)


def _in_rows(rows: Sequence[Observation], data: ChartData) -> Sentences:
    if not rows:
        return
    yield f"{plural(len(rows), 'row')}, one a figure, {span_in_words(rows)}; {axis_title(rows, data.concepts)} runs to the right {with_zero(rows)}"
    high, low = max(rows, key=lambda o: ends(o)[1]), min(rows, key=lambda o: ends(o)[0])
    yield f"Highest: {_row(high, rows, data)}"
    yield f"Lowest: {_row(low, rows, data)}"
    if ranges := sum(map(is_range, rows)):
        yield f"{plural(ranges, 'figure')} given as a range, drawn from the low to the high end"
    yield from loose(rows, data)


def _row(observation: Observation, rows: Sequence[Observation], data: ChartData) -> str:
    speaker = observation.said_by or short_name(data.datasets[observation.dataset])
    title = f", {observation.indicator.title}" if len({o.indicator.id for o in rows}) > 1 else ""
    return f"{amount(observation)}, {speaker}, {when(observation.period or observation.as_of)} ({observation.place.name}{title})"


def in_tiles(data: ChartData) -> Sentences:
    """Describe tiles: the highest and the lowest figure, and the places without one."""
    rows = sorted(data.tiles.values(), key=lambda o: (-level(o), o.place.name))
    if not rows:
        return
    yield f"One square a place, coloured by {axis_title(rows, data.concepts)}, {span_in_words(rows)}"
    yield extremes(rows[0], rows[-1], lambda o: f"{o.place.name}, {amount(o)}", data)
    if data.empty_tiles:
        yield f"No figure for {comma_list(place.name for place in data.empty_tiles)}"
    yield f"Figures according to {speakers(rows, data)}: {comma_list(f'{o.place.name} {amount(o)}' for o in rows)}"


def of_events(data: ChartData) -> Sentences:
    """Describe a timeline: number of events, the first and the last."""
    if events := data.events:
        first, last = events[0], events[-1]
        yield f"{plural(len(events), 'event')} in order of date"
        yield f"The first: {first.title}, {when(first.date)}; the last: {last.title}, {when(last.date)}"


def of_places(data: ChartData) -> Sentences:
    """Describe a locator map: the marked places."""
    yield f"Outline map with {comma_list(place.name for place in data.marked)} marked"


def who_recorded(rows: Sequence[Observation], data: ChartData) -> Sentences:
    """Yield the recorders or speakers of the figures."""
    speakers = dict.fromkeys(o.said_by for o in rows if o.said_by)
    recorders = dict.fromkeys(data.datasets[o.dataset].recorder for o in rows)
    if names := tuple(speakers or recorders):
        yield f"{'Stated' if speakers else 'Recorded'} by {'; '.join(names)}"


def with_zero(observations: Sequence[Observation]) -> str:
    """Return the position of 0 on the axis in words."""
    return "with 0 marked" if any(ends(o)[0] < 0 for o in observations) else "from 0"


def at(observation: Observation) -> str:
    """Return the figure with its period."""
    return f"{amount(observation)} ({when(observation.period)})"


def span_in_words(observations: Sequence[Observation]) -> str:
    """Return the earliest and the latest period in words."""
    periods = sorted((o.period for o in observations if o.period), key=lambda p: (p.first, p.last))
    if not periods:
        return "undated"
    first, last = when(periods[0]), when(max(periods, key=lambda p: (p.last, p.first)))
    return first if first == last else f"{first} to {last}"


def comma_list(words: Iterable[str]) -> str:
    """Return the words separated by commas, with "and" before the last."""
    items = tuple(words)
    return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)
