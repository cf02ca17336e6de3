"""Who counted the same thing: observations of one concept, place and period, set side by side, never averaged."""

from collections.abc import Iterable

from generators.model import Catalog, Observation


def side_by_side(catalog: Catalog, concept: str, places: Iterable[str], period: str) -> tuple[Observation, ...]:
    """Every observation of the concept in any of the places for exactly that period, in the catalog's order."""
    wanted = set(places)
    return tuple(
        o
        for o in catalog.observations
        if o.indicator.concept == concept and o.place.code in wanted and o.period and o.period.text == period
    )
