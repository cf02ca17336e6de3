"""Value cards: what a number counts, who said it, its grade, other figures, a citation, and a link to its row.

They open on hover, focus and tap, without a script.
"""

from collections.abc import Iterator, Sequence
from posixpath import dirname, join

from markupsafe import Markup

from generators.analysis.disagreements import alike, by_subject, disagreement_among, rivals, witnesses
from generators.components.templates import render
from generators.metadata.csl_items import as_given, citation_line, of_a_number
from generators.model import Catalog, Observation
from generators.model.memo import per_catalog
from generators.text.messages import ngettext
from generators.text.wording import amount, subject_in_words

_OTHERS = 4
"""Figures of other recorders that are listed; the panel has all."""


def value_style(*rows: Observation) -> str:
    """Return the class of a number: underlined as checked if all its rows were read in the original."""
    return "value checked" if all(o.checked for o in rows) else "value"


def card_and_note(page: str, catalog: Catalog, o: Observation) -> tuple[Markup, Markup]:
    """Return the card and the note of a row for the page at that path."""
    return _in_folder(catalog, dirname(page), o)


@per_catalog
def _in_folder(catalog: Catalog, folder: str, o: Observation) -> tuple[Markup, Markup]:
    """Return the card and the note of a row for the pages of a folder, whose links to other pages are the same."""
    page = join(folder, "index.md")
    others = tuple(other for other in alike(o, by_subject(catalog)) if other is not o)
    return value_card(page, catalog, o, others), value_note(page, catalog, o)


def value_card(page: str, catalog: Catalog, o: Observation, others: Sequence[Observation]) -> Markup:
    """Return the card's lines, for the page at that path; `others` are the other rows for the same thing."""
    disagreement = disagreement_among(catalog, (o, *others))
    return render(
        catalog,
        page,
        "components/value_card.html",
        o=o,
        dataset=catalog.dataset_of(o),
        subject=subject_in_words(o),
        witnesses=sorted(witnesses(o, others) - {o.origin}),
        others=[*_others(rivals(catalog, o, others))],
        panel=disagreement.address if disagreement else "",
        citation=value_citation(catalog, o),
    )


def value_note(page: str, catalog: Catalog, o: Observation) -> Markup:
    """Return the number's note for print: what it counts, speaker, source, grade, row."""
    dataset = catalog.dataset_of(o)
    return render(catalog, page, "components/value_note.html", o=o, dataset=dataset, subject=subject_in_words(o))


def _others(rows: Sequence[Observation]) -> Iterator[str]:
    for other in rows[:_OTHERS]:
        yield f"{other.said_by} {amount(other)} ({other.indicator.title.lower()})"
    more = len(rows) - _OTHERS
    if more > 0:
        yield ngettext("and %(num)s more", "and %(num)s more", more)


def value_citation(catalog: Catalog, o: Observation) -> str:
    """Return the number's reference in APA style, with the edition."""
    item = of_a_number(o, catalog.dataset_of(o), catalog)
    return f"{citation_line(item)} {as_given(catalog)}"
