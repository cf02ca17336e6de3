"""Faults of grades planted in the real site: each check finds its own, and says where and what to type."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from generators.analysis.disagreements import alike, by_subject, subject
from generators.analysis.quoted_rows import quoted
from generators.checks.corroboration import corroboration
from generators.checks.grade_references import grade_references
from generators.checks.headline_speakers import headline_speakers
from generators.checks.unused_parties import unused_parties
from generators.model import Catalog, Evidence, GradedRows, ItemGrade, Observation, Party
from generators.model.problems import Where, report
from generators.text.sentences import sentences
from tests.fixtures.real_site import real

pytestmark = pytest.mark.slow

HERE = Where(path="data/credibility.yml", line=2, parts={"grade": (3, 10)})
CONFIRMED = ItemGrade(digit="1", reason="An example.", graded=date(2026, 11, 21), where=HERE)
PERPETRATOR = Party(
    name="An example",
    interest="perpetrator",
    grade="E",
    reason="An example.",
    graded=date(2026, 11, 21),
    where=Where(path="data/parties.csv", line=9, parts={"name": (9, 1)}),
)
CHECKS = (grade_references, corroboration, headline_speakers, unused_parties)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: str(check.__name__))
def test_the_real_site_passes(check: Callable[[Catalog], object]) -> None:
    assert list(check(real())) == []  # type: ignore[call-overload]


def changed(wanted: Callable[[Observation], bool], **change: object) -> Catalog:
    """The real site with those rows changed."""
    return replace(
        real(),
        datasets={
            name: replace(
                dataset,
                observations=tuple(replace(o, **change) if wanted(o) else o for o in dataset.observations),  # type: ignore[arg-type]
            )
            for name, dataset in real().datasets.items()
        },
    )


def test_one_voice_confirms_nothing() -> None:
    alone = real().series("wing-isis-incidents", "incidents")[0]
    assert report(corroboration(changed(lambda o: o is alone, grade=CONFIRMED))) == (
        'data/credibility.yml:3:10  grade: found "1", expected two origins, not Joel Wing alone, for the row at '
        f"{alone.where}. Write grade: 2, or add a row with the same figure from another origin."
    )


def test_two_papers_with_one_statement_are_one_voice() -> None:
    both = next(o for o in real().observations if o.also_in)
    rows = changed(lambda o: o is both, grade=CONFIRMED)
    assert f"expected two origins, not {both.origin} alone" in report(corroboration(rows))


@pytest.mark.parametrize(("figure", "problems"), [({}, 0), ({"value": 1}, 1), ({"value": None}, 1)])
def test_another_recorder_confirms_with_the_same_figure_alone(figure: dict[str, object], problems: int) -> None:
    alone = real().series("wing-isis-incidents", "incidents")[0]
    dataset = real().datasets["unami-monthly"]
    other = replace(alone, dataset=dataset.id, origin="An example", source=dataset.observations[0].source, **figure)  # type: ignore[arg-type]
    graded = changed(lambda o: o is alone, grade=CONFIRMED)
    with_other = replace(dataset, observations=(*dataset.observations, other))
    planted = replace(graded, datasets={**graded.datasets, dataset.id: with_other})
    assert len(list(corroboration(planted))) == problems


@cache
def first_quoted() -> Observation:
    """The first number in the first section of a real briefing of whose subject others have figures too."""
    subjects = by_subject(real())
    told = (o for sentence in sentences(real().briefings["casualties"].body) for o in quoted(real(), sentence))
    return next(o for o in told if len({each.said_by for each in alike(o, subjects)}) > 1)


def test_a_perpetrator_alone_makes_no_headline() -> None:
    planted = changed(lambda o: subject(o) == subject(first_quoted()), speaker=PERPETRATOR)
    told = report(headline_speakers(planted))
    assert told.startswith("content/briefings/casualties.md:")
    assert (
        f'value: found "{first_quoted().dataset}/{first_quoted().indicator.id}, said by {first_quoted().said_by}", expected '
        "a figure with a speaker other than perpetrators. Choose another number for the headline" in told
    )


def test_who_counts_a_perpetrator_s_claims_makes_no_headline_of_them() -> None:
    briefing = real().briefings["casualties"]
    body = '## Bottom line\n\n{{ value("isis-attack-claims/claimed-attacks", "2022", place="IQ") }} attacks were claimed.\n'
    planted = replace(real(), briefings={"casualties": replace(briefing, body=replace(briefing.body, markdown=body))})
    assert 'found "isis-attack-claims/claimed-attacks, said by' in report(headline_speakers(planted))


def test_a_card_s_number_is_a_headline() -> None:
    briefing = real().briefings["comeback"]
    body = replace(briefing.body, markdown="## Bottom line\n\nNo number.\n")
    briefings = {"comeback": replace(briefing, body=body)}
    (card,) = (o for sentence in sentences(briefing.card_number) for o in quoted(real(), sentence))
    planted = changed(lambda o: subject(o) == subject(card), speaker=PERPETRATOR)
    assert "value: found" in report(headline_speakers(replace(planted, briefings=briefings)))


def test_a_perpetrator_may_speak_beside_others_or_further_down() -> None:
    beside = next(
        o for o in real().observations if subject(o) == subject(first_quoted()) and o.said_by != first_quoted().said_by
    )
    assert report(headline_speakers(changed(lambda o: o is beside, speaker=PERPETRATOR))) == ""
    briefing = real().briefings["casualties"]
    below = f"## Bottom line\n\nNo number.\n\n## Further down\n\n{briefing.body.markdown}"
    briefings = {"casualties": replace(briefing, body=replace(briefing.body, markdown=below))}
    everybody = changed(lambda o: o is not None, speaker=PERPETRATOR)
    told = report(headline_speakers(replace(everybody, briefings=briefings)))
    assert "value: found" in told  # the card's number
    assert all(str(briefing.card_number.where) in line for line in told.splitlines())


def test_a_party_that_is_nobody() -> None:
    typo = replace(PERPETRATOR, name="Musings on Irak")
    assert report(unused_parties(replace(real(), parties={**real().parties, typo.name: typo}))) == (
        'data/parties.csv:9:1  name: found "Musings on Irak", expected a publisher, a recorder, or the beginning of a '
        "speaker's name. Did you mean Musings on Iraq?"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "wing-isis-incident/incidents@2022",
            "expected the id of a dataset before the slash. Did you mean wing-isis-incid",
        ),
        (
            "wing-isis-incidents/incidents@2042",
            "expected a row that exists. No row has period 2042. Known: 2022, 2022-10, ",
        ),
        ("wing-isis-incidents", "expected a reference to rows. A reference is dataset/indicator@period@place@said_by"),
    ],
)
def test_a_grade_of_rows_that_are_not_there(text: str, told: str) -> None:
    entry = GradedRows(rows=(Evidence(text=text, where=HERE),), grade=CONFIRMED)
    found = report(grade_references(replace(real(), credibility=(*real().credibility, entry))))
    assert found.startswith(f'data/credibility.yml:2:1  rows: found "{text}", {told}')
