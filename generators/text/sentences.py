"""Sentences of a briefing's prose with their locations, for checks of the wording.

The Markdown is masked character by character, so that positions stay those of the author's file. Marks, tags and
addresses become spaces, texts of tags and links stay, and an expression becomes a run of `STAND_IN`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from generators.model import Catalog, Text
from generators.model.memo import per_catalog
from generators.model.problems import Where
from generators.text.markdown.masks import blanked, fences

STAND_IN = "\ufffc"
"""Replacement of each character of an expression."""
EXPRESSION = re.compile(r"\{\{(?:(?!\{\{|\}\}).)*\}\}", re.DOTALL)
"""Ends where another begins, so that many opening braces do not make the search quadratic."""
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
    """The same part of the text as typed."""
    begins: Where
    folded: bool = False
    """True if the author's line breaks are lost, so that there is no finer location."""

    @property
    def expressions(self) -> tuple[str, ...]:
        """The expressions without braces, in order."""
        return tuple(match[0][2:-2].strip() for match in EXPRESSION.finditer(self.source))

    def at(self, offset: int) -> Where:
        """Return the location of an offset in the sentence."""
        if self.folded:
            return self.begins
        return _shift(self.begins, self.source[:offset])


@per_catalog
def written_sentences(catalog: Catalog) -> tuple[tuple[Sentence, ...], ...]:
    """Return the sentences of the authors' texts, grouped by text or key."""
    return tuple(_written(catalog))


def _written(catalog: Catalog) -> Iterator[tuple[Sentence, ...]]:
    for briefing in catalog.briefings.values():
        yield sentences(briefing.body)
        yield sentences(briefing.card_number)
        for key in ("title", "summary", "card_label"):
            yield folded_sentences(getattr(briefing, key), briefing.where.part(key))
    for chart in catalog.charts.values():
        for key in ("title", "subtitle", "reading", "note"):
            yield folded_sentences(getattr(chart, key), chart.where.part(key))
    yield from _judgement_sentences(catalog)


def published_sentences(catalog: Catalog) -> Iterator[tuple[Sentence, ...]]:
    """Yield the sentences of the authors' texts and of each static page."""
    yield from written_sentences(catalog)
    yield from (sentences(page.body) for page in catalog.standing.values())


def _judgement_sentences(catalog: Catalog) -> Iterator[tuple[Sentence, ...]]:
    for judgement in catalog.judgements.values():
        for key in ("statement", "reason", "alternatives", "would_change"):
            yield folded_sentences(getattr(judgement, key), judgement.where.part(key))
        for evidence in (*judgement.evidence_for, *judgement.evidence_against):
            if not evidence.reference:
                yield folded_sentences(evidence.text, evidence.where)


def neighbours(group: Sequence[Sentence]) -> Iterator[tuple[Sentence, tuple[Sentence, ...]]]:
    """Yield each sentence with the ones before and after it, if any."""
    for number, sentence in enumerate(group):
        yield sentence, (*group[max(number - 1, 0) : number], *group[number + 1 : number + 2])


def folded_sentences(text: str, where: Where) -> tuple[Sentence, ...]:
    """Return the sentences of a key's text, all at the key's location."""
    return tuple(
        replace(sentence, begins=where, folded=True) for sentence in sentences(Text(markdown=text, where=where))
    )


@lru_cache(maxsize=1 << 12)
def sentences(text: Text) -> tuple[Sentence, ...]:
    """Return the sentences in order; headings and list items are separate sentences."""
    source = text.markdown
    masked = masking(source)
    cuts = sorted({0, len(source), *_cuts(source, masked)})
    ends = [match.start() for match in re.finditer("\n", source)]
    parts = []
    for start, end in pairwise(cuts):
        stretch = masked[start:end]
        offset = start + len(stretch) - len(stretch.lstrip())
        stop = start + len(stretch.rstrip())
        if offset < stop:
            begins = _at(text.where, ends, offset)
            parts.append(Sentence(text=masked[offset:stop], source=source[offset:stop], begins=begins))
    return tuple(parts)


def masking(source: str) -> str:
    """Return the text with only prose and tokens for expressions, at the same length.

    >>> masking("## A <b> {{ c }} [d](e)").replace(STAND_IN, "=")
    '   A     ======= [d]   '
    """
    prose = blanked(source, fences(source))
    masked = EXPRESSION.sub(lambda match: re.sub(r"[^\n]", STAND_IN, match[0]), prose)
    for pattern in _BLANKED:
        masked = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), masked)
    return masked


def unquoted(text: str) -> str:
    """Return the text with spaces for quotations, at the same length.

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
    """Return the location of an offset in a text, from the text's location and the offsets of its line ends."""
    lines = bisect_left(ends, offset)
    column = offset - ends[lines - 1] if lines else where.column + offset
    return replace(where, line=where.line + lines, column=column, parts={})


def _shift(where: Where, before: str) -> Where:
    lines = before.count("\n")
    column = len(before) - before.rfind("\n") if lines else where.column + len(before)
    return replace(where, line=where.line + lines, column=column, parts={})
