"""Sentences about charts that compare: places, recorders, dates of reporting, two dates, parts of a whole.

They state figures and dates, never a trend: people decide whether figures may be compared.
"""

from collections.abc import Iterator, Sequence

from generators.analysis.chart_selection import selected
from generators.analysis.revisions import Step, history
from generators.charts.data.axis_titles import axis_title
from generators.charts.data.by_place import Placed, by_place, whole_time
from generators.charts.data.events_in_time import events_under
from generators.charts.data.part_whole import Whole, wholes
from generators.charts.data.series import all_series, breaks_of, short_name
from generators.charts.data.shared_periods import Counted, breaks_of_figure, periods_in_common, recorders
from generators.charts.data.two_dates import Pair, breaks_between, pairs, two_periods
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
from generators.model import Catalog, ChartSpec, Observation
from generators.model.dataset import ends, level
from generators.text.wording import amount, is_range, plural, when


def over_places(spec: ChartSpec, catalog: Catalog) -> Sentences:
    """Describe small multiples and calendars: axes, extremes, then the figures and gaps of each place."""
    placed = by_place(spec, catalog)
    rows = [o for p in placed for o in p.observations]
    if not rows:
        return
    yield f"{plural(len(placed), 'place')}, time across, {span_in_words(rows)}; {axis_title(rows, catalog)}"
    high, low = max(rows, key=level), min(rows, key=level)
    yield extremes(high, low, _in_place, catalog)
    yield from (_of_place(p, catalog) for p in placed)
    if any(p.gaps(whole_time(spec, catalog)) for p in placed):
        yield "A stretch without a figure is marked as such, and is not 0"
    yield from _uncertain(rows, catalog)
    yield from methods(breaks_of(all_series(spec, catalog)))


def _of_place(placed: Placed, catalog: Catalog) -> str:
    rows = placed.observations
    if not rows:
        return f"{placed.place.name}: no figure"
    top, last = max(rows, key=level), rows[-1]
    count = f"{plural(len(rows), 'figure')} according to {speakers(rows, catalog)}"
    return f"{placed.place.name}, {count}: the highest {at(top)}, the latest {at(last)}"


def beside_each_other(spec: ChartSpec, catalog: Catalog) -> Sentences:
    """Describe disagreements: each recorder's figure for each period, and differences in method."""
    every = periods_in_common(spec, catalog)
    rows = [o for counted in every for o in counted.figures.values()]
    if not rows:
        return
    names = {d.id: short_name(d) for d in recorders(spec, catalog)}
    yield f"{plural(len(every), 'period')}, {span_in_words(rows)}, a lane a recorder; {axis_title(rows, catalog)} runs to the right {with_zero(rows)}"
    high, low = max(rows, key=lambda o: ends(o)[1]), min(rows, key=lambda o: ends(o)[0])
    yield f"Highest: {_by(high, names[high.dataset])}; lowest: {_by(low, names[low.dataset])}"
    for counted in every:
        yield f"{when(counted.period)}: {_figures(counted, names)}"
    yield from _uncertain(rows, catalog)
    breaks = dict.fromkeys(
        f"{names[o.dataset]}, {when(o.period)}: {b.label}" for o in rows for b in breaks_of_figure(o, catalog)
    )
    if breaks:
        yield f"Marked as a difference in method: {'; '.join(breaks)}"


def _figures(counted: Counted, names: dict[str, str]) -> str:
    figures = counted.figures
    parts = (f"{name} {amount(o) if (o := figures.get(dataset)) else 'no figure'}" for dataset, name in names.items())
    return "; ".join(parts)


