"""Claims are reported as claims: no verb of counting for a figure of claims."""

import re
from collections.abc import Iterator

from generators.analysis.quoted_rows import quoted
from generators.model import Catalog
from generators.model.problems import Problem
from generators.text.sentences import EXPRESSION, STAND_IN, Sentence, published_sentences

_COUNTED = re.compile(
    r"\b(?:counts|counted|records|recorded|registers|registered|documents|documented|verified|confirmed)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:]|,(?= (?:and|but|while|where|which)\b)")
_AFTER = 24
"""Letters after a figure in which the unit and "claims" may stand."""
_OF_CLAIMS = re.compile(rf"^[^{STAND_IN}]*\bclaims\b|{STAND_IN}+ (?:\w+ )?claims\b", re.IGNORECASE)


def claims_as_counts(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each clause that uses a verb of counting for a figure of a dataset with `claims_of`."""
    for group in published_sentences(catalog):
        for sentence in group:
            yield from _in_sentence(catalog, sentence)


def _in_sentence(catalog: Catalog, sentence: Sentence) -> Iterator[Problem]:
    for match in EXPRESSION.finditer(sentence.source):
        alone = Sentence(text=match[0], source=match[0], begins=sentence.begins)
        claimed = [o for o in quoted(catalog, alone) if catalog.datasets[o.dataset].claims_of]
        verb = _verb(sentence.text, match.start(), match.end()) if claimed else ""
        if verb:
            yield _problem(sentence, verb, f"{claimed[0].dataset}/{claimed[0].indicator.id}")
            return


def _verb(text: str, start: int, end: int) -> str:
    """Return the verb of counting in the clause before a figure; empty for none, or if it counts claims."""
    clause = _CLAUSE.split(text[:start])[-1]
    verbs = list(_COUNTED.finditer(clause))
    if not verbs or _OF_CLAIMS.search(clause[verbs[-1].end() :] + text[start : end + _AFTER]):
        return ""
    return verbs[-1][0]


def _problem(sentence: Sentence, verb: str, series: str) -> Problem:
    return Problem(
        where=sentence.at(0),
        subject="wording",
        found=f"{verb}, before {series}",
        expected="words that attribute the claim, because the sidecar has claims_of",
        advice='Attribute it: "they claimed …, by the count of …", or "counted … claims".',
    )
