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
    """A column of a table of observations, and when it says anything."""

    title: str
    cell: Cell
    needed: Callable[[Rows], bool] = bool
    style: str = ""
    target: str = ""
    """The page that explains the column."""
    sort: Cell = lambda _: ""
    """What rows are sorted by instead of the cell's words; empty where its words will do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A dataset on a page of its own, where each row has its address and leads to those who say otherwise."""

    dataset: Dataset
    panels: Mapping[RowKey, str]
    """Where all say what they counted, by each row that others contradict."""


def observation_table(page: str, caption: str, observations: Rows, home: Home | None = None) -> str:
    """The observations as a table; columns that would say the same in every row are left out."""
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
        return link(page, panel, "Others differ") if panel else ""

    return (
        Column(title="Period", cell=lambda o: inline(when(o.period)), sort=lambda o: _first_day(o.period)),
        Column(title="What", cell=lambda o: inline(o.indicator.title), needed=_varied(lambda o: o.indicator.id)),
        Column(title="Place", cell=lambda o: to_place(page, o.place), needed=_varied(lambda o: o.place.code)),
        Column(title="Figure", cell=_figure, style=' class="num"', sort=_number),
        Column(title="Said by", cell=lambda o: inline(o.said_by), needed=_varied(lambda o: o.said_by)),
        Column(title="As of", cell=_as_of, needed=_any(_as_of), sort=lambda o: _first_day(o.as_of)),
        Column(title="Source", cell=lambda o: sources_of(page, o)),
        Column(title="Grade", cell=lambda o: code(o) or NOT_GRADED, needed=_any(code), target=GRADES),
        Column(title="Others", cell=others, needed=_any(others)),
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
    """The figure's number, where the words of the figure may begin with another."""
    shown = is_range(observation) or observation.wording
    return str(observation.number) if shown and observation.number is not None else ""


def sources_of(page: str, observation: Observation) -> str:
    """The source with its locator, then the others that carry the same statement."""
    others = "".join(f"; also {to_source(page, source)}" for source in observation.also_in)
    others += f" ({1 + len(observation.also_in)} documents, 1 origin)" if observation.also_in else ""
    return to_source(page, observation.source, observation.locator) + others


def remarks(observation: Observation) -> str:
    """The row's note, its status, and that it was read in the original where it was."""
    checked = f"{check_in_words(observation)} " if observation.checked else ""
    return inline(f"{status(observation)}{checked}{observation.note}".strip())


def checked_line(observations: Sequence[Observation]) -> str:
    """A sentence that says how many of the rows were read in the original document."""
    done, rows = sum(o.checked for o in observations), len(observations)
    if not done:
        these, them = ("This row was not", "it") if rows == 1 else ("None of these rows was", "them")
        return f"{these} checked against the original document: read {them} with that in mind."
    if done == rows:
        return (
            "This row was read in the original document."
            if rows == 1
            else "All rows were read in the original document."
        )
    were, others = "was" if done == 1 else "were", "other was" if rows - done == 1 else "others were"
    return f"{done:,} of {rows:,} rows {were} read in the original document; the {others} not checked."
