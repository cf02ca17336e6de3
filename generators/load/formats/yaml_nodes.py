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
    """The YAML of a file, and how many lines of the file stand above it."""

    path: str
    text: str
    above: int = 0

    def where(self, mark: yaml.Mark) -> Where:
        """The place in the file of a place in the YAML."""
        return Where(path=self.path, line=mark.line + 1 + self.above, column=mark.column + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A value of any type under a key, or the whole document."""

    subject: str
    node: yaml.Node
    sheet: Sheet

    @property
    def where(self) -> Where:
        """Where the value begins."""
        return self.sheet.where(self.node.start_mark)

    @property
    def text_begins(self) -> Where:
        """Where its text begins: behind a quotation mark, or on the line below `|` or `>`."""
        style = getattr(self.node, "style", None)
        start = self.where
        if style in ("|", ">"):
            return Where(path=start.path, line=start.line + 1)
        return Where(path=start.path, line=start.line, column=start.column + (1 if style else 0))

    @property
    def is_blank(self) -> bool:
        """True if nothing stands there, or an empty list or mapping."""
        value = self.node.value
        return self.node.tag == _NULL or not (value.strip() if isinstance(value, str) else value)

    @property
    def is_text(self) -> bool:
        """True if some text stands there, not a list or a mapping."""
        return isinstance(self.node, yaml.ScalarNode) and not self.is_blank

    def field(self) -> Reading[Field]:
        """The value as text; a problem if it is a list or a mapping."""
        if isinstance(self.node, yaml.ScalarNode):
            text: str = "" if self.node.tag == _NULL else self.node.value
            yield from limits.too_long_value(self.where, self.subject, text)
            yield from _unseen(text, self.where, self.subject)
            return Field(subject=self.subject, text=text, where=self.where)
        yield self.not_a("text", "Put text that begins with a bracket or a brace in quotation marks.")
        return Field(subject=self.subject, text="", where=self.where)

    def items(self) -> Reading[tuple["Entry", ...]]:
        """The values of a list; none if it is blank, a problem if it is something else."""
        if isinstance(self.node, yaml.SequenceNode):
            return tuple(Entry(subject=self.subject, node=item, sheet=self.sheet) for item in self.node.value)
        if not self.is_blank:
            yield self.not_a("a list", "Write each item on its own line, after a hyphen and a space.")
        return ()

    def entries(self) -> Reading[Mapping[str, "Entry"]]:
        """The values of a mapping by key; none if it is blank. Another type and a key that comes twice are problems."""
        found: dict[str, Entry] = {}
        if isinstance(self.node, yaml.MappingNode):
            for key, (_, value) in zip(self.names(), self.node.value, strict=True):
                yield from _unseen(key.text, key.where, key.subject)
                if key.text in found:
                    yield _twice(key, found[key.text])
                found[key.text] = Entry(subject=key.text, node=value, sheet=self.sheet)
        elif not self.is_blank:
            yield self.not_a("keys and values", "Write each as a key, a colon, a space and its value.")
        return MappingProxyType(found)

    def names(self) -> tuple[Field, ...]:
        """The keys of a mapping as they stand; none if it is something else."""
        if not isinstance(self.node, yaml.MappingNode):
            return ()
        marks = ((_spelled(key), self.sheet.where(key.start_mark)) for key, _ in self.node.value)
        return tuple(Field(subject="key", text=text, where=where) for text, where in marks)

    def not_a(self, expected: str, advice: str) -> Problem:
        """The problem that this is a value of another type; it shows the first line of what stands there."""
        mark = self.node.start_mark
        found = self.sheet.text.split("\n")[mark.line][mark.column :].strip()
        return Problem(where=self.where, subject=self.subject, found=found, expected=expected, advice=advice)


def load_yaml(root: Path, path: str) -> Reading[Entry | None]:
    """The whole of a YAML file; None and a problem if it cannot be read."""
    text = yield from text_files.text(root, path)
    return None if text is None else (yield from parsed_yaml(Sheet(path=path, text=text)))


def parsed_yaml(sheet: Sheet) -> Reading[Entry | None]:
    """The value of some YAML; None and a problem in plain words if it is broken."""
    deep = tuple(limits.too_deep(sheet.path, sheet.above, sheet.text, _FAST))
    yield from deep
    if deep:
        return None
    try:
        node = _composed(sheet.text)
    except yaml.YAMLError as error:
        yield broken(error, sheet.path, sheet.text, sheet.above)
        return None
    return Entry(subject="document", node=node, sheet=sheet)


def _composed(text: str) -> yaml.Node:
    """The root node. The slow loader has the last word on an error, so that messages do not depend on libyaml."""
    try:
        node = yaml.compose(text, _FAST)
    except yaml.YAMLError:
        node = yaml.compose(text, yaml.SafeLoader)
    start = yaml.Mark("", 0, 0, 0, "", 0)
    return node if node is not None else yaml.ScalarNode(_NULL, "", start, start)


def _spelled(key: yaml.Node) -> str:
    return key.value if isinstance(key, yaml.ScalarNode) else "?"


def _unseen(text: str, where: Where, subject: str) -> Reading[None]:
    """A problem if an escape in quotation marks has put a control character into the text."""
    match = text_files.unseen(text)
    if match:
        yield text_files.unseen_problem(where, subject, match[0])


def _twice(key: Field, first: Entry) -> Problem:
    return Problem(
        where=key.where,
        subject=key.subject,
        found=key.text,
        expected="each key once",
        advice=f"It is also on line {first.where.line}: remove one of the two.",
    )
