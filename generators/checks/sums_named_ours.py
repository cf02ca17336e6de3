"""Sums calculated by the site must be marked as ours in text, so that they are not attributed to the recorder."""

import re
from collections.abc import Iterator

from generators.analysis.quoted_rows import quoted
from generators.model import Catalog
from generators.model.problems import Problem
from generators.text.sentences import Sentence, neighbours, published_sentences

_OURS = re.compile(
    r"\b(?:our(?: own)?|we|by us|this site|the site)\b.{0,60}\b(?:add|sum|total|comput|count|work|reckon)"
    r"|\b(?:added up|summed|computed|worked out)\b.{0,30}\b(?:by us|from|here)\b",
    re.IGNORECASE | re.DOTALL,
)


def sums_named_ours(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each sentence that quotes a figure of a dataset with `computed: yes`, unless it or a
    neighbour says that the sum is ours.
    """
    for group in published_sentences(catalog):
        for sentence, near in neighbours(group):
            sums = [o for o in quoted(catalog, sentence) if catalog.datasets[o.dataset].computed]
            if sums and not any(_OURS.search(neighbour.text) for neighbour in (sentence, *near)):
                yield _problem(sentence, f"{sums[0].dataset}/{sums[0].indicator.id}")


def _problem(sentence: Sentence, series: str) -> Problem:
    return Problem(
        where=sentence.at(0),
        subject="value",
        found=series,
        expected="words that mark this sum as ours, because the sidecar has computed: yes",
        advice='Write "our sum of" before it, or "which we added up from" and its parts.',
    )
