"""How a room reads and goes on after a mistake: a reading yields problems and returns its value.

A reading is a Python generator, so that `value = yield from parsed(…)` hands every problem upwards and keeps the
value. Where a value could not be read it is None, the problem has been yielded, and the reading goes on.
"""

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from generators.model import parse
from generators.model.problems import CellError, Problem, Where, collapse_repeats, did_you_mean

T = TypeVar("T")
Reading: TypeAlias = Generator[Problem, None, T]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A cell or a YAML value: the column or key it belongs to, its text, and where it stands."""

    subject: str
    text: str
    where: Where


def gathered(reading: Reading[T]) -> tuple[T, tuple[Problem, ...]]:
    """The value of a reading, and every problem met on the way; many equal ones are counted."""
    values: list[T] = []

    def problems() -> Iterator[Problem]:
        values.append((yield from reading))

    told = tuple(collapse_repeats(problems()))
    return values[0], told


def parse_field(field: Field, parser: Callable[[str], T]) -> Reading[T | None]:
    """The field's value; None and a problem if its text is not one."""
    try:
        return parser(field.text)
    except CellError as error:
        yield error.at(field.where, field.subject, field.text or None)
        return None


def needed(field: Field) -> Reading[str]:
    """The field's text; a problem if it is blank."""
    if not field.text.strip():
        yield Problem(where=field.where, subject=field.subject, expected="some text")
    return field.text


def resolve_field(field: Field, among: Mapping[str, T], expected: str) -> Reading[T | None]:
    """The thing that the field names; None and a problem if there is none of that name."""
    if field.text in among:
        return among[field.text]
    advice = did_you_mean(field.text, among)
    yield Problem(where=field.where, subject=field.subject, found=field.text or None, expected=expected, advice=advice)
    return None


def unclaimed(field: Field, taken: Mapping[str, Where]) -> Reading[bool]:
    """True if nothing before has the same id; a problem that names the other line if something has."""
    if field.text not in taken:
        return True
    yield Problem(
        where=field.where,
        subject=field.subject,
        found=field.text,
        expected="a unique id",
        advice=f"It is already used at {taken[field.text]}: choose another, or remove one of the two.",
    )
    return False


def slug_of_file(path: str) -> Reading[str]:
    """The name of a file without its ending, which becomes part of an address."""
    name = path.rpartition("/")[2].rpartition(".")[0]
    yield from parse_field(Field(subject="file name", text=name, where=Where(path=path)), parse.slug)
    return name
