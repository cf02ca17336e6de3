"""Figures that a chart kind would misrepresent: periods of several lengths, overlaps, values below 0."""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from generators.analysis.chart_selection import variants
from generators.charts.chart_kind import Need
from generators.charts.data.chart_data import all_chart_data
from generators.charts.data.period_lengths import by_length, overlapping
from generators.charts.registry import KINDS, is_drawable
from generators.checks.chart_requirements import unmet_need
from generators.model import Catalog, ChartSpec, Observation
from generators.model.problems import Problem
from generators.text.wording import amount, when

Figures = tuple[Observation, ...]
Fault = tuple[str, str, str]
"""What was found and expected, and what to type instead."""


def chart_values(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each chart with figures that its kind cannot draw truthfully, such as periods of
    different lengths on one axis, overlapping periods or values below 0.
    """
    for declared in catalog.charts.values():
        for spec in variants(catalog, declared) if is_drawable(declared, catalog) else ():
            data = all_chart_data(catalog)[spec.slug]
            if not unmet_need(data) and (fault := _fault(spec, data.rows)):
                found, expected, advice = fault
                where = declared.where.part("series")
                yield Problem(where=where, subject="series", found=found, expected=expected, advice=advice)


def _fault(spec: ChartSpec, figures: Figures) -> Fault | None:
    faults = (check(spec, figures) for need, check in _NEEDS.items() if need in KINDS[spec.kind].needs)
    return next(filter(None, faults), None)


def _one_length(_spec: ChartSpec, figures: Figures) -> Fault | None:
    lengths = by_length(figures)
    if len(lengths) < 2:
        return None
    (usual, many), *others = lengths.items()
    odd = [o for _, rows in others for o in rows]
    named = "; ".join(_place(rows[0], length) for length, rows in others)
    more = f" and {len(odd) - len(others)} more" if len(odd) > len(others) else ""
    return f"{named}{more}, beside {len(many)} of {usual}", "figures for periods of one length", _choices(many)


def _choices(usual: Figures) -> str:
    grains = {o.period.grain for o in usual if o.period}
    chosen = f"grain: {grains.pop().value} to draw only these, " if len(grains) == 1 else ""
    return f"Write {chosen}a period without the others, or kind: bars, which names the period of each figure."


def _place(o: Observation, *remarks: str) -> str:
    return f"{o.where.part('period')} ({', '.join((when(o.period), *remarks))})"


def _no_overlap(spec: ChartSpec, figures: Figures) -> Fault | None:
    """Places share a row only where they share a plot: one area stands in for a whole place."""
    apart = "two-places" in KINDS[spec.kind].needs
    rows = groupby(sorted(figures, key=lambda o: apart * o.place.code), key=lambda o: apart * o.place.code)
    pair = next((pair for _, own in rows if (pair := overlapping(list(own)))), None)
    if pair is None:
        return None
    shortest = min((o.period for o in pair if o.period), key=lambda period: period.last - period.first)
    advice = f"Write for example grain: {shortest.grain.value}, or kind: bars, which draws each figure in its own row."
    return " and ".join(map(_place, pair)), "figures whose periods do not overlap", advice


def _not_below_zero(spec: ChartSpec, figures: Figures) -> Fault | None:
    below = next((o for o in figures if any(n is not None and n < 0 for n in (o.value, o.lower, o.upper))), None)
    if below is None:
        return None
    found = f"{amount(below)} in {below.where.part('value' if below.value is not None else 'lower')}"
    advice = "Its parts or classes begin at 0. Use kind: bars, columns or multiples, whose axes extend below 0."
    return found, f"figures of 0 or more for kind: {spec.kind}", advice


_NEEDS: Mapping[Need, Callable[[ChartSpec, Figures], Fault | None]] = {
    "one-length": _one_length,
    "no-overlap": _no_overlap,
    "not-below-zero": _not_below_zero,
}
