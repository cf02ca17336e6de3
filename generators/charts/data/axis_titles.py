"""Axis titles: indicator or concept, unit, and the length of time of a flow."""

from collections.abc import Mapping, Sequence

from generators.model import Concept, Grain, Indicator, Observation
from generators.model.languages import translatable
from generators.text.joining import either
from generators.text.messages import gettext
from generators.text.wording import qualifier_alone

_LENGTHS = {
    Grain.MONTH: translatable("%(unit)s a month"),
    Grain.QUARTER: translatable("%(unit)s a quarter"),
    Grain.YEAR: translatable("%(unit)s a year"),
}


def axis_title(observations: Sequence[Observation], concepts: Mapping[str, Concept]) -> str:
    """Return a title such as "Highest level (centimetres a month)"."""
    indicators = list({o.series: o.indicator for o in observations}.values())
    unit = either(dict.fromkeys(unit_name(indicator.unit) for indicator in indicators))
    grains = {o.period.grain for o in observations if o.period}
    if len(grains) == 1 and indicators[0].kind == "flow" and (length := _LENGTHS.get(grains.pop())):
        unit = gettext(length, unit=unit)
    if qualifier := _shared_qualifier(observations):
        unit = gettext("%(unit)s, %(qualifier)s", unit=unit, qualifier=qualifier)
    subject = _subject(indicators, concepts)
    return gettext("%(subject)s (%(unit)s)", subject=subject, unit=unit) if subject else unit.capitalize()


def _shared_qualifier(observations: Sequence[Observation]) -> str:
    qualifiers = {o.qualifier for o in observations}
    return qualifier_alone(qualifiers.pop()) if len(qualifiers) == 1 else ""


def unit_name(unit: str) -> str:
    """Return the unit in words for readers."""
    return gettext("per cent") if unit.startswith("percent") else unit


def _subject(indicators: Sequence[Indicator], concepts: Mapping[str, Concept]) -> str:
    titles = {indicator.title for indicator in indicators}
    if len(titles) == 1:
        return titles.pop()
    ids = {indicator.concept for indicator in indicators}
    concept = concepts.get(ids.pop()) if len(ids) == 1 else None
    return concept.title if concept else ""
