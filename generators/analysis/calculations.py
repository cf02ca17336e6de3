"""Calculated numbers with formula and inputs: change, share, ratio, total, rank, peak.

The inputs are of one recorder, as `derived_values` checks. Nothing is averaged or filled in. Only quotients are rounded,
and marked as such. There is no mean.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction
from functools import reduce
from itertools import pairwise

from generators.analysis.intervals import (
    FLOORS,
    Form,
    Interval,
    counted_interval,
    equation,
    exact,
    finer,
    interval_in_words,
    minus,
    multiplied,
    over,
    plus,
    point,
    rounded,
    stated_interval,
)
from generators.model import Grain, Observation, Period
from generators.model.languages import translatable
from generators.model.problems import CellError
from generators.text.joining import comma_list, ordinal
from generators.text.messages import gettext, ngettext
from generators.text.wording import amount, bare, in_per_cent, is_percent, when

_HIGHEST = translatable("the highest of %(figures)s")
_JOINT_HIGHEST = translatable("the joint highest of %(figures)s")
_RANK = translatable("the %(position)s highest of %(figures)s")
_JOINT_RANK = translatable("the joint %(position)s highest of %(figures)s")
_QUOTE = "Quote the figures with value(…) instead."


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The inputs in the order of the formula."""

    rows: tuple[Observation, ...]
    as_counted: bool
    """True if all are floors of series. Then the counted numbers are compared, and the result says so."""

    @property
    def intervals(self) -> tuple[Interval, ...]:
        """Each input as an interval."""
        return tuple(map(counted_interval if self.as_counted else stated_interval, self.rows))

    @property
    def texts(self) -> tuple[str, ...]:
        """Each input as text for the formula."""
        amounts = map(bare if self.as_counted else amount, self.rows)
        return tuple(f"({text})" if " " in text else text for text in amounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A number calculated by this site."""

    words: str
    formula: str
    figures: Figures


def are_floors(rows: Sequence[Observation]) -> bool:
    """Return True if all rows are floors: at least or more than."""
    return all(o.qualifier in FLOORS for o in rows)


def change(figures: Figures, *, percent: bool = False) -> Derived:
    """Return the last figure minus the first, as a rise or a fall; with `percent`, as a percentage of the first."""
    start, end = figures.intervals
    first_text, last_text = figures.texts
    formula, difference = f"{last_text} − {first_text}", minus(end, start)
    if not percent:
        words = _change_text(difference, exact)
        if is_percent(figures.rows[0]):
            words = gettext("%(change)s percentage points", change=words)
        return _derive(figures, words, equation(formula, difference))
    _refuse_percent(figures)
    hundredths = multiplied(minus(over(end, start), point(1)), 100)
    return _hundredths(figures, _change_text(hundredths, rounded), f"({formula}) ÷ {first_text}", hundredths)


def _change_text(by: Interval, form: Form) -> str:
    """Return a change in words; if its sign is unknown, its two ends, or an error if an end is open."""
    low, high = by.low, by.high
    if low == high == 0:
        return gettext("no change as stated") if by.rough else gettext("no change")
    if low is not None and low >= 0 and (low or high is not None):
        return gettext("a rise of %(amount)s", amount=interval_in_words(by, form))
    if high is not None and high <= 0 and (high or low is not None):
        return gettext("a fall of %(amount)s", amount=interval_in_words(multiplied(by, -1), form))
    if low is None or high is None:
        raise CellError("figures that show whether it rose or fell", f"A floor or a ceiling leaves that open. {_QUOTE}")
    fall, rise = (interval_in_words(replace(point(end), rough=by.rough), form) for end in (-low, high))
    return gettext("between a fall of %(fall)s and a rise of %(rise)s", fall=fall, rise=rise)


def share_of(figures: Figures) -> Derived:
    """Return the first figure as a percentage of the second, its whole."""
    part, whole = figures.intervals
    _refuse_percent(figures)
    if part.low is not None and whole.high is not None and part.low > whole.high:
        raise CellError("a part that is not larger than its whole", "Name the part first, or write ratio(…).")
    quotient = _require_bound(over(part, whole))
    if quotient.high is not None and quotient.high > 1:
        quotient = replace(quotient, high=Fraction(1))
    hundredths = multiplied(quotient, 100)
    return _hundredths(figures, interval_in_words(hundredths, rounded), _division(figures), hundredths)


def ratio(figures: Figures) -> Derived:
    """Return the first figure divided by the second."""
    quotient = _require_bound(over(*figures.intervals))
    return _derive(
        figures,
        gettext("%(number)s times", number=interval_in_words(quotient, rounded)),
        equation(_division(figures), quotient, finer),
    )


def total(figures: Figures, span: Period) -> Derived:
    """Return the sum of flows whose periods cover the span without gap or overlap. Floors add up to a floor."""
    if any(o.indicator.kind != "flow" or " per " in f" {o.indicator.unit}" or is_percent(o) for o in figures.rows):
        raise CellError("figures of a flow", f"Stocks, rates and shares cannot be added up over time. {_QUOTE}")
    _refuse_gaps(figures.rows, span)
    plain = replace(figures, as_counted=False)
    added = _require_bound(reduce(plus, plain.intervals))
    counts = replace(figures, as_counted=are_floors(figures.rows))
    formula = equation(" + ".join(counts.texts), reduce(plus, counts.intervals))
    return Derived(words=interval_in_words(added), formula=formula, figures=plain)


def rank(figures: Figures) -> Derived:
    """Return the rank of the first figure among all, the highest first."""
    subject, *others = figures.intervals
    above = sum(_above(rival, subject) for rival in others)
    words = _rank_text(above + 1, len(figures.rows), joint=any(rival == subject for rival in others))
    formula = ngettext(
        "%(num)s of %(others)s is higher than %(figure)s",
        "%(num)s of %(others)s are higher than %(figure)s",
        above,
        others=ngettext("%(num)s other", "%(num)s others", len(others)),
        figure=figures.texts[0],
    )
    return _derive(figures, words, formula)


def _rank_text(position: int, number: int, *, joint: bool) -> str:
    all_figures = ngettext("%(num)s figure", "%(num)s figures", number)
    if position == 1:
        message = _JOINT_HIGHEST if joint else _HIGHEST
        return gettext(message, figures=all_figures)
    return gettext(_JOINT_RANK if joint else _RANK, position=ordinal(position), figures=all_figures)


def peak(figures: Figures) -> Derived:
    """Return the highest figure with all periods that share it. The inputs are returned highest first."""
    _refuse_mixed_lengths(_ordered_periods(figures.rows))
    pairs = sorted(zip(figures.intervals, figures.rows, strict=True), key=lambda pair: -(pair[0].low or Fraction(0)))
    best, row = pairs[0]
    top = [o for interval, o in pairs if o is row or not _above(best, interval)]
    words = gettext("%(number)s in %(period)s", number=amount(row), period=comma_list(when(o.period) for o in top))
    if figures.as_counted:
        words = gettext("%(figure)s, the highest in the count", figure=words)
    ordered = replace(figures, rows=tuple(o for _, o in pairs))
    return Derived(words=words, formula=_rank_text(1, len(pairs), joint=False), figures=ordered)


def _derive(figures: Figures, words: str, formula: str) -> Derived:
    text = gettext("%(figure)s in the count", figure=words) if figures.as_counted else words
    return Derived(words=text, formula=formula, figures=figures)


def _hundredths(figures: Figures, words: str, formula: str, result: Interval) -> Derived:
    return _derive(figures, in_per_cent(words), in_per_cent(equation(f"{formula} × 100", result, finer)))


def _division(figures: Figures) -> str:
    return " ÷ ".join(figures.texts)


def _require_bound(result: Interval) -> Interval:
    if not result.known:
        raise CellError("figures that bound the result", f"Floors and ceilings leave it open on both sides. {_QUOTE}")
    return result


def _refuse_percent(figures: Figures) -> None:
    if is_percent(figures.rows[0]):
        raise CellError("figures that are not shares themselves", "Write change(…) without percent, or ratio(…).")


def _above(a: Interval, b: Interval) -> bool:
    """Return True if `a` is certainly higher, False if it is lower or equal; an unknown order is an error."""
    if a == b and a.low == a.high:
        return False
    if a.low is not None and b.high is not None and a.low > b.high:
        return True
    if a.high is not None and b.low is not None and a.high < b.low:
        return False
    raise CellError(
        "figures whose order is known", f"Ranges that overlap, and floors beside others, have none. {_QUOTE}"
    )


def _refuse_gaps(rows: Sequence[Observation], span: Period) -> None:
    """Refuse rows that miss a part of the span or cover one twice."""
    periods = _ordered_periods(rows)
    expected = span.first
    for period in periods:
        if period.first != expected:
            break
        expected = period.last + timedelta(days=1)
    if expected <= span.last:
        raise CellError(f"a figure for every part of {span.text}", f"None begins on {expected}. Choose a shorter span.")


def _ordered_periods(rows: Sequence[Observation]) -> tuple[Period, ...]:
    """Return the periods of rows in order of time; two that overlap are an error."""
    periods = tuple(o.period for o in rows if o.period)
    for a, b in pairwise(periods):
        if b.first <= a.last:
            raise CellError(
                "periods that do not overlap",
                f"{a.text} and {b.text} do: choose one row for each with as_of= or said_by=, or another span.",
            )
    return periods


def _refuse_mixed_lengths(periods: Sequence[Period]) -> None:
    """Refuse periods of different lengths, such as a month and a year."""
    if len({period.grain for period in periods}) > 1 or periods[0].grain is Grain.INTERVAL:
        raise CellError("periods of one length, all days, months, quarters or years", _QUOTE)