def by_report(spec: ChartSpec, catalog: Catalog) -> Sentences:
    """Describe a revision: the figure's subject, and each statement with its date."""
    revised = history(catalog, selected(spec, catalog))
    if revised is None:
        return
    rows = [step.observation for step in revised.steps]
    of = f"{revised.place.name}, {when(revised.period)}"
    yield f"{of}, as {revised.speaker} gave it; the date of reporting runs across, {axis_title(rows, catalog)} upwards {with_zero(rows)}"
    who = revised.speaker
    yield f"In order of reporting, according to {who}: " + comma_list(
        f"{amount(s.observation)} ({_reported(s)})" for s in revised.steps
    )
    high, low = max(rows, key=lambda o: ends(o)[1]), min(rows, key=lambda o: ends(o)[0])
    yield f"Highest according to {who}: {amount(high)}; lowest: {amount(low)}"
    if revised.unplaced:
        undated = comma_list(amount(s.observation) for s in revised.unplaced)
        yield f"Without a date and not drawn, according to {who}: {undated}"
    yield from _uncertain(rows, catalog)


def _reported(step: Step) -> str:
    return when(step.reported) if step.reported else f"not dated, not before {when(step.not_before)}"


def then_and_now(spec: ChartSpec, catalog: Catalog) -> Sentences:
    """Describe a slope: both dates, then each series with its two figures."""
    every, periods = pairs(spec, catalog), two_periods(spec, catalog)
    if not every or periods is None:
        return
    rows = [o for p in every for o in (p.then, p.now) if o]
    yield f"{when(periods[0])} at the left, {when(periods[1])} at the right; {axis_title(rows, catalog)} runs upwards {with_zero(rows)}"
    high, low = max(rows, key=level), min(rows, key=level)
    yield extremes(high, low, _in_place, catalog)
    yield "; ".join(_pair(p, catalog) for p in every)
    yield from _uncertain(rows, catalog)
    if labels := dict.fromkeys(b.label for p in every for b in breaks_between(p, catalog)):
        yield f"Marked as a difference in method between the dates: {'; '.join(labels)}"


def _pair(pair: Pair, catalog: Catalog) -> str:
    o = pair.either
    then, now = (amount(end) if end else "no figure" for end in (pair.then, pair.now))
    return f"{short_name(catalog.datasets[o.dataset])}, {o.place.name}: {then}, then {now}"


def in_shares(spec: ChartSpec, catalog: Catalog) -> Sentences:
    """Describe shares: each whole with its parts, and whether a rest has no figure."""
    rows = wholes(spec, catalog)
    if not rows:
        return
    figures = [whole.observation for whole in rows]
    yield f"{plural(len(rows), 'bar')} of equal length, {span_in_words(figures)}, each the whole of {axis_title(figures, catalog)}"
    high, low = max(figures, key=level), min(figures, key=level)
    yield extremes(high, low, lambda o: f"a whole of {at(o)}", catalog)
    yield from (_whole(whole, catalog) for whole in rows)
    yield from _uncertain([o for whole in rows for o in (whole.observation, *whole.parts.values())], catalog)


def _whole(whole: Whole, catalog: Catalog) -> str:
    o = whole.observation
    who = speakers([o, *whole.parts.values()], catalog)
    parts = comma_list(f"{name} {amount(part)}" for name, part in whole.parts.items()) or "no part has a figure"
    rest = "; the rest has no figure" if whole.told < 1 else ""
    return f"{when(o.period)}, {amount(o)} according to {who}: {parts}{rest}"


def with_events(spec: ChartSpec, catalog: Catalog) -> Sentences:
    """Describe an event strip: the columns, then the events below them."""
    yield from over_time(spec, catalog)
    events = events_under(spec, catalog)
    yield f"Below, {plural(len(events), 'event')}: " + "; ".join(f"{when(e.date)}, {e.title}" for e in events)


def _uncertain(rows: Sequence[Observation], catalog: Catalog) -> Iterator[str]:
    if ranges := sum(map(is_range, rows)):
        yield f"{plural(ranges, 'figure')} given as a range"
    yield from loose(rows, catalog)


def _in_place(observation: Observation) -> str:
    return f"{amount(observation)}, {observation.place.name}, {when(observation.period)}"


def _by(observation: Observation, name: str) -> str:
    return f"{amount(observation)}, {name}, {when(observation.period)}"
