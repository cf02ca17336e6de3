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
    """The required and optional keys of a record."""

    needed: tuple[str, ...]
    optional: tuple[str, ...] = ()
    meant: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Advice by key of another generator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The values of one record by key. An absent key reads as a blank one."""

    where: Where
    entries: Mapping[str, Entry]

    def field(self, key: str) -> Reading[Field]:
        """Return the value as text with its location; blank at the record's beginning if it is absent."""
        if key in self.entries:
            return (yield from self.entries[key].field())
        return Field(subject=key, text="", where=self.where)

    def text(self, key: str) -> Reading[str]:
        """Return the value as text without the spaces around it."""
        return (yield from self.field(key)).text.strip()

    def value(self, key: str, parser: Callable[[str], T]) -> Reading[T | None]:
        """Return the parsed value; None if it is absent or blank."""
        field = yield from self.field(key)
        return (yield from parse_field(field, parser)) if field.text else None

    def prose(self, key: str) -> Reading[Text]:
        """Return the value as Markdown with its location."""
        field = yield from self.field(key)
        begins = self.entries[key].text_begins if key in self.entries else self.where
        return (yield from uncommented(Text(markdown=field.text, where=begins)))

    def fields(self, key: str) -> Reading[tuple[Field, ...]]:
        """Return the texts of a list; a single text is a list of one."""
        single = self.entries.get(key)
        texts = []
        for entry in (single,) if single and single.is_text else (yield from self._items(key)):
            texts.append((yield from entry.field()))
        return tuple(texts)

    def texts(self, key: str) -> Reading[tuple[str, ...]]:
        """Return the texts of a list without locations."""
        return tuple(field.text.strip() for field in (yield from self.fields(key)))

    def records(self, key: str, keys: Keys) -> Reading[tuple["Record", ...]]:
        """Return the records of a list, without incomplete ones, which are problems."""
        entries = yield from self._items(key)
        return (yield from every(entries, keys))

    def _items(self, key: str) -> Reading[tuple[Entry, ...]]:
        return (yield from self.entries[key].items()) if key in self.entries else ()


def parse_record(entry: Entry, keys: Keys) -> Reading[Record | None]:
    """Return the record of a mapping; None if it is no mapping or lacks a key. Unknown keys are problems."""
    entries = yield from entry.entries()
    if not entries and not entry.is_blank:
        return None
    yield from _unknown_keys(entry, keys)
    missing = [key for key in keys.needed if key not in entries]
    if missing:
        expected = "a value for this key" if len(missing) == 1 else "a value for each of these keys"
        yield Problem(where=entry.where, subject=", ".join(missing), expected=expected)
    blank = [key for key in keys.needed if key in entries and entries[key].is_blank]
    for key in blank:
        yield Problem(where=entries[key].where, subject=key, expected="a value for this key")
    return None if missing or blank else Record(where=_where(entry, entries), entries=entries)


def _where(entry: Entry, entries: Mapping[str, Entry]) -> Where:
    """Return the beginning of the record, with the locations of its values."""
    parts = {key: (value.where.line, value.where.column) for key, value in entries.items()}
    return replace(entry.where, parts=parts)


def every(entries: tuple[Entry, ...], keys: Keys) -> Reading[tuple[Record, ...]]:
    """Return the records of the entries, without incomplete ones."""
    return (yield from read_each(entries, lambda entry: parse_record(entry, keys)))


def record_file(root: Path, path: str, keys: Keys) -> Reading[Record | None]:
    """Return the record in a YAML file."""
    document = yield from load_yaml(root, path)
    return None if document is None else (yield from parse_record(document, keys))


def records_file(root: Path, path: str, keys: Keys) -> Reading[tuple[Record, ...]]:
    """Return the list of records in a YAML file in its order; none without a file."""
    document = (yield from load_yaml(root, path)) if is_there(root, path) else None
    return () if document is None else (yield from every((yield from document.items()), keys))


def named_records(entry: Entry, keys: Keys) -> Reading[Mapping[str, Record] | None]:
    """Return the records of a mapping by key; None if one is incomplete."""
    records, complete = {}, True
    for name, value in (yield from entry.entries()).items():
        record = yield from parse_record(value, keys)
        complete = complete and record is not None
        if record is not None:
            records[name] = record
    return records if complete else None


def load_by_slug(
    root: Path, path: str, keys: Keys, read: Callable[[str, Record], Reading[T | None]]
) -> Reading[Mapping[str, T]]:
    """Return the items of a YAML file by slug in file order; none without a file."""
    document = (yield from load_yaml(root, path)) if is_there(root, path) else None
    if document is None:
        return MappingProxyType({})
    for field in document.names():
        yield from parse_field(field, parse.slug)
    items = {}
    for name, record in ((yield from named_records(document, keys)) or {}).items():
        thing = yield from read(name, record)
        if thing is not None:
            items[name] = thing
    return MappingProxyType(items)


def _unknown_keys(entry: Entry, keys: Keys) -> Reading[None]:
    valid_keys = (*keys.needed, *keys.optional)
    for key in entry.names():
        if key.text not in valid_keys:
            advice = keys.meant.get(key.text.lower().replace("-", "_")) or did_you_mean(key.text, valid_keys)
            yield Problem(
                where=key.where, subject="key", found=key.text, expected="a key of this record", advice=advice
            )
