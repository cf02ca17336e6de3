"""A table as values: columns, their references, and rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generators.metadata.columns import MEANING, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column, its meaning, and the table it refers to."""

    name: str
    about: str = ""
    kind: str = "TEXT"
    """TEXT, INTEGER or NUMERIC."""
    refers: str = ""
    """The table whose first column it refers to; empty if none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A table. Its first column is its key if `keyed`."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Value, ...]]
    keyed: bool = True
    searched: tuple[str, ...] = ()
    """The columns of the full-text search."""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def text_columns(*texts: str, meanings: Mapping[str, str] = MEANING, **refers: str) -> tuple[Column, ...]:
    """Return text columns in the order of `texts`, with their `meanings` and the tables they refer to."""
    return tuple(Column(name=name, about=meanings.get(name, ""), refers=refers.get(name, "")) for name in texts)


def number_of(name: str, table: str) -> Column:
    """Return an integer column that refers to a table with a numeric key; a join needs the same type on both sides."""
    return Column(name=name, kind="INTEGER", refers=table)
