"""Who counted the same thing: observations of one concept, place and period, set side by side, never averaged."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generators.addresses import of_disagreement
from generators.model import Catalog, Observation, Period, Place


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


def origins(observation: Observation) -> frozenset[str]:
    """Who independently carries the figure: the wire story or statement that a document repeats, else its publisher."""
    return frozenset(source.origin or source.publisher for source in (observation.source, *observation.also_in))


def agree(one: Observation, other: Observation) -> bool:
    """True if both give the same figure in digits: value and ends."""
    given = (one.value, one.lower, one.upper)
    return given == (other.value, other.lower, other.upper) != (None, None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Figures of two or more recorders, speakers or snapshots for one thing, at least two of which differ."""

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
    def ratio(self) -> Decimal:
        """How far apart the lowest and the highest figure are."""
        return times(self.low, self.high)


def times(low: Decimal, high: Decimal) -> Decimal:
    """Return how many times the lower number goes into the higher, by their sizes; from 0 or across it, counted in halves.

    >>> times(Decimal(2), Decimal(8)), times(Decimal(-8), Decimal(-2)), times(Decimal(-1), Decimal(3))
    (Decimal('4'), Decimal('4'), Decimal('8'))
    """
    if high < 0:
        low, high = -high, -low
    return high / low if low > 0 else (high - low) * 2


def disagreements(catalog: Catalog) -> tuple[Disagreement, ...]:
    """Everything that two people counted or stated differently, in the catalog's order."""
    return tuple(found for rows in by_subject(catalog).values() if (found := disagreement(rows)) is not None)


def panels(catalog: Catalog) -> Mapping[Subject, str]:
    """The page and fragment where all say what they counted, by what they disagree on."""
    return {one.subject: one.address for one in disagreements(catalog)}


def disagreement(rows: Sequence[Observation]) -> Disagreement | None:
    """What those who counted one thing disagree on; None if they are one, or say the same."""
    numbers = [number for o in rows for number in (o.value, o.lower, o.upper) if number is not None]
    speakers = {(o.dataset, o.said_by) for o in rows}
    stated = {(o.value, o.lower, o.upper) for o in rows if (o.value, o.lower, o.upper) != (None, None, None)}
    period = rows[0].period
    if period is None or len(speakers) < 2 or len(stated) < 2 or min(numbers) == max(numbers):
        return None
    return Disagreement(
        concept=rows[0].indicator.concept,
        place=rows[0].place,
        period=period,
        observations=tuple(rows),
        low=min(numbers),
        high=max(numbers),
    )
