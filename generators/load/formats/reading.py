"""Reading with several problems: a reading yields problems and returns its value.

A reading is a generator: `value = yield from parse_field(…)` passes problems upwards and returns the value.
An unreadable value is None after its problem was yielded, and reading continues.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from generators.model import parse
from generators.model.problems import CellError, Problem, Where, collapse_repeats, did_you_mean

S = TypeVar("S")
T = TypeVar("T")
Reading: TypeAlias = Generator[Problem, None, T]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A cell or YAML value: its column or key, its text and its location."""

    subject: str
    text: str
    where: Where


def gathered(reading: Reading[T]) -> tuple[T, tuple[Problem, ...]]:
    """Return the value of a reading and all problems; equal ones are counted."""
    values: list[T] = []

    def problems() -> Iterator[Problem]:
        values.append((yield from reading))

    collected = tuple(collapse_repeats(problems()))
    return values[0], collected


def parse_field(field: Field, parser: Callable[[str], T]) -> Reading[T | None]:
    """Return the parsed value; None and a problem for invalid text."""
    try:
        return parser(field.text)
    except CellError as error:
        yield error.at(field.where, field.subject, field.text or None)
        return None


def read_each(items: Iterable[S], read: Callable[[S], Reading[T | None]]) -> Reading[tuple[T, ...]]:
    """Return the value of each item in order, without those that cannot be read."""
    values = []
    for item in items:
        value = yield from read(item)
        if value is not None:
            values.append(value)
    return tuple(values)


def needed(field: Field) -> Reading[str]:
    """Return the text; a problem if it is blank."""
    if not field.text.strip():
        yield Problem(where=field.where, subject=field.subject, expected="some text")
    return field.text


def resolve_field(field: Field, among: Mapping[str, T], expected: str) -> Reading[T | None]:
    """Return the named item; None and a problem if there is none."""
    if field.text in among:
        return among[field.text]
    advice = did_you_mean(field.text, among)
    yield Problem(where=field.where, subject=field.subject, found=field.text or None, expected=expected, advice=advice)
    return None


def unclaimed(field: Field, taken: Mapping[str, Where]) -> Reading[bool]:
    """Return True for a new id; else a problem with the location of the other."""
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
    """Return the file name without extension, which becomes part of a URL."""
    name = path.rpartition("/")[2].rpartition(".")[0]
    yield from parse_field(Field(subject="file name", text=name, where=Where(path=path)), parse.slug)
    return name
