"""Tables of observations as HTML."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generators.analysis.disagreements import RowKey, row_key
from generators.analysis.grades import code
from generators.components.templates import render
from generators.model import Catalog, Dataset, Observation
from generators.text.wording import check_in_words, is_range, status
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
    """Return the titles of the columns to show, from left to right."""
    shown = {
        "Period": True,
        "Indicator": _varied(observations, lambda o: o.indicator.id),
        "Place": _varied(observations, lambda o: o.place.code),
        "Figure": True,
        "Said by": _varied(observations, lambda o: o.said_by),
        "As of": any(o.as_of for o in observations),
        "Source": True,
        "Grade": any(map(code, observations)),
        "Disagreement": any(row.panel for row in rows),
        "Note": any(row.note for row in rows),
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
        subject = "This row was not" if rows == 1 else "None of these rows was"
        return f"{subject} checked against the original document."
    if done == rows:
        return (
            "This row was read in the original document."
            if rows == 1
            else "All rows were read in the original document."
        )
    were, others = "was" if done == 1 else "were", "other was" if rows - done == 1 else "others were"
    return f"{done:,} of {rows:,} rows {were} read in the original document; the {others} not checked."
