"""Disagreement panels: every recorder's figure on one axis, with definitions side by side and no average."""

from collections.abc import Container, Iterable, Iterator, Sequence
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup

from generators.components.templates import render
from generators.model import Catalog, Indicator, Observation
from generators.model.dataset import ends, has_number
from generators.model.lookup import observation_of


def disagreement_panel(page: str, catalog: Catalog, caption: str, observations: Sequence[Observation]) -> Markup:
    """Return a table with a row for each figure: speaker, place if places differ, figure and mark on the axis, indicator, source."""
    low, high = reach(observations)
    return render(
        catalog,
        page,
        "components/disagreement_panel.html",
        caption=caption,
        observations=observations,
        several=len({o.place.code for o in observations}) > 1,
        unlike=len({o.indicator.population for o in observations}) > 1,
        low=low,
        high=high,
        mark=lambda o: axis_mark(o, high, low),
    )


def dispute_list(page: str, catalog: Catalog, observations: Iterable[Observation]) -> Markup:
    """Return the disputes of the figures as a list, with the disputing party's figure; empty if there are none."""
    entries = [
        (o, dispute, observation_of(catalog, dispute.row) if dispute.row else None)
        for o in observations
        for dispute in o.disputes
    ]
    return render(catalog, page, "components/dispute_list.html", entries=entries) if entries else Markup()


def definition_facts(page: str, catalog: Catalog, observations: Iterable[Observation]) -> Markup:
    """Return whom each dataset counts and does not count, side by side, each once."""
    indicators = {o.series: o.indicator for o in observations}
    entries = [(catalog.datasets[i.dataset], i, [*_apart(i, indicators, catalog)]) for i in indicators.values()]
    return render(catalog, page, "components/definitions.html", entries=entries)


def _apart(indicator: Indicator, beside: Container[tuple[str, str]], catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield name and reason of each series in the panel with which the indicator must not be compared."""
    for pair in catalog.incomparable:
        other = {pair.a: pair.b, pair.b: pair.a}.get((indicator.dataset, indicator.id))
        if other is not None and other in beside:
            dataset = catalog.datasets[other[0]]
            yield f"{dataset.recorder}: {dataset.indicators[other[1]].title}", pair.why


def reach(observations: Iterable[Observation]) -> tuple[Decimal, Decimal]:
    """Return the lowest and the highest number of an axis that includes 0 and every figure."""
    numbers = [end for o in observations if has_number(o) for end in ends(o)]
    return min([Decimal(0), *numbers]), max([Decimal(0), *numbers])


def axis_mark(observation: Observation, top: Decimal, low: Decimal = Decimal(0)) -> Markup:
    """Return the figure on the axis as SVG: a dot, or a bar for a range, with an open end for a floor or a ceiling.

    The axis has room for a dot at its start and for an open end beyond the highest figure.
    """
    if not has_number(observation) or low == top:
        return Markup()
    first, last, zero = (f"{2 + 88 * (end - low) / (top - low):.1f}%" for end in (*ends(observation), Decimal(0)))
    strip = Element("svg", {"class": "strip", "aria-hidden": "true", "data-skip": "plain"})
    if low:
        SubElement(strip, "line", {"class": "zero", "x1": zero, "x2": zero, "y1": "1", "y2": "15"})
    if open_end := {"at_least": "100%", "more_than": "100%", "up_to": "0%"}.get(observation.qualifier):
        SubElement(strip, "line", {"class": "open", "x1": last, "x2": open_end, "y1": "8", "y2": "8"})
    if first == last:
        SubElement(strip, "circle", {"cx": last, "cy": "8", "r": "4"})
    else:
        SubElement(strip, "line", {"x1": first, "x2": last, "y1": "8", "y2": "8"})
    return Markup(tostring(strip, encoding="unicode").replace(" />", "/>"))  # noqa: S704 - a tree of our own
