"""Footnotes: `[^label]` refers to the definition that begins with `[^label]:`, numbered in the order of the text.

They do not use an engine's extension, so that ids, roles and names are the same in every engine and format.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generators.text.markdown.expression_spans import Slip
from generators.text.markdown.masks import Span, blanked, lines, without_code

_REFERENCE = re.compile(r"(?<!\\)\[\^([^\]\s\[]+)\]")
_DEFINITION = re.compile(r"[ ]{0,3}\[\^([^\]\s\[]+)\]:[ \t]*")
_INLINE = re.compile(r"(?<!\\)\^\[[^\]\n]*\]?")
_SPACED = re.compile(r"(?<!\\)\[\^([^\]\n\[]*\s[^\]\n\[]*)\]")
_HEADING = re.compile(r"#{1,6}")
_NO_PARAGRAPH = re.compile(r"[ ]*(?:[-*+>|]|\d+\.|```|~~~|<)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """The definition of a footnote."""

    label: str
    span: Span
    text: str
    """Its Markdown without label and indentation."""


def definitions(markdown: str, bare: str) -> Iterator[Definition]:
    """Yield each definition, including its indented paragraphs."""
    begun: tuple[str, int, int] | None = None
    end, blank = 0, False
    for at, line in lines(bare):
        opening = _DEFINITION.match(line)
        if begun and (opening or (blank and line.strip() and not line.startswith(("    ", "\t")))):
            yield _definition(markdown, *begun, end)
            begun = None
        if opening:
            begun = (opening[1], at, at + opening.end())
        end, blank = (at + len(line), False) if line.strip() else (end, True)
    if begun:
        yield _definition(markdown, *begun, end)


def _definition(markdown: str, label: str, start: int, text: int, end: int) -> Definition:
    content = re.sub(r"\n(?:[ ]{4}|\t)", "\n", markdown[text:end]).strip()
    return Definition(label=label, span=(start, end), text=content)


def slips(markdown: str) -> Iterator[Slip]:
    """Yield an error for each footnote that is undefined, unused or misplaced."""
    bare = without_code(markdown)
    notes = list(definitions(markdown, bare))
    rest = blanked(bare, (note.span for note in notes))
    labels = {note.label for note in notes}
    labels_in_use = set()
    for match in _REFERENCE.finditer(rest):
        labels_in_use.add(match[1])
        if match[1] not in labels:
            advice = f"Write [^{match[1]}]: and its text on its own line, after an empty line."
            yield Slip(span=match.span(), expected="a footnote with a text", advice=advice)
        elif _HEADING.match(rest, rest.rfind("\n", 0, match.start()) + 1):
            yield Slip(span=match.span(), expected="a footnote below the heading", advice="Place it after a sentence.")
    yield from _of_definitions(notes, labels_in_use, bare)
    yield from _of_other_forms(bare)


def _of_definitions(notes: list[Definition], labels: set[str], bare: str) -> Iterator[Slip]:
    labels_before = set()
    for note in notes:
        head = (note.span[0], bare.index(":", note.span[0]) + 1)
        if note.label in labels_before:
            yield Slip(
                span=head, expected="each footnote once", advice="Choose another label, or remove one of the two."
            )
        elif note.label not in labels:
            advice = f"Place [^{note.label}] after the text that it explains, or delete it."
            yield Slip(span=head, expected="a footnote that the text refers to", advice=advice)
        elif not note.text:
            yield Slip(span=head, expected="text after the colon", advice="Write the text of the footnote.")
        for match in _REFERENCE.finditer(bare, head[1], note.span[1]):
            yield Slip(
                span=match.span(),
                expected="a footnote without another inside it",
                advice="Write it in one of the two footnotes.",
            )
        labels_before.add(note.label)


def _of_other_forms(bare: str) -> Iterator[Slip]:
    for match in _INLINE.finditer(bare):
        inside = match[0][2:].rstrip("]")
        advice = f"Type [^1] here, and on its own line: [^1]: {inside}"
        yield Slip(span=match.span(), expected="a footnote with a label", advice=advice)
    for match in _SPACED.finditer(bare):
        advice = f"Type [^{'-'.join(match[1].split())}] here and before its text."
        yield Slip(span=match.span(), expected="the label of a footnote, without a space", advice=advice)


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A footnote that the text refers to."""

    name: str
    """Its label as a part of ids."""
    number: int
    text: str
    uses: tuple[Span, ...]
    """Places of the text that refer to it."""

    @property
    def ends_in_paragraph(self) -> bool:
        """Whether a link after its text would be in its last paragraph."""
        return not _NO_PARAGRAPH.match(self.text.rpartition("\n\n")[2])


def numbered(markdown: str) -> tuple[tuple[Footnote, ...], tuple[Span, ...]]:
    """Return the footnotes in the order of the text, and the spans of all definitions."""
    if "[^" not in markdown:
        return (), ()
    bare = without_code(markdown)
    notes = list(definitions(markdown, bare))
    texts = {note.label: note.text for note in notes}
    uses: dict[str, list[Span]] = {}
    for match in _REFERENCE.finditer(blanked(bare, (note.span for note in notes))):
        if match[1] in texts:
            uses.setdefault(match[1], []).append(match.span())
    footnotes = (
        Footnote(name=re.sub(r"[^\w-]+", "-", label), number=number, text=texts[label], uses=tuple(spans))
        for number, (label, spans) in enumerate(uses.items(), start=1)
    )
    return tuple(footnotes), tuple(note.span for note in notes)
