"""Parts larger than their total, for the places of one recorder."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generators.model import Catalog, Indicator, Observation
from generators.model.problems import Problem

_SHARES = ("percent", "ratio")
"""Units of which a part may have more than its whole."""


def parts_within_total(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each part above its total in one dataset, period, speaker and date, and each group
    of exact parts that add up to more than the total.
    """
    groups: dict[tuple[str, ...], list[Observation]] = defaultdict(list)
    for o in catalog.observations:
        if o.value is not None and o.qualifier in ("exact", "at_least") and _adds_up(o.indicator):
            indicator, _, *rest = o.key
            groups[o.dataset, indicator, *rest].append(o)
    for rows in groups.values():
        for total in rows if len(rows) > 1 else ():
            yield from _excesses(total, _parts(catalog, total, rows))


def _adds_up(indicator: Indicator) -> bool:
    return indicator.kind != "change" and not indicator.unit.startswith(_SHARES)


def _excesses(total: Observation, parts: Sequence[Observation]) -> Iterator[Problem]:
    """Yield the parts above the total; if there are none, the sum of exact parts above it."""
    limit = total.value or Decimal(0)
    larger = [(part, part.value) for part in parts if part.value is not None and part.value > limit]
    for part, value in larger:
        yield _problem(part, total, str(value), "a number")
    exact = all(o.qualifier == "exact" for o in (total, *parts))
    sum_of_parts = sum((o.value for o in parts if o.value is not None), Decimal(0))
    if not larger and exact and sum_of_parts > limit:
        yield _problem(total, total, str(sum_of_parts), "a sum of the parts of the place")


def _parts(catalog: Catalog, total: Observation, rows: Sequence[Observation]) -> list[Observation]:
    """Return the rows of places within the total's, without areas and regions whose own parts are listed."""
    within = [o for o in rows if o.place.kind != "area" and total.place.code in catalog.wholes(o.place)]
    split = {code for o in within for code in catalog.wholes(o.place)}
    return [] if total.place.kind == "area" else [o for o in within if o.place.code not in split]


def _problem(part: Observation, total: Observation, text: str, noun: str) -> Problem:
    return Problem(
        where=part.where.part("value"),
        subject="value",
        found=text,
        expected=f"{noun} up to {total.value}, the figure of {total.place.code} on line {total.where.line}",
        advice="Check the source: correct the figure or its place, or distinguish two counts by as_of or indicator.",
    )
