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
    rows = []
    for evidence in (*judgement.evidence_for, *judgement.evidence_against):
        try:
            rows.append(observation_of(catalog, evidence))
        except CellError:  # the check `judgements` reports it
            continue
    return tuple(o for o in rows if o is not None)


def _in_text(catalog: Catalog, group: Sequence[Sentence], grounds: Sequence[Observation]) -> Iterator[Problem]:
    earlier_rows: tuple[Observation, ...] = ()
    for sentence in group:
        rows = quoted(catalog, sentence)
        match = _NOTHING.search(sentence.text)
        if match and (
            later_rows := _later_rows(catalog, sentence.text[match.start() :], rows or earlier_rows or grounds)
        ):
            yield _problem(sentence, match, later_rows)
        earlier_rows = rows


def _later_rows(catalog: Catalog, text: str, quotations: Iterable[Observation]) -> list[Observation]:
    """Return the rows of the same concepts and places that a clause denies, the latest first."""
    ends: dict[tuple[str, str], date] = {}
    for o in quotations:
        if o.period:
            key = (o.indicator.concept, o.place.code)
            ends[key] = max(ends.get(key, o.period.last), o.period.last)
    clause = _CLAUSE.split(text)[0]
    years = [int(year) for year in _YEAR.findall(clause)] if _NO.match(clause) else []
    speakers = _named_speakers(catalog, text)
    rows = (
        o
        for o in catalog.observations
        if (o.indicator.concept, o.place.code) in ends
        and (not speakers or o.origin in speakers)
        and _contradicts(o, ends[o.indicator.concept, o.place.code], years, open_ended=bool(_OPEN.search(clause)))
    )
    return sorted(rows, key=lambda o: o.period.last if o.period else date.min, reverse=True)


def _contradicts(o: Observation, end: date, years: Sequence[int], *, open_ended: bool) -> bool:
    """Return True for a row of a denied year, or after one if open-ended; without years, after the quoted rows."""
    if o.period is None or o.number is None:
        return False
    if not years:
        return o.period.first > end
    if open_ended:
        return o.period.first.year >= min(years)
    return any(o.period.first.year <= year <= o.period.last.year for year in years)


def _named_speakers(catalog: Catalog, text: str) -> set[str]:
    """Return the named recorders, without parties that are themselves counted."""
    names = {name: name for name, party in catalog.parties.items() if party.interest not in _COUNTED}
    names |= {o.origin: o.origin for o in catalog.observations if o.speaker and o.speaker.interest not in _COUNTED}
    names |= {name: body.name for name, body in catalog.bodies.items() if body.name in names}
    return {body for name, body in names.items() if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)}


def _problem(sentence: Sentence, match: re.Match[str], later_rows: Sequence[Observation]) -> Problem:
    locations = "; ".join(f"{o.where} has {o.period.text if o.period else ''}" for o in later_rows[:_NAMED])
    rest = f"; and {len(later_rows) - _NAMED} more" if len(later_rows) > _NAMED else ""
    return Problem(
        where=sentence.at(match.start()),
        subject="later rows",
        found=re.sub(f"{STAND_IN}+", "…", " ".join(match[0].split())),
        expected=f"no later row for the same concept and place, but {locations}{rest}",
        advice="Quote the latest figure, or name the recorder or kind of figure that ends here.",
    )
