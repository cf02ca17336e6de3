"""Typed numbers: each must be quoted from its row, or its phrase allowed with a reason.

Dates and references are allowed here; other phrases in content/words.yml.
"""

import re
from collections.abc import Iterator

from generators.analysis.quoted_rows import spoken
from generators.model import Catalog
from generators.model.problems import Problem
from generators.text.sentences import Sentence, written_sentences
from generators.text.wording import MONTHS

_MONTH = "(?:" + "|".join(MONTHS) + ")"
_YEAR = r"(?:1[89]|20)\d\d"
_COUNTED = (
    r"(?!\s*(?:%|per\s?cent|people|persons|men|women|children|incidents|events|attacks|deaths|dead)\b|[\d,.]*\d|%)"
)
_NOT_A_COUNT = "".join(
    rf"(?<!\b{word}\s)"
    for word in (
        "about",
        "at least",
        "at most",
        "more than",
        "fewer than",
        "nearly",
        "some",
        "counted",
        "numbered",
        "total of",
    )
)
_DATES = (
    rf"\b\d{{1,2}}(?:(?:\s+(?:to|and|or)\s+|[–-])\d{{1,2}})?\s+{_MONTH}\b(?:\s+{_YEAR}\b)?",
    rf"\b{_MONTH}\s+{_YEAR}\b",
    rf"\b{_YEAR}-\d\d(?:-\d\d)?\b",
    rf"{_NOT_A_COUNT}\b{_YEAR}\b(?![\d,]*\d){_COUNTED}",
)
_REFERENCES = (r"\b(?i:paras?|paragraphs?|pages?|pp?\.|tables?|figures?|notes?|sections?|articles?)\s+\d+",)
_DEFAULTS = tuple(re.compile(pattern) for pattern in (*_DATES, *_REFERENCES))
"""Standing dates and years, which say when and not how many, and places in a document."""

_DIGITS = r"(?<![A-Za-z0-9])(?<!\d[.,])(?<![A-Za-z]-)\d[\d,.]*(?:\s?%|\s+per\s?cent\b)?"
_WORDS = (
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?"
    r"|dozens?|scores|half|halves|twice|thrice|(?:two|three|four|five|six|seven|eight|nine|ten|hundred)fold"
    r"|doubled|tripled|trebled|quadrupled|halved|(?:a|one)[\s-](?:third|quarter|fifth|tenth)"
    r"|(?:third|quarter|fifth|tenth)s)\b|[¼-¾⅐-⅞]"
)
_NUMBER = re.compile(rf"{_DIGITS}|{_WORDS}", re.IGNORECASE)
_ADVICE = (
    'Quote it from its row: {{ value("dataset/indicator", "period") }}. '
    "If it is not a figure, add its phrase to allowed in content/words.yml, with the reason."
)


def hardcoded_numbers(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each number that is typed instead of quoted, in digits or words, unless
    `content/words.yml` allows it.
    """
    phrases = (*_DEFAULTS, *(_phrase(entry.word) for entry in catalog.words.allowed))
    for group in written_sentences(catalog):
        for sentence in group:
            yield from _in_sentence(sentence, phrases)
            for text in spoken(sentence):
                yield from _in_sentence(text, phrases)


def _phrase(word: str) -> re.Pattern[str]:
    parts = (re.escape(part).replace(r"\#", r"\d[\d,.]*") for part in word.split())
    return re.compile(r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)", re.IGNORECASE)


def _in_sentence(sentence: Sentence, phrases: tuple[re.Pattern[str], ...]) -> Iterator[Problem]:
    spans = [match.span() for pattern in phrases for match in pattern.finditer(sentence.text)]
    for match in _NUMBER.finditer(sentence.text):
        number = match[0].rstrip(".,")
        if not any(start <= match.start() and match.start() + len(number) <= end for start, end in spans):
            yield Problem(
                where=sentence.at(match.start()),
                subject="number",
                found=number,
                expected="a number quoted from its row",
                advice=_ADVICE,
            )
