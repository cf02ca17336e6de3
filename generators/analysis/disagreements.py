"""Disagreements: differing observations of one concept, place and period, compared but never averaged.

Rows of one origin are one witness: they neither confirm nor contradict each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generators.model import Catalog, Dispute, Observation, Period, Place
from generators.model.memo import per_catalog
from generators.urls.paths import of_disagreement


def side_by_side(catalog: Catalog, concept: str, places: Iterable[str], period: str) -> tuple[Observation, ...]:
    """Return the observations of the concept in any of the places for exactly that period, in the catalog's order."""
    codes = set(places)
    return tuple(
        o
        for o in catalog.observations
        if o.indicator.concept == concept and o.place.code in codes and o.period and o.period.text == period
    )


Subject = tuple[str, str, str]
"""Concept, code of the place and text of the period: something that two recorders can both count."""
Subjects = Mapping[Subject, tuple[Observation, ...]]
"""Observations by subject."""


def subject(observation: Observation) -> Subject | None:
    """Return the observation's subject; None without a period."""
    if observation.period is None:
        return None
    return (observation.indicator.concept, observation.place.code, observation.period.text)


@per_catalog
def by_subject(catalog: Catalog) -> Subjects:
    """Return all observations with a period by subject, in the catalog's order."""
    subjects: dict[Subject, list[Observation]] = defaultdict(list)
    for observation in catalog.observations:
        if (key := subject(observation)) is not None:
            subjects[key].append(observation)
    return {key: tuple(rows) for key, rows in subjects.items()}


def alike(observation: Observation, subjects: Subjects) -> tuple[Observation, ...]:
    """Return all observations of the same subject, including this one; it alone if it has no period."""
    key = subject(observation)
    return subjects[key] if key else (observation,)


RowKey = tuple[str, ...]
"""Unique key of a row on the site."""


def row_key(observation: Observation) -> RowKey:
    """Return the dataset and the row's key within it."""
    return (observation.dataset, *observation.key)


def stated_digits(observation: Observation) -> tuple[Decimal | None, ...]:
    """Return the figure in digits: value and ends."""
    return (observation.value, observation.lower, observation.upper)


def agree(a: Observation, b: Observation) -> bool:
    """Return True if both have the same figure in digits and the same unit."""
    return a.indicator.unit == b.indicator.unit and stated_digits(a) == stated_digits(b) != (
        None,
        None,
        None,
    )


def witnesses(observation: Observation, rows: Iterable[Observation]) -> frozenset[str]:
    """Return the origins of all rows of the subject with the same figure; the row's origin if there are none.

    The press is not a witness: a row does not record the source of a newspaper's own statement.
    """
    matches = (observation, *(row for row in rows if agree(observation, row)))
    origins = frozenset(row.origin for row in matches if not (row.speaker and row.speaker.interest == "press"))
    return origins or frozenset({observation.origin})


def rivals(catalog: Catalog, observation: Observation, rows: Iterable[Observation]) -> tuple[Observation, ...]:
    """Return the rows of the same subject that can contradict this one.

    They have another origin and the same unit, and `data/incomparable.yml` does not list their series, such as a part and
    its whole, or another definition.
    """
    apart = {frozenset((pair.a, pair.b)) for pair in catalog.incomparable}
    return tuple(
        row
        for row in rows
        if row.origin != observation.origin
        and row.indicator.unit == observation.indicator.unit
        and frozenset((row.series, observation.series)) not in apart
    )


def _is_conflict(a: Observation, b: Observation) -> bool:
    numbers = {number for number in (*stated_digits(a), *stated_digits(b)) if number is not None}
    return stated_digits(a) != stated_digits(b) and len(numbers) > 1 and None not in (a.number, b.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Differing figures of two or more origins for one subject, or a disputed figure."""

    concept: str
    place: Place
    period: Period
    observations: tuple[Observation, ...]
    low: Decimal
    high: Decimal

    @property
    def subject(self) -> Subject:
        """The subject of the disagreement."""
        return (self.concept, self.place.code, self.period.text)

    @property
    def address(self) -> str:
        """The page and fragment of its panel."""
        return of_disagreement(self.concept, self.place, self.period)

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """The disputes of all figures."""
        return tuple(dispute for o in self.observations for dispute in o.disputes)

    @property
    def origins(self) -> int:
        """Number of origins."""
        return len({o.origin for o in self.observations})

    @property
    def ratio(self) -> Decimal:
        """Ratio of the highest to the lowest figure."""
        return ratio_in_digits(self.low, self.high)


def ratio_in_digits(low: Decimal, high: Decimal) -> Decimal:
    """Return the ratio of the numbers by absolute value; for a range from or across 0, the number of halves it spans.

    >>> pairs = [(2, 8), (-8, -2), (-1, 3)]
    >>> [int(ratio_in_digits(Decimal(low), Decimal(high))) for low, high in pairs]
    [4, 4, 8]
    """
    if high < 0:
        low, high = -high, -low
    return high / low if low > 0 else (high - low) * 2


@per_catalog
def disagreements(catalog: Catalog) -> tuple[Disagreement, ...]:
    """Return all disagreements and disputed figures, in the catalog's order."""
    candidates = (disagreement_among(catalog, rows) for rows in by_subject(catalog).values())
    return tuple(dissent for dissent in candidates if dissent is not None)


@per_catalog
def panels(catalog: Catalog) -> Mapping[RowKey, str]:
    """Return the page and fragment of the disagreement of each row that is in one."""
    return {row_key(o): dissent.address for dissent in disagreements(catalog) for o in dissent.observations}


def disagreement_among(catalog: Catalog, rows: Sequence[Observation]) -> Disagreement | None:
    """Return the disagreement among rows of one subject; None if they have one origin or agree."""
    against = {row_key(o) for o in rows if any(_is_conflict(o, other) for other in rivals(catalog, o, rows))}
    parties = tuple(o for o in rows if o.disputes or row_key(o) in against)
    numbers = [number for o in parties for number in stated_digits(o) if number is not None]
    period = rows[0].period
    if period is None or not numbers:
        return None
    return Disagreement(
        concept=rows[0].indicator.concept,
        place=rows[0].place,
        period=period,
        observations=parties,
        low=min(numbers),
        high=max(numbers),
    )
