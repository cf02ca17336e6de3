"""A briefing's prose as sentences that know their place: what a check of the wording reads.

The Markdown is masked, letter for letter, so that every place in a sentence is a place in the author's file.
Marks, tags and addresses become spaces, but not what a tag or link says in words; an expression becomes a row of `STAND_IN`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generators.model import Catalog, Text
from generators.model.problems import Where
from generators.text.markdown.masks import blanked, fences

STAND_IN = "\ufffc"
"""Stands for each letter of an expression."""
EXPRESSION = re.compile(r"\{\{(?:(?!\{\{|\}\}).)*\}\}", re.DOTALL)
"""Ends where another begins, so that a text full of opening braces is read once."""
_BLANKED = (
    re.compile(r"\{##(?:(?!\{##|##\}).)*##\}|<!--(?:(?!<!--|-->).)*-->", re.DOTALL),
    re.compile(r"\[\^[^\]\s\[]+\]:?"),
    re.compile(r"</?[a-zA-Z](?:(?!\b(?:alt|title|aria-label)=)[^<>])*(?:\b(?:alt|title|aria-label)=|>)"),
    re.compile(r"(?<=\])\([^()\n\"]*\)?|<?https?://[^\s)>]+>?"),
    re.compile(r"(?<![ \t])[ \t]*\{[#.:][^{}\n]*\}"),
    re.compile(r"^[ \t]*(#{1,6}|[-*+]|\d+[.)])(?=[ \t])", re.MULTILINE),
)
_BLOCK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*\|)")
_MARKED = re.compile(r"^[ \t]*(#{1,6}|[-*+]|\d+[.)]|\[\^[^\]\s\[]+\]:)[ \t]", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t][^\n]*", re.MULTILINE)
END = re.compile(r"(?<![A-Z]\.[A-Z])(?<!\b(?:Dr|Mr|No|St|vs))(?<!\b(?:Mrs|e\.g|i\.e))[.!?][\"'”’)*_]*(?=\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of the masked text."""

    text: str
    source: str
    """The same stretch as the author typed it."""
    begins: Where
    folded: bool = False
    """True if the author's line breaks are gone, so that no finer place is known."""

    @property
    def expressions(self) -> tuple[str, ...]:
        """Every expression without its braces, in order."""
        return tuple(match[0][2:-2].strip() for match in EXPRESSION.finditer(self.source))

    def at(self, offset: int) -> Where:
        """The place in the file of a place in the sentence."""
        if self.folded:
            return self.begins
        return _moved(self.begins, self.source[:offset])


def written_sentences(catalog: Catalog) -> Iterator[tuple[Sentence, ...]]:
    """The sentences of every text in our own voice: those of one text, or of one key, together."""
    for briefing in catalog.briefings.values():
        yield sentences(briefing.body)
        yield sentences(briefing.card_number)
        for key in ("title", "summary", "card_label"):
            yield folded_sentences(getattr(briefing, key), briefing.where.part(key))
    for chart in catalog.charts.values():
        for key in ("title", "subtitle", "reading", "note"):
            yield folded_sentences(getattr(chart, key), chart.where.part(key))
    yield from _judged(catalog)


def published_sentences(catalog: Catalog) -> Iterator[tuple[Sentence, ...]]:
    """The same, and the sentences of each page that stands by itself."""
    yield from written_sentences(catalog)
    yield from (sentences(page.body) for page in catalog.standing.values())


def _judged(catalog: Catalog) -> Iterator[tuple[Sentence, ...]]:
    for judgement in catalog.judgements.values():
        for key in ("statement", "reason", "alternatives", "would_change"):
            yield folded_sentences(getattr(judgement, key), judgement.where.part(key))
        for evidence in (*judgement.evidence_for, *judgement.evidence_against):
            if not evidence.reference:
                yield folded_sentences(evidence.text, evidence.where)


def neighbours(group: Sequence[Sentence]) -> Iterator[tuple[Sentence, tuple[Sentence, ...]]]:
    """Each sentence with the ones before and after it, where there are any."""
    for number, sentence in enumerate(group):
        yield sentence, (*group[max(number - 1, 0) : number], *group[number + 1 : number + 2])


def folded_sentences(text: str, where: Where) -> tuple[Sentence, ...]:
    """The sentences of a key's text, all at the key's place."""
    return tuple(
        replace(sentence, begins=where, folded=True) for sentence in sentences(Text(markdown=text, where=where))
    )


def sentences(text: Text) -> tuple[Sentence, ...]:
    """Every sentence in order; headings and list items are sentences of their own."""
    source = text.markdown
    masked = masking(source)
    cuts = sorted({0, len(source), *_cuts(source, masked)})
    ends = [match.start() for match in re.finditer("\n", source)]
    found = []
    for start, end in pairwise(cuts):
        stretch = masked[start:end]
        first = start + len(stretch) - len(stretch.lstrip())
        last = start + len(stretch.rstrip())
        if first < last:
            begins = _at(text.where, ends, first)
            found.append(Sentence(text=masked[first:last], source=source[first:last], begins=begins))
    return tuple(found)


def masking(source: str) -> str:
    """The text of the same length in which nothing but prose, and tokens for expressions, is left.

    >>> masking("## A <b> {{ c }} [d](e)").replace(STAND_IN, "=")
    '   A     ======= [d]   '
    """
    prose = blanked(source, fences(source))
    masked = EXPRESSION.sub(lambda match: re.sub(r"[^\n]", STAND_IN, match[0]), prose)
    for pattern in _BLANKED:
        masked = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), masked)
    return masked


def unquoted(text: str) -> str:
    """The text of the same length with spaces for what stands in quotation marks.

    >>> unquoted('He said "no" twice')
    'He said      twice'
    """
    return re.sub(r'"[^"]*"|“[^”]*”', lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def _cuts(source: str, masked: str) -> Iterator[int]:
    for pattern in (_BLOCK, END):
        yield from (match.end() for match in pattern.finditer(masked))
    yield from (match.start() for match in _MARKED.finditer(source))
    yield from (match.end() for match in _HEADING.finditer(source))


def _at(where: Where, ends: Sequence[int], offset: int) -> Where:
    """The place of an offset in a text that begins at that place and whose lines end at those offsets."""
    lines = bisect_left(ends, offset)
    column = offset - ends[lines - 1] if lines else where.column + offset
    return replace(where, line=where.line + lines, column=column, parts={})


def _moved(where: Where, before: str) -> Where:
    lines = before.count("\n")
    column = len(before) - before.rfind("\n") if lines else where.column + len(before)
    return replace(where, line=where.line + lines, column=column, parts={})
