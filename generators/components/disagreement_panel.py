"""Disagreement panels: every recorder's figure on one axis, with definitions side by side and no average."""

from collections.abc import Container, Iterable, Sequence
from decimal import Decimal

from generators.analysis.grades import who
from generators.components.disputes import disputes_of
from generators.components.markup import bullets, facts, grade, heading, inline, link, row, table
from generators.components.observation_table import sources_of
from generators.model import Catalog, Dispute, Indicator, Observation
from generators.model.dataset import ends, has_number
from generators.model.lookup import observation_of
from generators.text.wording import amount, digits, when
from generators.urls.paths import of_dataset, of_row


def panel(page: str, catalog: Catalog, caption: str, observations: Sequence[Observation]) -> str:
    """Return a table with a row for each figure: speaker, place if places differ, figure and mark on the axis, indicator, source."""
    low, top = reach(observations)
    several = len({o.place.code for o in observations}) > 1
    unlike = len({o.indicator.population for o in observations}) > 1
    head = map(
        heading,
        ("Place and who" if several else "Who", f"Figure, from {digits(low)} to {digits(top)}", "Indicator", "Source"),
    )
    rows = (row((_who(o, placed=several, counting=unlike), *_cells(page, catalog, o, top, low))) for o in observations)
    return table(caption, head, rows)


def _who(o: Observation, *, placed: bool, counting: bool) -> str:
    """Return the speaker, and the population if populations differ."""
    as_of = f", as of {when(o.as_of)}" if o.as_of else ""
    counts = f'<br><span class="counts">counts {inline(o.indicator.population)}</span>' if counting else ""
    return inline((f"{o.place.name}: " if placed else "") + who(o) + as_of) + counts


def _cells(page: str, catalog: Catalog, o: Observation, top: Decimal, low: Decimal) -> tuple[str, ...]:
    """Return the cells of a figure; its mark is in the same cell, so that a phone shows both."""
    dataset = catalog.dataset_of(o)
    what = link(page, of_dataset(dataset.id), inline(o.indicator.title))
    figure = link(page, of_row(dataset, o), inline(amount(o)))
    return figure + axis_mark(o, top, low), what, sources_of(page, o) + grade(page, o)


def dispute_list(page: str, catalog: Catalog, observations: Iterable[Observation]) -> str:
    """Return the disputes of the figures as a list, with the disputing party's figure; empty if there are none."""
    items = [
        f"{inline(o.said_by)}: {inline(amount(o))}. {line}{_own_figure(page, catalog, dispute)}"
        for o in observations
        for dispute, line in zip(o.disputes, disputes_of(page, o), strict=True)
    ]
    return bullets(items) if items else ""


def _own_figure(page: str, catalog: Catalog, dispute: Dispute) -> str:
    own = observation_of(catalog, dispute.row) if dispute.row else None
    if own is None:
        return ""
    figure = link(page, of_row(catalog.dataset_of(own), own), inline(amount(own)))
    return f" Their figure: {figure}, {inline(when(own.period))}, counts {inline(own.indicator.population)}."


def definition_facts(catalog: Catalog, observations: Iterable[Observation]) -> str:
    """Return whom each dataset counts and does not count, side by side, each once."""
    indicators = {(o.dataset, o.indicator.id): o.indicator for o in observations}
    return facts(
        (
            f"{catalog.datasets[i.dataset].recorder}: {i.title}",
            f"Counts {inline(i.population)}. Not counted: {inline(catalog.datasets[i.dataset].excludes)}"
            + _apart(i, indicators, catalog),
        )
        for i in indicators.values()
    )


def _apart(indicator: Indicator, beside: Container[tuple[str, str]], catalog: Catalog) -> str:
    """Return a line for each series in the panel with which the indicator must not be compared."""
    own = (indicator.dataset, indicator.id)
    lines = []
    for pair in catalog.incomparable:
        other = {pair.a: pair.b, pair.b: pair.a}.get(own)
        if other is not None and other in beside:
            dataset = catalog.datasets[other[0]]
            name = f"{dataset.recorder}: {dataset.indicators[other[1]].title}"
            lines.append(f"<br><strong>Must not be compared with {inline(name)}</strong>: {inline(pair.why)}")
    return "".join(lines)


def reach(observations: Iterable[Observation]) -> tuple[Decimal, Decimal]:
    """Return the lowest and the highest number of an axis that includes 0 and every figure."""
    numbers = [end for o in observations if has_number(o) for end in ends(o)]
    return min([Decimal(0), *numbers]), max([Decimal(0), *numbers])


def axis_mark(observation: Observation, top: Decimal, low: Decimal = Decimal(0)) -> str:
    """Return the figure on the axis as SVG: a dot, or a bar for a range, with an open end for a floor or a ceiling.

    The axis has room for a dot at its start and for an open end beyond the highest figure.
    """
    if not has_number(observation) or low == top:
        return ""
    first, last, zero = (f"{2 + 88 * (end - low) / (top - low):.1f}%" for end in (*ends(observation), Decimal(0)))
    open_end = {"at_least": "100%", "more_than": "100%", "up_to": "0%"}.get(observation.qualifier)
    beyond = f'<line class="open" x1="{last}" x2="{open_end}" y1="8" y2="8"/>' if open_end else ""
    shape = (
        f'<circle cx="{last}" cy="8" r="4"/>' if first == last else f'<line x1="{first}" x2="{last}" y1="8" y2="8"/>'
    )
    ground = f'<line class="zero" x1="{zero}" x2="{zero}" y1="1" y2="15"/>' if low else ""
    return f'<svg class="strip" aria-hidden="true" data-skip="plain">{ground}{beyond}{shape}</svg>'
