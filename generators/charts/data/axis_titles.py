"""Axis titles: indicator or concept, unit, and the length of time of a flow."""

from collections.abc import Mapping, Sequence

from generators.model import Concept, Grain, Indicator, Observation
from generators.text.wording import QUALIFIERS

_LENGTHS = {Grain.MONTH: " a month", Grain.QUARTER: " a quarter", Grain.YEAR: " a year"}


def axis_title(observations: Sequence[Observation], concepts: Mapping[str, Concept]) -> str:
    """Return a title such as "Highest level (centimetres a month)"."""
    indicators = list({(o.dataset, o.indicator.id): o.indicator for o in observations}.values())
    units = " or ".join(dict.fromkeys(unit_name(indicator.unit) for indicator in indicators))
    grains = {o.period.grain for o in observations if o.period}
    length = _LENGTHS.get(grains.pop(), "") if len(grains) == 1 and indicators[0].kind == "flow" else ""
    subject, qualifier = _subject(indicators, concepts), _shared_qualifier(observations)
    return f"{subject} ({units}{length}{qualifier})" if subject else f"{units}{length}{qualifier}".capitalize()


def _shared_qualifier(observations: Sequence[Observation]) -> str:
    qualifiers = {o.qualifier for o in observations}
    return f", {QUALIFIERS[qualifiers.pop()].strip()}" if len(qualifiers) == 1 and qualifiers != {"exact"} else ""


def unit_name(unit: str) -> str:
    """Return the unit in words for readers."""
    return "per cent" if unit.startswith("percent") else unit


def _subject(indicators: Sequence[Indicator], concepts: Mapping[str, Concept]) -> str:
    titles = {indicator.title for indicator in indicators}
    if len(titles) == 1:
        return titles.pop()
    ids = {indicator.concept for indicator in indicators}
    concept = concepts.get(ids.pop()) if len(ids) == 1 else None
    return concept.title if concept else ""
