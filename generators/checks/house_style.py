"""Words that content/words.yml refuses, except in quotation marks and names."""

import re
from collections.abc import Callable, Iterator, Mapping

from generators.analysis.quoted_rows import NUMBERS, quoted
from generators.model import Catalog, RefusedWord
from generators.model.problems import Problem
from generators.text.sentences import STAND_IN, Sentence, unquoted, written_sentences

_NUMBER = rf"(?:{'|'.join(NUMBERS)})\b"
Case = Callable[[Catalog, Sentence, re.Match[str]], bool]


def _has_no_value(_: Catalog, sentence: Sentence, __: re.Match[str]) -> bool:
    return not any(re.match(_NUMBER, expression) for expression in sentence.expressions)


def _has_no_citation(_: Catalog, sentence: Sentence, __: re.Match[str]) -> bool:
    return not any(re.match(r"cite\b", expression) for expression in sentence.expressions)


def _is_before_value(_: Catalog, sentence: Sentence, match: re.Match[str]) -> bool:
    after = re.match(rf"[\s*_(]+(?:(?:about|some)\s+)?(?={STAND_IN})", sentence.text[match.end() :])
    rest = sentence.source[match.end() + after.end() :] if after else ""
    return bool(re.match(rf"\{{\{{\s*{_NUMBER}", rest))


def _quotes_ended_dataset(catalog: Catalog, sentence: Sentence, _: re.Match[str]) -> bool:
    return any(catalog.datasets[o.dataset].ended for o in quoted(catalog, sentence))


_CASES: Mapping[str, Case] = {
    "": lambda *_: True,
    "no value": _has_no_value,
    "no citation": _has_no_citation,
    "before a value": _is_before_value,
    "value of an ended dataset": _quotes_ended_dataset,
}


def house_style(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each word that `content/words.yml` refuses, with the word to use instead."""
    patterns = [(entry, _pattern(entry.word)) for entry in catalog.words.refused]
    for group in written_sentences(catalog):
        for sentence in group:
            for word, pattern in patterns:
                yield from _matches(catalog, sentence, word, pattern)


def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, word.split())) + r"(?!\w)", re.IGNORECASE)


def _matches(catalog: Catalog, sentence: Sentence, word: RefusedWord, pattern: re.Pattern[str]) -> Iterator[Problem]:
    for match in pattern.finditer(unquoted(sentence.text)):
        if not (word.word[0].islower() and _is_in_name(sentence.text, match)) and _CASES[word.when](
            catalog, sentence, match
        ):
            yield Problem(
                where=sentence.at(match.start()),
                subject="word",
                found=match[0],
                expected=f"another word. {word.why.rstrip('.')}",
                advice=f"Write: {word.instead.rstrip('.')}.",
            )


def _is_in_name(text: str, match: re.Match[str]) -> bool:
    """Return True for a capital letter within a sentence, as in a title."""
    opens = not re.search(r"\w", text[: match.start()])
    return match[0][0].isupper() and not opens
