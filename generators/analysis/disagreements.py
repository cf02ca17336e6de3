"""Who counted the same thing: observations of one concept, place and period, set side by side, never averaged.

Rows of one origin are one witness: they neither confirm nor contradict each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generators.model import Catalog, Dispute, Observation, Period, Place
from generators.urls.paths import of_disagreement


def side_by_side(catalog: Catalog, concept: str, places: Iterable[str], period: str) -> tuple[Observation, ...]:
    """Every observation of the concept in any of the places for exactly that period, in the catalog's order."""
    wanted = set(places)
    return tuple(
        o
        for o in catalog.observations
        if o.indicator.concept == concept and o.place.code in wanted and o.period and o.period.text == period
    )


Subject = tuple[str, str, str]
"""A concept, a place's code and a period's text: what two recorders can both have counted."""
Subjects = Mapping[Subject, tuple[Observation, ...]]
"""All observations by what they count."""


def subject(observation: Observation) -> Subject | None:
    """What the observation counts, as others may have counted it; None without a period."""
    if observation.period is None:
        return None
    return (observation.indicator.concept, observation.place.code, observation.period.text)


def by_subject(catalog: Catalog) -> Subjects:
    """All observations with a period, by what they count, in the catalog's order."""
    found: dict[Subject, list[Observation]] = defaultdict(list)
    for observation in catalog.observations:
        if (key := subject(observation)) is not None:
            found[key].append(observation)
    return {key: tuple(rows) for key, rows in found.items()}


def alike(observation: Observation, subjects: Subjects) -> tuple[Observation, ...]:
    """All observations of what this one counts, this one among them; it alone if it has no period."""
    key = subject(observation)
    return subjects[key] if key else (observation,)


RowKey = tuple[str, ...]
"""What makes a row the only one of its kind on the site."""


def row_key(observation: Observation) -> RowKey:
    """Return the dataset and the row's key in it."""
    return (observation.dataset, *observation.key)


def stated_digits(observation: Observation) -> tuple[Decimal | None, ...]:
    """Return the figure in digits: value and ends."""
    return (observation.value, observation.lower, observation.upper)


def agree(one: Observation, other: Observation) -> bool:
    """True if both give the same figure in digits and in one unit."""
    return one.indicator.unit == other.indicator.unit and stated_digits(one) == stated_digits(other) != (
        None,
        None,
        None,
    )


def witnesses(observation: Observation, rows: Iterable[Observation]) -> frozenset[str]:
    """Return the origins of the figure, of those rows of its subject that have the same; its own if nobody else is one.

    The press confirms nobody: a row cannot tell from whom a newspaper had what it says in its own name.
    """
    same = (observation, *(row for row in rows if agree(observation, row)))
    heard = frozenset(row.origin for row in same if not (row.speaker and row.speaker.interest == "press"))
    return heard or frozenset({observation.origin})


def rivals(catalog: Catalog, observation: Observation, rows: Iterable[Observation]) -> tuple[Observation, ...]:
    """Return the rows of the same subject that can be set against this one.

    They are of another origin, in the same unit, and of no series that `data/incomparable.yml` sets apart: a part and its
    whole, or another definition.
    """
    apart = {frozenset((pair.a, pair.b)) for pair in catalog.incomparable}
    return tuple(
        row
        for row in rows
        if row.origin != observation.origin
        and row.indicator.unit == observation.indicator.unit
        and frozenset((_series(row), _series(observation))) not in apart
    )


def _series(observation: Observation) -> tuple[str, str]:
    return observation.dataset, observation.indicator.id


def _differ(one: Observation, other: Observation) -> bool:
    numbers = {number for number in (*stated_digits(one), *stated_digits(other)) if number is not None}
    return stated_digits(one) != stated_digits(other) and len(numbers) > 1 and None not in (one.number, other.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Figures of two or more origins for one thing that differ, or a figure that somebody disputes."""

    concept: str
    place: Place
    period: Period
    observations: tuple[Observation, ...]
    low: Decimal
    high: Decimal

    @property
    def subject(self) -> Subject:
        """What they disagree on."""
        return (self.concept, self.place.code, self.period.text)

    @property
    def address(self) -> str:
        """The page and fragment of its panel."""
        return of_disagreement(self.concept, self.place, self.period)

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """What is said against any of the figures."""
        return tuple(dispute for o in self.observations for dispute in o.disputes)

    @property
    def origins(self) -> int:
        """How many bodies first stated the figures."""
        return len({o.origin for o in self.observations})

    @property
    def ratio(self) -> Decimal:
        """How far apart the lowest and the highest figure are."""
        return ratio_in_digits(self.low, self.high)


def ratio_in_digits(low: Decimal, high: Decimal) -> Decimal:
    """Return how many times the lower number goes into the higher, by their sizes; from 0 or across it, counted in halves.

    >>> ratio_in_digits(Decimal(2), Decimal(8)), times(Decimal(-8), Decimal(-2)), times(Decimal(-1), Decimal(3))
    (Decimal('4'), Decimal('4'), Decimal('8'))
    """
    if high < 0:
        low, high = -high, -low
    return high / low if low > 0 else (high - low) * 2


@lru_cache(maxsize=4)
def disagreements(catalog: Catalog) -> tuple[Disagreement, ...]:
    """Everything that two origins counted or stated differently, or that somebody disputes, in the catalog's order."""
    found = (disagreement_among(catalog, rows) for rows in by_subject(catalog).values())
    return tuple(each for each in found if each is not None)


def panels(catalog: Catalog) -> Mapping[RowKey, str]:
    """Return the page and fragment where all say what they counted, by each row that takes part."""
    return {row_key(o): each.address for each in disagreements(catalog) for o in each.observations}


def disagreement_among(catalog: Catalog, rows: Sequence[Observation]) -> Disagreement | None:
    """Return what those who counted one thing disagree on; None if they are of one origin, or say the same."""
    against = {row_key(o) for o in rows if any(_differ(o, other) for other in rivals(catalog, o, rows))}
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
