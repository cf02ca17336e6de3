"""Sentences that deny later figures, contradicted by a later row.

A sentence concerns the rows that it quotes, else those of the sentence before, else a judgement's evidence.
If it names a recorder, only that body's rows count.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generators.analysis.quoted_rows import quoted
from generators.model import Catalog, Interest, Judgement, Observation
from generators.model.lookup import observation_of
from generators.model.problems import CellError, Problem
from generators.text.sentences import STAND_IN, Sentence, folded_sentences, sentences

_FIGURE = r"(?:counts?|totals?|figures?|numbers?|estimates?|rows?|data|releases?|statements?)"
_NOTHING = re.compile(
    rf"\bno\b[^.;:]*\b{_FIGURE}\b[^.;:]*\b(?:later|newer|since|(?:after|for|of|in|from) (?:[A-Z]\w+ )?\d{{4}})\b"
    rf"|\bno (?:\S+ )?(?:later|newer|more recent)\b[^.;:]*\b{_FIGURE}\b"
    rf"|\b(?:last|latest|newest|most recent)\b[^.;:]*\b{_FIGURE}\b[^.;:]*\b(?:found|here|held|known|published)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NO = re.compile(r"no\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:]")
_OPEN = re.compile(r"\b(?:later|since|after|from|newer)\b", re.IGNORECASE)
_COUNTED: tuple[Interest, ...] = ("perpetrator", "belligerent", "government")
"""Interests of parties that a sentence mostly names as those who are counted, or who hold them."""
_NAMED = 3
"""Later rows that a message names."""


def nothing_later(catalog: Catalog) -> Iterator[Problem]:
    """Yield a problem for each sentence that says there is no later figure when the data contain one for the same
    concept and place.
    """
    for briefing in catalog.briefings.values():
        yield from _in_text(catalog, sentences(briefing.body), ())
        yield from _in_text(catalog, folded_sentences(briefing.summary, briefing.where.part("summary")), ())
    for judgement in catalog.judgements.values():
        grounds = _grounds(catalog, judgement)
        for key in ("statement", "reason", "alternatives"):
            yield from _in_text(catalog, folded_sentences(getattr(judgement, key), judgement.where.part(key)), grounds)
        for evidence in (*judgement.evidence_for, *judgement.evidence_against):
            if not evidence.reference:
                yield from _in_text(catalog, folded_sentences(evidence.text, evidence.where), grounds)


def _grounds(catalog: Catalog, judgement: Judgement) -> tuple[Observation, ...]:
    found = []
    for evidence in (*judgement.evidence_for, *judgement.evidence_against):
        try:
            found.append(observation_of(catalog, evidence))
        except CellError:  # the check `judgements` reports it
            continue
    return tuple(o for o in found if o is not None)


def _in_text(catalog: Catalog, group: Sequence[Sentence], grounds: Sequence[Observation]) -> Iterator[Problem]:
    before: tuple[Observation, ...] = ()
    for sentence in group:
        own = quoted(catalog, sentence)
        match = _NOTHING.search(sentence.text)
        if match and (later := _later(catalog, sentence.text[match.start() :], own or before or grounds)):
            yield _problem(sentence, match, later)
        before = own


def _later(catalog: Catalog, text: str, about: Iterable[Observation]) -> list[Observation]:
    """Return the rows of the same concepts and places that a clause says there are not, the latest first."""
    ends: dict[tuple[str, str], date] = {}
    for o in about:
        if o.period:
            key = (o.indicator.concept, o.place.code)
            ends[key] = max(ends.get(key, o.period.last), o.period.last)
    clause = _CLAUSE.split(text)[0]
    years = [int(year) for year in _YEAR.findall(clause)] if _NO.match(clause) else []
    voices = _voices(catalog, text)
    found = (
        o
        for o in catalog.observations
        if (o.indicator.concept, o.place.code) in ends
        and (not voices or o.origin in voices)
        and _contradicts(o, ends[o.indicator.concept, o.place.code], years, open_ended=bool(_OPEN.search(clause)))
    )
    return sorted(found, key=lambda o: o.period.last if o.period else date.min, reverse=True)


def _contradicts(o: Observation, end: date, years: Sequence[int], *, open_ended: bool) -> bool:
    """True for a row of one of the years that a sentence denies, or after them where it says so, else after what it quotes."""
    if o.period is None or o.number is None:
        return False
    if not years:
        return o.period.first > end
    if open_ended:
        return o.period.first.year >= min(years)
    return any(o.period.first.year <= year <= o.period.last.year for year in years)


def _voices(catalog: Catalog, text: str) -> set[str]:
    """Return whose figures the sentence speaks of: those who count that it names, and not those whom they count."""
    names = {name: name for name, party in catalog.parties.items() if party.interest not in _COUNTED}
    names |= {o.origin: o.origin for o in catalog.observations if o.speaker and o.speaker.interest not in _COUNTED}
    names |= {name: body.name for name, body in catalog.bodies.items() if body.name in names}
    return {body for name, body in names.items() if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)}


def _problem(sentence: Sentence, match: re.Match[str], later: Sequence[Observation]) -> Problem:
    rows = "; ".join(f"{o.where} has {o.period.text if o.period else ''}" for o in later[:_NAMED])
    more = f"; and {len(later) - _NAMED} more" if len(later) > _NAMED else ""
    return Problem(
        where=sentence.at(match.start()),
        subject="later rows",
        found=re.sub(f"{STAND_IN}+", "…", " ".join(match[0].split())),
        expected=f"no later row for the same concept and place, but {rows}{more}",
        advice="Quote the latest figure, or name the recorder or kind of figure that ends here.",
    )
