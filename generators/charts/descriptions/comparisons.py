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
    comma_list,
    extremes,
    loose,
    methods,
    over_time,
    span_in_words,
    speakers,
    with_zero,
)
from generators.model import Observation
from generators.model.dataset import ends, level
from generators.text.wording import amount, is_range, plural, when


def over_places(data: ChartData) -> Sentences:
    """Describe small multiples and calendars: axes, extremes, then the figures and gaps of each place."""
    rows = [o for p in data.placed for o in p.observations]
    if not rows:
        return
    yield f"{plural(len(data.placed), 'place')}, time across, {span_in_words(rows)}; {axis_title(rows, data.concepts)}"
    high, low = max(rows, key=level), min(rows, key=level)
    yield extremes(high, low, _in_place, data)
    yield from (_of_place(p, data) for p in data.placed)
    if any(p.gaps(data.time) for p in data.placed):
        yield "A stretch without a figure is marked as such, and is not 0"
    yield from _uncertain(rows, data)
    yield from methods(data.breaks)


def _of_place(placed: Placed, data: ChartData) -> str:
    rows = placed.observations
    if not rows:
        return f"{placed.place.name}: no figure"
    top, last = max(rows, key=level), rows[-1]
    count = f"{plural(len(rows), 'figure')} according to {speakers(rows, data)}"
    return f"{placed.place.name}, {count}: the highest {at(top)}, the latest {at(last)}"


def beside_each_other(data: ChartData) -> Sentences:
    """Describe disagreements: each recorder's figure for each period, and differences in method."""
    periods = data.shared_periods
    rows = [o for counted in periods for o in counted.figures.values()]
    if not rows:
        return
    names = {d.id: short_name(d) for d in data.counting}
    yield f"{plural(len(periods), 'period')}, {span_in_words(rows)}, a lane a recorder; {axis_title(rows, data.concepts)} runs to the right {with_zero(rows)}"
    high, low = max(rows, key=lambda o: ends(o)[1]), min(rows, key=lambda o: ends(o)[0])
    yield f"Highest: {_by(high, names[high.dataset])}; lowest: {_by(low, names[low.dataset])}"
    for counted in periods:
        yield f"{when(counted.period)}: {_figures(counted, names)}"
    yield from _uncertain(rows, data)
    breaks = dict.fromkeys(
        f"{names[o.dataset]}, {when(o.period)}: {b.label}" for o in rows for b in breaks_of_figure(o, data.datasets)
    )
    if breaks:
        yield f"Marked as a difference in method: {'; '.join(breaks)}"


def _figures(counted: Counted, names: dict[str, str]) -> str:
    figures = counted.figures
    parts = (f"{name} {amount(o) if (o := figures.get(dataset)) else 'no figure'}" for dataset, name in names.items())
    return "; ".join(parts)


def by_report(data: ChartData) -> Sentences:
    """Describe a revision: the figure's subject, and each statement with its date."""
    revised = data.revised
    if revised is None:
        return
    rows = [step.observation for step in revised.steps]
    subject = f"{revised.place.name}, {when(revised.period)}"
    yield f"{subject}, as {revised.speaker} gave it; the date of reporting runs across, {axis_title(rows, data.concepts)} upwards {with_zero(rows)}"
    speaker = revised.speaker
    yield f"In order of reporting, according to {speaker}: " + comma_list(
        f"{amount(s.observation)} ({_report_date(s)})" for s in revised.steps
    )
    high, low = max(rows, key=lambda o: ends(o)[1]), min(rows, key=lambda o: ends(o)[0])
    yield f"Highest according to {speaker}: {amount(high)}; lowest: {amount(low)}"
    if revised.unplaced:
        undated = comma_list(amount(s.observation) for s in revised.unplaced)
        yield f"Without a date and not drawn, according to {speaker}: {undated}"
    yield from _uncertain(rows, data)


def _report_date(step: Step) -> str:
    return when(step.reported) if step.reported else f"not dated, not before {when(step.not_before)}"


def then_and_now(data: ChartData) -> Sentences:
    """Describe a slope: both dates, then each series with its two figures."""
    pairs, dates = data.pairs, two_periods(data.dated)
    if not pairs or dates is None:
        return
    rows = [o for p in pairs for o in (p.then, p.now) if o]
    yield f"{when(dates[0])} at the left, {when(dates[1])} at the right; {axis_title(rows, data.concepts)} runs upwards {with_zero(rows)}"
    high, low = max(rows, key=level), min(rows, key=level)
    yield extremes(high, low, _in_place, data)
    yield "; ".join(_pair(p, data) for p in pairs)
    yield from _uncertain(rows, data)
    if labels := dict.fromkeys(b.label for p in pairs for b in breaks_between(p, data.datasets)):
        yield f"Marked as a difference in method between the dates: {'; '.join(labels)}"


def _pair(pair: Pair, data: ChartData) -> str:
    o = pair.either
    then, now = (amount(end) if end else "no figure" for end in (pair.then, pair.now))
    return f"{short_name(data.datasets[o.dataset])}, {o.place.name}: {then}, then {now}"


def in_shares(data: ChartData) -> Sentences:
    """Describe shares: each whole with its parts, and whether a rest has no figure."""
    rows = data.wholes
    if not rows:
        return
    figures = [whole.observation for whole in rows]
    yield f"{plural(len(rows), 'bar')} of equal length, {span_in_words(figures)}, each the whole of {axis_title(figures, data.concepts)}"
    high, low = max(figures, key=level), min(figures, key=level)
    yield extremes(high, low, lambda o: f"a whole of {at(o)}", data)
    yield from (_whole(whole, data) for whole in rows)
    yield from _uncertain([o for whole in rows for o in (whole.observation, *whole.parts.values())], data)


def _whole(whole: Whole, data: ChartData) -> str:
    o = whole.observation
    names = speakers([o, *whole.parts.values()], data)
    parts = comma_list(f"{name} {amount(part)}" for name, part in whole.parts.items()) or "no part has a figure"
    rest = "; the rest has no figure" if whole.told < 1 else ""
    return f"{when(o.period)}, {amount(o)} according to {names}: {parts}{rest}"


def with_events(data: ChartData) -> Sentences:
    """Describe an event strip: the columns, then the events below them."""
    yield from over_time(data)
    events = data.events
    yield f"Below, {plural(len(events), 'event')}: " + "; ".join(f"{when(e.date)}, {e.title}" for e in events)


def _uncertain(rows: Sequence[Observation], data: ChartData) -> Iterator[str]:
    if ranges := sum(map(is_range, rows)):
        yield f"{plural(ranges, 'figure')} given as a range"
    yield from loose(rows, data)


def _in_place(observation: Observation) -> str:
    return f"{amount(observation)}, {observation.place.name}, {when(observation.period)}"


def _by(observation: Observation, name: str) -> str:
    return f"{amount(observation)}, {name}, {when(observation.period)}"
