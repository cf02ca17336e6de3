"""Records: YAML mappings with fixed keys, such as sidecars, declarations and front matter."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from generators.load.formats.comments import uncommented
from generators.load.formats.reading import Field, Reading, parse_field, read_each
from generators.load.formats.text_files import is_there
from generators.load.formats.yaml_nodes import Entry, load_yaml
from generators.model import Text, parse
from generators.model.problems import Problem, Where, did_you_mean

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """The keys that a record must have, and those it may have."""

    needed: tuple[str, ...]
    optional: tuple[str, ...] = ()
    meant: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """What to type instead of keys that are known from elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The values of one record by key. A key that is absent reads as a blank one."""

    where: Where
    entries: Mapping[str, Entry]

    def field(self, key: str) -> Reading[Field]:
        """The value as text with its place; blank at the record's beginning if it is absent."""
        if key in self.entries:
            return (yield from self.entries[key].field())
        return Field(subject=key, text="", where=self.where)

    def text(self, key: str) -> Reading[str]:
        """The value as text without the spaces around it."""
        return (yield from self.field(key)).text.strip()

    def value(self, key: str, parser: Callable[[str], T]) -> Reading[T | None]:
        """What the value's text stands for; None if it is absent or blank."""
        field = yield from self.field(key)
        return (yield from parse_field(field, parser)) if field.text else None

    def prose(self, key: str) -> Reading[Text]:
        """The value as Markdown that knows where it begins."""
        field = yield from self.field(key)
        begins = self.entries[key].text_begins if key in self.entries else self.where
        return (yield from uncommented(Text(markdown=field.text, where=begins)))

    def fields(self, key: str) -> Reading[tuple[Field, ...]]:
        """The texts of a list; a single text is a list of one."""
        single = self.entries.get(key)
        found = []
        for entry in (single,) if single and single.is_text else (yield from self._items(key)):
            found.append((yield from entry.field()))
        return tuple(found)

    def texts(self, key: str) -> Reading[tuple[str, ...]]:
        """The texts of a list without their places."""
        return tuple(field.text.strip() for field in (yield from self.fields(key)))

    def records(self, key: str, keys: Keys) -> Reading[tuple["Record", ...]]:
        """The records of a list; one that lacks a key is left out, with a problem."""
        entries = yield from self._items(key)
        return (yield from every(entries, keys))

    def _items(self, key: str) -> Reading[tuple[Entry, ...]]:
        return (yield from self.entries[key].items()) if key in self.entries else ()


def parse_record(entry: Entry, keys: Keys) -> Reading[Record | None]:
    """The record that a mapping is; None if it is no mapping or lacks a key. Unknown keys are problems."""
    entries = yield from entry.entries()
    if not entries and not entry.is_blank:
        return None
    yield from _no_unknown(entry, keys)
    missing = [key for key in keys.needed if key not in entries]
    if missing:
        expected = "a value for this key" if len(missing) == 1 else "a value for each of these keys"
        yield Problem(where=entry.where, subject=", ".join(missing), expected=expected)
    blank = [key for key in keys.needed if key in entries and entries[key].is_blank]
    for key in blank:
        yield Problem(where=entries[key].where, subject=key, expected="a value for this key")
    return None if missing or blank else Record(where=_where(entry, entries), entries=entries)


def _where(entry: Entry, entries: Mapping[str, Entry]) -> Where:
    """The beginning of the record, which knows where its values begin."""
    parts = {key: (value.where.line, value.where.column) for key, value in entries.items()}
    return replace(entry.where, parts=parts)


def every(entries: tuple[Entry, ...], keys: Keys) -> Reading[tuple[Record, ...]]:
    """The records that the entries are, without those that are not whole."""
    return (yield from read_each(entries, lambda entry: parse_record(entry, keys)))


def record_file(root: Path, path: str, keys: Keys) -> Reading[Record | None]:
    """The record that a YAML file holds."""
    whole = yield from load_yaml(root, path)
    return None if whole is None else (yield from parse_record(whole, keys))


def records_file(root: Path, path: str, keys: Keys) -> Reading[tuple[Record, ...]]:
    """The records of a list that a YAML file holds, in its order; none if there is no file."""
    whole = (yield from load_yaml(root, path)) if is_there(root, path) else None
    return () if whole is None else (yield from every((yield from whole.items()), keys))


def named_records(entry: Entry, keys: Keys) -> Reading[Mapping[str, Record] | None]:
    """The records of a mapping by the name above each; None if one of them is not whole."""
    found, whole = {}, True
    for name, value in (yield from entry.entries()).items():
        one = yield from parse_record(value, keys)
        whole = whole and one is not None
        if one is not None:
            found[name] = one
    return found if whole else None


def load_by_slug(
    root: Path, path: str, keys: Keys, read: Callable[[str, Record], Reading[T | None]]
) -> Reading[Mapping[str, T]]:
    """What a YAML file that may be missing holds, by the slug above each, in the file's order."""
    whole = (yield from load_yaml(root, path)) if is_there(root, path) else None
    if whole is None:
        return MappingProxyType({})
    for field in whole.names():
        yield from parse_field(field, parse.slug)
    found = {}
    for name, one in ((yield from named_records(whole, keys)) or {}).items():
        thing = yield from read(name, one)
        if thing is not None:
            found[name] = thing
    return MappingProxyType(found)


def _no_unknown(entry: Entry, keys: Keys) -> Reading[None]:
    allowed = (*keys.needed, *keys.optional)
    for key in entry.names():
        if key.text not in allowed:
            advice = keys.meant.get(key.text.lower().replace("-", "_")) or did_you_mean(key.text, allowed)
            yield Problem(
                where=key.where, subject="key", found=key.text, expected="a key of this record", advice=advice
            )
