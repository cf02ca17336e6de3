"""Headline figures, in cards and first sections: none stated only by perpetrators."""

import re
from collections.abc import Iterator

from generators.analysis.disagreements import alike, by_subject
from generators.analysis.quoted_rows import quoted
from generators.model import Briefing, Catalog, Observation, Text
from generators.model.problems import Problem
from generators.text.sentences import Sentence, sentences

_SECTION = re.compile(r"^##[ \t]", re.MULTILINE)


def headline_speakers(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each headline figure that only perpetrators state, or those who count what perpetrators
    claim.
    """
    subjects = by_subject(catalog)
    for briefing in catalog.briefings.values():
        for sentence in _headlines(briefing):
            for o in quoted(catalog, sentence):
                if all(_is_claim(catalog, row) for row in alike(o, subjects)):
                    yield _problem(sentence, o)


def _headlines(briefing: Briefing) -> Iterator[Sentence]:
    yield from sentences(briefing.card_number)
    yield from sentences(Text(markdown=_first_section(briefing.body.markdown), where=briefing.body.where))


def _first_section(markdown: str) -> str:
    """Return the text before its second heading."""
    starts = [match.start() for match in _SECTION.finditer(markdown)]
    return markdown[: starts[1]] if len(starts) > 1 else markdown


def _is_claim(catalog: Catalog, o: Observation) -> bool:
    """Return True for perpetrators' own statements, and for others' counts of them."""
    speaks = o.speaker is not None and o.speaker.interest == "perpetrator"
    return speaks or catalog.datasets[o.dataset].claims_of == "perpetrator"


def _problem(sentence: Sentence, o: Observation) -> Problem:
    return Problem(
        where=sentence.at(0),
        subject="value",
        found=f"{o.dataset}/{o.indicator.id}, said by {o.said_by}",
        expected="a figure with a speaker other than perpetrators",
        advice="Choose another number for the headline, and report this one further down, as a claim.",
    )
