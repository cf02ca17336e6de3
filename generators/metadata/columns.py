"""Columns of exported observations, their meanings, and their values."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from generators.analysis.disagreements import panels, row_key
from generators.analysis.grades import code
from generators.analysis.observation_cells import STATED, cells_of
from generators.model import Catalog, Observation
from generators.model.languages import translatable
from generators.urls.links import absolute
from generators.urls.paths import of_row

Value = str | int | float | None
"""A cell in a database or in JSON."""
NUMBERS = ("value", "lower", "upper")
"""The numeric columns of `HEADER`. All others are text, including years and dates."""
HEADER = (*STATED, "grade", "disagreement", "page")
"""The columns of every exported table of figures: the statement, its grade, its disagreement and its address."""
MEANING: Mapping[str, str] = MappingProxyType(
    {
        "dataset": translatable("The dataset's id."),
        "indicator": translatable("What is measured: an id within the dataset."),
        "population": translatable("Who or what is counted."),
        "unit": translatable("The unit of the figure."),
        "place": translatable("The place's code: ISO 3166 in upper case, this site's own in lower case."),
        "place_name": translatable("The place's name."),
        "place_official": translatable(
            'Status of the code: "yes" if ISO 3166 has it, "unofficial" if it only looks like ISO 3166, "own" if it is this site\'s.'
        ),
        "period": translatable(
            "Day, month, quarter or year, or first and last separated by a slash (ISO 8601); blank if not stated."
        ),
        "value": translatable("The figure as published. Blank means that none was published, not zero."),
        "lower": translatable("The lower end of a range as published."),
        "upper": translatable("The upper end of a range as published."),
        "qualifier": translatable(
            "How the figure is meant: exact, at_least, about, more_than or up_to. Always quote it with the figure."
        ),
        "wording": translatable(
            "The source's own words, if it gives no digits or if the qualifier cannot express them."
        ),
        "said_by": translatable("Who stated the figure."),
        "origin": translatable(
            "The body that first stated the figure. Rows of one origin are one witness, whoever published them."
        ),
        "source": translatable("The id of the document in which the figure was read."),
        "publisher": translatable("Who published the document."),
        "published": translatable("When the document was published."),
        "url": translatable("The address of the document."),
        "locator": translatable("The place in the document, such as a page or paragraph."),
        "also_in": translatable(
            "Ids of other documents with the same statement, separated by spaces. They do not add an origin."
        ),
        "as_of": translatable("The day or period as of which the figure was stated."),
        "status": translatable("final, provisional, revised or blank."),
        "checked": translatable("yes if the figure was read in the original document, else no."),
        "checked_on": translatable("The date of that check; blank if not checked or not recorded."),
        "checked_extent": translatable(
            "How much of the original was read: opening, part or whole; blank if not checked or not recorded."
        ),
        "note": translatable("What readers need to know about the figure."),
        "grade": translatable(
            "The grade on the Admiralty scale, such as B2: the source's letter and the figure's digit. One alone if the other is not graded; blank if neither is."
        ),
        "disagreement": translatable(
            "The address of the page that compares all figures for the same thing, if another origin differs or somebody disputes the figure; else blank."
        ),
        "page": translatable(
            "The address of the row on the site, relative to the site's root if the site has no declared address."
        ),
    }
)
"""Meanings of the columns of `HEADER`, and of `dataset`, which comes before them in a table of several datasets."""


def row_of(catalog: Catalog) -> Callable[[Observation], tuple[str, ...]]:
    """Return a function from an observation to its row under `HEADER`. Call it once: it compares all observations."""
    config = catalog.config
    addresses = panels(catalog)

    def row(o: Observation) -> tuple[str, ...]:
        panel = addresses.get(row_key(o))
        page = absolute(config, of_row(catalog.datasets[o.dataset], o))
        return (*cells_of(o), code(o), absolute(config, panel) if panel else "", page)

    return row


def row_record(header: Sequence[str], row: Sequence[str]) -> dict[str, Value]:
    """Return a row of texts by column. Numbers are typed; a blank is None, never zero."""
    return {name: _typed(name, text) for name, text in zip(header, row, strict=True)}


def number_for_json(value: Decimal | None) -> int | float | None:
    """Return the number for JSON and databases, with the published digits.

    >>> number_for_json(Decimal("91")), number_for_json(Decimal("33.3")), number_for_json(None)
    (91, 33.3, None)
    """
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _typed(name: str, text: str) -> Value:
    if not text:
        return None
    return number_for_json(Decimal(text)) if name in NUMBERS else text
