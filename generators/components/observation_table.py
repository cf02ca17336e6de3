"""Tables of observations as HTML."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generators.analysis.disagreements import RowKey, row_key
from generators.analysis.grades import NOT_GRADED, code
from generators.components.markup import (
    SORTABLE,
    _first_day,
    _sorted_by,
    heading,
    inline,
    link,
    table,
    to_place,
    to_source,
)
from generators.model import Dataset, Observation
from generators.text.wording import amount, amount_with_unit, check_in_words, is_range, status, when
from generators.urls.paths import GRADES, row_anchor

Cell = Callable[[Observation], str]
Rows = Sequence[Observation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Column of a table of observations, and the condition for showing it."""

    title: str
    cell: Cell
    needed: Callable[[Rows], bool] = bool
    style: str = ""
    target: str = ""
    """Page that explains the column."""
    sort: Cell = lambda _: ""
    """Sort key in place of the cell's text; empty to sort by the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Dataset on its own page, where each row has an address and a link to its disagreement."""

    dataset: Dataset
    panels: Mapping[RowKey, str]
    """Addresses of disagreement panels, by row."""


def observation_table(page: str, caption: str, observations: Rows, home: Home | None = None) -> str:
    """Return the observations as a table, without columns that are the same in every row."""
    columns = [column for column in _columns(page, home) if column.needed(observations)]
    rows = (_observation_row(o, columns, row_anchor(home.dataset, o) if home else "") for o in observations)
    return table(caption, (_head(page, column) for column in columns), rows, SORTABLE)


def _head(page: str, column: Column) -> str:
    if not column.target:
        return heading(column.title, column.style)
    return f'<th scope="col"{column.style}>{link(page, column.target, inline(column.title))}</th>'


def _observation_row(observation: Observation, columns: Iterable[Column], anchor: str) -> str:
    mark = f' id="{anchor}"' if anchor else ""
    return f"<tr{mark}>" + "".join(_cell(observation, column) for column in columns) + "</tr>"


def _cell(observation: Observation, column: Column) -> str:
    return f"<td{column.style}{_sorted_by(column.sort(observation))}>{column.cell(observation)}</td>"


def _columns(page: str, home: Home | None) -> tuple[Column, ...]:
    def others(o: Observation) -> str:
        panel = home.panels.get(row_key(o)) if home else None
        return link(page, panel, "Compare") if panel else ""

    return (
        Column(title="Period", cell=lambda o: inline(when(o.period)), sort=lambda o: _first_day(o.period)),
        Column(title="Indicator", cell=lambda o: inline(o.indicator.title), needed=_varied(lambda o: o.indicator.id)),
        Column(title="Place", cell=lambda o: to_place(page, o.place), needed=_varied(lambda o: o.place.code)),
        Column(title="Figure", cell=_figure, style=' class="num" data-part="number"', sort=_number),
        Column(title="Said by", cell=lambda o: inline(o.said_by), needed=_varied(lambda o: o.said_by)),
        Column(title="As of", cell=_as_of, needed=_any(_as_of), sort=lambda o: _first_day(o.as_of)),
        Column(title="Source", cell=lambda o: sources_of(page, o)),
        Column(title="Grade", cell=lambda o: code(o) or NOT_GRADED, needed=_any(code), target=GRADES),
        Column(title="Disagreement", cell=others, needed=_any(others)),
        Column(title="Note", cell=remarks, needed=_any(remarks)),
    )


def _varied(key: Cell) -> Callable[[Rows], bool]:
    return lambda rows: len({key(o) for o in rows}) > 1


def _any(key: Callable[[Observation], object]) -> Callable[[Rows], bool]:
    return lambda rows: any(key(o) for o in rows)


def _as_of(observation: Observation) -> str:
    return inline(when(observation.as_of)) if observation.as_of else ""


def _figure(observation: Observation) -> str:
    return inline(amount(observation) if observation.indicator.unit == "persons" else amount_with_unit(observation))


def _number(observation: Observation) -> str:
    """Return the figure's number if its text may begin with another."""
    shown = is_range(observation) or observation.wording
    return str(observation.number) if shown and observation.number is not None else ""


def sources_of(page: str, observation: Observation) -> str:
    """Return the source with its locator, then the other sources of the same statement."""
    others = "".join(f"; also {to_source(page, source)}" for source in observation.also_in)
    others += f" ({1 + len(observation.also_in)} documents, 1 origin)" if observation.also_in else ""
    return to_source(page, observation.source, observation.locator) + others


def remarks(observation: Observation) -> str:
    """Return the row's status, its check against the original if there was one, and its note."""
    checked = f"{check_in_words(observation)} " if observation.checked else ""
    return inline(f"{status(observation)}{checked}{observation.note}".strip())


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
