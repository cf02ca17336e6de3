"""Value cards: what a number counts, who said it, its grade, other figures, a citation, and a link to its row.

They open on hover, focus and tap, without a script.
"""

from collections.abc import Iterator, Sequence

from generators.analysis.disagreements import disagreement_among, rivals, witnesses
from generators.analysis.grades import code, grade_in_words, graded, who
from generators.components.disputes import disputes_of
from generators.components.markup import inline, link, to_address
from generators.components.observation_table import sources_of
from generators.metadata.csl_items import as_given, citation_line, of_a_number
from generators.model import Catalog, Dataset, Observation
from generators.text.wording import amount, amount_with_unit, check_in_words, status, when
from generators.urls.paths import GRADES, of_row

_OTHERS = 4
"""Figures of other recorders that are listed; the panel has all."""


def passport(page: str, catalog: Catalog, observation: Observation, others: Sequence[Observation]) -> str:
    """Return the card's lines as markup, for the page at that path; `others` are the other rows for the same thing."""
    return "".join(f"<span>{line}</span>" for line in _lines(page, catalog, observation, others))


def _lines(page: str, catalog: Catalog, o: Observation, others: Sequence[Observation]) -> Iterator[str]:
    dataset = catalog.dataset_of(o)
    yield f"<strong>{inline(amount_with_unit(o))}</strong>{inline(_subject(o))}"
    yield f'Counts: {inline(o.indicator.population)}.<span data-skip="plain"> Not counted: {inline(dataset.excludes)}</span>'
    yield f"Said by {inline(who(o))}. Source: {sources_of(page, o)}.{_confirmed(o, others)}"
    yield f"Grade {link(page, GRADES, inline(grade_in_words(o)))}." if code(o) else f"Grade: {grade_in_words(o)}."
    yield status(o) + check_in_words(o) + _ours(dataset)
    yield from disputes_of(page, o)
    if against := rivals(catalog, o, others):
        yield f"Other figures: {inline('; '.join(_others(against)))}."
    if found := disagreement_among(catalog, (o, *others)):
        yield link(page, found.address, "Compare all figures")
    yield link(page, of_row(dataset, o), "Row and permanent link")
    yield f'<span data-skip="plain">Cite: {inline(value_citation(catalog, o))}</span>'


def value_note(page: str, catalog: Catalog, o: Observation) -> str:
    """Return the number's note for print, as markup: what it counts, speaker, source, grade, row."""
    dataset = catalog.dataset_of(o)
    row = to_address(page, catalog, of_row(dataset, o))
    against = "".join(f" {line}" for line in disputes_of(page, o))
    return (
        f"{inline(amount_with_unit(o))}: {inline(_subject(o))}. Counts: {inline(o.indicator.population)}. Said by {inline(who(o))}. "
        f"Source: {sources_of(page, o)}. {graded(o)} {status(o)}{check_in_words(o)}{_ours(dataset)}{against} {row}"
    )


def _subject(o: Observation) -> str:
    as_of = f", as of {when(o.as_of)}" if o.as_of else ""
    return f"{o.indicator.title}, {o.place.name}, {when(o.period)}{as_of}"


def _ours(dataset: Dataset) -> str:
    """Return a sentence if the figure is a sum calculated by this site."""
    return " Our sum, not a figure that the recorder published." if dataset.computed else ""


def _confirmed(o: Observation, others: Sequence[Observation]) -> str:
    """Return a sentence on other bodies that state the same figure; empty if all repeat one statement."""
    more = sorted(witnesses(o, others) - {o.origin})
    return f" {inline(' and '.join(more))} {'gives' if len(more) == 1 else 'give'} the same figure." if more else ""


def _others(others: Sequence[Observation]) -> Iterator[str]:
    for other in others[:_OTHERS]:
        yield f"{other.said_by} {amount(other)} ({other.indicator.title.lower()})"
    if len(others) > _OTHERS:
        yield f"and {len(others) - _OTHERS} more"


def value_citation(catalog: Catalog, o: Observation) -> str:
    """Return the number's reference in APA style, with the edition."""
    item = of_a_number(o, catalog.dataset_of(o), catalog)
    return f"{citation_line(item)} {as_given(catalog)}"
