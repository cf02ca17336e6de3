"""A table as values: its columns, what each refers to, and its rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generators.metadata.columns import MEANING, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: what it holds, and which table's key it refers to."""

    name: str
    about: str = ""
    kind: str = "TEXT"
    """TEXT, INTEGER or NUMERIC."""
    refers: str = ""
    """The table whose first column it names; empty if none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A table; its first column is its key, if it has one."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Value, ...]]
    keyed: bool = True
    searched: tuple[str, ...] = ()
    """The columns that a search for words goes through."""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def text_columns(*texts: str, told: Mapping[str, str] = MEANING, **refers: str) -> tuple[Column, ...]:
    """Text columns in the order of `texts`, with what each holds as far as it must be told; some refer to a table."""
    return tuple(Column(name=name, about=told.get(name, ""), refers=refers.get(name, "")) for name in texts)


def number_of(name: str, table: str) -> Column:
    """A column that refers to a table whose key is a number; of another kind, what joins the two would find nothing."""
    return Column(name=name, kind="INTEGER", refers=table)
