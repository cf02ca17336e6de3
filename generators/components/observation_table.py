"""Tables of observations as HTML."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generators.analysis.disagreements import RowKey, row_key
from generators.analysis.grades import code
from generators.components.templates import render
from generators.model import Catalog, Dataset, Observation
from generators.model.languages import translatable
from generators.text.messages import ngettext
from generators.text.wording import check_in_words, digits, is_range, status
from generators.urls.paths import row_anchor

Rows = Sequence[Observation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Dataset on its own page, where each row has an address and a link to its disagreement."""

    dataset: Dataset
    panels: Mapping[RowKey, str]
    """Addresses of disagreement panels, by row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Observation with what its table adds to it."""

    observation: Observation
    number: str
    """Sort key, if the figure's text may begin with another number."""
    note: str
    anchor: str
    panel: str
    """Address of the disagreement panel; empty if the row is in none."""


def observation_table(
    page: str, catalog: Catalog, caption: str, observations: Rows, home: Home | None = None
) -> Markup:
    """Return the observations as a table, without columns that are the same or empty in every row."""
    rows = [_row(o, home) for o in observations]
    return render(
        catalog,
        page,
        "components/observation_table.html",
        caption=caption,
        rows=rows,
        columns=_columns(observations, rows),
    )


def _row(o: Observation, home: Home | None) -> Row:
    worded = is_range(o) or o.wording
    return Row(
        observation=o,
        number=str(o.number) if worded and o.number is not None else "",
        note=remarks(o),
        anchor=row_anchor(home.dataset, o) if home else "",
        panel=home.panels.get(row_key(o), "") if home else "",
    )


def _columns(observations: Rows, rows: Sequence[Row]) -> tuple[str, ...]:
    """Return the titles of the columns to show in reading order, not yet translated."""
    shown = {
        translatable("Period"): True,
        translatable("Indicator"): _varied(observations, lambda o: o.indicator.id),
        translatable("Place"): _varied(observations, lambda o: o.place.code),
        translatable("Figure"): True,
        translatable("Said by"): _varied(observations, lambda o: o.said_by),
        translatable("As of"): any(o.as_of for o in observations),
        translatable("Source"): True,
        translatable("Grade"): any(map(code, observations)),
        translatable("Disagreement"): any(row.panel for row in rows),
        translatable("Note"): any(row.note for row in rows),
    }
    return tuple(title for title, needed in shown.items() if needed)


def _varied(rows: Rows, key: Callable[[Observation], str]) -> bool:
    return len({key(o) for o in rows}) > 1


def remarks(observation: Observation) -> str:
    """Return the row's status, its check against the original if there was one, and its note."""
    checked = f"{check_in_words(observation)} " if observation.checked else ""
    return f"{status(observation)}{checked}{observation.note}".strip()


def checked_line(observations: Sequence[Observation]) -> str:
    """Return a sentence on how many of the rows were read in the original document."""
    done, rows = sum(o.checked for o in observations), len(observations)
    if not done:
        return ngettext(
            "This row was not checked against the original document.",
            "None of these rows was checked against the original document.",
            rows,
        )
    if done == rows:
        return ngettext(
            "This row was read in the original document.", "All rows were read in the original document.", rows
        )
    read = ngettext(
        "%(num)s of %(all)s rows was read in the original document",
        "%(num)s of %(all)s rows were read in the original document",
        done,
        all=digits(rows),
    )
    return ngettext(
        "%(read)s; the other was not checked.", "%(read)s; the others were not checked.", rows - done, read=read
    )
