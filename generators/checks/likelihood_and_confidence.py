"""Likelihood and confidence in separate sentences, with one likelihood term of one scale each."""

import re
from collections.abc import Iterator

from generators.model import Catalog
from generators.model.judgements import PERCENT
from generators.model.problems import Problem
from generators.text.sentences import Sentence, folded_sentences, unquoted, written_sentences

_OTHER_ROW = {
    "highly improbable": "very unlikely",
    "improbable": "unlikely",
    "roughly even odds": "roughly even chance",
    "highly probable": "very likely",
    "highly probably": "very likely",
    "probable": "likely",
    "probably": "likely",
    "nearly certain": "almost certain",
    "nearly certainly": "almost certainly",
    "remote chance": "almost no chance",
    "remote possibility": "almost no chance",
    "is remote": "there is almost no chance",
}


def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(word.replace(" ", r"\s+") for word in ordered) + r")\b", re.IGNORECASE)


_TERM = _any((*PERCENT, "almost certainly"))
_OTHER = _any(tuple(_OTHER_ROW))
_CONFIDENCE = re.compile(
    r"(?<![^\W_])(?:(?:high|moderate|medium|low)(?:ly)?[\W_]+)?confiden(?:ce|t|tly)\b"
    r"(?:(?:\s+is|:)?\s+(?:high|moderate|low)\b)?",
    re.IGNORECASE,
)


def likelihood_and_confidence(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each sentence that contains both likelihood and confidence, or two steps of the scale,
    and each word of the scale that is not ours.
    """
    for group in written_sentences(catalog):
        for sentence in group:
            yield from _in_sentence(sentence)
    for judgement in catalog.judgements.values():
        for sentence in folded_sentences(judgement.reason, judgement.where.part("reason")):
            for term in _TERM.finditer(unquoted(sentence.text)):
                advice = "Give grounds as facts: the page prints the reason in the sentence with the confidence."
                yield _problem(sentence, term, "no likelihood term in the reason for a confidence", advice)


def _in_sentence(sentence: Sentence) -> Iterator[Problem]:
    text = unquoted(sentence.text)
    terms, confidence = list(_TERM.finditer(text)), _CONFIDENCE.search(text)
    if terms and confidence:
        advice = "Write a separate sentence with the confidence and its reason."
        yield _problem(sentence, confidence, "no likelihood term in a sentence with a confidence", advice)
    for second in terms[1:]:
        advice = "Write two sentences, each with one term."
        yield _problem(
            sentence, second, f'one likelihood term in the sentence, which already has "{_plain(terms[0])}"', advice
        )
    for match in _OTHER.finditer(text):
        substitute = _OTHER_ROW[_plain(match).lower()]
        yield _problem(sentence, match, "a word of the site's scale", f"Write: {substitute}.")


def _problem(sentence: Sentence, match: re.Match[str], expected: str, advice: str) -> Problem:
    where = sentence.at(match.start())
    return Problem(where=where, subject="judgement", found=_plain(match), expected=expected, advice=advice)


def _plain(match: re.Match[str]) -> str:
    return " ".join(match[0].split())
