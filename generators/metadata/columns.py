"""Tables that readers take away: the columns of an observation, and the text of a CSV file that opens safely."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from generators.analysis.disagreements import panels, row_key
from generators.analysis.grades import code
from generators.analysis.observation_cells import STATED, cells_of
from generators.model import Catalog, Observation
from generators.urls.links import absolute
from generators.urls.paths import of_row

Value = str | int | float | None
"""A cell as databases and JSON hold it."""
NUMBERS = ("value", "lower", "upper")
"""The columns of `HEADER` that hold numbers; all others hold text, years and dates too."""
HEADER = (*STATED, "grade", "disagreement", "page")
"""The columns of every table of figures that leaves the site: what was stated, how sure it is, who disagrees, where it stands."""
MEANING: Mapping[str, str] = MappingProxyType(
    {
        "dataset": "The dataset's id.",
        "indicator": "What is measured: an id within the dataset.",
        "population": "Who or what is counted.",
        "unit": "What one is one of.",
        "place": "The place's code: upper case is ISO 3166, lower case is this site's own.",
        "place_name": "The place's name.",
        "place_official": 'Whether ISO 3166 has the code: "yes"; "unofficial" if it only looks so; "own" if it is ours.',
        "period": "Day, month, quarter, year, or first and last joined by a slash (ISO 8601); blank if not stated.",
        "value": "The figure as published; blank if none was, which is not zero.",
        "lower": "The lower end of a range as published.",
        "upper": "The upper end of a range as published.",
        "qualifier": "How the figure is meant: exact, at_least, about, more_than or up_to. Never quote it without.",
        "wording": "The source's own words where it gives no digits, or digits that the qualifier would word wrongly.",
        "said_by": "Who stated the figure.",
        "origin": "The body that first stated it. Rows of one origin are one witness, whoever printed them.",
        "source": "The id of the document in which it was read.",
        "publisher": "Who published the document.",
        "published": "When the document was published.",
        "url": "Where the document is.",
        "locator": "Where in the document the figure stands.",
        "also_in": "Ids of further documents that carry the same statement, with spaces between them: the row is of one origin all the same.",
        "as_of": "The day or period for which the figure was stated to be known.",
        "status": "final, provisional, revised or blank.",
        "checked": "yes if the figure was read in the original document, else no.",
        "checked_on": "The day of that check; blank if not checked or not recorded.",
        "checked_extent": "How much of the original was read: opening, part or whole; blank if not checked or not recorded.",
        "note": "What a reader must know of the figure.",
        "grade": "How sure: the source's letter and the figure's digit on the Admiralty scale, as B2; one alone or blank if not graded.",
        "disagreement": "The address of all figures for the same thing side by side, where another origin differs or somebody disputes the figure; else blank.",
        "page": "The address of the row on the site; from the site's root where nobody has said where the site stands.",
    }
)
"""What each column of `HEADER` holds, and the one before them where a table has several datasets."""


def row_of(catalog: Catalog) -> Callable[[Observation], tuple[str, ...]]:
    """What makes an observation of the catalog a row under `HEADER`; to be asked for once, for it sees who disagrees with whom."""
    config = catalog.config
    found = panels(catalog)

    def row(o: Observation) -> tuple[str, ...]:
        panel = found.get(row_key(o))
        row = absolute(config, of_row(catalog.datasets[o.dataset], o))
        return (*cells_of(o), code(o), absolute(config, panel) if panel else "", row)

    return row


def row_record(header: Sequence[str], row: Sequence[str]) -> dict[str, Value]:
    """A row of texts by column: a number as a number, a blank as None, never as zero."""
    return {name: _typed(name, text) for name, text in zip(header, row, strict=True)}


def number_for_json(value: Decimal | None) -> int | float | None:
    """The number as JSON and databases hold it, with the digits that were published.

    >>> number_for_json(Decimal("91")), number(Decimal("33.3")), number(None)
    (91, 33.3, None)
    """
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _typed(name: str, text: str) -> Value:
    if not text:
        return None
    return number_for_json(Decimal(text)) if name in NUMBERS else text
