"""Shortcodes that calculate a number: the selection of their rows and its validation.

The rows have one recorder and one unit and may be compared; `calculations` then calculates. The check `method_breaks`
reports figures on two sides of a method break, as for quoted figures. To add a shortcode, write its method and add its
name to `NAMES`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generators.analysis import calculations
from generators.analysis.calculations import Derived, Figures
from generators.analysis.revisions import speaker
from generators.model import Catalog, Observation, Period
from generators.model.lookup import one, redistributable_rows
from generators.model.parse import period as stretch
from generators.model.problems import CellError

NAMES = ("change", "share", "ratio", "total", "rank", "peak")
"""The shortcodes that calculate a number."""
FLAGS = ("bare", "percent")
"""Boolean arguments; all others are texts."""
AVERAGES = ("average", "mean", "median")
"""Words that are refused."""
_APART = "Quote each with value(…)."
_SECOND = "of_"
"""Prefix of an argument for the second figure only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivations:
    """The calculations on a catalog."""

    catalog: Catalog

    def words(self) -> Mapping[str, Callable[..., Derived]]:
        """Return the calculations by name."""
        return {name: getattr(self, name) for name in NAMES}

    def change(self, path: str, *periods: str, percent: bool = False, **chosen: str) -> Derived:
        """Return the change of one figure from the first period to the last."""
        if len(periods) != 2:
            raise CellError('a first and a last period: change("dataset/indicator", "2018-03", "2018-06")')
        before, after = (one(self.catalog, path, {"period": period, **chosen}) for period in periods)
        if not before.period or not after.period or before.period.last >= after.period.first:
            raise CellError("a first period that ends before the last begins", "Name the earlier one first.")
        if before.place != after.place:
            raise CellError("figures of one place", f'Add place="{before.place.code}".')
        self._refuse_incomparable((before, after))
        return calculations.change(self._figures((before, after)), percent=percent)

    def share(self, part: str, whole: str, period: str = "", **chosen: str) -> Derived:
        """Return the first figure as a share of the second; both have the same period."""
        pair = self._pair(part, whole, {"period": period, **chosen})
        if pair[0].period != pair[1].period:
            raise CellError("a part and a whole of one period", _APART)
        if pair[0].place != pair[1].place and pair[1].place.code not in self.catalog.wholes(pair[0].place):
            raise CellError("a part within its whole", "Name the part first, or write ratio(…).")
        return calculations.share_of(self._figures(pair))

    def ratio(self, first: str, second: str, period: str = "", **chosen: str) -> Derived:
        """Return the first figure divided by the second; they differ in one property."""
        pair = self._pair(first, second, {"period": period, **chosen})
        a, b = ((o.dataset + o.indicator.id, o.place.code, o.period) for o in pair)
        if sum(x != y for x, y in zip(a, b, strict=True)) != 1:
            raise CellError(
                "two figures that differ in one of indicator, place and period",
                'Add of_place="…" or of_period="…" for the second.',
            )
        return calculations.ratio(self._figures(pair))

    def total(self, path: str, span: str, **chosen: str) -> Derived:
        """Return the sum of one place's figures over a span of time."""
        return calculations.total(self._figures(self._rows_within(path, _span(span), chosen)), _span(span))

    def rank(self, path: str, period: str, **chosen: str) -> Derived:
        """Return the rank of one place's figure among those of all places of its kind."""
        ranked = one(self.catalog, path, {"period": period, **chosen})
        alike = {"period": period, **{name: text for name, text in chosen.items() if name != "place"}}
        rows = (o for o in redistributable_rows(self.catalog, path, alike) if o.place.kind == ranked.place.kind)
        others = tuple(o for o in rows if o is not ranked)
        if not others or len({o.place for o in others} | {ranked.place}) <= len(others):
            raise CellError(
                "one figure for each of two or more places of a kind",
                "Add said_by= or as_of=, or quote it with value(…).",
            )
        self._refuse_incomparable((ranked, *others))
        return calculations.rank(self._figures((ranked, *others)))

    def peak(self, path: str, span: str, **chosen: str) -> Derived:
        """Return the highest of one place's figures within a span of time, with its period."""
        return calculations.peak(self._figures(self._rows_within(path, _span(span), chosen)))

    def _pair(self, first: str, second: str, chosen: Mapping[str, str]) -> tuple[Observation, Observation]:
        shared = {name: text for name, text in chosen.items() if not name.startswith(_SECOND)}
        other = {name.removeprefix(_SECOND): text for name, text in chosen.items() if name.startswith(_SECOND)}
        pair = (one(self.catalog, first, shared), one(self.catalog, second, {**shared, **other}))
        self._refuse_incomparable(pair)
        return pair

    def _rows_within(self, path: str, span: Period, chosen: Mapping[str, str]) -> tuple[Observation, ...]:
        """Return the rows of one place and one speaker with periods in the span, in order of time."""
        dated = [
            (o.period, o)
            for o in redistributable_rows(self.catalog, path, chosen)
            if o.period and span.covers(o.period)
        ]
        rows = tuple(o for _, o in sorted(dated, key=lambda pair: (pair[0].first, pair[0].last)))
        if len(rows) < 2:
            raise CellError(f"two or more figures within {span.text}", "Quote one with value(…).")
        if len(places := sorted({o.place.code for o in rows})) > 1:
            raise CellError(
                "figures of one place", "Add " + " or ".join(f'place="{code}"' for code in places[:8]) + "."
            )
        self._refuse_incomparable(rows)
        return rows

    def _figures(self, rows: tuple[Observation, ...]) -> Figures:
        serial = all(self.catalog.datasets[o.dataset].form == "series" for o in rows)
        return Figures(rows=rows, as_counted=serial and calculations.are_floors(rows))

    def _refuse_incomparable(self, rows: tuple[Observation, ...]) -> None:
        speakers = {speaker(o.said_by): o.said_by for o in rows}
        units, kinds = {o.indicator.unit for o in rows}, {o.indicator.kind for o in rows}
        if len(speakers) > 1:
            options = " or ".join(sorted(f'said_by="{name}"' for name in speakers.values())[:4])
            advice = f"Two recorders count differently: add {options}, or show them side by side with beside(…)."
            raise CellError("figures of one recorder", advice)
        if len(units) > 1:
            raise CellError(f"figures in one unit, not {' and '.join(sorted(units))}", _APART)
        if "change" in kinds:
            raise CellError("figures that are not changes themselves", _APART)
        self._refuse_listed_pair(rows)

    def _refuse_listed_pair(self, rows: tuple[Observation, ...]) -> None:
        """Refuse two series that the list of incomparable series names."""
        series = {o.series for o in rows}
        for pair in self.catalog.incomparable:
            if {pair.a, pair.b} <= series:
                raise CellError("series that may be compared", f"{_APART} {pair.where}: {pair.why}")


def no_average(*_: object, **__: object) -> str:
    """Refuse an average with an explanation."""
    raise CellError(
        "no average, which hides differences in counting and is a number that nobody stated",
        "Quote the figures side by side with value(…) or beside(…), or add up one recorder's: "
        'total("dataset/indicator", "2018-01/2018-06").',
    )


def _span(text: str) -> Period:
    span = stretch(text)
    if span is None:
        raise CellError('a span of time, such as "2018-01/2018-06" or "2018"')
    return span
