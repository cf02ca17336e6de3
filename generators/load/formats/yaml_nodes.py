"""YAML files as values with line and column.

Scalars stay text: `2018-02` is not a date here, and `no` is not False.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import yaml

from generators.load.formats import limits, text_files
from generators.load.formats.reading import Field, Reading
from generators.load.formats.yaml_errors import broken
from generators.model.problems import Problem, Where

_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml reads some fifteen times faster; without it the pure Python loader gives the same nodes."""
_NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The YAML of a file, and the number of lines above it."""

    path: str
    text: str
    above: int = 0

    def where(self, mark: yaml.Mark) -> Where:
        """Return the location in the file of a mark in the YAML."""
        return Where(path=self.path, line=mark.line + 1 + self.above, column=mark.column + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A value of any type under a key, or a document."""

    subject: str
    node: yaml.Node
    sheet: Sheet

    @property
    def where(self) -> Where:
        """The value's beginning."""
        return self.sheet.where(self.node.start_mark)

    @property
    def text_begins(self) -> Where:
        """The text's beginning: after a quotation mark, or on the line below `|` or `>`."""
        style = getattr(self.node, "style", None)
        start = self.where
        if style in ("|", ">"):
            return Where(path=start.path, line=start.line + 1)
        return Where(path=start.path, line=start.line, column=start.column + (1 if style else 0))

    @property
    def is_blank(self) -> bool:
        """True for an empty text, list or mapping."""
        value = self.node.value
        return self.node.tag == _NULL or not (value.strip() if isinstance(value, str) else value)

    @property
    def is_text(self) -> bool:
        """True for a text that is not blank."""
        return isinstance(self.node, yaml.ScalarNode) and not self.is_blank

    def field(self) -> Reading[Field]:
        """Return the value as text; a problem if it is a list or a mapping."""
        if isinstance(self.node, yaml.ScalarNode):
            text: str = "" if self.node.tag == _NULL else self.node.value
            yield from limits.too_long_value(self.where, self.subject, text)
            yield from _control_character(text, self.where, self.subject)
            return Field(subject=self.subject, text=text, where=self.where)
        yield self.not_a("text", "Put text that begins with a bracket or a brace in quotation marks.")
        return Field(subject=self.subject, text="", where=self.where)

    def items(self) -> Reading[tuple["Entry", ...]]:
        """Return the values of a list; none if it is blank, a problem for another type."""
        if isinstance(self.node, yaml.SequenceNode):
            return tuple(Entry(subject=self.subject, node=item, sheet=self.sheet) for item in self.node.value)
        if not self.is_blank:
            yield self.not_a("a list", "Write each item on its own line, after a hyphen and a space.")
        return ()

    def entries(self) -> Reading[Mapping[str, "Entry"]]:
        """Return the values of a mapping by key; none if it is blank. Another type and a repeated key are problems."""
        entries: dict[str, Entry] = {}
        if isinstance(self.node, yaml.MappingNode):
            for key, (_, value) in zip(self.names(), self.node.value, strict=True):
                yield from _control_character(key.text, key.where, key.subject)
                if key.text in entries:
                    yield _duplicate_key(key, entries[key.text])
                entries[key.text] = Entry(subject=key.text, node=value, sheet=self.sheet)
        elif not self.is_blank:
            yield self.not_a("keys and values", "Write each as a key, a colon, a space and its value.")
        return MappingProxyType(entries)

    def names(self) -> tuple[Field, ...]:
        """Return the keys of a mapping as typed; none for another type."""
        if not isinstance(self.node, yaml.MappingNode):
            return ()
        marks = ((_key_text(key), self.sheet.where(key.start_mark)) for key, _ in self.node.value)
        return tuple(Field(subject="key", text=text, where=where) for text, where in marks)

    def not_a(self, expected: str, advice: str) -> Problem:
        """Return the problem that this is a value of another type, with its first line."""
        mark = self.node.start_mark
        content = self.sheet.text.split("\n")[mark.line][mark.column :].strip()
        return Problem(where=self.where, subject=self.subject, found=content, expected=expected, advice=advice)


def load_yaml(root: Path, path: str) -> Reading[Entry | None]:
    """Return the document of a YAML file; None and a problem if it cannot be read."""
    text = yield from text_files.text(root, path)
    return None if text is None else (yield from parsed_yaml(Sheet(path=path, text=text)))


def parsed_yaml(sheet: Sheet) -> Reading[Entry | None]:
    """Return the document of a YAML text; None and a problem in plain words if it is invalid."""
    deep = tuple(limits.too_deep(sheet.path, sheet.above, sheet.text, _FAST))
    yield from deep
    if deep:
        return None
    try:
        node = _compose(sheet.text)
    except yaml.YAMLError as error:
        yield broken(error, sheet.path, sheet.text, sheet.above)
        return None
    return Entry(subject="document", node=node, sheet=sheet)


def _compose(text: str) -> yaml.Node:
    """Return the root node. Errors come from the slow loader, so that messages do not depend on libyaml."""
    try:
        node = yaml.compose(text, _FAST)
    except yaml.YAMLError:
        node = yaml.compose(text, yaml.SafeLoader)
    start = yaml.Mark("", 0, 0, 0, "", 0)
    return node if node is not None else yaml.ScalarNode(_NULL, "", start, start)


def _key_text(key: yaml.Node) -> str:
    return key.value if isinstance(key, yaml.ScalarNode) else "?"


def _control_character(text: str, where: Where, subject: str) -> Reading[None]:
    """Yield a problem if an escape in quotation marks is a control character."""
    match = text_files.unseen(text)
    if match:
        yield text_files.unseen_problem(where, subject, match[0])


def _duplicate_key(key: Field, other: Entry) -> Problem:
    return Problem(
        where=key.where,
        subject=key.subject,
        found=key.text,
        expected="each key once",
        advice=f"It is also on line {other.where.line}: remove one of the two.",
    )
